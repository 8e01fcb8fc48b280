import { yearOf } from '../platform/now.ts';
import type { Calendar, PublishedYear, SpecialDay } from './calendar.ts';

/** A year as it was published at some time. */
export type YearVersion = PublishedYear & { days: readonly SpecialDay[] };

/** The calendar with another version of one year; `null`: as if the year had no notice. Office hours stay. */
export function withYear(calendar: Calendar, year: number, version: YearVersion | null): Calendar {
  const years = new Map(calendar.years);
  const days = new Map([...calendar.days].filter(([day]) => yearOf(day) !== year));
  years.delete(year);
  if (version === null) return { ...calendar, years, days };
  years.set(year, { year, version: version.version, source: version.source });
  for (const each of version.days) days.set(each.day, each);
  return { ...calendar, years, days };
}

/** '2026v1 2027v0' → the years it names with their version; 0 when the year had none. */
export const versionsNamed = (text: string): { year: number; version: number }[] =>
  [...text.matchAll(/(\d{4})v(\d+)/g)].map(([, year, version]) => ({ year: Number(year), version: Number(version) }));
