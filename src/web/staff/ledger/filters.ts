export type LedgerSearch = {
  status?: string;
  category?: string;
  unit?: string;
  source?: string;
  due?: string;
  order?: string;
  after?: string;
  before?: string;
};
export type FilterName = 'status' | 'category' | 'unit' | 'source' | 'due';

export const filterNames: readonly FilterName[] = ['status', 'category', 'unit', 'source', 'due'];
export const dueValues = ['overdue', 'today', '3d', '7d'] as const;

const names = [...filterNames, 'order', 'after', 'before'] as const;

/** The address is the state: whatever it does not know is dropped. */
export function readLedgerSearch(search: Record<string, unknown>): LedgerSearch {
  const given = names.flatMap((name) => {
    const value = search[name];
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
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

export function withOrder(search: LedgerSearch, order: 'due' | 'opened'): LedgerSearch {
  const { after: _after, before: _before, order: _old, ...rest } = search;
  return order === 'due' ? rest : { ...rest, order };
}

/** Turning a page keeps the filters and forgets where the other page began. */
export function withPage(search: LedgerSearch, direction: 'after' | 'before', cursor: string): LedgerSearch {
  const { after: _after, before: _before, ...rest } = search;
  return { ...rest, [direction]: cursor };
}

export type Wording = {
  /** The words of one value: 「调处中」, 「邻里」. */
  word: (name: FilterName, value: string) => string;
  label: (name: FilterName) => string;
};

/** 「状态是调处中、已分流，3天内到期」: what is shown, as one would say it. */
export function filterSentence(search: LedgerSearch, { word, label }: Wording): string {
  return filterNames
    .filter((name) => valuesOf(search, name).length > 0)
    .map((name) => {
      const words = valuesOf(search, name).map((value) => word(name, value));
      return name === 'due' ? words.join('、') : `${label(name)}是${words.join('、')}`;
    })
    .join('，');
}
