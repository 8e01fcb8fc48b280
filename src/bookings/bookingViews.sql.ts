import type { Actor } from '../platform/actor.ts';
import type { Queries } from '../platform/db.ts';
import { toIso } from '../platform/now.ts';
import type { BookingEngine } from './bookingEngine.ts';
import type { BookingRow } from './bookingRow.ts';
import { listTogether } from './bookings.sql.ts';
import { mayChange } from './changeBooking.sql.ts';
import { aboutOf } from './facts.sql.ts';
import type { BookingView } from './views.ts';

/** Rows as their reader may see them: of what is none of the reader's matters, only that it is taken. */
export async function viewsOf(
  engine: BookingEngine,
  queries: Queries,
  actor: Actor,
  rows: readonly BookingRow[],
): Promise<BookingView[]> {
  const [about, together] = await Promise.all([
    aboutOf(engine, queries, actor, rows),
    listTogether(queries, [...new Set(rows.map(({ groupId }) => groupId))]),
  ]);
  const groups = Map.groupBy(together, ({ groupId }) => groupId);
  const { book, directory } = engine.reference();
  return rows.map((row): BookingView => {
    const own = row.userId === actor.userId;
    const mine = own || mayChange(actor, row);
    const known = row.matterId === null ? actor.counties.includes(row.countyCode) : about.has(row.matterId);
    const others = known || mine ? (groups.get(row.groupId) ?? [row]) : [row];
    return {
      ...{ id: row.id, groupId: row.groupId, roomId: row.roomId, postId: row.postId, centerId: row.centerId },
      ...{
        from: toIso(row.from),
        to: toIso(row.to),
        state: others.some(({ state }) => state === 'needsRoom') ? 'needsRoom' : 'held',
      },
      about: (row.matterId && about.get(row.matterId)?.text) || null,
      page: (row.matterId && about.get(row.matterId)?.page) || null,
      by: known || mine ? (directory.post(row.madeBy)?.name ?? null) : null,
      rooms: others.flatMap(({ roomId }) => (roomId ? [book.rooms.get(roomId)?.name ?? ''] : [])),
      people: others.flatMap(({ postId }) => (postId ? [directory.post(postId)?.name ?? ''] : [])),
      roomIds: others.flatMap(({ roomId }) => roomId ?? []),
      postIds: others.flatMap(({ postId }) => postId ?? []),
      ...{ mayChange: mayChange(actor, row), own },
    };
  });
}
