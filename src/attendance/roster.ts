import { type Static, Type } from 'typebox';
import { DayField, Id, UnitId } from '../matters/fields.ts';
import { addDays, atTime, type Day, formatDay } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import type { DutyShift } from './attendanceRules.ts';

export type Part = 'leader' | 'officer';
export type Slot = {
  readonly day: Day;
  readonly shift: string;
  readonly part: Part;
  readonly postId: string;
  readonly phone: string;
};

export const Month = Type.String({
  pattern: '^20\\d\\d-(0[1-9]|1[0-2])$',
  title: '月份',
  sentence: '月份写成 2026-10',
});
const people = (title: string) => Type.Array(Id, { minItems: 1, maxItems: 60, uniqueItems: true, title });
const Phone = Type.String({ maxLength: 20, pattern: '^[0-9 -]*$', title: '值班电话' });

export const DraftInput = Type.Object(
  { centerId: UnitId, month: Month, leaders: people('带班领导'), officers: people('值班员'), phone: Phone },
  { additionalProperties: false },
);
export type DraftInput = Static<typeof DraftInput>;

export const SlotInput = Type.Object(
  {
    centerId: UnitId,
    day: DayField,
    shift: Type.String({ pattern: '^[a-z]{2,12}$', title: '班次' }),
    part: Type.Enum(['leader', 'officer'], { title: '带班还是值班' }),
    postId: Id,
    phone: Type.Optional(Phone),
  },
  { additionalProperties: false },
);
export type SlotInput = Static<typeof SlotInput>;

export const PublishInput = Type.Object({ centerId: UnitId, month: Month }, { additionalProperties: false });

export function daysOfMonth(month: string): Day[] {
  const first = `${month}-01`;
  const days: Day[] = [];
  for (let day = first; day.startsWith(month); day = addDays(day, 1)) days.push(day);
  return days;
}

/** The end of a shift: one that ends before it begins ends on the next day. */
export function spanOf(day: Day, { from, to }: DutyShift): { from: Date; to: Date } {
  return { from: atTime(day, from), to: atTime(to > from ? day : addDays(day, 1), to) };
}

/** The shift that runs at this moment, with the day it belongs to: 03:00 is still yesterday's night. */
export function shiftAt(shifts: readonly DutyShift[], today: Day, now: Date): { day: Day; shift: DutyShift } | null {
  for (const day of [today, addDays(today, -1)])
    for (const shift of shifts) {
      const { from, to } = spanOf(day, shift);
      if (from <= now && now < to) return { day, shift };
    }
  return null;
}

type Counted = { total: number; off: number; last: number };

/**
 * One person a part and shift, in turn: whoever has stood fewest, on days off those with the fewest days off, never two
 * shifts running while anybody else is there. Equal ones take the order in which they were named.
 */
export function drawRoster(
  input: Pick<DraftInput, 'month' | 'leaders' | 'officers' | 'phone'>,
  shifts: readonly DutyShift[],
  isOff: (day: Day) => boolean,
): Slot[] {
  const slots: Slot[] = [];
  const parts: readonly (readonly [Part, readonly string[]])[] = [
    ['leader', input.leaders],
    ['officer', input.officers],
  ];
  for (const [part, postIds] of parts) {
    const counts = new Map<string, Counted>(postIds.map((postId) => [postId, { total: 0, off: 0, last: -9 }]));
    let turn = 0;
    for (const day of daysOfMonth(input.month)) {
      const off = isOff(day);
      // One leads a whole day; a shift is stood by one officer each.
      const asked = shifts.filter((shift) => !off || shift.daysOff);
      const groups = part === 'leader' ? [asked] : asked.map((shift) => [shift]);
      for (const group of groups) {
        if (group.length === 0) continue;
        turn += 1;
        const postId = nextInTurn(postIds, counts, turn, off);
        slots.push(...group.map(({ code }) => ({ day, shift: code, part, postId, phone: input.phone })));
      }
    }
  }
  return slots;
}

function nextInTurn(postIds: readonly string[], counts: Map<string, Counted>, turn: number, off: boolean): string {
  const of = (postId: string): Counted => counts.get(postId) ?? { total: 0, off: 0, last: -9 };
  const rested = postIds.filter((postId) => of(postId).last < turn - 1);
  const among = rested.length > 0 ? rested : postIds;
  const order = among.toSorted((a, b) => {
    const [one, other] = [of(a), of(b)];
    return (off ? one.off - other.off : 0) || one.total - other.total || one.last - other.last;
  });
  const chosen = order[0] ?? '';
  const before = of(chosen);
  counts.set(chosen, { total: before.total + 1, off: before.off + (off ? 1 : 0), last: turn });
  return chosen;
}

/** Who draws up may name people of the center only: nobody else can be told. */
export function checkPeople(postIds: readonly string[], ofCenter: ReadonlySet<string>, field: string): void {
  if (postIds.some((postId) => !ofCenter.has(postId))) refuseField(field, '名单里有人不在这个中心。');
}

/** A month that is published is changed slot by slot, and those concerned are told. */
export function refuseRedrawing(state: 'draft' | 'published' | undefined): void {
  if (state === 'published')
    refuse('conflict', 'published', '这个月的值班表已经公布，不能重排；一格一格改，或者换班。');
}

/** Gaps are said before it is published. */
export function gapsOf(
  month: string,
  slots: readonly Slot[],
  shifts: readonly DutyShift[],
  isOff: (day: Day) => boolean,
): string[] {
  return daysOfMonth(month).flatMap((day) =>
    shifts
      .filter((shift) => !isOff(day) || shift.daysOff)
      .filter(
        (shift) => !slots.some((slot) => slot.day === day && slot.shift === shift.code && slot.part === 'officer'),
      )
      .map((shift) => `${formatDay(day)}${shift.name}没有值班员`),
  );
}
