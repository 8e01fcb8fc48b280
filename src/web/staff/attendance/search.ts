const parts = ['roster', 'alarms'] as const;
export type DutySearch = { center?: string; day?: string; month?: string; part?: (typeof parts)[number] };

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function readDutySearch(search: Record<string, unknown>): DutySearch {
  const [center, day, month] = [text(search.center), text(search.day), text(search.month)];
  const part = parts.find((each) => each === search.part);
  return { ...(center && { center }), ...(day && { day }), ...(month && { month }), ...(part && { part }) };
}
