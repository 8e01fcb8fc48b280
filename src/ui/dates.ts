import {
  type Day,
  dayOf,
  formatClock,
  formatDay,
  formatDocumentDay,
  formatDue,
  formatTime,
  now,
  yearOf,
} from '../platform/now.ts';
import { getLanguage } from './i18n.ts';

// Dates travel as ISO texts; people read them as days in Asia/Shanghai, whatever their computer is set to.

/** 2026-10-16, for tables. */
export const tableDay = (iso: string): string => dayOf(new Date(iso));
/** 10-16 14:32, with the year when it is not this one. */
export function tableTime(iso: string): string {
  const at = new Date(iso);
  return yearOf(dayOf(at)) === yearOf(dayOf(now())) ? formatTime(at) : `${dayOf(at)} ${formatClock(at)}`;
}
/** 10月16日24时, for deadlines. */
export const dueText = (iso: string): string => read(formatDue(new Date(iso)));
/** 14:32 */
export const clockTime = (iso: string): string => formatClock(new Date(iso));
/** 14:32 today, 10-16 14:32 otherwise: for 「截至」. */
export function asOfText(iso: string): string {
  const at = new Date(iso);
  return dayOf(at) === dayOf(now()) ? formatClock(at) : tableTime(iso);
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const weekdays: Readonly<Record<string, string>> = {
  ...{ 一: 'Mon', 二: 'Tue', 三: 'Wed', 四: 'Thu', 五: 'Fri', 六: 'Sat', 日: 'Sun' },
};

/** Dates as an English reader reads them, wherever they stand in a text: 10月9日（周五）24时. */
export const englishDates = (text: string): string =>
  text
    .replace(
      /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:（周(.)）)?/g,
      (_, year: string | undefined, month: string, day: string, week: string | undefined) =>
        [weekdays[week ?? ''], day, months[Number(month) - 1], year].filter(Boolean).join(' '),
    )
    .replace(/24时/g, ' 24:00');

const read = (text: string): string => (getLanguage() === 'zh' ? text : englishDates(text));

/** 10月16日（周五）, or Fri 16 Oct. */
export const dayText = (day: Day): string => read(formatDay(day));
/** 2026年10月16日. */
export const documentDayText = (day: Day): string => read(formatDocumentDay(day));
