import { type Calendar, dayKind } from '../calendar/calendar.ts';
import { isOpenDay } from '../calendar/officeHours.ts';
import { addDays, atTime, type Day, weekday, weekdayName } from '../platform/now.ts';
import type { Span } from './booking.ts';
import type { WeekDay } from './views.ts';

/** Monday to Sunday around a day. */
export function weekOf(calendar: Calendar, within: Day): { days: WeekDay[]; span: Span } {
  const monday = addDays(within, 1 - weekday(within));
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index));
  return {
    days: days.map((day) => ({
      day,
      name: dayKind(calendar, day).name || weekdayName(day),
      open: isOpenDay(calendar, day),
    })),
    span: { from: atTime(monday, '00:00'), to: atTime(addDays(monday, 7), '00:00') },
  };
}
