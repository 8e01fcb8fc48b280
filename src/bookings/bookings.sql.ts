import { ask, type Queries, recordRows, recordText, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import type { Span } from './booking.ts';
import type { BookingRow, BookingState } from './bookingRow.ts';
import type { ReleaseReason } from './words.ts';

const columns = `id, group_id as "groupId", county_code as "countyCode", center_id as "centerId", room_id as "roomId",
  post_id as "postId", user_id as "userId", from_at as "from", to_at as "to", matter_county as "matterCounty",
  matter_id as "matterId", made_by_post_id as "madeBy", made_at as "madeAt", state, reason, ended_at as "endedAt"`;
const within = 'tstzrange(from_at, to_at) && tstzrange';

/**
 * Whoever books one of these waits for whoever books another of them at this moment, and then reads what was booked: so a clash is
 * told by name. Sorted, so that no two wait for each other; a transaction takes them once. The constraint of the table stands anyway.
 */
export async function lockResources(tx: Tx, roomIds: readonly string[], userIds: readonly string[]): Promise<void> {
  if (tx.rehearsed) return;
  const keys = [...roomIds, ...userIds].map((id) => `booking/${id}`).toSorted();
  await ask(tx, 'select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest($1::text[]) key', [keys]);
}

type Things = { readonly roomIds: readonly string[]; readonly userIds: readonly string[] };

/** All that is taken of these rooms and people in a time, whoever booked it. */
export function listTaken(queries: Queries, { roomIds, userIds }: Things, { from, to }: Span): Promise<BookingRow[]> {
  const text = `select ${columns} from booking where state <> 'released' and ${within}($3, $4)
    and (room_id = any ($1::text[]) or user_id = any ($2::uuid[])) order by from_at, id`;
  return ask(queries, text, [[...roomIds], [...userIds], from, to]);
}

export function listGroup(queries: Queries, groupId: string): Promise<BookingRow[]> {
  return ask(queries, `select ${columns} from booking where group_id = $1 order by room_id nulls last, id`, [groupId]);
}

/** Whoever changes what was booked together does so alone. */
export async function lockGroup(tx: Tx, groupId: string): Promise<BookingRow[]> {
  if (!tx.rehearsed) await ask(tx, 'select from booking where group_id = $1 order by id for update', [groupId]);
  return listGroup(tx, groupId);
}

/** What is taken of a center's rooms in a week, rooms out of use included. */
export function listOfRooms(queries: Queries, centerId: string, { from, to }: Span): Promise<BookingRow[]> {
  const text = `select ${columns} from booking where state <> 'released' and ${within}($2, $3)
    and room_id in (select r.id from room r where r.center_id = $1) order by from_at, id limit 2000`;
  return ask(queries, text, [centerId, from, to]);
}

export function listOfUser(queries: Queries, userId: string, { from, to }: Span): Promise<BookingRow[]> {
  const text = `select ${columns} from booking where state <> 'released' and user_id = $1 and ${within}($2, $3)
    order by from_at, id limit 500`;
  return ask(queries, text, [userId, from, to]);
}

/** With whom and where: what else was booked together with these. */
export function listTogether(queries: Queries, groupIds: readonly string[]): Promise<BookingRow[]> {
  const text = `select ${columns} from booking where state <> 'released' and group_id = any ($1::uuid[]) order by room_id nulls last, id`;
  return ask(queries, text, [[...groupIds]]);
}

export type NewBooking = {
  readonly groupId: string;
  readonly countyCode: string;
  readonly centerId: string;
  readonly roomIds: readonly string[];
  readonly people: readonly { readonly postId: string; readonly userId: string }[];
  readonly span: Span;
  readonly matter: { readonly countyCode: string; readonly id: string } | null;
  readonly madeBy: string;
};

export function recordBookings(tx: Tx, made: NewBooking, now: Date): void {
  const shared = {
    group_id: made.groupId,
    county_code: made.countyCode,
    center_id: made.centerId,
    from_at: made.span.from,
    to_at: made.span.to,
    matter_county: made.matter?.countyCode ?? null,
    matter_id: made.matter?.id ?? null,
    made_by_post_id: made.madeBy,
    made_at: now,
    state: 'held' as const,
  };
  const rooms = made.roomIds.map((room_id) => ({ room_id, post_id: null, user_id: null }));
  const people = made.people.map(({ postId, userId }) => ({ room_id: null, post_id: postId, user_id: userId }));
  recordRows(
    tx,
    'booking',
    [...rooms, ...people].map((what) => ({ id: newId(now), ...shared, ...what })),
  );
}

type Ending = { readonly reason: ReleaseReason | 'otherTime'; readonly by: string | null; readonly at: Date };

/** What was given up stays as it was, with why and by whom. */
export function recordReleased(tx: Tx, ids: readonly string[], { reason, by, at }: Ending): void {
  const text = `update booking set state = 'released', reason = $2, ended_by_post_id = $3, ended_at = $4
    where id = any ($1::uuid[]) and state <> 'released'`;
  recordText(tx, text, [[...ids], reason, by, at]);
}

const usable = 'r.active and u.active';
const fromRoom = 'from room r join unit u on u.id = r.center_id where r.id = b.room_id';

/** Rooms that are no longer in use keep their bookings to come, marked; those that are in use again have theirs back. */
export async function markRooms(tx: Tx, countyCode: string, now: Date): Promise<BookingRow[]> {
  const mark = (from: BookingState, to: BookingState, holds: string) =>
    ask<BookingRow>(
      tx,
      `update booking b set state = '${to}' where b.county_code = $1 and b.state = '${from}' and b.room_id is not null
        and b.to_at > $2 and exists (select ${fromRoom} and ${holds}) returning ${columns}`,
      [countyCode, now],
    );
  const [withdrawn] = await Promise.all([
    mark('held', 'needsRoom', `not (${usable})`),
    mark('needsRoom', 'held', usable),
  ]);
  return withdrawn;
}

/** The matter of a code that was ever printed, where the asker may see it. */
export async function findMatter(
  queries: Queries,
  code: string,
): Promise<{ countyCode: string; id: string } | undefined> {
  const text = `select m.county_code as "countyCode", m.id from code_alias a
    join matter m on m.county_code = a.county_code and m.id = a.matter_id where a.code = $1`;
  return (await ask<{ countyCode: string; id: string }>(queries, text, [code]))[0];
}

/** All that was ever booked together with somebody's time that ends after a day, given up or not. */
export function listEver(queries: Queries, userId: string, after: Date): Promise<BookingRow[]> {
  const text = `select ${columns} from booking where group_id in (select o.group_id from booking o where o.user_id = $1 and o.to_at > $2)
    order by from_at, made_at, id limit 5000`;
  return ask(queries, text, [userId, after]);
}
