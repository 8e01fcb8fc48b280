import { addDays, type Day } from '../platform/now.ts';
import { type Calendar, makeCalendar, type PublishedYear, type SpecialDay } from './calendar.ts';

/** One State Council notice, in its own words: runs of holidays, and the days worked in exchange. */
export type Notice = PublishedYear & {
  holidays: { name: string; from: Day; to: Day }[];
  workdays: { name: string; days: Day[] }[];
};

export const notices: Notice[] = [
  // In January 2020 the holiday was prolonged to 2 February: 1 February, first to be worked, was free after all.
  {
    year: 2020,
    version: 1,
    source: '国办2019-11-21，春节延长：国办2020-01-26',
    holidays: [
      { name: '元旦', from: '2020-01-01', to: '2020-01-01' },
      { name: '春节', from: '2020-01-24', to: '2020-02-02' },
      { name: '清明节', from: '2020-04-04', to: '2020-04-06' },
      { name: '劳动节', from: '2020-05-01', to: '2020-05-05' },
      { name: '端午节', from: '2020-06-25', to: '2020-06-27' },
      { name: '国庆节、中秋节', from: '2020-10-01', to: '2020-10-08' },
    ],
    workdays: [
      { name: '春节', days: ['2020-01-19'] },
      { name: '劳动节', days: ['2020-04-26', '2020-05-09'] },
      { name: '端午节', days: ['2020-06-28'] },
      { name: '国庆节', days: ['2020-09-27', '2020-10-10'] },
    ],
  },
  {
    year: 2021,
    version: 1,
    source: '国办2020-11-25',
    holidays: [
      { name: '元旦', from: '2021-01-01', to: '2021-01-03' },
      { name: '春节', from: '2021-02-11', to: '2021-02-17' },
      { name: '清明节', from: '2021-04-03', to: '2021-04-05' },
      { name: '劳动节', from: '2021-05-01', to: '2021-05-05' },
      { name: '端午节', from: '2021-06-12', to: '2021-06-14' },
      { name: '中秋节', from: '2021-09-19', to: '2021-09-21' },
      { name: '国庆节', from: '2021-10-01', to: '2021-10-07' },
    ],
    workdays: [
      { name: '春节', days: ['2021-02-07', '2021-02-20'] },
      { name: '劳动节', days: ['2021-04-25', '2021-05-08'] },
      { name: '中秋节', days: ['2021-09-18'] },
      { name: '国庆节', days: ['2021-09-26', '2021-10-09'] },
    ],
  },
  {
    year: 2022,
    version: 1,
    source: '国办2021-10-25',
    holidays: [
      { name: '元旦', from: '2022-01-01', to: '2022-01-03' },
      { name: '春节', from: '2022-01-31', to: '2022-02-06' },
      { name: '清明节', from: '2022-04-03', to: '2022-04-05' },
      { name: '劳动节', from: '2022-04-30', to: '2022-05-04' },
      { name: '端午节', from: '2022-06-03', to: '2022-06-05' },
      { name: '中秋节', from: '2022-09-10', to: '2022-09-12' },
      { name: '国庆节', from: '2022-10-01', to: '2022-10-07' },
    ],
    workdays: [
      { name: '春节', days: ['2022-01-29', '2022-01-30'] },
      { name: '清明节', days: ['2022-04-02'] },
      { name: '劳动节', days: ['2022-04-24', '2022-05-07'] },
      { name: '国庆节', days: ['2022-10-08', '2022-10-09'] },
    ],
  },
  // This notice begins with 31 December 2022, a Saturday, free as it is.
  {
    year: 2023,
    version: 1,
    source: '国办2022-12-08',
    holidays: [
      { name: '元旦', from: '2023-01-01', to: '2023-01-02' },
      { name: '春节', from: '2023-01-21', to: '2023-01-27' },
      { name: '清明节', from: '2023-04-05', to: '2023-04-05' },
      { name: '劳动节', from: '2023-04-29', to: '2023-05-03' },
      { name: '端午节', from: '2023-06-22', to: '2023-06-24' },
      { name: '中秋节、国庆节', from: '2023-09-29', to: '2023-10-06' },
    ],
    workdays: [
      { name: '春节', days: ['2023-01-28', '2023-01-29'] },
      { name: '劳动节', days: ['2023-04-23', '2023-05-06'] },
      { name: '端午节', days: ['2023-06-25'] },
      { name: '国庆节', days: ['2023-10-07', '2023-10-08'] },
    ],
  },
  {
    year: 2024,
    version: 1,
    source: '国办2023-10-25',
    holidays: [
      { name: '元旦', from: '2024-01-01', to: '2024-01-01' },
      { name: '春节', from: '2024-02-10', to: '2024-02-17' },
      { name: '清明节', from: '2024-04-04', to: '2024-04-06' },
      { name: '劳动节', from: '2024-05-01', to: '2024-05-05' },
      { name: '端午节', from: '2024-06-10', to: '2024-06-10' },
      { name: '中秋节', from: '2024-09-15', to: '2024-09-17' },
      { name: '国庆节', from: '2024-10-01', to: '2024-10-07' },
    ],
    workdays: [
      { name: '春节', days: ['2024-02-04', '2024-02-18'] },
      { name: '清明节', days: ['2024-04-07'] },
      { name: '劳动节', days: ['2024-04-28', '2024-05-11'] },
      { name: '中秋节', days: ['2024-09-14'] },
      { name: '国庆节', days: ['2024-09-29', '2024-10-12'] },
    ],
  },
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
