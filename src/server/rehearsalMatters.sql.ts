import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';

export type MatterLine = {
  countyCode: string;
  id: string;
  code: string;
  title: string;
  status: string;
  leadUnitId: string | null;
};

/** Of these matters those that the reader may see, by the reader's own scope. */
export async function listSeen(
  queries: Queries,
  keys: readonly { countyCode: string; matterId: string }[],
): Promise<Map<string, MatterLine>> {
  if (keys.length === 0) return new Map();
  const counties = [...new Set(keys.map(({ countyCode }) => countyCode))];
  const ids = [...new Set(keys.map(({ matterId }) => matterId))];
  const { rows } = await sql<MatterLine>`
    select m.county_code as "countyCode", m.id, m.code, m.title, m.status, m.lead_unit_id as "leadUnitId"
    from matter m where m.county_code = any(${counties}) and m.id = any(${ids}::uuid[])`.execute(queries);
  return new Map(rows.map((row) => [row.id, row]));
}

export type PastRehearsal = { id: string; state: string; startedAt: Date; result: unknown };

/** The newest rehearsals of a draft that ended, whoever asked for them. */
export async function listRehearsals(queries: Queries, countyCode: string, draft: string): Promise<PastRehearsal[]> {
  return queries
    .selectFrom('job')
    .select(['id', 'state', 'started_at as startedAt', 'result'])
    .where('kind', '=', 'settings.rehearsal')
    .where('county_code', '=', countyCode)
    .where(sql<boolean>`input ->> 'draft' = ${draft}`)
    .where('state', '=', 'done')
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(3)
    .execute();
}
