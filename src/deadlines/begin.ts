import { type Calendar, dayKind } from '../calendar/calendar.ts';
import { closingOf, nextOpenDay, sessionsOn } from '../calendar/officeHours.ts';
import { addDays, type Day, dayOf, daysBetween, formatClock } from '../platform/now.ts';
import type { ClockRule } from './clockRule.ts';
import type { ArithmeticStep } from './steps.ts';

/** The day and the moment a limit is counted from, `opening`: a morning's; `relied`: the days whose kind that hangs on. */
export type Beginning = { day: Day; at: Date; opening: boolean; relied: Day[]; steps: ArithmeticStep[] };

const opensOn = (calendar: Calendar, day: Day): Date | null => {
  const [morning] = sessionsOn(calendar, day);
  return morning ? new Date(morning.from) : null;
};

const notBefore = (opens: Date | null, at: Date): Pick<Beginning, 'at' | 'opening'> =>
  opens !== null && at < opens ? { at: opens, opening: true } : { at, opening: false };

/** Where a rule says so, what happens while the office is closed happens when it opens: the same morning or the next open day. */
export function beginningOf(rule: ClockRule, calendar: Calendar, startedAt: Date): Beginning {
  const day = dayOf(startedAt);
  const asItIs = { day, at: startedAt, opening: false, relied: [], steps: [] };
  if (!rule.afterHoursNextDay) return asItIs;
  const closing = closingOf(calendar, day);
  if (closing !== null && startedAt < closing)
    return { ...asItIs, ...notBefore(opensOn(calendar, day), startedAt), relied: [day] };
  const next = nextOpenDay(calendar, day);
  return {
    day: next,
    at: opensOn(calendar, next) ?? startedAt,
    opening: true,
    relied: Array.from({ length: daysBetween(day, next) + 1 }, (_, index) => addDays(day, index)),
    steps: [
      { type: 'afterHours', closing: closing && formatClock(closing), name: dayKind(calendar, day).name, day: next },
    ],
  };
}
