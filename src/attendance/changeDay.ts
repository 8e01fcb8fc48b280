import { type Static, Type } from 'typebox';
import { DayField, UnitId } from '../matters/fields.ts';
import type { Actor } from '../platform/actor.ts';
import { addDays, type Day, formatDay, isDay } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { isDesk, type Place } from './attendanceEngine.ts';
import type { DayChange, Planned } from './plan.ts';
import { hoursText } from './today.ts';

const Time = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', sentence: '时间要写成 14:00 这样', title: '几点' });

export const DayChangeInput = Type.Object(
  {
    centerId: UnitId,
    unitId: UnitId,
    kind: Type.Enum(['moved', 'off', 'extra', 'hours'], { title: '怎么变' }),
    day: DayField,
    movedTo: Type.Optional(DayField),
    from: Type.Optional(Time),
    to: Type.Optional(Time),
    counterNumber: Type.Optional(Type.Integer({ minimum: 1, maximum: 999, title: '几号窗' })),
    reason: Type.String({ minLength: 2, maxLength: 60, title: '为什么' }),
  },
  { additionalProperties: false },
);
export type DayChangeInput = Static<typeof DayChangeInput>;

/** Further ahead nobody knows, and the plan itself is the place to write it. */
const FURTHEST_DAYS = 92;

type Facts = {
  readonly today: Day;
  readonly known: boolean;
  /** The unit on that day, as the plan has it without this change. */
  readonly plan: Planned | undefined;
  readonly counters: readonly number[];
  readonly isOpen: (day: Day) => boolean;
};

function checkDay(field: string, day: Day, { today, isOpen }: Facts): void {
  if (!isDay(day)) refuseField(field, '没有这一天。');
  if (day < today) refuseField(field, '已经过去的日子不用换了。');
  if (day > addDays(today, FURTHEST_DAYS)) refuseField(field, '三个月以后的，直接改「机构」里的入驻安排。');
  if (!isOpen(day)) refuseField(field, `${formatDay(day)}中心不开门。`);
}

function checkKind(input: DayChangeInput, facts: Facts): void {
  const here = facts.plan?.how === 'here';
  if (input.kind === 'moved') {
    if (input.movedTo === undefined) refuseField('movedTo', '写上换到哪天。');
    checkDay('movedTo', input.movedTo, facts);
    if (input.movedTo === input.day) refuseField('movedTo', '和原来是同一天。');
  }
  if (input.kind !== 'extra' && !here) refuseField('day', `${formatDay(input.day)}本来就不来。`);
  if (input.kind === 'extra' && here) refuseField('day', `${formatDay(input.day)}本来就来。要改时间选「时间或窗口」。`);
  if (input.kind === 'hours' && input.from === undefined && input.counterNumber === undefined)
    refuseField('from', '写上改成几点，或者改到几号窗。');
}

/** A day on which a unit comes otherwise than planned; the plan itself stays. */
export function changeDay(actor: Actor, place: Place, input: DayChangeInput, facts: Facts): Omit<DayChange, 'id'> {
  if (!isDesk(actor, place.centerId) && actor.unitId !== input.unitId)
    refuse('forbidden', 'notYourUnit', '换日子由中心的接待岗、分流岗写，或者由单位自己写。');
  if (!facts.known) refuseField('unitId', '这个单位不在这个中心的入驻名单里。');
  checkDay('day', input.day, facts);
  checkKind(input, facts);
  const { from = null, to = null, counterNumber = null } = input;
  if ((from === null) !== (to === null)) refuseField('to', '开始和结束要一起写。');
  if (from !== null && to !== null && from >= to) refuseField('to', '结束要晚于开始。');
  if (counterNumber !== null && !facts.counters.includes(counterNumber))
    refuseField('counterNumber', '这个中心没有这个窗口。');
  return {
    unitId: input.unitId,
    kind: input.kind,
    day: input.day,
    movedTo: input.kind === 'moved' ? (input.movedTo ?? null) : null,
    from,
    to,
    counter: counterNumber,
    reason: input.reason.trim(),
  };
}

/** 「10月16日（周五）轮驻换到10月17日（周六）」: what the other side is told. */
export function changeSentence(change: Omit<DayChange, 'id'>, unit: string): string {
  const { kind, day, movedTo, from, to, counter, reason } = change;
  const hours = [from && to ? hoursText(from, to) : '', counter === null ? '' : `${counter}号窗`]
    .filter(Boolean)
    .join(' ');
  const where = hours === '' ? '' : `，${hours}`;
  const what = {
    moved: `${formatDay(day)}换到${formatDay(movedTo ?? day)}${where}`,
    off: `${formatDay(day)}不来`,
    extra: `${formatDay(day)}加来一次${where}`,
    hours: `${formatDay(day)}改${where.slice(1) || '时间'}`,
  }[kind];
  return `${unit}：${what}。${reason}`;
}
