import type { Calendar } from '../calendar/calendar.ts';
import { type Clock, dueOfClock } from '../deadlines/clock.ts';
import type { ExtensionRule } from '../deadlines/clockRule.ts';
import { runningClocks } from '../deadlines/leading.ts';
import { type Day, formatDay } from '../platform/now.ts';
import type { ExtensionRequest, Waiting } from './waiting.ts';

/** What may still be granted on a clock. `lengthLeft` is null where the rule sets no ceiling. */
export type Allowance = { rule: ExtensionRule; lengthLeft: number | null; timesLeft: number };

export function allowanceOf({ rule, extensions }: Clock): Allowance | null {
  if (!rule.extension) return null;
  const { length, times } = rule.extension;
  const granted = extensions.reduce((sum, each) => sum + each.length, 0);
  return {
    rule: rule.extension,
    lengthLeft: length === null ? null : length - granted,
    timesLeft: times - extensions.length,
  };
}

/** Running clocks of ours whose rule still allows more time. */
export const extendable = (clocks: readonly Clock[]): Clock[] =>
  runningClocks(clocks).filter((clock) => {
    const allowance = allowanceOf(clock);
    return clock.binds === 'ours' && allowance !== null && allowance.timesLeft > 0 && allowance.lengthLeft !== 0;
  });

export type Asked = { request: ExtensionRequest; clock: Clock };

/** A request waits for its decision as long as its clock runs; when the clock stops, there is nothing left to extend. */
export function openRequest({
  extensionRequests,
  clocks,
}: Pick<Waiting, 'extensionRequests' | 'clocks'>): Asked | null {
  for (const request of extensionRequests) {
    const clock = clocks.find(({ id, stoppedAt }) => id === request.clockId && stoppedAt === null);
    if (request.state === 'proposed' && clock) return { request, clock };
  }
  return null;
}

type More = Pick<ExtensionRequest, 'length' | 'unit' | 'reason' | 'plan'>;

/** Until when the clock would run with this much more; null while it stands still. */
export function dueWith(clock: Clock, more: More, approvedBy: string, calendar: Calendar, at: Date): Date | null {
  const { length, unit, reason, plan } = more;
  const extension = { length, unit, reason, plan, approvedBy, at };
  return dueOfClock({ ...clock, extensions: [...clock.extensions, extension] }, calendar).dueAt;
}

export type PlanNode = { on: Day; what: string };

/** 13710 asks for 时间节点和方案: each node with its day, as one text that page, resident and paper print. */
export const planText = (nodes: readonly PlanNode[]): string =>
  nodes.map(({ on, what }) => `${formatDay(on)} ${what.trim()}`).join('；');
