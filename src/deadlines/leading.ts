import type { Clock } from './clock.ts';

/** The nearer date first, so what is overdue stands before what is not; paused clocks have no date and come last. */
export function byDue(a: Clock, b: Clock): number {
  const [dueA, dueB] = [a.dueAt?.getTime() ?? Number.POSITIVE_INFINITY, b.dueAt?.getTime() ?? Number.POSITIVE_INFINITY];
  if (dueA !== dueB) return dueA < dueB ? -1 : 1;
  return a.startedAt.getTime() - b.startedAt.getTime() || (a.id < b.id ? -1 : 1);
}

export const runningClocks = (clocks: readonly Clock[]): Clock[] =>
  clocks.filter(({ stoppedAt }) => stoppedAt === null).sort(byDue);

/**
 * The clock that is printed big: the nearest of ours; a party's right where nothing of ours runs any more; never one that
 * somebody else must keep. Null when nothing is left to lead.
 */
export function leadingClock(clocks: readonly Clock[]): Clock | null {
  const running = runningClocks(clocks);
  const first = (binds: Clock['binds']) => running.find((clock) => clock.binds === binds);
  return first('ours') ?? first('party') ?? null;
}

/** The date a matter stands at in lists: the nearest that is ours to keep. A party's right is no debt of anybody's. */
export const listedDate = (clocks: readonly Clock[]): Date | null =>
  runningClocks(clocks).find(({ binds }) => binds === 'ours')?.dueAt ?? null;
