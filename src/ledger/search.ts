/** What an address of the ledger says, all of it as words: filters, order, place in the list, view and columns. */
export const filterNames = [
  'status',
  'category',
  'region',
  'unit',
  'handler',
  'center',
  'first',
  'source',
  'due',
  'difficulty',
  'urgency',
  'gravity',
  'opened',
  'closed',
  'amount',
  'people',
  'outcome',
  'supervised',
  'reopened',
  'contested',
  'whose',
  'text',
] as const;
export type FilterName = (typeof filterNames)[number];

export type FilterKind = 'many' | 'place' | 'due' | 'days' | 'numbers' | 'flag' | 'text';
type Spec = {
  kind: FilterKind;
  /** What those who see place, category and status only may not ask either: an answer would tell it. */
  deep: boolean;
};

export const filterSpecs: Readonly<Record<FilterName, Spec>> = {
  status: { kind: 'many', deep: false },
  due: { kind: 'due', deep: false },
  category: { kind: 'many', deep: false },
  region: { kind: 'place', deep: false },
  unit: { kind: 'many', deep: false },
  handler: { kind: 'many', deep: true },
  center: { kind: 'many', deep: false },
  first: { kind: 'many', deep: true },
  source: { kind: 'many', deep: true },
  difficulty: { kind: 'many', deep: true },
  urgency: { kind: 'many', deep: true },
  gravity: { kind: 'many', deep: true },
  opened: { kind: 'days', deep: false },
  closed: { kind: 'days', deep: false },
  amount: { kind: 'numbers', deep: true },
  people: { kind: 'numbers', deep: true },
  outcome: { kind: 'many', deep: true },
  supervised: { kind: 'many', deep: true },
  reopened: { kind: 'flag', deep: true },
  contested: { kind: 'flag', deep: true },
  whose: { kind: 'many', deep: false },
  text: { kind: 'text', deep: true },
};

export const dueValues = ['overdue', 'today', '3d', '7d', 'paused', 'none'] as const;
export type DueValue = (typeof dueValues)[number];
/** Stands for "nothing is written there yet". */
export const NONE = 'none';
/** Every status, also what was struck off: without it a ledger shows what is still open. */
export const ALL = 'all';

/** Where each order takes its value from; `index`: the list stands in that order already. */
export const sorts = {
  due: { by: 'due', direction: 'asc' },
  dueLast: { by: 'due', direction: 'desc' },
  opened: { by: 'opened', direction: 'desc' },
  openedFirst: { by: 'opened', direction: 'asc' },
  closed: { by: 'closed', direction: 'desc' },
  closedFirst: { by: 'closed', direction: 'asc' },
  updated: { by: 'updated', direction: 'desc' },
  updatedFirst: { by: 'updated', direction: 'asc' },
  amount: { by: 'amount', direction: 'desc' },
  amountLeast: { by: 'amount', direction: 'asc' },
  people: { by: 'people', direction: 'desc' },
  peopleLeast: { by: 'people', direction: 'asc' },
} as const satisfies Record<string, { by: string; direction: 'asc' | 'desc' }>;
export type Sort = keyof typeof sorts;
export type SortBy = (typeof sorts)[Sort]['by'];
export const isSort = (text: string | undefined): text is Sort => text !== undefined && Object.hasOwn(sorts, text);

export type LedgerSearch = Partial<Record<FilterName | 'order' | 'after' | 'before' | 'view' | 'cols', string>>;

const names = [...filterNames, 'order', 'after', 'before', 'view', 'cols'] as const;

/** The address is the state: whatever it does not know is dropped. */
export function readLedgerSearch(search: Record<string, unknown>): LedgerSearch {
  const given = names.flatMap((name) => {
    const value = search[name];
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && text !== '' ? [[name, text] as const] : [];
  });
  return Object.fromEntries(given);
}

export function valuesOf(search: LedgerSearch, name: FilterName): string[] {
  return search[name]?.split(',').filter(Boolean) ?? [];
}

/** Another filter shows another list: it starts from its first row. */
export function withFilter(search: LedgerSearch, name: FilterName, values: readonly string[]): LedgerSearch {
  const { after: _after, before: _before, [name]: _old, ...rest } = search;
  return values.length === 0 ? rest : { ...rest, [name]: values.join(',') };
}

export function withOrder(search: LedgerSearch, order: Sort): LedgerSearch {
  const { after: _after, before: _before, order: _old, ...rest } = search;
  return order === 'due' ? rest : { ...rest, order };
}

/** Turning a page keeps the filters and forgets where the other page began. */
export function withPage(search: LedgerSearch, direction: 'after' | 'before', cursor: string): LedgerSearch {
  const { after: _after, before: _before, ...rest } = search;
  return { ...rest, [direction]: cursor };
}

/** What a view keeps and an export repeats: filters and order, not the page. */
export function kept(search: LedgerSearch): LedgerSearch {
  const { after: _after, before: _before, view: _view, cols: _cols, ...rest } = search;
  return rest;
}

const alike = (a: LedgerSearch, b: LedgerSearch): boolean => names.every((name) => (a[name] ?? '') === (b[name] ?? ''));
export const sameFilters = (a: LedgerSearch, b: LedgerSearch): boolean => alike(kept(a), kept(b));

/** The two ends of `2026-10-01..2026-10-31`, `10000..` or `..30`; an end that is not given is empty. */
export function endsOf(range: string | undefined): [from: string, to: string] {
  const [from = '', to = ''] = (range ?? '').split('..');
  return [from, to];
}
export const rangeOf = (from: string, to: string): string => (from === '' && to === '' ? '' : `${from}..${to}`);
