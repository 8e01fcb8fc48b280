import type { Calendar } from '../calendar/calendar.ts';
import { atTime } from '../platform/now.ts';
import type { HallRules } from './hallRules.ts';
import { bookableDays, slotsOn, slotText } from './slots.ts';

/** Days with their half hours and how many may still come; nothing where appointments are switched off. */
export function freeSlots(rules: HallRules, calendar: Calendar, now: Date, taken: ReadonlyMap<string, number>) {
  if (rules.slotCapacity < 1) return [];
  return bookableDays(calendar, now, rules.daysAhead).map((day) => ({
    day,
    slots: slotsOn(calendar, day)
      .filter((slot) => atTime(day, slot) > now)
      .map((slot) => ({
        slot,
        text: slotText(day, slot),
        left: Math.max(0, rules.slotCapacity - (taken.get(`${day} ${slot}`) ?? 0)),
      })),
  }));
}
export type FreeDay = ReturnType<typeof freeSlots>[number];
