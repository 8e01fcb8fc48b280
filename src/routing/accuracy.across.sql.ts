import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import type { Counts, UnitRecord } from './accuracy.ts';

export type CategoryCounts = Counts & { category: string };

/**
 * Figures by category over named counties, from the rows of unit_dispatch alone. They read the table and not its view:
 * restricted matters count, and what can be read there says nothing of them (migration 0011).
 */
export async function listAccuracy(
  queries: Queries,
  counties: readonly string[],
  from: Date,
  to: Date,
): Promise<CategoryCounts[]> {
  const { rows } = await sql<CategoryCounts>`
    select category_code as category, count(*)::int as dispatched, count(sent_back_at)::int as "sentBack",
      (count(*) filter (where result = 'upheld'))::int as upheld,
      (count(*) filter (where result = 'changed'))::int as changed,
      (count(*) filter (where sent_back_at is not null and result is null))::int as open
    from unit_dispatch
    where county_code in (${sql.join(counties)}) and at >= ${from} and at < ${to} and withdrawn_at is null
    group by category_code order by category_code`.execute(queries);
  return rows;
}

/** The same of one category, unit by unit: shown beside each unit where people dispatch. */
export async function listUnitRecords(
  queries: Queries,
  { countyCode, categoryCode }: { countyCode: string; categoryCode: string },
  from: Date,
): Promise<UnitRecord[]> {
  const { rows } = await sql<UnitRecord>`
    select unit_id as "unitId", count(*)::int as dispatched, count(sent_back_at)::int as "sentBack"
    from unit_dispatch
    where county_code = ${countyCode} and category_code = ${categoryCode} and at >= ${from} and withdrawn_at is null
    group by unit_id`.execute(queries);
  return rows;
}
