import type { Queries } from '../platform/db.ts';
import { countLedger, listLedger } from './ledger.sql.ts';
import type { LedgerDbRow, LedgerFilter } from './listRows.ts';

const COUNT_CAP = 10_000;

/** A ledger over named counties: each county's page is asked for by itself, and the pages are merged by key. */
export async function listLedgerAcross(
  queries: Queries,
  counties: readonly string[],
  viewer: string,
  filter: LedgerFilter,
): Promise<{ rows: LedgerDbRow[]; total: number | null }> {
  const [pages, counts] = await Promise.all([
    Promise.all(counties.map((county) => listLedger(queries, county, viewer, filter))),
    Promise.all(counties.map((county) => countLedger(queries, county, viewer, filter, COUNT_CAP))),
  ]);
  const sign = filter.order === 'due' ? 1 : -1;
  const value = (row: LedgerDbRow) => (row.sortAt === 'infinity' ? Number.POSITIVE_INFINITY : Date.parse(row.sortAt));
  const order = (a: LedgerDbRow, b: LedgerDbRow) =>
    sign * (value(a) === value(b) ? (a.id < b.id ? -1 : 1) : value(a) < value(b) ? -1 : 1);
  const merged = pages.flat().toSorted(order);
  const rows = filter.from?.direction === 'before' ? merged.slice(-filter.limit) : merged.slice(0, filter.limit);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return { rows, total: counts.some((count) => count >= COUNT_CAP) ? null : total };
}
