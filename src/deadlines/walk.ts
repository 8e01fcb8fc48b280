import { type Calendar, type DayKind, dayKind } from '../calendar/calendar.ts';
import { addDays, addMonths, type Day, daysBetween } from '../platform/now.ts';
import { type Pause, pauseOn } from './pause.ts';
import type { ClockRule } from './rule.ts';

/** One calendar day and what it did to the count; `number` is the count after it. */
export type WalkedDay = { day: Day; number: number; kind: DayKind } & (
  | { mark: 'counted' | 'swapped' | 'skipped' | 'roll' }
  | { mark: 'pause'; pause: Pause }
);

const works = ({ kind }: DayKind): boolean => kind === 'working' || kind === 'swappedWorkday';

/** How many days must be counted. A month is the days up to its corresponding day, so that pauses can add to it. */
export function daysToCount(rule: ClockRule, startDay: Day): number {
  if (rule.unit === 'sameDay') return 1;
  return rule.unit === 'month' ? daysBetween(startDay, addMonths(startDay, rule.length)) : rule.length;
}

const startsOnFirstDay = (rule: ClockRule): boolean => rule.unit === 'sameDay' || rule.countFirstDay;

/** Every day from the first that can count to the last day of the limit, or to the start of a pause that is still open. */
export function walk(rule: ClockRule, calendar: Calendar, startDay: Day, pauses: readonly Pause[]): WalkedDay[] {
  const total = daysToCount(rule, startDay);
  const workingOnly = rule.unit === 'workingDay';
  const walked: WalkedDay[] = [];
  let number = 0;
  for (let day = startsOnFirstDay(rule) ? startDay : addDays(startDay, 1); ; day = addDays(day, 1)) {
    const kind = dayKind(calendar, day);
    const pause = pauseOn(pauses, day);
    if (pause) {
      walked.push({ day, number, kind, mark: 'pause', pause });
      if (pause.to === null) return walked;
    } else if (number === total) {
      walked.push({ day, number, kind, mark: 'roll' });
      if (works(kind)) return walked;
    } else if (workingOnly && !works(kind)) {
      walked.push({ day, number, kind, mark: 'skipped' });
    } else {
      number += 1;
      walked.push({ day, number, kind, mark: workingOnly && kind.kind === 'swappedWorkday' ? 'swapped' : 'counted' });
      if (number === total && (works(kind) || !rule.rollHoliday)) return walked;
    }
  }
}

/** The days whose kind the date hangs on: all of them for working days, the end of it when the last day may roll. */
export function daysRelyingOnCalendar(rule: ClockRule, walked: readonly WalkedDay[]): Day[] {
  if (rule.unit === 'workingDay') return walked.map(({ day }) => day);
  if (!rule.rollHoliday) return [];
  const lastCounted = walked.findLast(({ mark }) => mark === 'counted');
  return walked.filter((step) => step.mark === 'roll' || step === lastCounted).map(({ day }) => day);
}
