import { sql } from 'kysely';
import { type Db, type Queries, reading } from '../platform/db.ts';

/** Of how many disputes a change is noted and not yet in the sums. */
export async function countWaiting(queries: Queries, counties: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(distinct matter_id)::int as n from figure_change
    where county_code in (${sql.join(counties.map((each) => sql`${each}`))})`.execute(queries);
  return rows[0]?.n ?? 0;
}

/** Which of these counties have a change noted: mostly none, and then one look is all that it costs. */
export async function countiesWaiting(db: Db, counties: readonly string[]): Promise<string[]> {
  const { rows } = await reading(db, { counties, viewers: ['system'] }, (queries) =>
    sql<{ county: string }>`select c.county from unnest(${[...counties]}::text[]) c(county)
      where exists (select from figure_change f where f.county_code = c.county)`.execute(queries),
  );
  return rows.map(({ county }) => county);
}

/** How many changes are noted of these counties, as far as that is not more than `most`; without those of which none is. */
export async function listNoted(
  db: Db,
  counties: readonly string[],
  most: number,
): Promise<{ county: string; noted: number }[]> {
  const { rows } = await reading(db, { counties, viewers: ['system'] }, (queries) =>
    sql<{ county: string; noted: number }>`select c.county, k.noted from unnest(${[...counties]}::text[]) c(county)
      cross join lateral (select count(*)::int as noted from (
        select from figure_change f where f.county_code = c.county limit ${most + 1}) l) k where k.noted > 0`.execute(
      queries,
    ),
  );
  return rows;
}
