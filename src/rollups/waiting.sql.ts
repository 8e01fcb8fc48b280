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
