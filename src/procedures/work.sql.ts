import { type FaceRow, faceOf } from '../deadlines/clockRow.sql.ts';
import { ask, type Queries } from '../platform/db.ts';
import { addDays, dayOf, endOfDay, startOfDay } from '../platform/now.ts';
import type { Owed, WorkCounts, WorkFrom, WorkRow } from './workRow.ts';

/** Counted exactly up to here for each key: nobody works off a longer list from its top. */
const COUNTED = 500;

/** As JSON carries it out of the database: every instant is still text, and no date is `infinity`. */
type Row = Omit<WorkRow, 'clock' | 'since' | 'dueAt' | 'dueText'> & FaceRow & { since: string; dueAt: string };

const workRowOf = (row: Row): WorkRow => ({
  ...row,
  since: new Date(row.since),
  dueAt: row.dueAt === 'infinity' ? Number.POSITIVE_INFINITY : new Date(row.dueAt),
  dueText: row.dueAt,
  clock: faceOf(row),
});

/** A page of what is owed by these keys in one county, soonest first, as far as it can be done by now (migration 0040). */
export async function listWork(
  queries: Queries,
  countyCode: string,
  { keys, all, mine, covering, now }: Owed,
  { after: [due, id], limit }: WorkFrom,
): Promise<WorkRow[]> {
  const text = 'select read_work($1, $2, $3, $4, $5, $6, $7, $8, $9) as rows';
  const values = [countyCode, keys, all, mine, covering, now, due, id, limit];
  const [found] = await ask<{ rows: Row[] }>(queries, text, values);
  return (found?.rows ?? []).map(workRowOf);
}

const nothing: WorkCounts = { all: 0, mine: 0, overdue: 0, today: 0, week: 0 };

/** How much all keys owe in one county. A day ends at 24:00, which belongs to it. */
export async function countWork(
  queries: Queries,
  countyCode: string,
  { all, mine, covering, now }: Owed,
): Promise<WorkCounts> {
  const today = dayOf(now);
  const days = [startOfDay(today), endOfDay(today), endOfDay(addDays(today, 7))];
  const text = 'select count_work($1, $2, $3, $4, $5, $6, $7, $8, $9) as counts';
  const values = [countyCode, all, mine, covering, now, ...days, COUNTED + 1];
  const [found] = await ask<{ counts: WorkCounts }>(queries, text, values);
  return found?.counts ?? nothing;
}
