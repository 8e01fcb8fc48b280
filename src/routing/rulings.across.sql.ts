import type { Queries } from '../platform/db.ts';
import { listRulings } from './rulings.sql.ts';
import type { RulingDbRow, RulingFilter } from './rulings.ts';

const newestFirst = (a: RulingDbRow, b: RulingDbRow): number =>
  b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);

/** The same over named counties: each county's page is asked for by itself, and the pages are merged by key. */
export async function listRulingsAcross(
  queries: Queries,
  counties: readonly string[],
  filter: RulingFilter,
): Promise<RulingDbRow[]> {
  const pages = await Promise.all(counties.map((county) => listRulings(queries, county, filter)));
  return pages.flat().toSorted(newestFirst).slice(0, filter.limit);
}
