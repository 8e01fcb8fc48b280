import { isDesk } from '../attendance/attendanceEngine.ts';
import { recordTrail } from '../people/trail.sql.ts';
import { type Actor, holdsPost } from '../platform/actor.ts';
import type { Tx } from '../platform/db.ts';
import { refuse } from '../platform/refusal.ts';
import { type Booked, roomNames, tryOut } from './book.sql.ts';
import { type ReleaseInput, type Resources, refuseOddSpan, type Span } from './booking.ts';
import type { BookingEngine } from './bookingEngine.ts';
import type { BookingRow } from './bookingRow.ts';
import { lockGroup, lockResources, recordBookings, recordReleased } from './bookings.sql.ts';
import { refuseClash } from './clash.ts';
import { checkRooms, peopleOf, refuseNothing } from './resources.ts';
import { tellPosts } from './tellPosts.sql.ts';

/** Whoever booked it, and the desk of the center in which it is. */
export const mayChange = (actor: Actor, row: Pick<BookingRow, 'madeBy' | 'centerId'>): boolean =>
  holdsPost(actor, row.madeBy) || isDesk(actor, row.centerId);

async function standing(tx: Tx, actor: Actor, groupId: string): Promise<[BookingRow, ...BookingRow[]]> {
  const rows = (await lockGroup(tx, groupId)).filter(({ countyCode }) => actor.counties.includes(countyCode));
  if (rows.length === 0) refuse('notFound', 'noSuchBooking', '没有这一笔，或者不在这个岗位的区县里。');
  const [first, ...others] = rows.filter(({ state }) => state !== 'released');
  return first ? [first, ...others] : refuse('conflict', 'bookingReleased', '这一笔已经取消了。');
}

/** Gives up all of it, or one room or person. Who was asked may say of the own time that it is not possible. */
export async function release(tx: Tx, engine: BookingEngine, actor: Actor, groupId: string, input: ReleaseInput) {
  const now = engine.now();
  const rows = await standing(tx, actor, groupId);
  const gone = input.id === undefined ? rows : rows.filter(({ id }) => id === input.id);
  const [first] = gone;
  if (!first) return refuse('conflict', 'bookingReleased', '这一间或这一位已经取消了。');
  const own = gone.length === 1 && first.userId === actor.userId;
  if (!own && !mayChange(actor, first)) refuse('forbidden', 'notYourBooking', '由订的人或中心窗口来取消。');
  if (first.to <= now) refuse('conflict', 'overAlready', '这段时间已经过去了，留着备查。');
  const ending = { reason: input.reason, by: actor.postId, at: now };
  recordReleased(
    tx,
    gone.map(({ id }) => id),
    ending,
  );
  recordTrail(tx, { at: now, act: 'booking.released', actor, subject: groupId, detail: { reason: input.reason } });
  const { countyCode, madeBy } = first;
  const told = gone.flatMap(({ postId }) => postId ?? []);
  if (own) tellPosts(tx, actor, 'cannotCome', { countyCode, postIds: [madeBy], span: first, more: actor.name }, now);
  else tellPosts(tx, actor, 'released', { countyCode, postIds: told, span: first }, now);
}

export type Moved = Partial<Resources> & { readonly span: Span };

const sameTime = (one: Span, other: Span): boolean =>
  one.from.getTime() === other.from.getTime() && one.to.getTime() === other.to.getTime();
const sameThings = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));

type Told = { had: readonly string[]; postIds: readonly string[]; roomIds: readonly string[]; span: Span };

/** Who stays, who no longer has to come, and who is new: each hears what concerns them. */
function tellMoved(
  tx: Tx,
  engine: BookingEngine,
  actor: Actor,
  before: BookingRow,
  { had, postIds, roomIds, span }: Told,
): void {
  const now = engine.now();
  const { countyCode } = before;
  const told = { countyCode, span, more: roomNames(engine, roomIds) };
  const has = (some: readonly string[], wanted: boolean) => (id: string) => some.includes(id) === wanted;
  tellPosts(tx, actor, 'moved', { ...told, postIds: had.filter(has(postIds, true)) }, now);
  tellPosts(tx, actor, 'released', { countyCode, span: before, postIds: had.filter(has(postIds, false)) }, now);
  tellPosts(tx, actor, 'made', { ...told, postIds: postIds.filter(has(had, false)) }, now);
}

/** Another time, other rooms, other people: what it was stays on record, and it is the same booking. */
export async function move(tx: Tx, engine: BookingEngine, actor: Actor, groupId: string, to: Moved): Promise<Booked> {
  const now = engine.now();
  const rows = await standing(tx, actor, groupId);
  const [first] = rows;
  if (!mayChange(actor, first)) refuse('forbidden', 'notYourBooking', '由订的人或中心窗口来改。');
  const had = {
    roomIds: rows.flatMap(({ roomId }) => roomId ?? []),
    postIds: rows.flatMap(({ postId }) => postId ?? []),
  };
  const { span, roomIds = had.roomIds, postIds = had.postIds } = to;
  if (sameTime(first, span) && sameThings(had.roomIds, roomIds) && sameThings(had.postIds, postIds))
    return { groupId, warnings: [] };
  refuseNothing({ roomIds, postIds });
  refuseOddSpan(span, now);
  const reference = engine.reference();
  checkRooms(reference, roomIds, actor.counties);
  const people = peopleOf(reference, postIds, actor.counties);
  await lockResources(
    tx,
    roomIds,
    people.map(({ userId }) => userId),
  );
  const { countyCode, centerId, matterId, matterCounty, madeBy } = first;
  const asking = { centerId, countyCode, span, roomIds, people, but: groupId };
  const { clashes, warnings, free } = await tryOut(engine, tx, actor, asking);
  refuseClash(clashes, free);
  recordReleased(
    tx,
    rows.map(({ id }) => id),
    { reason: 'otherTime', by: actor.postId, at: now },
  );
  const matter = matterId && matterCounty ? { countyCode: matterCounty, id: matterId } : null;
  recordBookings(tx, { groupId, countyCode, centerId, roomIds, people, span, matter, madeBy }, now);
  recordTrail(tx, { at: now, act: 'booking.moved', actor, subject: groupId });
  tellMoved(tx, engine, actor, first, { had: had.postIds, postIds, roomIds, span });
  return { groupId, warnings };
}
