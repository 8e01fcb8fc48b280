import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import type { Counts, UnitRecord } from './accuracy.ts';

export type CategoryCounts = Counts & { category: string };

/**
 * Figures by category over named counties, from the rows of unit_dispatch alone. They read the table and not its view:
 * restricted matters count, and what can be read there says nothing of them (migration 0011). County by county and
 * category by category, so that row security is a condition of the index and not asked of each row.
 */
export async function listAccuracy(
  queries: Queries,
  counties: readonly string[],
  from: Date,
  to: Date,
): Promise<CategoryCounts[]> {
  const { rows } = await sql<CategoryCounts>`
    select c.code as category, sum(n.dispatched)::int as dispatched, sum(n.back)::int as "sentBack",
      sum(n.upheld)::int as upheld, sum(n.changed)::int as changed, sum(n.open)::int as open
    from category c
    cross join unnest(array[${sql.join(counties)}]::text[]) county
    cross join lateral (select count(*) as dispatched, count(d.sent_back_at) as back,
        count(*) filter (where d.result = 'upheld') as upheld, count(*) filter (where d.result = 'changed') as changed,
        count(*) filter (where d.sent_back_at is not null and d.result is null) as open
      from unit_dispatch d
      where d.county_code = county and d.category_code = c.code and d.at >= ${from} and d.at < ${to}
        and d.withdrawn_at is null) n
    where n.dispatched > 0 group by c.code order by c.code`.execute(queries);
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
