import type { ClockRule } from './rule.ts';
import type { ArithmeticStep } from './steps.ts';
import type { WalkedDay } from './walk.ts';

type Run = [WalkedDay, ...WalkedDay[]];

/** Neighbouring days that read as one: the same pause, the same holiday, a weekend, an unbroken count. */
function together(before: WalkedDay, day: WalkedDay): boolean {
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

function stepOf(rule: ClockRule, run: Run, lastCounted: WalkedDay | undefined): ArithmeticStep {
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
      return pauseStep(rule, run, first.pause);
  }
}

const runName = (first: WalkedDay): string => (first.kind.kind === 'weekend' ? '周末' : first.kind.name);

function pauseStep(rule: ClockRule, run: Run, pause: Extract<WalkedDay, { mark: 'pause' }>['pause']): ArithmeticStep {
  const working = rule.unit === 'workingDay';
  const rests = run.filter(({ kind }) => kind.kind === 'weekend' || kind.kind === 'holiday').length;
  return {
    type: 'pause',
    from: run[0].day,
    to: pause.to === null ? null : (run.at(-1)?.day ?? run[0].day),
    days: pause.to === null ? null : run.length - (working ? rests : 0),
    working,
    reason: pause.reason,
    by: pause.approvedBy,
    at: pause.from.toISOString(),
  };
}

export function stepsOf(rule: ClockRule, walked: readonly WalkedDay[]): ArithmeticStep[] {
  const lastCounted = walked.findLast(({ mark }) => mark === 'counted' || mark === 'swapped');
  return runsOf(walked).map((run) => stepOf(rule, run, lastCounted));
}
