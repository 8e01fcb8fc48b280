import { type Calendar, isWorkingDay } from '../calendar/calendar.ts';
import { addDays, dayOf, endOfDay, formatDue } from '../platform/now.ts';

type WarningUnit = 'naturalDay' | 'workingDay' | 'hour';
type Warning = { length: number; unit: WarningUnit };

/** Up to which due moment a clock with this notice time is amber now; the mirror of `clockState`'s own comparison. */
export function amberUntil({ length, unit }: Warning, calendar: Calendar, now: Date): Date {
  if (unit === 'hour') return new Date(now.getTime() + length * 3_600_000);
  const today = dayOf(now);
  if (unit === 'naturalDay') return endOfDay(addDays(today, length));
  let day = today;
  // The last day that has no more than `length` working days between it and today.
  for (let left = length; ; ) {
    const next = addDays(day, 1);
    if (isWorkingDay(calendar, next)) {
      if (left === 0) return endOfDay(day);
      left -= 1;
    }
    day = next;
  }
}

export const LONGEST = { naturalDay: 31, workingDay: 22, hour: 72 } as const;

/** Every notice time that a rule may have, with the moment up to which it is amber; longer ones are warned at the longest. */
export function amberTable(calendar: Calendar, now: Date): { unit: string; length: number; until: Date }[] {
  return Object.entries(LONGEST).flatMap(([unit, longest]) =>
    Array.from({ length: longest + 1 }, (_, length) => ({
      unit,
      length,
      until: amberUntil({ length, unit: unit as WarningUnit }, calendar, now),
    })),
  );
}

export const amberText = (label: string, dueAt: Date): string => `将到期：${label}，${formatDue(dueAt)}前。`;
export const overdueText = (label: string, dueAt: Date): string => `已逾期：${label}，原定${formatDue(dueAt)}前。`;
