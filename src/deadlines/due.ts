import type { Calendar } from '../calendar/calendar.ts';
import { addMonths, dayOf, endOfDay, yearOf } from '../platform/now.ts';
import type { Extension } from './extension.ts';
import { hoursDue } from './hours.ts';
import { inOrder, type Pause } from './pause.ts';
import type { ClockRule } from './rule.ts';
import { stepsOf } from './runs.ts';
import type { ArithmeticStep, Due } from './steps.ts';
import { daysRelyingOnCalendar, daysToCount, walk } from './walk.ts';

const openingSteps = (rule: ClockRule, startedAt: Date): ArithmeticStep[] => {
  const { label, length, unit, basis, status } = rule;
  return [
    { type: 'start', at: startedAt.toISOString() },
    { type: 'rule', label, length, unit, basis, status },
  ];
};

/** Names the notices the date stands on, and the years that have none yet. */
function calendarSteps(calendar: Calendar, years: number[]): ArithmeticStep[] {
  const known = years.flatMap((year) => calendar.years.get(year) ?? []);
  const unknown = years.filter((year) => !calendar.years.has(year));
  return [
    ...known.map((published) => ({ type: 'calendar' as const, ...published })),
    ...unknown.map((year) => ({ type: 'provisional' as const, year })),
  ];
}

/** When a limit ends and how that date comes about. Deterministic: same rule, calendar, start and pauses, same steps. */
export function computeDue(
  rule: ClockRule,
  calendar: Calendar,
  startedAt: Date,
  pauses: readonly Pause[] = [],
  _extensions: readonly Extension[] = [],
): Due {
  const ordered = inOrder(pauses);
  const opening = openingSteps(rule, startedAt);
  if (rule.unit === 'hour') {
    const { steps, ...due } = hoursDue(rule, startedAt, ordered);
    return { ...due, steps: [...opening, ...steps] };
  }
  const startDay = dayOf(startedAt);
  const walked = walk(rule, calendar, startDay, ordered);
  const last = walked.at(-1);
  if (!last) throw new RangeError(`no day to count for ${rule.kind}`);
  if (rule.unit === 'month') opening.push(correspondingStep(rule, dayOf(startedAt)));

  const left = daysToCount(rule, startDay) - last.number;
  const dueAt = last.mark === 'pause' ? null : endOfDay(last.day);
  const years = [...new Set(daysRelyingOnCalendar(rule, walked).map(yearOf))];
  const ending: ArithmeticStep = dueAt
    ? { type: 'end', dueAt: dueAt.toISOString() }
    : { type: 'suspended', left, unit: rule.unit };
  const steps = [...opening, ...stepsOf(rule, walked), ending, ...calendarSteps(calendar, years)];
  return { dueAt, left, provisional: steps.some(({ type }) => type === 'provisional'), steps };
}

function correspondingStep(rule: ClockRule, startDay: string): ArithmeticStep {
  const day = addMonths(startDay, rule.length);
  return {
    type: 'corresponding',
    months: rule.length,
    day,
    days: daysToCount(rule, startDay),
    monthEnd: day.slice(8) !== startDay.slice(8),
  };
}
