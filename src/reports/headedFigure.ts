import type { FigureFilter } from './figure.ts';
import { figureTitle, isRate, type Measure, measureFacts, ofVisits, type Rate } from './measures.ts';
import type { Sense, Token } from './readHeading.ts';
import type { Doubt, Reason } from './suggestion.ts';

export type Said = Token & { heading: string };
type Of<K extends Sense['of']> = Extract<Sense, { of: K }>;
type FilterKind = 'categories' | 'sources' | 'regions' | 'services';

export const sensesOf = <K extends Sense['of']>({ senses }: Token, ...kinds: K[]): Of<K>[] =>
  senses.filter((sense): sense is Of<K> => (kinds as string[]).includes(sense.of));
export const unitOf = (what: Measure | Rate): string => (isRate(what) ? '%' : measureFacts(what).unit);
const fits = (what: Measure | Rate, unit: string): boolean =>
  unitOf(what) === unit || (unitOf(what) === '元' && unit === '万元');
export const quoted = (texts: readonly string[]): string => [...new Set(texts)].map((text) => `「${text}」`).join('、');

export type Asked = { what: Measure | Rate; doubts: Doubt[]; from: Said[] };

/** What is counted: all headings that say one must say the same, and the unit decides between two of one name. */
export function askedOf(said: readonly Said[], units: readonly string[]): Asked | undefined {
  const from = said.filter((each) => sensesOf(each, 'what').length > 0);
  const [first] = from.toSorted((a, b) => b.words.length - a.words.length);
  if (!first) return undefined;
  const valuesOf = (each: Token) => sensesOf(each, 'what').map(({ value }) => value);
  const shared = valuesOf(first).filter((value) => from.every((each) => valuesOf(each).includes(value)));
  const doubts: Doubt[] = [];
  if (shared.length === 0) doubts.push({ kind: 'differ', words: quoted(from.map(({ words }) => words)) });
  const possible = shared.length > 0 ? shared : valuesOf(first);
  const fitting = possible.filter((value) => units.every((unit) => fits(value, unit)));
  if (fitting.length === 0) doubts.push({ kind: 'unit', words: quoted(units) });
  const [what = 'accepted', ...others] = fitting.length > 0 ? fitting : possible;
  if (others.length > 0) doubts.push({ kind: 'rival', words: quoted(others.map(figureTitle)) });
  const perhaps = from.filter((each) => sensesOf(each, 'what').some(({ value, perhaps }) => value === what && perhaps));
  if (perhaps.length > 0) doubts.push({ kind: 'perhaps', words: quoted(perhaps.map(({ words }) => words)) });
  return { what, doubts, from };
}

export type Filtered = { filter: FigureFilter; reasons: Reason[]; doubts: Doubt[]; unused: string[] };

/** Of which it is counted. Words that name what this figure has none of, a class of a visit, are left over. */
export function filterOf(said: readonly Said[], what: Measure | Rate): Filtered {
  const visits = !isRate(what) && ofVisits(what);
  const kinds: readonly FilterKind[] = visits ? ['services', 'regions'] : ['categories', 'sources', 'regions'];
  const all = said.flatMap((each) => {
    const senses = sensesOf(each, 'categories', 'sources', 'regions', 'services');
    const plain = sensesOf(each, 'what', 'nothing', 'total', 'period', 'unit').length > 0;
    return senses.length === 0 ? [] : [{ each, plain, usable: senses.filter(({ of }) => kinds.includes(of)) }];
  });
  const result: Filtered = { filter: {}, reasons: [], doubts: [], unused: [] };
  for (const { each, plain, usable } of all) if (usable.length === 0 && !plain) result.unused.push(each.words);
  for (const kind of kinds) {
    const found = all.flatMap(({ each, usable }) =>
      usable.filter(({ of }) => of === kind).map((sense) => ({ ...each, value: [...sense.value], label: sense.label })),
    );
    const last = found.at(-1);
    if (!last) continue;
    if (new Set(found.map(({ value }) => value.join())).size > 1)
      result.doubts.push({ kind: 'differ', words: quoted(found.map(({ words }) => words)) });
    result.filter = { ...result.filter, [kind]: last.value };
    result.reasons.push({ heading: last.heading, words: last.words, gives: kind, value: last.label });
  }
  return result;
}
