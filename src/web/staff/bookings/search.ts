export type BookingSearch = { center?: string; day?: string; room?: string; post?: string };

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function readBookingSearch(search: Record<string, unknown>): BookingSearch {
  const [center, day, room, post] = [text(search.center), text(search.day), text(search.room), text(search.post)];
  return { ...(center && { center }), ...(day && { day }), ...(room && { room }), ...(post && { post }) };
}
