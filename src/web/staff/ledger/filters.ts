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

const names = ['status', 'category', 'unit', 'source', 'due', 'order', 'after', 'before'] as const;

/** The address is the state: whatever it does not know is dropped. */
export function readLedgerSearch(search: Record<string, unknown>): LedgerSearch {
  const given = names.flatMap((name) => {
    const value = search[name];
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(given);
}
