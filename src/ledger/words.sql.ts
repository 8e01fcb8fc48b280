import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import type { LedgerWords } from './ledgerDbRow.ts';

/** What was said of these matters and everybody in them: read for files and pages that show such a column. */
export async function readWords(
  queries: Queries,
  countyCode: string,
  ids: readonly string[],
): Promise<Map<string, LedgerWords>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<LedgerWords & { id: string }>`
    select d.matter_id as id, d.facts, d.demands, d.old_number as "oldNumber",
      coalesce((select json_agg(json_build_object('side', p.side, 'name', p.name) order by p.position) from visible_party p
        where p.county_code = d.county_code and p.matter_id = d.matter_id and p.represents_party_id is null), '[]') as parties,
      coalesce((select json_agg(n.body order by n.at, n.id) from visible_note n
        where n.county_code = d.county_code and n.matter_id = d.matter_id and n.kind = 'importedResult'), '[]')::jsonb
      || coalesce((select json_agg(s.terms order by s.created_at) from visible_settlement s
        where s.county_code = d.county_code and s.matter_id = d.matter_id), '[]')::jsonb as results
    from visible_dispute d where d.county_code = ${countyCode} and d.matter_id in (${sql.join(ids)})`.execute(queries);
  return new Map(rows.map(({ id, ...words }) => [id, words]));
}
