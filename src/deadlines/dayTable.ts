import { type Calendar, isWorkingDay } from '../calendar/calendar.ts';
import { DAY, type Day, daysBetween } from '../platform/now.ts';

/** Days as numbers since 1970-01-01, so that a count is an addition. */
export type DayTable = { works(day: number): boolean; yearOf(day: number): number };

const epoch: Day = '1970-01-01';

export const numberOf = (day: Day): number => daysBetween(epoch, day);
export const dayAt = (number: number): Day => new Date(number * DAY).toISOString().slice(0, 10);

// A calendar is never changed, only replaced: what it says of its special days is read once.
const known = new WeakMap<Calendar['days'], DayTable>();

/** 1970-01-01 was a Thursday. */
const isWeekend = (day: number): boolean => (((day + 3) % 7) + 7) % 7 > 4;

export function dayTable(calendar: Calendar): DayTable {
  const found = known.get(calendar.days);
  if (found) return found;
  const special = new Map(Array.from(calendar.days.keys(), (day) => [numberOf(day), isWorkingDay(calendar, day)]));
  const table: DayTable = {
    works: (day) => special.get(day) ?? !isWeekend(day),
    yearOf: (day) => new Date(day * DAY).getUTCFullYear(),
  };
  known.set(calendar.days, table);
  return table;
}
