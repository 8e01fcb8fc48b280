import type { Calendar } from '../calendar/calendar.ts';
import type { ClockAct } from '../matters/decision.ts';
import { type Clock, untouched } from './clock.ts';
import type { Binds, ClockRule, Ground } from './clockRule.ts';
import { computeDue } from './due.ts';
import type { Extension } from './extension.ts';
import { moved, recharged } from './moveClock.ts';
import { calendarVersionOf } from './steps.ts';

export type ClockChange =
  | { kind: 'start'; clock: Clock; provisional: boolean }
  | { kind: 'stop'; id: string; clockKind: string; at: Date; reason: string }
  | ({ kind: 'recompute'; id: string; provisional: boolean; calendarVersion: string } & Moved)
  | { kind: 'recharge'; id: string; unitId: string | null; since: Date }
  | { kind: 'remind'; id: string; toTell: readonly string[]; at: Date };
type Moved = Pick<Clock, 'pauses' | 'extensions' | 'dueHistory' | 'dueAt'>;

type Start = Extract<ClockAct, { act: 'start' }>;
type Stop = Extract<ClockAct, { act: 'stop' }>;

export type Moment = {
  now: Date;
  calendar: Calendar;
  step: string;
  ruleOf(kind: string): ClockRule;
  /** The unit a clock is charged to; null: the receiving center's own. Absent: nobody is charged. */
  unitOf?(kind: string, binds: Binds): string | null;
  /** Another unit leads from now on. */
  leadChanges?: boolean;
  newId(): string;
};

/** A clock that starts again after it was stopped (sent back, returned) is a new clock; its first start stays in history. */
export function startClock(kind: string, moment: Moment, order?: Omit<Start, 'act' | 'kind'>): ClockChange {
  const usual = moment.ruleOf(kind);
  const { length = usual.length, label = usual.label, basis = usual.basis } = order ?? {};
  const rule = { ...usual, length, label, basis };
  const startedAt = order?.at ?? moment.now;
  const due = computeDue(rule, moment.calendar, startedAt, []);
  const binds = rule.binds ?? 'ours';
  const unitId = order?.unitId ?? moment.unitOf?.(kind, binds) ?? null;
  const clock: Clock = {
    ...untouched,
    binds,
    unitId,
    unitSince: unitId === null ? null : moment.now,
    partyId: order?.partyId ?? null,
    id: moment.newId(),
    kind,
    rule,
    startedAt,
    stoppedAt: null,
    calendarVersion: calendarVersionOf(due.steps),
    dueAt: due.dueAt,
  };
  return { kind: 'start', clock, provisional: due.provisional };
}

const kindsOf = (orders: readonly ClockAct[], act: 'start' | 'stop' | 'keep'): string[] =>
  orders.flatMap((order) => (order.act === act ? [order.kind] : []));

/** What the decision says of a start: a length of its own, such as the days given for material, or an earlier moment. */
const startOf = (kind: string, orders: readonly ClockAct[]): Start | undefined =>
  orders.find((order): order is Start => order.act === 'start' && order.kind === kind);

/** An order to stop that is meant for this clock: one that names a unit is for that unit's alone. */
const stopOf = (clock: Clock, orders: readonly ClockAct[]) =>
  orders.find(
    (order): order is Stop =>
      order.act === 'stop' &&
      order.kind === clock.kind &&
      (order.unitId ?? clock.unitId) === clock.unitId &&
      (order.clockId ?? clock.id) === clock.id,
  );

function stopped(clock: Clock, orders: readonly ClockAct[], { now, step }: Moment): ClockChange {
  const at = stopOf(clock, orders)?.at;
  return { kind: 'stop', id: clock.id, clockKind: clock.kind, at: at ?? now, reason: step };
}

/** The clocks that begin: of each kind one, unless it runs already; those that name a unit or a party beside each other. */
function begun(row: Row, orders: readonly ClockAct[], kept: readonly Clock[], moment: Moment): ClockChange[] {
  const heldBack = new Set(kindsOf(orders, 'stop'));
  const beside = orders.filter(
    (order): order is Start => order.act === 'start' && (order.unitId ?? order.partyId) !== undefined,
  );
  const named = new Set(beside.map(({ kind }) => kind));
  const kinds = new Set([...row.starts.filter((kind) => !heldBack.has(kind)), ...kindsOf(orders, 'start')]);
  const missing = [...kinds].filter((kind) => !named.has(kind) && !kept.some((clock) => clock.kind === kind));
  return [
    ...missing.map((kind) => startClock(kind, moment, startOf(kind, orders))),
    ...beside.map((order) => startClock(order.kind, moment, order)),
  ];
}
type Row = { starts: readonly string[]; stops: readonly string[] };

/**
 * What a step does to the clocks of a matter: `starts` and `stops` of its row, as overruled by the decision's own orders:
 * an ordered stop also holds back the row's start of that clock, a keep holds back the row's stop, and orders that name a
 * unit leave the row's stop to that unit's clock.
 */
export function clockChanges(
  clocks: readonly Clock[],
  row: Row,
  orders: readonly ClockAct[],
  moment: Moment,
): ClockChange[] {
  const running = clocks.filter((clock) => clock.stoppedAt === null);
  const keeps = new Set(kindsOf(orders, 'keep'));
  const ordered = new Set(kindsOf(orders, 'stop'));
  const byRow = new Set(row.stops.filter((kind) => !keeps.has(kind) && !ordered.has(kind)));
  const stops = (clock: Clock) => byRow.has(clock.kind) || stopOf(clock, orders) !== undefined;
  const kept = running.filter((clock) => !stops(clock));
  return [
    ...running.filter(stops).map((clock) => stopped(clock, orders, moment)),
    ...orders.flatMap((order) => moved(order, kept, moment)),
    ...kept.flatMap((clock) => recharged(clock, orders, moment)),
    ...begun(row, orders, kept, moment),
  ];
}

function applied(clock: Clock, change: Exclude<ClockChange, { kind: 'start' }>): Clock {
  if (change.kind === 'stop') return { ...clock, stoppedAt: change.at };
  if (change.kind === 'remind') return { ...clock, toTell: change.toTell };
  if (change.kind === 'recharge') return { ...clock, unitId: change.unitId, unitSince: change.since };
  const { pauses, extensions, dueHistory, dueAt } = change;
  return { ...clock, pauses, extensions, dueHistory, dueAt };
}

/** The clocks as they stand after the changes; what the recorded rows will say. */
export function applyChanges(clocks: readonly Clock[], changes: readonly ClockChange[]): Clock[] {
  const after = new Map(clocks.map((clock) => [clock.id, clock]));
  for (const change of changes) {
    if (change.kind === 'start') {
      after.set(change.clock.id, change.clock);
      continue;
    }
    const clock = after.get(change.id);
    if (clock) after.set(change.id, applied(clock, change));
  }
  return [...after.values()];
}
