// Every date a person reads is a date in Asia/Shanghai: UTC+8 all year, so no zone library is needed.
/** In milliseconds. */
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
const OFFSET = 8 * HOUR;

/** A calendar day in Asia/Shanghai, 'YYYY-MM-DD'; compares correctly as text. */
export type Day = string;

const weekdayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** Lists ask for the same few days thousands of times. */
const REMEMBERED = 5_000;
const times = new Map<Day, number>();
const days = new Map<number, Day>();

function utc(day: Day): number {
  const known = times.get(day);
  if (known !== undefined) return known;
  const time = Date.parse(`${day}T00:00:00Z`);
  if (times.size >= REMEMBERED) times.clear();
  times.set(day, time);
  return time;
}

function dayFromUtc(time: number): Day {
  const number = Math.floor(time / DAY);
  const known = days.get(number);
  if (known !== undefined) return known;
  const day = new Date(time).toISOString().slice(0, 10);
  if (days.size >= REMEMBERED) days.clear();
  days.set(number, day);
  return day;
}
const local = (at: Date): string => new Date(at.getTime() + OFFSET).toISOString();

/** The only place that reads the clock; decisions receive the time as an argument. */
export const now = (): Date => new Date();

/**
 * True for a day that exists, '2028-02-29' but not '2026-02-29', and that people write about: far beyond, neither our arithmetic
 * nor a column of the database holds it.
 */
export function isDay(text: string): text is Day {
  if (!/^(18|19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  return !Number.isNaN(utc(text)) && dayFromUtc(utc(text)) === text;
}

export const dayOf = (at: Date): Day => dayFromUtc(at.getTime() + OFFSET);
export const startOfDay = (day: Day): Date => new Date(utc(day) - OFFSET);
/** 24:00 of the day, which is 00:00 of the next. */
export const endOfDay = (day: Day): Date => new Date(utc(day) + DAY - OFFSET);
/** The day a deadline belongs to: 00:00 is the 24:00 of the day before. */
export const dueDay = (at: Date): Day => dayOf(new Date(at.getTime() - 1));
export const atTime = (day: Day, time: string): Date => new Date(`${day}T${time}+08:00`);
/** ISO 8601 with the offset people live in: '2026-09-29T16:40:00.000+08:00'. */
export const toIso = (at: Date): string => local(at).replace('Z', '+08:00');

export const addDays = (day: Day, count: number): Day => dayFromUtc(utc(day) + count * DAY);
export const daysBetween = (from: Day, to: Day): number => (utc(to) - utc(from)) / DAY;
export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));
/** 1 Monday … 7 Sunday. */
export const weekday = (day: Day): number => new Date(utc(day)).getUTCDay() || 7;
export const weekdayName = (day: Day): string => weekdayNames[weekday(day) - 1] ?? '';

/** The corresponding day, or the last day of a month that has none (Civil Code art. 202). */
export function addMonths(day: Day, count: number): Day {
  const months = yearOf(day) * 12 + monthOf(day) - 1 + count;
  const year = Math.floor(months / 12);
  const month = months - year * 12;
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dayFromUtc(Date.UTC(year, month, Math.min(Number(day.slice(8)), lastOfMonth)));
}

const spoken = (day: Day): string => `${monthOf(day)}月${Number(day.slice(8))}日`;
export const formatClock = (at: Date): string => local(at).slice(11, 16);

/** 'MM-DD HH:mm', for lines of facts. */
export const formatTime = (at: Date): string => `${dayOf(at).slice(5)} ${formatClock(at)}`;
/** '10月16日（周五）', for sentences. */
export const formatDay = (day: Day): string => `${spoken(day)}（${weekdayName(day)}）`;
/** '2026年10月16日', for documents. */
export const formatDocumentDay = (day: Day): string => `${yearOf(day)}年${spoken(day)}`;
export const formatDayEnd = (day: Day): string => `${spoken(day)}24时`;
/** A deadline: '10月16日24时', never 00:00; '10月16日18:00' when it falls within the day. */
export function formatDue(at: Date): string {
  const day = dueDay(at);
  return endOfDay(day).getTime() === at.getTime() ? formatDayEnd(day) : `${spoken(day)}${formatClock(at)}`;
}
/** 'MM-DD', with the year when it is not the one the reader has in mind. */
export const formatShortDay = (day: Day, year = yearOf(day)): string => (yearOf(day) === year ? day.slice(5) : day);
