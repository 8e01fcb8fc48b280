import type { Queries } from '../platform/db.ts';
import { countWork, listWork } from './work.sql.ts';
import type { Owed, WorkCounts, WorkFrom, WorkRow } from './workRow.ts';

const time = (row: WorkRow): number => (row.dueAt instanceof Date ? row.dueAt.getTime() : Number.POSITIVE_INFINITY);

/** Soonest first. A Date holds milliseconds, the database microseconds: of one zone, the texts tell the rest. */
export const inOrder = (a: WorkRow, b: WorkRow): number => {
  if (time(a) !== time(b)) return time(a) < time(b) ? -1 : 1;
  if (a.dueText !== b.dueText) return a.dueText < b.dueText ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};

/** A page of what a post owes in its counties, merged by date. */
export async function listWorkAcross(
  queries: Queries,
  counties: readonly string[],
  owed: Owed,
  from: WorkFrom,
): Promise<WorkRow[]> {
  if (owed.keys.length === 0) return [];
  const pages = await Promise.all(counties.map((county) => listWork(queries, county, owed, from)));
  return pages.flat().toSorted(inOrder).slice(0, from.limit);
}

export const addCounts = (counts: readonly WorkCounts[]): WorkCounts =>
  counts.reduce(
    (sum, each) => ({
      all: sum.all + each.all,
      mine: sum.mine + each.mine,
      overdue: sum.overdue + each.overdue,
      today: sum.today + each.today,
      week: sum.week + each.week,
    }),
    { all: 0, mine: 0, overdue: 0, today: 0, week: 0 },
  );

/** How much a post owes in all of its counties. */
export async function countWorkAcross(queries: Queries, counties: readonly string[], owed: Owed): Promise<WorkCounts> {
  return addCounts(await Promise.all(counties.map((county) => countWork(queries, county, owed))));
}
