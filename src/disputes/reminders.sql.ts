import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';

/** Which of these disputes were reminded of since then, as far as the actor sees them. */
export async function listReminded(queries: Queries, codes: readonly string[], since: Date): Promise<Set<string>> {
  const counties = [...new Set(codes.map((code) => code.slice(0, 6)))];
  const { rows } = await sql<{ code: string }>`
    select distinct m.code from matter m
    join visible_matter_event e on e.county_code = m.county_code and e.matter_id = m.id
    where m.county_code in (${sql.join(counties)}) and m.code in (${sql.join([...codes])})
      and e.type = 'remind' and e.at >= ${since}`.execute(queries);
  return new Set(rows.map(({ code }) => code));
}
