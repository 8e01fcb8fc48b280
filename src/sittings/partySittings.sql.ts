import type { MatterKey } from '../matters/record.sql.ts';
import { ask, type Queries } from '../platform/db.ts';
import { type Expected, type PartySitting, partySittingWords } from './partySittings.ts';

/**
 * When and where a party is expected: of the dispute that the slip is of, and only what this party was asked to. Nothing else of a
 * sitting is read here, since the key of a party opens the rows of all that is heard together.
 */
export async function listPartySittings(
  queries: Queries,
  { countyCode, id }: MatterKey,
  partyId: string,
  centerName: string,
): Promise<Expected[]> {
  const rows = await ask<PartySitting & Omit<Expected, 'words'>>(
    queries,
    `select m.id, m.code, i.came = 'here' as here, s.starts_at as "startsAt", s.ends_at as "endsAt", s.place, s.bring,
        coalesce((select string_agg(r.name, '、' order by r.id) from room r where r.id = any (s.room_ids)), '') as rooms
      from visible_sitting_invite i
      join matter m on m.county_code = i.county_code and m.id = i.matter_id and m.closed_at is null
      join visible_sitting s on s.county_code = i.county_code and s.matter_id = i.matter_id
      where i.county_code = $1 and i.dispute_id = $2 and i.party_id = $3 order by s.starts_at`,
    [countyCode, id, partyId],
  );
  return rows.map((row) => ({ id: row.id, code: row.code, here: row.here, words: partySittingWords(row, centerName) }));
}
