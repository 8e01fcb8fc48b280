import { type Queries, record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import type { Day } from '../platform/now.ts';
import type { Place } from './attendanceEngine.ts';
import type { EntryInput } from './shiftLog.ts';

export async function listEntries(queries: Queries, { countyCode, centerId }: Place, day: Day) {
  return queries
    .selectFrom('shift_entry')
    .selectAll()
    .where('county_code', '=', countyCode)
    .where('center_id', '=', centerId)
    .where('day', '=', day)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** What earlier days left open. */
export async function listOpenEntries(queries: Queries, { countyCode, centerId }: Place, before: Day) {
  return queries
    .selectFrom('shift_entry')
    .selectAll()
    .where('county_code', '=', countyCode)
    .where('center_id', '=', centerId)
    .where('open', '=', true)
    .where('settled_at', 'is', null)
    .where('day', '<', before)
    .orderBy('at')
    .limit(200)
    .execute();
}

export async function listHandovers(queries: Queries, { countyCode, centerId }: Place, day: Day) {
  return queries
    .selectFrom('shift_handover')
    .selectAll()
    .where('county_code', '=', countyCode)
    .where('center_id', '=', centerId)
    .where('day', '=', day)
    .execute();
}

export function recordEntry(
  tx: Tx,
  { countyCode, centerId }: Place,
  input: EntryInput,
  entry: { at: Date; postId: string; seenBy: string[] },
  now: Date,
): string {
  const id = newId(now);
  const values = {
    county_code: countyCode,
    id,
    center_id: centerId,
    day: input.day,
    shift: input.shift,
    at: entry.at,
    body: input.body.trim(),
    post_id: entry.postId,
    open: input.open,
    seen_by: entry.seenBy,
  };
  record(tx, tx.insertInto('shift_entry').values(values));
  return id;
}

export function lockEntry(tx: Tx, counties: readonly string[], id: string) {
  return tx
    .selectFrom('shift_entry')
    .selectAll()
    .where('county_code', 'in', [...counties])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export function recordSettled(tx: Tx, countyCode: string, id: string, by: string, words: string, now: Date): void {
  const set = { settled_at: now, settled_by_post_id: by, settled_words: words };
  record(tx, tx.updateTable('shift_entry').set(set).where('county_code', '=', countyCode).where('id', '=', id));
}

export type Given = {
  day: Day;
  shift: string;
  facts: unknown;
  chainHead: string;
  words: string;
  by: string;
  seenBy: string[];
};

export function recordGiven(tx: Tx, { countyCode, centerId }: Place, given: Given, now: Date): void {
  const values = {
    county_code: countyCode,
    center_id: centerId,
    day: given.day,
    shift: given.shift,
    facts: JSON.stringify(given.facts),
    chain_head: given.chainHead,
    words: given.words,
    given_by_post_id: given.by,
    given_at: now,
    seen_by: given.seenBy,
  };
  record(tx, tx.insertInto('shift_handover').values(values));
}

export function recordTaken(
  tx: Tx,
  { countyCode, centerId }: Place,
  day: Day,
  shift: string,
  by: string,
  now: Date,
): void {
  const set = { taken_by_post_id: by, taken_at: now };
  const row = tx.updateTable('shift_handover').set(set).where('county_code', '=', countyCode);
  record(tx, row.where('center_id', '=', centerId).where('day', '=', day).where('shift', '=', shift));
}
