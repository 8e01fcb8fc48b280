import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';

/** Of how many disputes a change is noted and not yet in the sums. */
export async function countWaiting(queries: Queries, counties: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(distinct matter_id)::int as n from figure_change
    where county_code in (${sql.join(counties.map((each) => sql`${each}`))})`.execute(queries);
  return rows[0]?.n ?? 0;
}
