import { record, recordRows, type Tx } from '../platform/db.ts';
import type { ClockChange } from './clockChanges.ts';

function columnsOf(change: Exclude<ClockChange, { kind: 'start' }>) {
  if (change.kind === 'stop') return { stopped_at: change.at, stop_reason: change.reason };
  if (change.kind === 'remind') return { to_tell: [...change.toTell], warned_at: change.at };
  if (change.kind === 'recharge') return { unit_id: change.unitId, unit_since: change.since };
  return {
    pauses: JSON.stringify(change.pauses),
    extensions: JSON.stringify(change.extensions),
    due_history: JSON.stringify(change.dueHistory),
    due_at: change.dueAt,
    provisional: change.provisional,
    calendar_version: change.calendarVersion,
  };
}

/**
 * Writes what a step did to the clocks of a matter. Rules are kept with the clock: later settings do not move it. Clocks that
 * start `quietUntil` a moment warn nobody of what was over by then.
 */
export function recordClockChanges(
  tx: Tx,
  countyCode: string,
  matterId: string,
  changes: readonly ClockChange[],
  quietUntil: Date | null = null,
): void {
  for (const change of changes) {
    if (change.kind === 'start') {
      const { clock, provisional } = change;
      const values = {
        county_code: countyCode,
        id: clock.id,
        matter_id: matterId,
        kind: clock.kind,
        rule: JSON.stringify(clock.rule),
        calendar_version: clock.calendarVersion ?? '',
        started_at: clock.startedAt,
        due_at: clock.dueAt,
        provisional,
        binds: clock.binds,
        unit_id: clock.unitId,
        unit_since: clock.unitSince,
        party_id: clock.partyId,
        quiet_until: quietUntil,
        overdue_at: quietUntil !== null && clock.dueAt !== null && clock.dueAt <= quietUntil ? quietUntil : null,
      };
      recordRows(tx, 'matter_clock', [values]);
      continue;
    }
    const set = columnsOf(change);
    record(
      tx,
      tx.updateTable('matter_clock').set(set).where('county_code', '=', countyCode).where('id', '=', change.id),
    );
  }
}
