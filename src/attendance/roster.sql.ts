import { type Queries, record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { type Day, dayOf } from '../platform/now.ts';
import type { Place } from './attendanceEngine.ts';
import type { DutyShift } from './attendanceRules.ts';
import { type Slot, shiftAt } from './roster.ts';
import type { SwapInput } from './swap.ts';

export async function findMonth(queries: Queries, { countyCode, centerId }: Place, month: string) {
  return queries
    .selectFrom('roster_month')
    .selectAll()
    .where('county_code', '=', countyCode)
    .where('center_id', '=', centerId)
    .where('month', '=', month)
    .executeTakeFirst();
}

export async function listSlots(
  queries: Queries,
  { countyCode, centerId }: Place,
  span: { from: Day; to: Day },
): Promise<Slot[]> {
  const rows = await queries
    .selectFrom('roster_shift')
    .selectAll()
    .where('county_code', '=', countyCode)
    .where('center_id', '=', centerId)
    .where('day', '>=', span.from)
    .where('day', '<=', span.to)
    .orderBy('day')
    .orderBy('shift')
    .orderBy('part')
    .execute();
  return rows.map((row) => ({ day: row.day, shift: row.shift, part: row.part, postId: row.post_id, phone: row.phone }));
}

/** Who is on duty at this moment, by a roster that was published. */
export async function findOnDuty(
  queries: Queries,
  place: Place,
  shifts: readonly DutyShift[],
  now: Date,
): Promise<Slot[]> {
  const running = shiftAt(shifts, dayOf(now), now);
  if (!running) return [];
  const [month, slots] = await Promise.all([
    findMonth(queries, place, running.day.slice(0, 7)),
    listSlots(queries, place, { from: running.day, to: running.day }),
  ]);
  if (month?.state !== 'published') return [];
  return slots.filter(({ shift }) => shift === running.shift.code).toSorted((a, b) => a.part.localeCompare(b.part));
}

export function recordDraft(
  tx: Tx,
  { countyCode, centerId }: Place,
  month: string,
  slots: readonly Slot[],
  by: string,
  now: Date,
): void {
  const days = `${month}-01`;
  const old = tx.deleteFrom('roster_shift').where('county_code', '=', countyCode).where('center_id', '=', centerId);
  record(tx, old.where('day', '>=', days).where('day', '<=', `${slots.at(-1)?.day ?? days}`));
  const set = { state: 'draft' as const, drawn_by_post_id: by, drawn_at: now };
  const head = tx.insertInto('roster_month').values({ county_code: countyCode, center_id: centerId, month, ...set });
  record(
    tx,
    head.onConflict((c) => c.columns(['county_code', 'center_id', 'month']).doUpdateSet(set)),
  );
  const rows = slots.map(({ day, shift, part, postId, phone }) => ({
    county_code: countyCode,
    center_id: centerId,
    ...{ day, shift, part, post_id: postId, phone },
  }));
  if (rows.length > 0) record(tx, tx.insertInto('roster_shift').values(rows));
}

export function recordSlot(tx: Tx, { countyCode, centerId }: Place, slot: Slot): void {
  const set = { post_id: slot.postId, phone: slot.phone };
  const key = { county_code: countyCode, center_id: centerId, day: slot.day, shift: slot.shift, part: slot.part };
  const upsert = tx.insertInto('roster_shift').values({ ...key, ...set });
  record(
    tx,
    upsert.onConflict((c) => c.columns(['county_code', 'center_id', 'day', 'shift', 'part']).doUpdateSet(set)),
  );
}

export function recordPublished(tx: Tx, { countyCode, centerId }: Place, month: string, by: string, now: Date): void {
  const set = { state: 'published' as const, published_by_post_id: by, published_at: now };
  const row = tx.updateTable('roster_month').set(set).where('county_code', '=', countyCode);
  record(tx, row.where('center_id', '=', centerId).where('month', '=', month));
}

export function recordSwap(
  tx: Tx,
  { countyCode, centerId }: Place,
  input: SwapInput,
  postId: string,
  now: Date,
): string {
  const id = newId(now);
  const values = {
    county_code: countyCode,
    id,
    center_id: centerId,
    day: input.day,
    shift: input.shift,
    part: input.part,
    post_id: postId,
    other_post_id: input.otherPostId,
    other_day: input.otherDay ?? null,
    other_shift: input.otherShift ?? null,
    state: 'asked' as const,
    reason: input.reason.trim(),
    asked_at: now,
  };
  record(tx, tx.insertInto('roster_swap').values(values));
  return id;
}

export async function listOpenSwaps(queries: Queries, { countyCode, centerId }: Place) {
  return queries
    .selectFrom('roster_swap')
    .selectAll()
    .where('county_code', '=', countyCode)
    .where('center_id', '=', centerId)
    .where('state', '=', 'asked')
    .orderBy('asked_at')
    .execute();
}

export function lockSwap(tx: Tx, counties: readonly string[], id: string) {
  return tx
    .selectFrom('roster_swap')
    .selectAll()
    .where('county_code', 'in', [...counties])
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .forUpdate()
    .executeTakeFirst();
}

export function recordSwapEnd(
  tx: Tx,
  { county_code, id }: { county_code: string; id: string },
  state: 'agreed' | 'refused' | 'withdrawn',
  now: Date,
): void {
  const set = { state, ended_at: now };
  record(tx, tx.updateTable('roster_swap').set(set).where('county_code', '=', county_code).where('id', '=', id));
}
