import { runningClocks } from '../deadlines/leading.ts';
import type { ClockAct } from '../matters/decision.ts';
import { addDays, type Day, daysBetween, startOfDay } from '../platform/now.ts';
import { nextDay, type OpenPromise, type Promising } from './promise.ts';

/** Of how many things are owed on that day, what: one by its words, several by their number. */
function labelOf(due: readonly OpenPromise[]): string {
  const [first, ...others] = due;
  return others.length === 0 ? `履行：${first?.obligation ?? ''}`.slice(0, 60) : `履行：${due.length}项`;
}

/**
 * One clock for all that is owed by agreements: it runs to the first day on which something is (人民调解法 art. 31). It is the
 * payer's time, so that a payer who is late makes no unit late. `from`: the day the agreement took effect, or was changed.
 */
export function promiseClock(
  { clocks }: Pick<Promising, 'clocks'>,
  after: readonly OpenPromise[],
  from: Day,
): ClockAct[] {
  const day = nextDay(after);
  const running = runningClocks(clocks).some(({ kind }) => kind === 'promise');
  const stop: ClockAct[] = running ? [{ act: 'stop', kind: 'promise' }] : [];
  if (day === null) return stop;
  const due = after.filter(({ dueOn }) => dueOn === day);
  const payers = new Set(due.map(({ payerPartyId }) => payerPartyId));
  const [payer] = payers.size === 1 ? payers : [null];
  // What is due on the day it was agreed on, or before it was written down, has no days to count.
  const start = from < day ? from : addDays(day, -1);
  const whose = payer ? { partyId: payer } : {};
  const counted = { at: startOfDay(start), length: daysBetween(start, day) };
  return [...stop, { act: 'start', kind: 'promise', label: labelOf(due), ...counted, ...whose }];
}
