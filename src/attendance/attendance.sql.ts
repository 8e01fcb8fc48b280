import { type Queries, record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import type { Day } from '../platform/now.ts';
import type { Place } from './attendanceEngine.ts';
import type { DayChange } from './plan.ts';
import type { Mark, OpenCall } from './today.ts';

export async function listMarks(queries: Queries, { countyCode, centerId }: Place, day: Day): Promise<Mark[]> {
  const rows = await queries
    .selectFrom('attendance')
    .selectAll()
    .where('county_code', '=', countyCode)
    .where('center_id', '=', centerId)
    .where('day', '=', day)
    .execute();
  return rows.map((row) => ({
    unitId: row.unit_id,
    state: row.state,
    postId: row.post_id,
    counter: row.counter_number,
    arrivedAt: row.arrived_at,
    leftAt: row.left_at,
    expectedTime: row.expected_time,
    note: row.note,
  }));
}

export function recordMark(tx: Tx, { countyCode, centerId }: Place, day: Day, mark: Mark, by: string, now: Date): void {
  const set = {
    state: mark.state,
    post_id: mark.postId,
    counter_number: mark.counter,
    arrived_at: mark.arrivedAt,
    left_at: mark.leftAt,
    expected_time: mark.expectedTime,
    note: mark.note,
    marked_by_post_id: by,
    marked_at: now,
  };
  const row = { county_code: countyCode, center_id: centerId, day, unit_id: mark.unitId, ...set };
  const upsert = tx
    .insertInto('attendance')
    .values(row)
    .onConflict((c) => c.columns(['county_code', 'center_id', 'day', 'unit_id']).doUpdateSet(set));
  record(tx, upsert);
}

/** Changes that touch any of these days: the day itself, or the day it was moved to. */
export async function listChanges(
  queries: Queries,
  { countyCode, centerId }: Place,
  days: { from: Day; to: Day },
): Promise<DayChange[]> {
  const rows = await queries
    .selectFrom('attendance_change')
    .selectAll()
    .where('county_code', '=', countyCode)
    .where('center_id', '=', centerId)
    .where('withdrawn_at', 'is', null)
    .where((e) =>
      e.or([
        e.and([e('day', '>=', days.from), e('day', '<=', days.to)]),
        e.and([e('moved_to', '>=', days.from), e('moved_to', '<=', days.to)]),
      ]),
    )
    .orderBy('made_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    kind: row.kind,
    day: row.day,
    movedTo: row.moved_to,
    from: row.from_time,
    to: row.to_time,
    counter: row.counter_number,
    reason: row.reason,
  }));
}

export function recordChange(
  tx: Tx,
  { countyCode, centerId }: Place,
  change: Omit<DayChange, 'id'>,
  by: string,
  now: Date,
): string {
  const id = newId(now);
  const values = {
    county_code: countyCode,
    id,
    center_id: centerId,
    unit_id: change.unitId,
    kind: change.kind,
    day: change.day,
    moved_to: change.movedTo,
    from_time: change.from,
    to_time: change.to,
    counter_number: change.counter,
    reason: change.reason,
    made_by_post_id: by,
    made_at: now,
  };
  record(tx, tx.insertInto('attendance_change').values(values));
  return id;
}

export async function lockChange(tx: Tx, countyCode: string, id: string) {
  return tx
    .selectFrom('attendance_change')
    .selectAll()
    .where('county_code', '=', countyCode)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export function recordChangeWithdrawn(tx: Tx, countyCode: string, id: string, by: string, now: Date): void {
  const set = { withdrawn_at: now, withdrawn_by_post_id: by };
  const row = tx.updateTable('attendance_change').set(set).where('county_code', '=', countyCode);
  record(tx, row.where('id', '=', id));
}

/** Calls of the day that are not over. Read under the house, since a call is for the center and its unit only. */
export async function listOpenCalls(queries: Queries, { countyCode, centerId }: Place, day: Day): Promise<OpenCall[]> {
  const rows = await queries
    .selectFrom('call_out')
    .select(['unit_id', 'state', 'last_called_at', 'answered_at', 'eta_minutes'])
    .where('county_code', '=', countyCode)
    .where('center_id', '=', centerId)
    .where('day', '=', day)
    .where('state', 'in', ['called', 'coming', 'arrived'])
    .where('ended_at', 'is', null)
    .orderBy('called_at', 'desc')
    .execute();
  return rows.map((row) => ({
    unitId: row.unit_id,
    state: row.state as OpenCall['state'],
    calledAt: row.last_called_at,
    answeredAt: row.answered_at,
    etaMinutes: row.eta_minutes,
  }));
}

export type PageNotice = { readonly owner: string; readonly text: string; readonly page: string };

/** Tells posts and desks about something that is no matter: the notice leads to a page. */
export function recordPageNotices(tx: Tx, countyCode: string, notices: readonly PageNotice[], now: Date): void {
  if (notices.length === 0) return;
  const rows = notices.map(({ owner, text, page }) => ({
    county_code: countyCode,
    id: newId(now),
    owner,
    matter_id: null,
    code: null,
    text,
    page,
    at: now,
  }));
  record(tx, tx.insertInto('notice').values(rows));
}
