import type { Actor } from '../platform/actor.ts';
import { command } from '../platform/db.ts';
import type { BookingEngine } from './bookingEngine.ts';
import { markRooms } from './bookings.sql.ts';
import { tellPosts } from './tellPosts.sql.ts';

/**
 * Whichever way a room went out of use (by form, by workbook, with its center), what was booked in it stands and is marked, and whoever
 * booked it is told. Answers how many.
 */
export function markWithdrawnRooms(engine: BookingEngine, actor: Actor, countyCode: string): Promise<number> {
  const now = engine.now();
  return command(engine.db, actor, async (tx) => {
    const rows = await markRooms(tx, countyCode, now);
    for (const row of rows) {
      const more = engine.reference().book.rooms.get(row.roomId ?? '')?.name ?? '房间';
      tellPosts(tx, actor, 'needsRoom', { countyCode, postIds: [row.madeBy], span: row, more }, now);
    }
    return rows.length;
  });
}
