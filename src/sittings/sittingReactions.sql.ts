import { book, roomNames } from '../bookings/book.sql.ts';
import type { BookingRow } from '../bookings/bookingRow.ts';
import { lockGroup, recordReleased } from '../bookings/bookings.sql.ts';
import { type Moved, move } from '../bookings/changeBooking.sql.ts';
import type { Actor } from '../platform/actor.ts';
import type { Tx } from '../platform/db.ts';
import type { Reaction as ReactionOf } from '../procedures/engine.ts';
import type { Sitting, SittingRules } from './sitting.ts';
import type { SittingEngine } from './sittingEngine.ts';
import { againWords, cancelledWords, changedWords, remindedWords } from './sittingWords.ts';
import { tellAll } from './tellDisputes.sql.ts';

type On = ReactionOf<Sitting, SittingRules, SittingEngine>;

/** The center's name and the rooms, as people are told them. */
export function whereOf(
  engine: SittingEngine,
  { receivingCenterId, roomIds }: Pick<Sitting, 'receivingCenterId' | 'roomIds'>,
) {
  const center = engine.reference().network.unit(receivingCenterId);
  return { centerName: center?.name ?? '综治中心', rooms: roomNames(engine, roomIds), phone: center?.phone ?? null };
}

/** Whose time is booked with the room: who holds it, and who was asked by name and did not refuse. */
export const bookedPosts = ({ hostPostIds, invites }: Pick<Sitting, 'hostPostIds' | 'invites'>): string[] => [
  ...hostPostIds,
  ...invites.flatMap(({ postId, answer }) => (postId && answer !== 'declined' ? [postId] : [])),
];

const free = async (tx: Tx, sitting: Sitting) =>
  (await lockGroup(tx, sitting.id)).filter(({ state }) => state !== 'released');

/** The booking as the sitting now is: moved, or made anew where all of it was given up. */
const rebook: On = async (tx, sitting, _decision, { actor }, engine) => {
  const span = { from: sitting.startsAt, to: sitting.endsAt };
  const things = { roomIds: sitting.roomIds, postIds: bookedPosts(sitting) };
  const standing = await free(tx, sitting);
  if (standing.length > 0) return moveAll(tx, engine, actor, standing, { span, ...things });
  const { countyCode, receivingCenterId: centerId, id } = sitting;
  await book(tx, engine, actor, { groupId: id, countyCode, centerId, span, ...things, matter: { countyCode, id } });
};

/** Who holds the sitting changes its booking, whoever made it. */
async function moveAll(tx: Tx, engine: SittingEngine, actor: Actor, standing: readonly BookingRow[], to: Moved) {
  const [first] = standing;
  if (first) await move(tx, engine, { ...actor, postId: first.madeBy }, first.groupId, to);
}

/** One more person: the rooms stay as they are, also where one went out of use; once its time is over nothing is booked. */
const bookPeople: On = async (tx, sitting, _decision, { actor, now }, engine) => {
  const standing = await free(tx, sitting);
  if (sitting.endsAt <= now || standing.length === 0) return;
  const roomIds = standing.flatMap(({ roomId, state }) => (roomId && state === 'held' ? [roomId] : []));
  const span = { from: sitting.startsAt, to: sitting.endsAt };
  await moveAll(tx, engine, actor, standing, { span, roomIds, postIds: bookedPosts(sitting) });
};

/** Rooms and people are free again as soon as it is over. */
const giveUp =
  (reason: 'notNeeded' | 'other'): On =>
  async (tx, sitting, _decision, { actor, now }) => {
    const rows = await free(tx, sitting);
    recordReleased(
      tx,
      rows.map(({ id }) => id),
      // The house has no post.
      { reason, by: actor.postId || null, at: now },
    );
  };

/** Who cannot come has the time free again; who comes after all has it taken, if it still is free. */
const answerOwn: On = async (tx, sitting, decision, context, engine) => {
  const { actor, now } = context;
  const invite = sitting.invites.find(({ id }) => id === decision.data?.inviteId);
  if (!invite || invite.postId === null) return;
  if (invite.answer === 'accepted') return bookPeople(tx, sitting, decision, context, engine);
  const own = (await free(tx, sitting)).filter(({ postId }) => postId === invite.postId);
  recordReleased(
    tx,
    own.map(({ id }) => id),
    { reason: 'other', by: actor.postId, at: now },
  );
};

const tellChanged: On = (tx, sitting, { type, data }, context, engine) => {
  const text = changedWords(sitting, whereOf(engine, sitting));
  return tellAll(engine, tx, sitting, () => ({ type, data: { sittingCode: sitting.code, ...data }, text }), context);
};

const tellTomorrow: On = (tx, sitting, { type }, context, engine) => {
  const text = remindedWords(sitting, whereOf(engine, sitting));
  return tellAll(engine, tx, sitting, () => ({ type, data: { sittingCode: sitting.code }, text }), context);
};

const tellCancelled: On = (tx, sitting, { type }, context, engine) => {
  const said = { type, data: { sittingCode: sitting.code }, text: cancelledWords(sitting) };
  return tellAll(engine, tx, sitting, () => said, context);
};

/** Of several heard together each has its own result, and hears of no other. */
const tellEnded: On = (tx, sitting, { type }, context, engine) =>
  tellAll(
    engine,
    tx,
    sitting,
    ({ result }) => {
      const againOn = result === 'again' ? sitting.againOn : null;
      const data = { sittingCode: sitting.code, result, againOn };
      return { type, data, text: againOn && againWords(againOn) };
    },
    context,
  );

/** Event of a sitting → what else happens, in the same transaction. Bookings first: they read as the actor does. */
export const sittingReactions = {
  answerInvitation: [answerOwn],
  changeSitting: [rebook, tellChanged],
  inviteMore: [bookPeople],
  remindSitting: [tellTomorrow],
  endSitting: [giveUp('notNeeded'), tellEnded],
  cancelSitting: [giveUp('notNeeded'), tellCancelled],
  // The dispute is in the middle of its own step: nothing is written into it from here.
  lapseSitting: [giveUp('notNeeded')],
} as const;
