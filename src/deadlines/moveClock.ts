import type { ClockAct } from '../matters/decision.ts';
import { type Clock, dueOfClock, type FormerDue } from './clock.ts';
import type { ClockChange, Moment } from './clockChanges.ts';
import type { Extension } from './extension.ts';
import { groundWords } from './grounds.ts';
import type { Pause } from './pause.ts';
import { calendarVersionOf } from './steps.ts';

/** The date anew; the one that no longer holds stays in history with why. */
function recompute(clock: Clock, set: Partial<Clock>, why: string, moment: Moment): ClockChange {
  const { pauses, extensions } = { ...clock, ...set };
  const due = dueOfClock({ ...clock, ...set }, moment.calendar);
  const former: FormerDue[] =
    clock.dueAt === null || clock.dueAt.getTime() === due.dueAt?.getTime()
      ? []
      : [{ dueAt: clock.dueAt.toISOString(), at: moment.now.toISOString(), why }];
  const dueHistory = [...clock.dueHistory, ...former];
  return {
    kind: 'recompute',
    id: clock.id,
    pauses,
    extensions,
    dueHistory,
    dueAt: due.dueAt,
    provisional: due.provisional,
    calendarVersion: calendarVersionOf(due.steps),
  };
}

/** What an order does to clocks that run on: they stand still, go on, get more time. */
export function moved(order: ClockAct, running: readonly Clock[], moment: Moment): ClockChange[] {
  if (order.act === 'pause') {
    const { reason, approvedBy, ground } = order;
    const pause: Pause = { from: order.at ?? moment.now, to: null, reason, approvedBy, ...(ground ? { ground } : {}) };
    const paused = running.filter(
      (clock) => order.kinds.includes(clock.kind) && clock.dueAt !== null && (order.clockId ?? clock.id) === clock.id,
    );
    const why = `停钟，${ground ? `${groundWords[ground]}：` : ''}${reason}`;
    return paused.map((clock) => recompute(clock, { pauses: [...clock.pauses, pause] }, why, moment));
  }
  if (order.act === 'extend') {
    const extension: Extension = { ...order.extension, at: moment.now };
    const extended = running.filter((clock) => clock.id === order.clockId);
    return extended.map((clock) =>
      recompute(clock, { extensions: [...clock.extensions, extension] }, order.why, moment),
    );
  }
  if (order.act === 'remind') {
    const { toTell, clockId } = order;
    return running.flatMap(({ id }) => (id === clockId ? [{ kind: 'remind', id, toTell, at: moment.now }] : []));
  }
  if (order.act !== 'resume') return [];
  // What another body let stand still goes on by that body's word alone.
  const goesOn = ({ id, binds }: Clock) => (order.clockId ? id === order.clockId : binds === 'ours');
  const waiting = running.filter((clock) => goesOn(clock) && clock.pauses.some((pause) => pause.to === null));
  return waiting.map((clock) => {
    const pauses = clock.pauses.map((pause) => (pause.to === null ? { ...pause, to: order.at ?? moment.now } : pause));
    return recompute(clock, { pauses }, '钟接着走', moment);
  });
}

/** Another unit leads, or takes over: from now on its clocks are charged to it, and what was late before is not. */
export function recharged(
  clock: Clock,
  orders: readonly ClockAct[],
  { unitOf, leadChanges, now }: Moment,
): ClockChange[] {
  const taken = orders.flatMap((order) => (order.act === 'charge' && order.from === clock.unitId ? [order.to] : []))[0];
  const unitId = taken ?? (unitOf && leadChanges ? unitOf(clock.kind, clock.binds) : clock.unitId);
  return unitId === clock.unitId ? [] : [{ kind: 'recharge', id: clock.id, unitId, since: now }];
}
