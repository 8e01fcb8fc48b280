import { addDays, type Day } from '../platform/now.ts';
import { type Calendar, makeCalendar, type PublishedYear, type SpecialDay } from './calendar.ts';

/** One State Council notice, in its own words: runs of holidays, and the days worked in exchange. */
export type Notice = PublishedYear & {
  holidays: { name: string; from: Day; to: Day }[];
  workdays: { name: string; days: Day[] }[];
};

export const notices: Notice[] = [
  {
    year: 2025,
    version: 1,
    source: '国办2024-11-12',
    holidays: [
      { name: '元旦', from: '2025-01-01', to: '2025-01-01' },
      { name: '春节', from: '2025-01-28', to: '2025-02-04' },
      { name: '清明节', from: '2025-04-04', to: '2025-04-06' },
      { name: '劳动节', from: '2025-05-01', to: '2025-05-05' },
      { name: '端午节', from: '2025-05-31', to: '2025-06-02' },
      { name: '国庆节、中秋节', from: '2025-10-01', to: '2025-10-08' },
    ],
    workdays: [
      { name: '春节', days: ['2025-01-26', '2025-02-08'] },
      { name: '劳动节', days: ['2025-04-27'] },
      { name: '国庆节', days: ['2025-09-28', '2025-10-11'] },
    ],
  },
  {
    year: 2026,
    version: 1,
    source: '国办2025-11-04',
    holidays: [
      { name: '元旦', from: '2026-01-01', to: '2026-01-03' },
      { name: '春节', from: '2026-02-15', to: '2026-02-23' },
      { name: '清明节', from: '2026-04-04', to: '2026-04-06' },
      { name: '劳动节', from: '2026-05-01', to: '2026-05-05' },
      { name: '端午节', from: '2026-06-19', to: '2026-06-21' },
      { name: '中秋节', from: '2026-09-25', to: '2026-09-27' },
      { name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
    ],
    workdays: [
      { name: '元旦', days: ['2026-01-04'] },
      { name: '春节', days: ['2026-02-14', '2026-02-28'] },
      { name: '劳动节', days: ['2026-05-09'] },
      { name: '国庆节', days: ['2026-09-20', '2026-10-10'] },
    ],
  },
];

/** A notice as the rows that are stored, shown and edited. */
export function specialDaysOf(notice: Notice): SpecialDay[] {
  const days: SpecialDay[] = [];
  for (const { name, from, to } of notice.holidays)
    for (let day = from; day <= to; day = addDays(day, 1)) days.push({ day, kind: 'holiday', name });
  for (const { name, days: worked } of notice.workdays)
    for (const day of worked) days.push({ day, kind: 'workday', name: `${name}调休上班` });
  return days;
}

export const publishedYearOf = ({ year, version, source }: Notice): PublishedYear => ({ year, version, source });

/** What ships with the program; an installation keeps its own, newer one in the database. */
export const shippedCalendar: Calendar = makeCalendar(notices.map(publishedYearOf), notices.flatMap(specialDaysOf));
