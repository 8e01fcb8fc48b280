import { addDays, type Day, dayOf, monthOf, weekday, weekdayName, yearOf } from '../platform/now.ts';
import type { OfficeHours, OnDuty } from './office.ts';

/** A day that breaks the weekly rhythm: `name` is '国庆节' or '国庆节调休上班'. */
export type SpecialDay = { day: Day; kind: 'holiday' | 'workday'; name: string };
/** `source` is the State Council notice, as people cite it: '国办2025-11-04'. */
export type PublishedYear = { year: number; version: number; source: string };
/** Days are the same for all; `office` and `onDuty` are a county's or one center's own: see `withOffice`. */
export type Calendar = {
  years: ReadonlyMap<number, PublishedYear>;
  days: ReadonlyMap<Day, SpecialDay>;
  office?: OfficeHours;
  onDuty?: readonly OnDuty[];
  /** Years as earlier versions had them, by '2026v1': what an old date stood on. */
  former?: ReadonlyMap<string, YearVersion>;
};
/** A year as it was published at some time. */
export type YearVersion = PublishedYear & { days: readonly SpecialDay[] };
export type DayKind = { kind: 'working' | 'weekend' | 'holiday' | 'swappedWorkday'; name: string };

export function makeCalendar(years: Iterable<PublishedYear>, days: Iterable<SpecialDay>): Calendar {
  return {
    years: new Map(Array.from(years, (year) => [year.year, year])),
    days: new Map(Array.from(days, (day) => [day.day, day])),
  };
}

export function dayKind(calendar: Calendar, day: Day): DayKind {
  const special = calendar.days.get(day);
  if (special) return { kind: special.kind === 'holiday' ? 'holiday' : 'swappedWorkday', name: special.name };
  return { kind: weekday(day) > 5 ? 'weekend' : 'working', name: weekdayName(day) };
}

export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  const { kind } = dayKind(calendar, day);
  return kind === 'working' || kind === 'swappedWorkday';
}

/** The day itself when it is a working day. */
export function nextWorkingDay(calendar: Calendar, day: Day): Day {
  let next = day;
  while (!isWorkingDay(calendar, next)) next = addDays(next, 1);
  return next;
}

/** Working days after `after`, up to and including `upTo`; 0 when `upTo` is not later. */
export function workingDaysAfter(calendar: Calendar, after: Day, upTo: Day): number {
  let count = 0;
  for (let day = addDays(after, 1); day <= upTo; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count += 1;
  return count;
}

/** Without its notice a year is only guessed from weekdays: dates in it must be shown as provisional. */
export const isPublished = (calendar: Calendar, day: Day): boolean => calendar.years.has(yearOf(day));

/** The year people must be warned about: this one, or from October on the next (notices come out in November). */
export function missingYear(calendar: Calendar, now: Date): number | null {
  const today = dayOf(now);
  const year = yearOf(today);
  if (!calendar.years.has(year)) return year;
  return monthOf(today) >= 10 && !calendar.years.has(year + 1) ? year + 1 : null;
}
