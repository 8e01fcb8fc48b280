import { type Queries, record, type Tx } from '../platform/db.ts';
import type { Place } from './tickets.sql.ts';

export type Seat = { readonly postId: string; readonly counter: number };

/** Who sits where today. Two may share a counter; each chooses once a day. */
export async function listSeats(queries: Queries, { countyCode, centerId }: Place, day: string): Promise<Seat[]> {
  const rows = await queries
    .selectFrom('counter_seat')
    .select(['post_id', 'counter_number'])
    .where('county_code', '=', countyCode)
    .where('center_id', '=', centerId)
    .where('day', '=', day)
    .orderBy('since')
    .execute();
  return rows.map((row) => ({ postId: row.post_id, counter: row.counter_number }));
}

export async function findSeat(
  queries: Queries,
  { countyCode, centerId }: Place,
  day: string,
  postId: string,
): Promise<number | null> {
  const row = await queries
    .selectFrom('counter_seat')
    .select('counter_number')
    .where('county_code', '=', countyCode)
    .where('center_id', '=', centerId)
    .where('day', '=', day)
    .where('post_id', '=', postId)
    .executeTakeFirst();
  return row?.counter_number ?? null;
}

export function recordSeat(tx: Tx, place: Place, day: string, { postId, counter }: Seat, now: Date): void {
  const { countyCode, centerId } = place;
  const key = { county_code: countyCode, center_id: centerId, day, post_id: postId };
  const seat = { owner: `c:${centerId}`, counter_number: counter, since: now };
  record(
    tx,
    tx
      .insertInto('counter_seat')
      .values({ ...key, ...seat })
      .onConflict((conflict) =>
        conflict.columns(['county_code', 'center_id', 'day', 'post_id']).doUpdateSet((eb) => ({
          counter_number: eb.ref('excluded.counter_number'),
          since: eb.ref('excluded.since'),
        })),
      ),
  );
}
