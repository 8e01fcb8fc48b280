import { type Static, Type } from 'typebox';
import { DayField, UnitId } from '../matters/fields.ts';
import type { Actor } from '../platform/actor.ts';
import { chainHash, chainStart } from '../platform/eventChain.ts';
import { atTime, type Day } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import type { DutyShift } from './attendanceRules.ts';
import { type Slot, spanOf } from './roster.ts';

const Shift = Type.String({ pattern: '^[a-z]{2,12}$', title: '班次' });
const place = { centerId: UnitId, day: DayField, shift: Shift };

export const EntryInput = Type.Object(
  {
    ...place,
    at: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', title: '几点', sentence: '时间要写成 14:00 这样' }),
    body: Type.String({ minLength: 2, maxLength: 1000, title: '记什么' }),
    /** The next shift has to go on with it. */
    open: Type.Boolean({ title: '要接着办' }),
  },
  { additionalProperties: false },
);
export type EntryInput = Static<typeof EntryInput>;

export const SettleInput = Type.Object(
  { words: Type.String({ minLength: 2, maxLength: 300, title: '怎么办的' }) },
  { additionalProperties: false },
);
export const GiveInput = Type.Object(
  { ...place, words: Type.String({ maxLength: 500, title: '交代几句' }) },
  { additionalProperties: false },
);
export type GiveInput = Static<typeof GiveInput>;
export const TakeInput = Type.Object(place, { additionalProperties: false });

type Writing = { readonly slots: readonly Slot[]; readonly leader: boolean; readonly given: boolean };

/** Who stands the shift writes its log; the leader of the center may as well, since a log without an author is worth nothing. */
export const mayWrite = (actor: Pick<Actor, 'postId'>, { slots, leader, given }: Writing): boolean =>
  !given && (leader || slots.some(({ postId }) => postId === actor.postId));

function refuseWriting(actor: Actor, writing: Writing): void {
  if (writing.given) refuse('conflict', 'handedOver', '这个班已经交了，不能再改。写到下一个班里。');
  if (!mayWrite(actor, writing)) refuse('forbidden', 'notYourShift', '值班日志由这个班值班的人和中心主任写。');
}

/** A line of the log, within its shift and not before it happened. */
export function writeEntry(actor: Actor, input: EntryInput, shift: DutyShift, writing: Writing, now: Date): Date {
  refuseWriting(actor, writing);
  const { from, to } = spanOf(input.day, shift);
  const same = atTime(input.day, input.at);
  const at = same < from ? new Date(same.getTime() + 24 * 3_600_000) : same;
  if (at < from || at >= to) refuseField('at', `${shift.name}是 ${shift.from} 到 ${shift.to}。`);
  if (at > now) refuseField('at', '这个时间还没到。');
  return at;
}

/** 交班: from the beginning of the shift on, by who stands it. */
export function giveShift(actor: Actor, day: Day, shift: DutyShift, writing: Writing, now: Date): void {
  if (writing.given) refuse('conflict', 'handedOver', '这个班已经交过了。');
  refuseWriting(actor, writing);
  if (now < spanOf(day, shift).from) refuse('conflict', 'notBegun', '这个班还没开始。');
}

/** 接班: signed by another person than who gave. */
export function takeShift(actor: Actor, handover: { givenByUserId: string | null; taken: boolean } | null): void {
  if (!handover) refuse('conflict', 'notGiven', '上一班还没有交。');
  if (handover.taken) refuse('conflict', 'alreadyTaken', '已经有人签字接了。');
  if (handover.givenByUserId === actor.userId) refuse('forbidden', 'yourself', '交班和接班要两个人签字。');
}

/** One number for all that was recorded in a county on a day: it changes when a line is changed, lost or put in. */
export const chainOf = (hashes: readonly string[]): string =>
  hashes.reduce((head, hash) => chainHash(head, hash), chainStart);
