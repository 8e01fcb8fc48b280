import { record, type Tx } from '../platform/db.ts';
import type { ClockChange } from './clockChanges.ts';

/** Writes what a step did to the clocks of a matter. Rules are kept with the clock: later settings do not move it. */
export function recordClockChanges(
  tx: Tx,
  countyCode: string,
  matterId: string,
  changes: readonly ClockChange[],
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
      };
      record(tx, tx.insertInto('matter_clock').values(values));
      continue;
    }
    const set =
      change.kind === 'stop'
        ? { stopped_at: change.at, stop_reason: change.reason }
        : { pauses: JSON.stringify(change.pauses), due_at: change.dueAt, provisional: change.provisional };
    record(
      tx,
      tx.updateTable('matter_clock').set(set).where('county_code', '=', countyCode).where('id', '=', change.id),
    );
  }
}
