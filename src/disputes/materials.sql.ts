import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';

/** Disputes that still wait for material past the limit of their pause. Asked under the house's own key. */
export async function listOverduePauses(queries: Queries, countyCode: string, now: Date): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select distinct m.code from visible_material_request r
    join matter m on m.county_code = r.county_code and m.id = r.matter_id
    where r.county_code = ${countyCode} and r.state = 'approved' and r.limit_at <= ${now} and m.status = 'inMediation'`.execute(
    queries,
  );
  return rows.map((row) => row.code);
}
