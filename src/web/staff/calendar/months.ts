import { addDays, type Day, monthOf, weekday } from '../../../platform/now.ts';

/** A month as weeks from Monday; `null` where the week belongs to another month. */
export type Month = { month: number; weeks: (Day | null)[][] };

const pad = (value: number): string => String(value).padStart(2, '0');

export function monthsOf(year: number): Month[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1;
    const first = `${year}-${pad(month)}-01`;
    const cells: (Day | null)[] = Array.from({ length: weekday(first) - 1 }, () => null);
    for (let day = first; monthOf(day) === month; day = addDays(day, 1)) cells.push(day);
    while (cells.length % 7 > 0) cells.push(null);
    return { month, weeks: Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7)) };
  });
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Where an arrow key leads from a day, within its year; null for every other key. */
export function stepFrom(day: Day, key: string): Day | null {
  const step = steps[key];
  if (step === undefined) return null;
  const next = addDays(day, step);
  return next.slice(0, 4) === day.slice(0, 4) ? next : null;
}
