import type { Book } from '../network/book.ts';
import type { BookingRow } from './bookingRow.ts';
import type { FeedEvent } from './feed.ts';

/** One event for all that was booked together: how it stands now, or that it was given up. */
export function eventOf(book: Book, rows: readonly BookingRow[], userId: string, code: string | null): FeedEvent {
  const own = rows.filter((row) => row.userId === userId);
  const live = own.find(({ state }) => state !== 'released');
  const last = live ?? (own.toSorted((a, b) => Number(a.endedAt) - Number(b.endedAt)).at(-1) as BookingRow);
  const then = rows.filter(
    ({ roomId, from, state }) => roomId && Number(from) === Number(last.from) && (!live || state !== 'released'),
  );
  const times = new Set(rows.flatMap(({ madeAt, endedAt }) => [Number(madeAt), ...(endedAt ? [Number(endedAt)] : [])]));
  return {
    ...{ groupId: last.groupId, from: last.from, to: last.to, code, cancelled: live === undefined },
    rooms: [...new Set(then.map(({ roomId }) => book.rooms.get(roomId ?? '')?.name ?? ''))],
    center: book.centers.get(last.centerId)?.short ?? '',
    sequence: times.size - 1,
    changedAt: new Date(Math.max(...times)),
  };
}
