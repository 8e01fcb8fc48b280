import { type Static, Type } from 'typebox';
import { DayField, Id, UnitId } from '../matters/fields.ts';
import { atTime, DAY, type Day, dayOf, formatClock, formatDay, HOUR, isDay } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { type ReleaseReason, releaseReasons } from './words.ts';

const Clock = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', sentence: '时间要写成 15:00 这样' });
const resources = {
  roomIds: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 10, uniqueItems: true, title: '房间' }),
  postIds: Type.Array(Id, { maxItems: 30, uniqueItems: true, title: '请谁' }),
};
/** An end that is not later than the beginning is on the next day: 22:00 to 01:00. */
const when = {
  day: DayField,
  from: Type.String({ ...Clock, title: '从几点' }),
  to: Type.String({ ...Clock, title: '到几点' }),
};

export const BookInput = Type.Object(
  {
    centerId: UnitId,
    ...when,
    ...resources,
    /** What it is for; a room kept for a course has none. */
    code: Type.Optional(Type.String({ maxLength: 80, title: '哪一件' })),
    commandId: Id,
  },
  { additionalProperties: false },
);
export type BookInput = Static<typeof BookInput>;

/** Without rooms or people the same ones as before. */
export const MoveInput = Type.Object(
  {
    ...when,
    roomIds: Type.Optional(resources.roomIds),
    postIds: Type.Optional(resources.postIds),
  },
  { additionalProperties: false },
);
export type MoveInput = Static<typeof MoveInput>;

export const TryInput = Type.Object(
  { centerId: UnitId, ...when, ...resources, groupId: Type.Optional(Id) },
  { additionalProperties: false },
);

export const ReleaseInput = Type.Object(
  {
    reason: Type.Enum(releaseReasons, { title: '为什么取消' }),
    /** One room or person of what was booked together; all of it without. */
    id: Type.Optional(Id),
  },
  { additionalProperties: false },
);
export type ReleaseInput = { reason: ReleaseReason; id?: string };

export type Span = { readonly from: Date; readonly to: Date };
export type Resources = { readonly roomIds: readonly string[]; readonly postIds: readonly string[] };

const SHORTEST = 10 * 60_000;
const LONGEST = DAY;
const FURTHEST_DAYS = 366;

/** Between two clocks of a day, across midnight when the second is not later. */
export function spanOf({ day, from, to }: { day: Day; from: string; to: string }, now: Date): Span {
  if (!isDay(day)) refuseField('day', '没有这一天。');
  const begins = atTime(day, from);
  const typed = atTime(day, to);
  const ends = typed > begins ? typed : new Date(typed.getTime() + DAY);
  const span = { from: begins, to: ends };
  refuseOddSpan(span, now);
  return span;
}

export function refuseOddSpan({ from, to }: Span, now: Date): void {
  const length = to.getTime() - from.getTime();
  if (length < SHORTEST) refuseField('to', '至少订 10 分钟。');
  if (length > LONGEST) refuseField('to', '一次最长 24 小时，再长分几次订。');
  if (to <= now) refuse('invalid', 'overAlready', '这段时间已经过去了。', { day: '这段时间已经过去了。' });
  if (from.getTime() - now.getTime() > FURTHEST_DAYS * 24 * HOUR) refuseField('day', '最多提前一年订。');
}

export const overlaps = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

/** 10月15日（周四）15:00—16:30; across midnight 10月15日（周四）22:00—次日01:00. */
export function spanText({ from, to }: Span): string {
  const [day, last] = [dayOf(from), dayOf(new Date(to.getTime() - 1))];
  const ends = formatClock(to) === '00:00' ? '24:00' : formatClock(to);
  return `${formatDay(day)}${formatClock(from)}—${last === day ? ends : `次日${ends}`}`;
}
