import { type Calendar, isWorkingDay } from '../calendar/calendar.ts';
import { addDays, type Day, dayOf, endOfDay, startOfDay, weekday, yearOf } from '../platform/now.ts';

/** The moments that one look at the clocks compares with. `live`: now, so that a clock without a date stands still. */
export type BoardFrame = {
  at: Date;
  live: boolean;
  endOfToday: Date;
  inThreeDays: Date;
  /** [n]: the end of the last day that is no more than n working days away. */
  workingUntil: readonly Date[];
  struckSince: Date;
  /** Ends of the weeks before, oldest first; the last is `at` itself. */
  weeks: readonly Date[];
};

export const WEEKS = 12;
/** The longest warning that a rule may have. */
const MOST_WARNING = 366;

function workingUntil(calendar: Calendar, today: Day): Date[] {
  const ends: Date[] = [];
  for (let day = today; ends.length <= MOST_WARNING; day = addDays(day, 1))
    if (isWorkingDay(calendar, addDays(day, 1))) ends.push(endOfDay(day));
  return ends;
}

/** The Monday of the week that a moment lies in; 24:00 on Sunday still belongs to the week that ends. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));

export function boardFrame(at: Date, calendar: Calendar, live = true): BoardFrame {
  const today = dayOf(at);
  const monday = mondayOf(dayOf(new Date(at.getTime() - 1)));
  const before = Array.from({ length: WEEKS - 1 }, (_, back) => startOfDay(addDays(monday, -7 * back))).reverse();
  return {
    at,
    live,
    endOfToday: endOfDay(today),
    inThreeDays: endOfDay(addDays(today, 3)),
    workingUntil: workingUntil(calendar, today),
    struckSince: startOfDay(`${today.slice(0, 8)}01`),
    weeks: [...before, at],
  };
}

export type Week = { id: string; from: Day; to: Day };

/** The week of ISO 8601 that a day lies in: '2026-W42', Monday to Sunday; it belongs to the year of its Thursday. */
export function weekOf(day: Day): Week {
  const from = mondayOf(day);
  const thursday = addDays(from, 3);
  const year = yearOf(thursday);
  const number = Math.floor((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / (7 * 86_400_000)) + 1;
  return { id: `${year}-W${String(number).padStart(2, '0')}`, from, to: addDays(from, 6) };
}

/** The weeks a sheet can be printed for: this one and those before it, newest first. */
export function recentWeeks(now: Date): Week[] {
  const monday = mondayOf(dayOf(now));
  return Array.from({ length: WEEKS }, (_, back) => weekOf(addDays(monday, -7 * back)));
}
