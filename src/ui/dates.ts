import { dayOf, formatClock, formatDue, formatTime, now, yearOf } from '../platform/now.ts';

// Dates travel as ISO texts; people read them as days in Asia/Shanghai, whatever their computer is set to.

/** 2026-10-16, for tables. */
export const tableDay = (iso: string): string => dayOf(new Date(iso));
/** 10-16 14:32, with the year when it is not this one. */
export function tableTime(iso: string): string {
  const at = new Date(iso);
  return yearOf(dayOf(at)) === yearOf(dayOf(now())) ? formatTime(at) : `${dayOf(at)} ${formatClock(at)}`;
}
/** 10月16日24时, for deadlines. */
export const dueText = (iso: string): string => formatDue(new Date(iso));
/** 14:32 */
export const clockTime = (iso: string): string => formatClock(new Date(iso));
/** 14:32 today, 10-16 14:32 otherwise: for 「截至」. */
export function asOfText(iso: string): string {
  const at = new Date(iso);
  return dayOf(at) === dayOf(now()) ? formatClock(at) : tableTime(iso);
}
