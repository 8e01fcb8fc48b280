import type { Calendar, PublishedYear, YearVersion } from '../calendar/calendar.ts';
import type { NewYear } from '../calendar/publishYear.ts';
import { withYear } from '../calendar/withYear.ts';
import type { OpenMatter, WhatIf } from './moves.ts';

/** What is published once the plan is confirmed: exactly what was previewed, whatever the draft has become since. */
export type CalendarPlan = NewYear;

export type CalendarReference = {
  readonly calendar: Calendar;
  readonly counties: readonly string[];
  calendarFor(countyCode: string, centerId?: string): Calendar;
};

export const subjectOf = (year: number): string => `calendar:${year}`;

/** `former` and `next` are the year before and after; every county keeps its office hours and duty days. */
export function calendarWhatIf(
  reference: CalendarReference,
  now: Date,
  year: number,
  former: YearVersion | null,
  next: YearVersion,
): WhatIf {
  const known = new Map<Calendar, { before: Calendar; after: Calendar }>();
  const pairOf = ({ countyCode, receivingCenterId }: OpenMatter) => {
    const own = reference.calendarFor(countyCode, receivingCenterId);
    const pair = known.get(own) ?? { before: withYear(own, year, former), after: withYear(own, year, next) };
    known.set(own, pair);
    return pair;
  };
  return { now, before: (matter) => pairOf(matter).before, after: (matter) => ({ calendar: pairOf(matter).after }) };
}

/** The year as the reference has it now. */
export function yearHeld({ calendar }: CalendarReference, year: number): YearVersion | null {
  const published = calendar.years.get(year);
  const days = [...calendar.days.values()].filter(({ day }) => day.startsWith(`${year}-`));
  return published ? { ...published, days } : null;
}

export const versionWords = ({ year, version, source }: PublishedYear): string => `${year}年第${version}版，${source}`;
export const whyMoved = (plan: PublishedYear): string => `放假安排改了（${versionWords(plan)}）`;
export const ownersTold = (plan: PublishedYear, count: number): string =>
  `${whyMoved(plan)}：您手上 ${count} 件的日期变了，待办里已经是新日期，旧日期在每件的“怎么算的”里。`;
