import { formatClock, toIso } from '../platform/now.ts';
import { groupOf, type HallRules, priorityLabel } from './hallRules.ts';
import { estimatedWait, mayCall, orderFor, ticketLabel, type Waiting } from './line.ts';
import type { TicketRow } from './ticketRow.ts';
import { isOpenState, stateWords } from './ticketSteps.ts';

const MINUTE = 60_000;
const minutes = (from: Date, to: Date): number => Math.max(0, Math.floor((to.getTime() - from.getTime()) / MINUTE));

export const waitingOf = (row: TicketRow): Waiting => ({
  id: row.id,
  prefix: row.prefix,
  number: row.number,
  priority: row.priority,
  dueAt: row.due_at,
  forCounter: row.for_counter,
  waitsFrom: row.waits_from,
});

export function ticketView(rules: HallRules, row: TicketRow, now: Date) {
  return {
    id: row.id,
    label: ticketLabel(row),
    prefix: row.prefix,
    group: groupOf(rules, row.prefix)?.name ?? '',
    state: row.state,
    stateLabel: stateWords[row.state],
    priority: priorityLabel(rules, row.priority),
    appointment: row.due_at === null ? null : formatClock(row.due_at),
    issuedAt: toIso(row.issued_at),
    /** Until called; still growing for who waits. */
    waited: minutes(row.issued_at, row.called_at ?? row.ended_at ?? now),
    /** Since called, or how long it took. */
    took: row.called_at === null ? null : minutes(row.called_at, row.ended_at ?? now),
    counter: row.counter_number,
    forCounter: row.for_counter,
    calls: row.calls,
  };
}
export type TicketView = ReturnType<typeof ticketView>;

const recentMs = 90 * MINUTE;

/** Counters at which somebody was called lately: what moves the line. */
const movingCounters = (rows: readonly TicketRow[], now: Date): number =>
  new Set(
    rows.flatMap(({ called_at, counter_number }) =>
      called_at !== null && now.getTime() - called_at.getTime() < recentMs ? [counter_number] : [],
    ),
  ).size;

const tookMinutes = (rows: readonly TicketRow[]): number[] =>
  rows.flatMap(({ state, called_at, ended_at }) =>
    state === 'done' && called_at && ended_at ? [(ended_at.getTime() - called_at.getTime()) / MINUTE] : [],
  );

/** What a fresh number says on its slip: how many stand before it, and how long it may take when that can be known. */
export function aheadOf(rules: HallRules, rows: readonly TicketRow[], own: TicketRow, now: Date) {
  const same = rows.filter(({ state, prefix }) => state === 'waiting' && prefix === own.prefix).map(waitingOf);
  const order = orderFor(rules, same, { counter: own.for_counter ?? 0, now, lastPriorities: [] });
  const place = order.findIndex(({ id }) => id === own.id);
  const ahead = place < 0 ? same.length - 1 : place;
  const count = Math.max(ahead, 0);
  return { ahead: count, wait: estimatedWait(rules, count, tookMinutes(rows), movingCounters(rows, now)) };
}

type At = { counter: number | null; now: Date };

/** The strip above the form, and the line behind it, as one counter sees them. */
export function lineView(rules: HallRules, rows: readonly TicketRow[], { counter, now }: At) {
  const waiting = rows.filter(({ state }) => state === 'waiting');
  const called = rows.filter(({ called_at }) => called_at !== null);
  const newest = called.toSorted((a, b) => (b.called_at?.getTime() ?? 0) - (a.called_at?.getTime() ?? 0));
  const lastPriorities = newest.slice(0, rules.priorityRun).map(({ priority }) => priority !== null);
  const byId = new Map(waiting.map((row) => [row.id, row]));
  const order = counter === null ? [] : orderFor(rules, waiting.map(waitingOf), { counter, now, lastPriorities });
  const mine = order.flatMap(({ id }) => byId.get(id) ?? []);
  const others = waiting.filter((row) => counter === null || !mayCall(rules, waitingOf(row), counter));
  const current = rows.find((row) => counter !== null && isOpenState(row.state) && row.counter_number === counter);
  const view = (row: TicketRow) => ticketView(rules, row, now);
  return {
    current: current ? view(current) : null,
    /** In the order in which this counter will call them. */
    waiting: mine.map(view),
    elsewhere: others.map(view),
    atCounters: rows.filter((row) => isOpenState(row.state)).map(view),
    over: rows.filter(({ state }) => ['done', 'left', 'noShow'].includes(state)).map(view),
    asOf: toIso(now),
  };
}

/** What anybody in the hall may read: numbers and counters, the last ones called, how many wait. Never a name. */
export function boardView(rules: HallRules, rows: readonly TicketRow[], now: Date) {
  const called = rows.filter((row) => row.called_at !== null && row.counter_number !== null && row.state !== 'waiting');
  const calls = called
    .toSorted((a, b) => (b.called_at?.getTime() ?? 0) - (a.called_at?.getTime() ?? 0))
    .map((row) => ({
      label: ticketLabel(row),
      counter: row.counter_number ?? 0,
      open: isOpenState(row.state),
      /** Changes with each call, so that a screen knows what to say aloud. */
      call: `${row.id} ${row.calls}`,
    }));
  const waiting = rules.groups.map(({ prefix, name }) => ({
    prefix,
    name,
    count: rows.filter((row) => row.state === 'waiting' && row.prefix === prefix).length,
  }));
  return {
    calls: calls.filter(({ open }) => open).slice(0, 8),
    last: calls.slice(0, 8),
    waiting,
    at: formatClock(now),
  };
}
export type BoardView = ReturnType<typeof boardView>;
