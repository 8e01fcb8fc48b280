import { type Status, statuses } from '../disputes/procedure.ts';
import { sourceWords } from '../intake/sourceWords.ts';
import type { Network } from '../network/lookup.ts';
import type { Directory } from '../people/directory.ts';
import { type Day, endOfDay, isDay, startOfDay } from '../platform/now.ts';
import type { Days, Dropped, LedgerFilter, Numbers, Some } from './ledgerFilter.ts';
import {
  ALL,
  type DueValue,
  dueValues,
  endsOf,
  type FilterName,
  filterNames,
  filterSpecs,
  type LedgerSearch,
  NONE,
  valuesOf,
} from './search.ts';
import { valueWords } from './words.ts';

export type Known = { network: Network; directory: Directory };

/** Without a status a ledger shows what nobody has struck off yet. */
export const running: readonly Status[] = statuses.filter(
  (status) => !['declined', 'struckOff', 'archived'].includes(status),
);

type Test = (value: string, known: Known) => boolean;
const oneOf =
  (name: FilterName): Test =>
  (value) =>
    Object.hasOwn(valueWords[name] ?? {}, value);
const isUnit: Test = (value, { network }) => value === NONE || network.unit(value) !== undefined;
const isPost: Test = (value, { directory }) => value === NONE || directory.post(value) !== undefined;

const exists: Partial<Record<FilterName, Test>> = {
  status: (value) => value === ALL || (statuses as readonly string[]).includes(value),
  category: (value, { network }) => network.category(value) !== undefined,
  // `=140106`: this place itself, without what lies below it.
  region: (value, { network }) => network.region(value.replace(/^=/, '')) !== undefined,
  unit: isUnit,
  center: (value, { network }) => network.unit(value)?.kind === 'center',
  handler: isPost,
  first: (value, known) => value !== NONE && isPost(value, known),
  source: (value) => value in sourceWords,
  difficulty: oneOf('difficulty'),
  urgency: oneOf('urgency'),
  gravity: oneOf('gravity'),
  outcome: oneOf('outcome'),
  supervised: oneOf('supervised'),
  reopened: oneOf('reopened'),
  contested: oneOf('contested'),
  whose: oneOf('whose'),
};

function readDays(text: string): Days | undefined {
  const [from, to] = endsOf(text);
  const right = [from, to].every((end) => end === '' || isDay(end as Day));
  if (!right || (from === '' && to === '') || (from !== '' && to !== '' && from > to)) return undefined;
  return { ...(from && { from: startOfDay(from) }), ...(to && { to: endOfDay(to) }) };
}

function readNumbers(text: string): Numbers | undefined {
  const [from, to] = endsOf(text);
  const right = [from, to].every((end) => end === '' || /^\d{1,12}(\.\d{1,2})?$/.test(end));
  if (!right || (from === '' && to === '')) return undefined;
  return { ...(from && { from: Number(from) }), ...(to && { to: Number(to) }) };
}

const readDue = (text: string): DueValue | Days | undefined =>
  (dueValues as readonly string[]).includes(text) ? (text as DueValue) : readDays(text);

const some = (values: readonly string[]): Some => values.map((value) => (value === NONE ? null : value));
const withNone: readonly FilterName[] = ['unit', 'handler', 'difficulty', 'urgency', 'gravity', 'outcome'];

function readOne(search: LedgerSearch, name: FilterName, known: Known, drop: (value: string) => void): unknown {
  const text = search[name];
  if (text === undefined || name === 'text') return undefined;
  const { kind } = filterSpecs[name];
  const read = { due: readDue, days: readDays, numbers: readNumbers }[kind as 'due' | 'days' | 'numbers'];
  if (read) {
    const value = read(text);
    if (value === undefined) drop(text);
    return value;
  }
  const [values, gone] = [true, false].map((good) =>
    valuesOf(search, name).filter((value) => (exists[name]?.(value, known) ?? false) === good),
  ) as [string[], string[]];
  for (const value of gone) drop(value);
  if (values.length === 0) return undefined;
  if (kind === 'flag') return true;
  return withNone.includes(name) ? some(values) : values;
}

function statusesOf(values: readonly string[] | undefined): readonly Status[] {
  if (values === undefined) return running;
  return values.includes(ALL) ? statuses : (values as readonly Status[]);
}

/** What an address asks for; what does not exist any more is left out of the question and named. */
export function readFilter(search: LedgerSearch, known: Known): { filter: LedgerFilter; dropped: Dropped[] } {
  const dropped: Dropped[] = [];
  const read = filterNames.flatMap((name) => {
    const value = readOne(search, name, known, (gone) => dropped.push({ name, value: gone }));
    return value === undefined ? [] : [[name, value] as const];
  });
  const { status, ...rest } = Object.fromEntries(read) as Partial<LedgerFilter> & { status?: readonly string[] };
  return { filter: { ...rest, status: statusesOf(status) }, dropped };
}
