import type { Book } from '../network/book.ts';
import { CITY_CODE, isWithin } from '../network/network.ts';
import { roomWords } from '../network/subjects/room.ts';
import type { Directory } from '../people/directory.ts';
import { refuseField } from '../platform/refusal.ts';
import type { Resources } from './booking.ts';
import type { PersonView, RoomView } from './views.ts';
import type { Asked } from './warnings.ts';

type Known = { readonly book: Book; readonly directory: Directory };

const atTables = [
  ...([
    'mediator',
    'handler',
    'unitHead',
    'centerLeader',
    'courtClerk',
    'arbitrator',
    'reconsiderationOfficer',
  ] as const),
  ...(['notary', 'legalAidOfficer', 'communityOfficer'] as const),
];

/** The people meant, each once, whatever posts they hold: of the own county, or of the city, who come to every county. */
export function peopleOf({ book, directory }: Known, postIds: readonly string[], counties: readonly string[]): Asked[] {
  const people = postIds.map((id): Asked => {
    const post = directory.post(id);
    if (!post || post.coversPostId !== undefined) return refuseField('postIds', '有一位已经不在这个岗位上了，换一位。');
    const county = (book.units.get(post.unitId)?.regionCode ?? '').slice(0, 6);
    if (![...counties, CITY_CODE].includes(county)) refuseField('postIds', '有一位是别的区县的，请那边的中心来约。');
    return post;
  });
  if (new Set(people.map(({ userId }) => userId)).size < people.length)
    refuseField('postIds', '同一个人写了两次，去掉一次。');
  return people;
}

/** Rooms in use, of this or another center; those that one has already may have been withdrawn since. */
export function checkRooms({ book }: Known, roomIds: readonly string[], counties: readonly string[]): void {
  for (const id of roomIds) {
    const room = book.rooms.get(id);
    const center = room && book.centers.get(room.centerId);
    if (!room || !center || !counties.includes(center.regionCode.slice(0, 6)))
      refuseField('roomIds', '没有这个房间，或者不在这个岗位的区县里。');
    if (!room.active || !center.active) refuseField('roomIds', `${room.name}已经停用，换一间。`);
  }
}

export function refuseNothing({ roomIds, postIds }: Resources): void {
  if (roomIds.length + postIds.length === 0) refuseField('roomIds', '选一间房或者一位要请的人。');
}

/** Who sits at a table: those of the center itself, of the units that come to it, and of mediation bodies in its place. */
export function peopleIn({ book, directory }: Known, centerId: string): PersonView[] {
  const place = book.centers.get(centerId)?.regionCode ?? '';
  const come = [...book.presences.values()].filter((each) => each.active && each.centerId === centerId);
  const bodies = [...book.units.values()].filter(
    ({ kind, regionCode, active }) =>
      active && (kind === 'mediationCommittee' || kind === 'industryMediation') && isWithin(regionCode, place),
  );
  const unitIds = new Set([centerId, ...come.map(({ unitId }) => unitId), ...bodies.map(({ id }) => id)]);
  return [...unitIds].flatMap((unitId) =>
    directory
      .postsOf(unitId, ...atTables)
      .map(({ postId, name }) => ({ postId, name, unit: book.units.get(unitId)?.short ?? '' })),
  );
}

/** Rooms in use, and those out of use in which something is booked still. */
export function roomsIn(
  { book }: Known,
  centerId: string,
  rows: readonly { readonly roomId: string | null }[],
): RoomView[] {
  const booked = new Set(rows.map(({ roomId }) => roomId));
  return [...book.rooms]
    .filter(([id, room]) => room.centerId === centerId && (room.active || booked.has(id)))
    .toSorted(([, one], [, other]) => one.number - other.number)
    .map(([id, { name, kind, zone, active }]) => ({ id, name, kind: roomWords[kind], zone, active }));
}
