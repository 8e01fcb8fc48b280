import type { FormGrid } from '../sheets/formGrid.ts';
import { turning } from './data/headingWords.ts';
import { type Asked, askedOf, type Filtered, filterOf, quoted, type Said, sensesOf, unitOf } from './headedFigure.ts';
import type { CellRule } from './mapping.ts';
import { figureTitle, isRate, type Measure, type Rate } from './measures.ts';
import { cellPeriodWords } from './period.ts';
import type { Heading } from './readHeading.ts';
import type { Doubt, Reason, Suggestion } from './suggestion.ts';

/** What else a sheet says about its cells. */
export type Surroundings = {
  kind: FormGrid['kind'];
  /** Of a line over the table: 「单位：万元」. */
  units: readonly string[];
  /** Its rows or columns have 「其他」: what they list is all there is. */
  listsRest: boolean;
};
/** Decimals of the percent format of a cell. */
export type CellFormat = { percent?: number | undefined };

function periodOf(said: readonly Said[]): Pick<Extract<CellRule, { kind: 'figure' }>, 'period'> & { doubts: Doubt[] } {
  const found = said.flatMap((each) => sensesOf(each, 'period').map(({ value }) => ({ value, words: each.words })));
  const values = [...new Set(found.map(({ value }) => value))];
  const doubts: Doubt[] = values.length > 1 ? [{ kind: 'differ', words: quoted(found.map(({ words }) => words)) }] : [];
  return { period: values.at(-1) ?? 'this', doubts };
}

type Shown = Pick<Extract<CellRule, { kind: 'figure' }>, 'show' | 'decimals'> & { doubts: Doubt[] };

/** How it is written: a percent cell takes a fraction; whether 元 or 万元, 88 or 0.88, the form must say. */
function showOf(what: Measure | Rate, units: readonly string[], around: Surroundings, { percent }: CellFormat): Shown {
  const unsaid: Doubt[] = [{ kind: 'unit', words: '' }];
  if (isRate(what)) {
    if (percent !== undefined) return { show: 'fraction', decimals: percent, doubts: [] };
    if (units.includes('%')) return { show: 'percent', decimals: 1, doubts: [] };
    if (around.kind === 'docx') return { show: 'percentText', decimals: 1, doubts: [] };
    return { show: 'percent', decimals: 1, doubts: unsaid };
  }
  const doubts: Doubt[] = percent === undefined ? [] : [{ kind: 'unit', words: quoted(['%']) }];
  if (unitOf(what) !== '元') return { show: 'plain', decimals: 0, doubts };
  const money = [...units, ...around.units].find((unit) => unit === '万元' || unit === '元');
  if (money === '万元') return { show: 'tenThousand', decimals: 2, doubts };
  return { show: 'plain', decimals: 2, doubts: money ? doubts : [...doubts, ...unsaid] };
}

/** 「其中」 is part of a row that does not head this cell; 「合计」 is all, and what the form lists may be less. */
function partsOf(said: readonly Said[], { listsRest }: Surroundings): Doubt[] {
  const parts = said.filter((each) => sensesOf(each, 'partOf').length > 0);
  const totals = said.filter((each) => sensesOf(each, 'total').length > 0 && (!listsRest || each.words === '小计'));
  return [
    ...parts.map(({ words }): Doubt => ({ kind: 'partOf', words })),
    ...totals.map(({ words }): Doubt => ({ kind: 'total', words })),
  ];
}

const tells = ({ tokens }: Heading): boolean =>
  tokens.some((token) => sensesOf(token, 'what', 'categories', 'sources', 'regions', 'services', 'total').length > 0);

/** Words that leave nothing to propose: whole headings that say nothing to us, and what turns a figure into another. */
const blocking = (headings: readonly Heading[]): string[] =>
  headings.flatMap(({ unread, ...heading }) =>
    unread.filter((words) => turning.test(words) || !tells({ unread, ...heading })),
  );

const narrowing = (titles: readonly Heading[]): Doubt[] =>
  titles
    .flatMap(({ tokens }) => tokens.filter((token) => sensesOf(token, 'categories', 'sources').length > 0))
    .map(({ words }) => ({ kind: 'title', words }));

function reasonsOf(said: readonly Said[], { what, from }: Asked, filter: Filtered): Reason[] {
  const plain = said.flatMap(({ heading, words, senses }): Reason[] =>
    senses.flatMap((sense): Reason[] => {
      if (sense.of === 'period') return [{ heading, words, gives: 'period', value: cellPeriodWords[sense.value] }];
      if (sense.of === 'unit') return [{ heading, words, gives: 'unit', value: sense.value }];
      return sense.of === 'total' ? [{ heading, words, gives: 'total', value: '' }] : [];
    }),
  );
  const counted = from.map(
    ({ heading, words }): Reason => ({ heading, words, gives: 'what', value: figureTitle(what) }),
  );
  return [...filter.reasons, ...counted, ...plain];
}

const becauseOf = (reasons: readonly Reason[]): string => {
  const telling = reasons.filter(({ gives }) => gives !== 'period' && gives !== 'unit');
  const headings = new Set(telling.map(({ heading }) => heading.replace(/\s+/g, '')));
  return [...headings].map((heading) => `「${heading}」`).join('×');
};

const unknownFigure: Asked = { what: 'accepted', doubts: [{ kind: 'noMeasure', words: '' }], from: [] };

/**
 * What headings say together, taken as wholes: each word of them is ours, or it is said which is not. Sure is what has no
 * doubt at all.
 */
export function figureOf(
  headings: readonly Heading[],
  titles: readonly Heading[],
  around: Surroundings,
  format: CellFormat = {},
): Suggestion | { unread: string[] } {
  const said = headings.flatMap(({ text, tokens }) => tokens.map((token) => ({ ...token, heading: text })));
  const units = [...new Set(said.flatMap((each) => sensesOf(each, 'unit').map(({ value }) => value)))];
  const known = askedOf(said, units);
  const asked = known ?? unknownFigure;
  const filtered = filterOf(said, asked.what);
  const blocked = [...blocking(headings), ...filtered.unused];
  const unread = headings.flatMap((heading) => heading.unread);
  if (blocked.length > 0) return { unread: [...new Set(blocked)] };
  const bare = Object.keys(filtered.filter).length === 0 || unread.length > 0 || !units.every((unit) => unit === '件');
  if (!known && bare) return { unread };
  const { period, doubts: periods } = periodOf(said);
  const { show, decimals, doubts: shown } = showOf(asked.what, units, around, format);
  const twoWays = headings.filter(({ ambiguous }) => ambiguous).map(({ text }) => quoted([text]));
  const doubts: Doubt[] = [
    ...unread.map((words): Doubt => ({ kind: 'unread', words })),
    ...twoWays.map((words): Doubt => ({ kind: 'rival', words })),
    ...[...asked.doubts, ...filtered.doubts, ...periods, ...shown],
    ...[...partsOf(said, around), ...narrowing(titles)],
  ];
  const reasons = reasonsOf(said, asked, filtered);
  const rule = { kind: 'figure' as const, what: asked.what, filter: filtered.filter, period, show, decimals };
  return { rule, because: becauseOf(reasons), reasons, doubts, sure: doubts.length === 0 };
}
