/** What the address of the result page says. */
export type SearchAddress = { text?: string; status?: string; category?: string; region?: string; after?: string };

const names = ['text', 'status', 'category', 'region', 'after'] as const;

export function readSearchAddress(search: Record<string, unknown>): SearchAddress {
  const given = names.flatMap((name) => {
    const value = search[name];
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && text !== '' ? [[name, text] as const] : [];
  });
  return Object.fromEntries(given);
}

/** Another filter or other words show another list: it starts at its first row. */
export function withSearch(search: SearchAddress, changed: SearchAddress): SearchAddress {
  const { after: _after, ...rest } = search;
  return readSearchAddress({ ...rest, ...changed });
}
