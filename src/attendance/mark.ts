import { type Static, Type } from 'typebox';
import { Id, UnitId } from '../matters/fields.ts';
import type { Actor } from '../platform/actor.ts';
import { atTime, dayOf } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { isDesk, type Place } from './attendanceEngine.ts';
import type { Planned } from './plan.ts';
import type { Mark } from './today.ts';

const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', title: '几点', sentence: '时间要写成 14:00 这样' });

export const MarkInput = Type.Object(
  {
    centerId: UnitId,
    unitId: UnitId,
    state: Type.Enum(['present', 'late', 'absent', 'left'], { title: '来没来' }),
    /** Who came, where it is known; never shown outside. */
    postId: Type.Optional(Id),
    expectedTime: Type.Optional(Time),
    counterNumber: Type.Optional(Type.Integer({ minimum: 1, maximum: 999, title: '几号窗' })),
    note: Type.Optional(Type.String({ maxLength: 60, title: '说一句' })),
  },
  { additionalProperties: false },
);
export type MarkInput = Static<typeof MarkInput>;

export type MarkFacts = {
  readonly plan: Planned | undefined;
  readonly before: Mark | null;
  readonly counters: readonly number[];
  /** Posts of the unit, so that nobody is written down who is not of it. */
  readonly postIds: readonly string[];
};

/** The desk of the center writes down any unit, a unit itself. */
export function refuseMarking(actor: Actor, { centerId }: Place, unitId: string): void {
  if (isDesk(actor, centerId) || actor.unitId === unitId) return;
  refuse('forbidden', 'notYourUnit', '在不在由中心的接待岗、分流岗记，或者由单位自己记。');
}

function timesOf(input: MarkInput, before: Mark | null, now: Date): Pick<Mark, 'arrivedAt' | 'leftAt'> {
  if (input.state === 'present') return { arrivedAt: before?.arrivedAt ?? now, leftAt: null };
  if (input.state === 'left') return { arrivedAt: before?.arrivedAt ?? null, leftAt: now };
  return { arrivedAt: null, leftAt: null };
}

/** What is so now of a unit's person at a center. Written over as the day goes: who came, went and came back is here. */
export function mark(actor: Actor, place: Place, input: MarkInput, facts: MarkFacts, now: Date): Mark {
  refuseMarking(actor, place, input.unitId);
  const { plan, before, counters, postIds } = facts;
  if (!plan) refuseField('unitId', '这个单位不在这个中心的入驻名单里。先在「机构」里加上。');
  const { state, expectedTime = null, counterNumber = null, note = '' } = input;
  if (state === 'left' && before?.state !== 'present') refuse('conflict', 'notHere', '还没有记过来，不能记走了。');
  if (state === 'late' && expectedTime === null) refuseField('expectedTime', '写上大概几点到。');
  if (state === 'late' && atTime(dayOf(now), expectedTime ?? '00:00') <= now)
    refuseField('expectedTime', '这个时间已经过了。');
  if (state === 'absent' && note.trim() === '') refuseField('note', '写一句为什么不来，窗口好跟人解释。');
  if (counterNumber !== null && !counters.includes(counterNumber))
    refuseField('counterNumber', '这个中心没有这个窗口。');
  if (input.postId !== undefined && !postIds.includes(input.postId)) refuseField('postId', '这个人不是这个单位的。');
  return {
    unitId: input.unitId,
    state,
    postId: input.postId ?? (actor.unitId === input.unitId ? actor.postId : (before?.postId ?? null)),
    counter: counterNumber ?? before?.counter ?? null,
    ...timesOf(input, before, now),
    expectedTime: state === 'late' ? expectedTime : null,
    note: note.trim(),
  };
}
