import type { Calendar } from '../calendar/calendar.ts';
import { sessionsOn } from '../calendar/officeHours.ts';
import { addDays, atTime, type Day, dayOf, formatClock } from '../platform/now.ts';

const HALF_HOUR = 30 * 60_000;

/** The half hours of a day in which somebody can be received, '09:00' …; the last ends when the office closes. */
export function slotsOn(calendar: Calendar, day: Day): string[] {
  return sessionsOn(calendar, day).flatMap(({ from, to }) => {
    const count = Math.floor((to - from) / HALF_HOUR);
    return Array.from({ length: count }, (_, index) => formatClock(new Date(from + index * HALF_HOUR)));
  });
}

/** Days that can be chosen, today's only while a slot is still to come. */
export function bookableDays(calendar: Calendar, now: Date, daysAhead: number): Day[] {
  const today = dayOf(now);
  const days = Array.from({ length: daysAhead + 1 }, (_, index) => addDays(today, index));
  return days.filter((day) => slotsOn(calendar, day).some((slot) => atTime(day, slot) > now));
}

/** 「09:30—10:00」 */
export const slotText = (day: Day, slot: string): string =>
  `${slot}—${formatClock(new Date(atTime(day, slot).getTime() + HALF_HOUR))}`;
