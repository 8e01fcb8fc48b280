/** Filters of the visits of a day, as they stand in the address. */
export type VisitSearch = {
  day?: string;
  service?: string;
  kind?: 'group' | 'dispute' | 'confidential';
  after?: string;
};

const kinds = ['group', 'dispute', 'confidential'] as const;
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function readDaySearch(search: Record<string, unknown>): { day?: string } {
  const day = text(search.day);
  return day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {};
}

export function readVisitSearch(search: Record<string, unknown>): VisitSearch {
  const [service, after] = [text(search.service), text(search.after)];
  const kind = kinds.find((each) => each === search.kind);
  return {
    ...readDaySearch(search),
    ...(service && { service }),
    ...(kind && { kind }),
    ...(after && { after }),
  };
}
