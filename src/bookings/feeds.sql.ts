import { ask, type Queries, recordText, type Tx } from '../platform/db.ts';
import { DAY } from '../platform/now.ts';
import type { BookingEngine } from './bookingEngine.ts';
import { listEver } from './bookings.sql.ts';
import type { FeedEvent } from './feed.ts';
import { eventOf } from './feedEvent.ts';

export type Feed = { readonly userId: string; readonly countyCode: string; readonly endedAt: Date | null };

/** Nothing where nobody has this address; an ended one, or one of somebody who left, is known and opens nothing. */
export async function findFeed(queries: Queries, hash: string, day: string): Promise<Feed | undefined> {
  const text = `select f.user_id as "userId", p.county_code as "countyCode",
      case when u.active and exists (select from post o where o.user_id = f.user_id
        and $2::date between o.valid_from and coalesce(o.valid_to, 'infinity')) then f.ended_at else f.made_at end as "endedAt"
    from booking_feed f join app_user u on u.id = f.user_id join post p on p.id = f.post_id where f.token_hash = $1`;
  return (await ask<Feed>(queries, text, [hash, day]))[0];
}

export async function findOwnFeed(queries: Queries, userId: string) {
  const text = `select made_at as "madeAt", asked_at as "askedAt" from booking_feed where user_id = $1 and ended_at is null`;
  return (await ask<{ madeAt: Date; askedAt: Date | null }>(queries, text, [userId]))[0];
}

export function recordFeedEnd(tx: Tx, userId: string, now: Date): void {
  recordText(tx, 'update booking_feed set ended_at = $2 where user_id = $1 and ended_at is null', [userId, now]);
}

export function recordFeed(tx: Tx, by: { userId: string; postId: string }, hash: string, now: Date): void {
  const text = 'insert into booking_feed (token_hash, user_id, post_id, made_at) values ($1, $2, $3, $4)';
  recordText(tx, text, [hash, by.userId, by.postId, now]);
}

export function recordAsked(tx: Tx, hash: string, now: Date): void {
  recordText(tx, 'update booking_feed set asked_at = $2 where token_hash = $1', [hash, now]);
}

const DAYS_BACK = 30;

/** What somebody was and is booked for, from a month ago on. Read as the house: of a matter only its code leaves. */
export async function listEvents(engine: BookingEngine, queries: Queries, userId: string): Promise<FeedEvent[]> {
  const rows = await listEver(queries, userId, new Date(engine.now().getTime() - DAYS_BACK * DAY));
  const keys = [...new Map(rows.map(({ matterId, matterCounty }) => [matterId, matterCounty]))];
  const text = 'select id, code from matter where county_code = any ($1::text[]) and id = any ($2::uuid[])';
  const ids = keys.flatMap(([id]) => id ?? []);
  const counties = [...new Set(keys.flatMap(([, county]) => county ?? []))];
  const codes = ids.length === 0 ? [] : await ask<{ id: string; code: string }>(queries, text, [counties, ids]);
  const byId = new Map(codes.map(({ id, code }) => [id, code]));
  const { book } = engine.reference();
  const groups = Map.groupBy(rows, ({ groupId }) => groupId);
  return [...groups.values()].map((group) => eventOf(book, group, userId, byId.get(group[0]?.matterId ?? '') ?? null));
}
