import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import type { Queries, Tx } from '../platform/db.ts';
import type { Resources, Span } from './booking.ts';
import { overlaps, refuseOddSpan } from './booking.ts';
import type { BookingEngine } from './bookingEngine.ts';
import { listGroup, lockResources, recordBookings } from './bookings.sql.ts';
import { refuseClash } from './clash.ts';
import { look, nameClashes } from './facts.sql.ts';
import { freeTimes } from './freeTimes.ts';
import { checkRooms, peopleOf, refuseNothing } from './resources.ts';
import { tellPosts } from './tellPosts.sql.ts';
import type { Asked } from './warnings.ts';

/** Rooms and people for a time, at a center; all of it, or nothing. */
export type Wanted = Resources & {
  /** Given by whoever books: the same id sent again is the same booking. */
  readonly groupId: string;
  readonly centerId: string;
  readonly countyCode: string;
  readonly span: Span;
  readonly matter: { readonly countyCode: string; readonly id: string } | null;
};
export type Booked = { readonly groupId: string; readonly warnings: readonly string[] };

export const roomNames = (engine: BookingEngine, roomIds: readonly string[]): string =>
  roomIds.map((id) => engine.reference().book.rooms.get(id)?.name ?? '').join('、');

type Asking = Omit<Wanted, 'matter' | 'groupId' | 'postIds'> & {
  readonly people: readonly Asked[];
  readonly but?: string | undefined;
};

/** What stands in the way of it, what should be known, and when all of it is free: for whoever books, and for whoever only asks. */
export async function tryOut(engine: BookingEngine, queries: Queries, actor: Actor, asking: Asking) {
  const { centerId, countyCode, span, roomIds, people, but } = asking;
  const place = { centerId, countyCode };
  const { taken: all, warnings } = await look(engine, queries, actor, { place, span, roomIds, people });
  const taken = all.filter(({ groupId }) => groupId !== but);
  const met = taken.filter((row) => overlaps(row, span));
  const clashes = await nameClashes(engine, queries, actor, met, people);
  const calendar = engine.reference().calendarFor(countyCode, centerId);
  const free = clashes.length === 0 ? [] : freeTimes(span, taken, calendar, engine.now());
  return { clashes, warnings, free };
}

/**
 * Books rooms and people together, in the transaction of whoever needs them, once a transaction. A clash is refused by name, with the next
 * times at which all of it is free; who rotates and is not there that day, or is away, is told and does not hinder.
 */
export async function book(tx: Tx, engine: BookingEngine, actor: Actor, wanted: Wanted): Promise<Booked> {
  const now = engine.now();
  const { groupId, span, roomIds, postIds, countyCode, centerId, matter } = wanted;
  refuseNothing(wanted);
  refuseOddSpan(span, now);
  const people = peopleOf(engine.reference(), postIds, actor.counties);
  await lockResources(
    tx,
    roomIds,
    people.map(({ userId }) => userId),
  );
  const before = await listGroup(tx, groupId);
  if (before.length > 0) return { groupId, warnings: [] };
  checkRooms(engine.reference(), roomIds, actor.counties);
  const { clashes, warnings, free } = await tryOut(engine, tx, actor, { ...wanted, people });
  refuseClash(clashes, free);
  recordBookings(tx, { groupId, countyCode, centerId, roomIds, people, span, matter, madeBy: actor.postId }, now);
  recordTrail(tx, { at: now, act: 'booking.made', actor, subject: groupId });
  tellPosts(tx, actor, 'made', { countyCode, postIds, span, more: roomNames(engine, roomIds) }, now);
  return { groupId, warnings };
}
