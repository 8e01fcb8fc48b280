import type { Pause } from './pause.ts';
import type { ClockRule } from './rule.ts';
import type { ArithmeticStep, Due } from './steps.ts';

const HOUR = 3_600_000;
const iso = (time: number): string => new Date(time).toISOString();

/** Hours run day and night; a pause stops them to the millisecond. `pauses` must be in order. */
export function hoursDue(rule: ClockRule, startedAt: Date, pauses: readonly Pause[]): Due {
  const start = startedAt.getTime();
  let cursor = rule.countFirstDay ? start : (Math.floor(start / HOUR) + 1) * HOUR;
  let left = rule.length * HOUR;
  const steps: ArithmeticStep[] = [];
  const run = (until: number) => {
    if (until > cursor) steps.push({ type: 'hours', from: iso(cursor), to: iso(until) });
    left -= until - cursor;
    cursor = until;
  };
  for (const { from, to, reason, approvedBy } of pauses) {
    if (from.getTime() >= cursor + left) break;
    if (to !== null && to.getTime() <= cursor) continue;
    run(Math.max(cursor, from.getTime()));
    steps.push({ type: 'halt', from: iso(cursor), to: to?.toISOString() ?? null, reason, by: approvedBy });
    if (to === null) {
      steps.push({ type: 'suspended', left: left / HOUR, unit: 'hour' });
      return { dueAt: null, left: left / HOUR, provisional: false, steps };
    }
    cursor = to.getTime();
  }
  run(cursor + left);
  steps.push({ type: 'end', dueAt: iso(cursor) });
  return { dueAt: new Date(cursor), left: 0, provisional: false, steps };
}
