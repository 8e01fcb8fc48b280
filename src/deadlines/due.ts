import type { Calendar } from '../calendar/calendar.ts';
import { type Day, dueDay, endOfDay, yearOf } from '../platform/now.ts';
import { type Beginning, beginningOf } from './begin.ts';
import type { ClockRule } from './clockRule.ts';
import type { Extension } from './extension.ts';
import { hoursDue } from './hours.ts';
import { daysIn, type Leg, legsOf } from './legs.ts';
import { inOrder, type Pause } from './pause.ts';
import { extensionStep, originOf, stepsOf } from './runs.ts';
import { type ArithmeticStep, calendarSteps, type Due } from './steps.ts';
import { type Course, daysRelyingOnCalendar, type WalkedDay, walk } from './walk.ts';

/** The end with the days or hours it was counted by, before the notices it stands on are named. */
type Counted = Pick<Due, 'dueAt' | 'left' | 'steps'> & { relied: Day[] };

const openingSteps = (rule: ClockRule, startedAt: Date): ArithmeticStep[] => {
  const { label, length, unit, basis, status } = rule;
  return [
    { type: 'start', at: startedAt.toISOString() },
    { type: 'rule', label, length, unit, basis, status },
  ];
};

const extensionsOf = (legs: readonly Leg[]): Extension[] =>
  legs.map(({ extension }) => extension).filter((extension) => extension !== null);
const grantedIn = (legs: readonly Leg[]) => extensionsOf(legs).map(({ length, unit }) => ({ length, unit }));

function daysDue(course: Course, calendar: Calendar): Counted {
  const walked = walk(course, calendar);
  const last = walked.at(-1) as WalkedDay;
  const leg = course.legs[last.leg] as Leg;
  const left = daysIn(leg, originOf(course, walked, last.leg) as Day) - last.number;
  const dueAt = last.mark === 'pause' ? null : endOfDay(last.day);
  const ending: ArithmeticStep = dueAt
    ? { type: 'end', dueAt: dueAt.toISOString() }
    : { type: 'suspended', left, unit: leg.unit, added: grantedIn(course.legs.slice(last.leg + 1)) };
  const relied = daysRelyingOnCalendar(course, walked);
  return { dueAt, left, steps: [...stepsOf(course, walked), ending], relied };
}

/** A limit in hours; what extends it is counted in days after the day it ends on. */
function timeDue(rule: ClockRule, calendar: Calendar, beginning: Beginning, pauses: Pause[], legs: Leg[]): Counted {
  const { end, left, steps, relied } = hoursDue(rule, calendar, beginning, pauses);
  if (end === null) {
    const headings = extensionsOf(legs).map((extension) => extensionStep(extension, null));
    const suspended: ArithmeticStep = { type: 'suspended', left, unit: rule.unit, added: grantedIn(legs) };
    return { dueAt: null, left, steps: [...steps, ...headings, suspended], relied };
  }
  if (legs.length === 0)
    return { dueAt: end, left: 0, steps: [...steps, { type: 'end', dueAt: end.toISOString() }], relied };
  const course = { legs, from: dueDay(end), countsFrom: false, rolls: rule.rollHoliday, pauses };
  const further = daysDue(course, calendar);
  return { ...further, steps: [...steps, ...further.steps], relied: [...relied, ...further.relied] };
}

/** When a limit ends and how that date comes about. Deterministic: the same facts and calendar give the same steps. */
export function computeDue(
  rule: ClockRule,
  calendar: Calendar,
  startedAt: Date,
  pauses: readonly Pause[] = [],
  extensions: readonly Extension[] = [],
): Due {
  const ordered = inOrder(pauses);
  const legs = legsOf(rule, extensions);
  const beginning = beginningOf(rule, calendar, startedAt);
  const counted =
    rule.unit === 'hour' || rule.unit === 'workingHour'
      ? timeDue(rule, calendar, beginning, ordered, legs)
      : daysDue(courseOf(rule, beginning, ordered, legs), calendar);
  const notices = calendarSteps(calendar, [...beginning.relied, ...counted.relied].map(yearOf));
  const steps = [...openingSteps(rule, startedAt), ...beginning.steps, ...counted.steps, ...notices];
  const provisional = notices.some(({ type }) => type === 'provisional');
  return { dueAt: counted.dueAt, left: counted.left, provisional, steps };
}

function courseOf(rule: ClockRule, { day }: Beginning, pauses: Pause[], legs: Leg[]): Course {
  const countsFrom = rule.unit === 'sameDay' || rule.countFirstDay;
  return { legs, from: day, countsFrom, rolls: rule.rollHoliday, pauses };
}
