import { yearOf } from '../platform/now.ts';
import type { Calendar, YearVersion } from './calendar.ts';

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

const versionsNamed = (text: string): { year: number; version: number }[] =>
  [...text.matchAll(/(\d{4})v(\d+)/g)].map(([, year, version]) => ({ year: Number(year), version: Number(version) }));

const asked = new WeakMap<Calendar, Map<string, Calendar>>();

function formerly(calendar: Calendar, text: string): Calendar {
  let then = calendar;
  for (const { year, version } of versionsNamed(text)) {
    const former = calendar.former?.get(`${year}v${version}`);
    const held = calendar.years.get(year)?.version ?? 0;
    if (held !== version && (former || version === 0)) then = withYear(then, year, former ?? null);
  }
  return then;
}

/** The calendar as a date stood on it, '2026v1 2027v0'; the very same one where nothing has changed since. */
export function calendarAsOf(calendar: Calendar, versions: string): Calendar {
  const known = asked.get(calendar) ?? new Map<string, Calendar>();
  const then = known.get(versions) ?? formerly(calendar, versions);
  asked.set(calendar, known.set(versions, then));
  return then;
}
