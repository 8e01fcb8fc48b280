import type { Queries } from '../platform/db.ts';
import { listWork } from './work.sql.ts';
import type { WorkRow } from './workRow.ts';

const time = (row: WorkRow): number => (row.dueAt instanceof Date ? row.dueAt.getTime() : Number.POSITIVE_INFINITY);

/** What a post owes in each of its counties, merged by date. */
export async function listWorkAcross(
  queries: Queries,
  counties: readonly string[],
  owners: readonly string[],
  now: Date,
): Promise<WorkRow[]> {
  const pages = await Promise.all(counties.map((county) => listWork(queries, county, owners, now, 300)));
  return pages.flat().toSorted((a, b) => (time(a) === time(b) ? (a.id < b.id ? -1 : 1) : time(a) < time(b) ? -1 : 1));
}
