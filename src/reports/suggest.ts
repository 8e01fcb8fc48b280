import { addressOf, type FormGrid, type FormSheet } from '../sheets/formGrid.ts';
import type { FigureFilter } from './figure.ts';
import { headingsOf, openCells, plainWords } from './headings.ts';
import type { CellRule } from './mapping.ts';
import { isRate, type Measure, measureFacts, measureNames, ofVisits, type Rate, rateNames, rates } from './measures.ts';
import type { CellPeriod } from './period.ts';
import type { Suggestion } from './suggestion.ts';
import { suggestText } from './suggestText.ts';

/** What this place calls things: categories, sources, places, services. */
export type Lexicon = {
  categories: readonly { code: string; name: string }[];
  sources: readonly { words: readonly string[]; sources: readonly string[] }[];
  regions: readonly { code: string; names: readonly string[] }[];
  services: readonly { service: string; name: string }[];
};

type Found<T> = { value: T; length: number; heading: string };

function longest<T>(
  headings: readonly string[],
  entries: readonly { value: T; words: readonly string[] }[],
): Found<T> | undefined {
  const found = headings.flatMap((heading) => {
    const plain = plainWords(heading);
    return entries.flatMap(({ value, words }) =>
      words.filter((word) => plain.includes(word)).map((word) => ({ value, length: word.length, heading })),
    );
  });
  return found.toSorted((a, b) => b.length - a.length)[0];
}

const whats: readonly { value: Measure | Rate; words: readonly string[] }[] = [
  ...measureNames.map((value) => ({ value, words: measureFacts(value).alsoCalled })),
  ...rateNames.map((value) => ({ value, words: rates[value].alsoCalled })),
];

const periodWords: readonly [RegExp, CellPeriod][] = [
  [/同期/, 'lastYear'],
  [/上[月期]/, 'last'],
  [/累计|本年|全年|1[-—至]\d+月/, 'year'],
];

function periodOf(headings: readonly string[]): CellPeriod {
  return periodWords.find(([words]) => headings.some((heading) => words.test(heading)))?.[1] ?? 'this';
}

/** 「其他」 alone is the class of that name; within other words it is not. */
function categoryOf(headings: readonly string[], { categories }: Lexicon): Found<string> | undefined {
  const entries = categories.map(({ code, name }) => ({ value: code, words: [name] }));
  const exact = headings.flatMap((heading) => {
    const plain = plainWords(heading).replace(/纠纷$/, '');
    return categories
      .filter(({ name }) => name === plain)
      .map(({ code, name }) => ({ value: code, length: name.length, heading }));
  });
  return (
    exact[0] ??
    longest(
      headings,
      entries.filter(({ words }) => words[0] !== '其他' && (words[0]?.length ?? 0) > 1),
    )
  );
}

function regionOf(headings: readonly string[], { regions }: Lexicon): Found<string> | undefined {
  return headings.flatMap((heading) =>
    regions
      .filter(({ names }) => names.includes(plainWords(heading)))
      .map(({ code }) => ({ value: code, length: heading.length, heading })),
  )[0];
}

function showOf(
  what: Measure | Rate,
  headings: readonly string[],
): Pick<Extract<CellRule, { kind: 'figure' }>, 'show' | 'decimals'> {
  if (isRate(what)) return { show: 'percent', decimals: 1 };
  if (headings.some((heading) => heading.includes('万元'))) return { show: 'tenThousand', decimals: 2 };
  return { show: 'plain', decimals: measureFacts(what).unit === '元' ? 2 : 0 };
}

function filterOf(what: Measure | Rate, headings: readonly string[], lexicon: Lexicon) {
  const region = regionOf(headings, lexicon);
  if (!isRate(what) && ofVisits(what)) {
    const service = longest(
      headings,
      lexicon.services.map(({ service: value, name }) => ({ value, words: [name] })),
    );
    const filter: FigureFilter = {
      ...(region && { regions: [region.value] }),
      ...(service && { services: [service.value] }),
    };
    return { filter, from: [region, service] };
  }
  const category = categoryOf(headings, lexicon);
  const source = longest(
    headings,
    lexicon.sources.map(({ words, sources }) => ({ value: sources, words })),
  );
  const filter: FigureFilter = {
    ...(category && { categories: [category.value] }),
    ...(source && source.value.length > 0 && { sources: [...source.value] }),
    ...(region && { regions: [region.value] }),
  };
  return { filter, from: [category, source, region] };
}

/** Heads that say neither what is counted nor of which: whatever stands below them is not ours to guess. */
function unexplained(headings: readonly string[], from: readonly (Found<unknown> | undefined)[]): string[] {
  const used = new Set(from.map((found) => found?.heading));
  const structure = /^(合计|总计|小计|项目|类别|纠纷类别|案件来源|来源|件数|数量|件|数)$/;
  return headings.filter(
    (heading) =>
      !used.has(heading) &&
      !structure.test(plainWords(heading)) &&
      !periodWords.some(([words]) => words.test(heading)) &&
      !/[本当][月期]/.test(heading),
  );
}

/** What a row and a column heading say together: 「婚姻家庭」×「受理」. Nothing where they say nothing we count. */
export function suggestFigure(headings: { above: string[]; left: string[] }, lexicon: Lexicon): Suggestion | undefined {
  const all = [...headings.left, ...headings.above];
  // 「防止民转刑」 over 「件数」: two cells may say it together.
  const what = longest([...all, headings.left.join(''), headings.above.join('')], whats);
  const asked = what?.value ?? 'accepted';
  const { filter, from } = filterOf(asked, all, lexicon);
  if (!what && (Object.keys(filter).length === 0 || unexplained(all, from).length > 0)) return undefined;
  const said = [...from, what].flatMap((found) => (found ? [found.heading] : []));
  const because = [...new Set(said)].map((heading) => `「${heading.replace(/\s+/g, '')}」`).join('×');
  return {
    rule: { kind: 'figure', what: asked, filter, period: periodOf(all), ...showOf(asked, all) },
    because: what ? because : `${because}，表里没写数什么，先按受理`,
    sure: what !== undefined,
  };
}

function ofSheet(sheet: FormSheet, index: number, lexicon: Lexicon): [string, Suggestion][] {
  const texts = sheet.cells.flatMap((cell): [string, Suggestion][] => {
    const found = suggestText(cell.text);
    return found ? [[addressOf(index, cell.ref), found]] : [];
  });
  const figures = openCells(sheet).flatMap((cell): [string, Suggestion][] => {
    const found = suggestFigure(headingsOf(cell, sheet), lexicon);
    return found ? [[addressOf(index, cell.ref), found]] : [];
  });
  return [...texts, ...figures];
}

/** Everything that a blank form's own words let us propose; people look at each before it counts. */
export const suggestAll = (grid: FormGrid, lexicon: Lexicon): Record<string, Suggestion> =>
  Object.fromEntries(grid.sheets.flatMap((sheet, index) => ofSheet(sheet, index, lexicon)));

/** Cells that wait for a value, whether anything is proposed for them or not. */
export const openAddresses = (grid: FormGrid): string[] =>
  grid.sheets.flatMap((sheet, index) => openCells(sheet).map(({ ref }) => addressOf(index, ref)));
