import type { Calendar } from '../calendar/calendar.ts';
import { type Clock, untouched } from './clock.ts';
import { computeDue } from './due.ts';
import type { Pause } from './pause.ts';
import type { ClockRule } from './rule.ts';
import { calendarVersionOf } from './steps.ts';

export type ClockChange =
  | { kind: 'start'; clock: Clock; provisional: boolean }
  | { kind: 'stop'; id: string; clockKind: string; at: Date; reason: string }
  | { kind: 'recompute'; id: string; pauses: readonly Pause[]; dueAt: Date | null; provisional: boolean };

export type ClockOrder =
  | { act: 'pause'; kinds: readonly string[]; reason: string; approvedBy: string }
  | { act: 'resume' }
  | { act: 'start'; kind: string; length?: number }
  | { act: 'stop'; kind: string }
  | { act: 'keep'; kind: string };

type Moment = {
  now: Date;
  calendar: Calendar;
  step: string;
  ruleOf(kind: string): ClockRule;
  newId(): string;
};

/** A clock that starts again after it was stopped (sent back, returned) is a new clock; its first start stays in history. */
export function startClock(kind: string, moment: Moment, length?: number): ClockChange {
  const usual = moment.ruleOf(kind);
  const rule = length === undefined ? usual : { ...usual, length };
  const due = computeDue(rule, moment.calendar, moment.now, []);
  const clock: Clock = {
    ...untouched,
    binds: rule.binds ?? 'ours',
    id: moment.newId(),
    kind,
    rule,
    startedAt: moment.now,
    stoppedAt: null,
    calendarVersion: calendarVersionOf(due.steps),
    dueAt: due.dueAt,
  };
  return { kind: 'start', clock, provisional: due.provisional };
}

function recompute(clock: Clock, pauses: readonly Pause[], moment: Moment): ClockChange {
  const due = computeDue(clock.rule, moment.calendar, clock.startedAt, pauses);
  return { kind: 'recompute', id: clock.id, pauses, dueAt: due.dueAt, provisional: due.provisional };
}

const kindsOf = (orders: readonly ClockOrder[], act: 'start' | 'stop' | 'keep'): string[] =>
  orders.flatMap((order) => (order.act === act ? [order.kind] : []));

/** A length that the decision names, such as the days given for material; else the rule's own. */
function lengthOf(kind: string, orders: readonly ClockOrder[]): number | undefined {
  return orders.flatMap((order) => (order.act === 'start' && order.kind === kind ? [order.length] : []))[0];
}

function pauseOrResume(order: ClockOrder, running: readonly Clock[], moment: Moment): ClockChange[] {
  if (order.act === 'pause') {
    const pause: Pause = { from: moment.now, to: null, reason: order.reason, approvedBy: order.approvedBy };
    const paused = running.filter((clock) => order.kinds.includes(clock.kind) && clock.dueAt !== null);
    return paused.map((clock) => recompute(clock, [...clock.pauses, pause], moment));
  }
  const waiting = running.filter((clock) => clock.pauses.some((pause) => pause.to === null));
  return waiting.map((clock) => {
    const pauses = clock.pauses.map((pause) => (pause.to === null ? { ...pause, to: moment.now } : pause));
    return recompute(clock, pauses, moment);
  });
}

/**
 * What a step does to the clocks of a matter: `starts` and `stops` of its row, as overruled by the decision's own orders:
 * an ordered stop also holds back the row's start of that clock, a keep holds back the row's stop.
 */
export function clockChanges(
  clocks: readonly Clock[],
  row: { starts: readonly string[]; stops: readonly string[] },
  orders: readonly ClockOrder[],
  moment: Moment,
): ClockChange[] {
  const running = clocks.filter((clock) => clock.stoppedAt === null);
  const heldBack = new Set(kindsOf(orders, 'stop'));
  const keeps = new Set(kindsOf(orders, 'keep'));
  const stops = new Set([...row.stops.filter((kind) => !keeps.has(kind)), ...heldBack]);
  const ordered = kindsOf(orders, 'start');
  const starts = new Set([...row.starts.filter((kind) => !heldBack.has(kind)), ...ordered]);
  const stopped = running.filter((clock) => stops.has(clock.kind));
  const kept = running.filter((clock) => !stops.has(clock.kind));
  const begun = [...starts].filter((kind) => !kept.some((clock) => clock.kind === kind));
  return [
    ...stopped.map(
      (clock): ClockChange => ({
        kind: 'stop',
        id: clock.id,
        clockKind: clock.kind,
        at: moment.now,
        reason: moment.step,
      }),
    ),
    ...orders.flatMap((order) =>
      order.act === 'pause' || order.act === 'resume' ? pauseOrResume(order, kept, moment) : [],
    ),
    ...begun.map((kind) => startClock(kind, moment, lengthOf(kind, orders))),
  ];
}

/** The clocks as they stand after the changes; what the recorded rows will say. */
export function applyChanges(clocks: readonly Clock[], changes: readonly ClockChange[]): Clock[] {
  const after = new Map(clocks.map((clock) => [clock.id, clock]));
  for (const change of changes) {
    if (change.kind === 'start') after.set(change.clock.id, change.clock);
    const clock = change.kind === 'start' ? undefined : after.get(change.id);
    if (!clock) continue;
    if (change.kind === 'stop') after.set(change.id, { ...clock, stoppedAt: change.at });
    if (change.kind === 'recompute') after.set(change.id, { ...clock, pauses: change.pauses, dueAt: change.dueAt });
  }
  return [...after.values()];
}
