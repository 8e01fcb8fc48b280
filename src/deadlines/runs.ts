import { addMonths, type Day } from '../platform/now.ts';
import type { Extension } from './extension.ts';
import { daysIn, type Leg } from './legs.ts';
import type { ArithmeticStep } from './steps.ts';
import { type Course, lastCountedOf, type WalkedDay } from './walk.ts';

type Run = [WalkedDay, ...WalkedDay[]];

/** Neighbouring days of one leg that read as one: the same pause, the same holiday, a weekend, an unbroken count. */
function together(before: WalkedDay, day: WalkedDay): boolean {
  if (before.leg !== day.leg) return false;
  if (before.mark === 'pause' || day.mark === 'pause')
    return before.mark === 'pause' && day.mark === 'pause' && before.pause === day.pause;
  if (before.mark !== day.mark || day.mark === 'swapped') return false;
  if (day.mark !== 'skipped') return true;
  return before.kind.kind === day.kind.kind && (day.kind.kind === 'weekend' || before.kind.name === day.kind.name);
}

function runsOf(walked: readonly WalkedDay[]): Run[] {
  const runs: Run[] = [];
  for (const day of walked) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && together(before, day)) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

function stepOf(unit: Leg['unit'] | undefined, run: Run, lastCounted: WalkedDay | undefined): ArithmeticStep {
  const [first] = run;
  const last = run.at(-1) ?? first;
  const span = { from: first.day, to: last.day };
  switch (first.mark) {
    case 'counted':
      return { type: 'counted', ...span, first: first.number, last: last.number };
    case 'swapped':
      return { type: 'swapped', day: first.day, number: first.number, name: first.kind.name };
    case 'skipped':
      return { type: 'skipped', ...span, days: run.length, name: run.length > 1 ? runName(first) : first.kind.name };
    case 'roll':
      return { type: 'roll', last: lastCounted?.day ?? first.day, name: lastCounted?.kind.name ?? '', ...span };
    case 'pause':
      return pauseStep(unit === 'workingDay', run, first.pause);
  }
}

const runName = (first: WalkedDay): string => (first.kind.kind === 'weekend' ? '周末' : first.kind.name);

function pauseStep(working: boolean, run: Run, pause: Extract<WalkedDay, { mark: 'pause' }>['pause']): ArithmeticStep {
  const rests = run.filter(({ kind }) => kind.kind === 'weekend' || kind.kind === 'holiday').length;
  return {
    type: 'pause',
    from: run[0].day,
    to: pause.to === null ? null : (run.at(-1)?.day ?? run[0].day),
    days: pause.to === null ? null : run.length - (working ? rests : 0),
    working,
    ground: pause.ground ?? null,
    reason: pause.reason,
    by: pause.approvedBy,
    at: pause.from.toISOString(),
  };
}

/** Who granted more time and why, and the day from which it is counted. */
export function extensionStep(extension: Extension, after: Day | null): ArithmeticStep {
  const { length, unit, reason, plan, approvedBy, at } = extension;
  return { type: 'extension', length, unit, after, reason, plan, by: approvedBy, at: at.toISOString() };
}

function correspondingStep(leg: Leg, from: Day): ArithmeticStep {
  const day = addMonths(from, leg.length);
  const days = daysIn(leg, from);
  return { type: 'corresponding', months: leg.length, day, days, monthEnd: day.slice(8) !== from.slice(8) };
}

/** Where a leg is counted from: the start, or the last counted day of the leg before; null while that is not reached. */
export function originOf({ from }: Course, walked: readonly WalkedDay[], leg: number): Day | null {
  if (leg === 0) return from;
  const reached = (walked.at(-1)?.leg ?? 0) >= leg;
  return reached ? (lastCountedOf(walked, leg - 1)?.day ?? null) : null;
}

/** The days of every leg as steps, each extension under its own heading, also one that an open pause keeps from beginning. */
export function stepsOf(course: Course, walked: readonly WalkedDay[]): ArithmeticStep[] {
  const runs = runsOf(walked);
  const lastCounted = lastCountedOf(walked);
  return course.legs.flatMap((leg, index) => {
    const origin = originOf(course, walked, index);
    const heading: ArithmeticStep[] = leg.extension ? [extensionStep(leg.extension, origin)] : [];
    if (leg.unit === 'month' && origin) heading.push(correspondingStep(leg, origin));
    const own = runs.filter(([first]) => first.leg === index);
    return [...heading, ...own.map((run) => stepOf(leg.unit, run, lastCounted))];
  });
}
