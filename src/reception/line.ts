import { countersOf, groupOf, type HallRules } from './hallRules.ts';

/** Who waits, as far as the order of calling asks. */
export type Waiting = {
  readonly id: string;
  readonly prefix: string;
  readonly number: number;
  readonly priority: string | null;
  /** An appointment's time: from then on the number goes first. */
  readonly dueAt: Date | null;
  /** Handed over to this counter. */
  readonly forCounter: number | null;
  readonly waitsFrom: Date;
};

/** A027: read aloud letter by letter and called as it is printed. */
export const ticketLabel = ({ prefix, number }: { prefix: string; number: number }): string =>
  `${prefix}${String(number).padStart(3, '0')}`;

export function mayCall(rules: HallRules, { prefix, forCounter }: Waiting, counter: number): boolean {
  if (forCounter !== null) return forCounter === counter;
  const group = groupOf(rules, prefix);
  const own = group ? countersOf(group) : [];
  return own.length === 0 || own.includes(counter);
}

const byTime = (one: Waiting, other: Waiting): number =>
  one.waitsFrom.getTime() - other.waitsFrom.getTime() || one.number - other.number;

/**
 * The order of calling at a counter: handed over to it, appointments whose time has come, then those who go first, then all
 * others. After a run of priority numbers an ordinary one is called, so that nobody waits behind them all day.
 */
export function orderFor(
  rules: HallRules,
  waiting: readonly Waiting[],
  at: { counter: number; now: Date; lastPriorities: readonly boolean[] },
): Waiting[] {
  const tired = at.lastPriorities.length >= rules.priorityRun && at.lastPriorities.every(Boolean);
  const rank = ({ forCounter, dueAt, priority }: Waiting): number => {
    if (forCounter !== null) return 0;
    if (dueAt !== null && dueAt <= at.now) return 1;
    return (priority === null) === tired ? 2 : 3;
  };
  const mine = waiting.filter((each) => mayCall(rules, each, at.counter));
  return mine.toSorted((one, other) => rank(one) - rank(other) || byTime(one, other));
}

/** Where a number that was called and did not come stands again: behind so many others. */
export function waitsAgainFrom(rules: HallRules, others: readonly Waiting[], now: Date): Date {
  const behind = others.toSorted(byTime)[rules.skipBehind - 1];
  return behind ? new Date(behind.waitsFrom.getTime() + 1) : now;
}

const FIVE = 5;
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/**
 * Minutes from–to that somebody behind `ahead` others will wait, from how long today's numbers took: the quick quarter and
 * the slow quarter, in steps of five. Null while too few were finished: then only the count is said.
 */
export function estimatedWait(
  rules: HallRules,
  ahead: number,
  tookMinutes: readonly number[],
  counters: number,
): { from: number; to: number } | null {
  if (ahead === 0 || counters === 0 || tookMinutes.length < rules.estimateFrom) return null;
  const sorted = tookMinutes.toSorted((one, other) => one - other);
  const of = (share: number) => (quantile(sorted, share) * ahead) / counters;
  const from = Math.floor(of(0.25) / FIVE) * FIVE;
  return { from, to: Math.max(Math.ceil(of(0.75) / FIVE) * FIVE, from + FIVE) };
}
