import { type Calendar, dayKind } from '../calendar/calendar.ts';
import { closingOf, nextOpenDay, sessionsOn } from '../calendar/officeHours.ts';
import { addDays, type Day, dayOf, daysBetween, formatClock } from '../platform/now.ts';
import type { ClockRule } from './clockRule.ts';
import type { ArithmeticStep } from './steps.ts';

/** The day and the moment a limit is counted from; `relied`: the days whose kind that hangs on. */
export type Beginning = { day: Day; at: Date; relied: Day[]; steps: ArithmeticStep[] };

/** Where a rule says so, what happens after office hours or on a day off happens on the next day that is open. */
export function beginningOf(rule: ClockRule, calendar: Calendar, startedAt: Date): Beginning {
  const day = dayOf(startedAt);
  const asItIs = { day, at: startedAt, relied: [], steps: [] };
  if (!rule.afterHoursNextDay) return asItIs;
  const closing = closingOf(calendar, day);
  if (closing !== null && startedAt < closing) return { ...asItIs, relied: [day] };
  const next = nextOpenDay(calendar, day);
  const [morning] = sessionsOn(calendar, next);
  return {
    day: next,
    at: morning ? new Date(morning.from) : startedAt,
    relied: Array.from({ length: daysBetween(day, next) + 1 }, (_, index) => addDays(day, index)),
    steps: [
      { type: 'afterHours', closing: closing && formatClock(closing), name: dayKind(calendar, day).name, day: next },
    ],
  };
}
