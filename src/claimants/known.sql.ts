import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';

export type PersonKeys = { name: string; identity: string | null; phone: string | null };
export type Known = { partyId: string; name: string; left: boolean };

/** Who each of these is on the list already, by keyed digests of numbers; null: nobody. */
export async function findKnown(
  queries: Queries,
  { countyCode, id }: { countyCode: string; id: string },
  people: readonly PersonKeys[],
): Promise<(Known | null)[]> {
  const [identities, phones] = [
    people.flatMap(({ identity }) => identity ?? []),
    people.flatMap(({ phone }) => phone ?? []),
  ];
  const { rows } = await sql<Known & { identity: string | null; phone: string | null }>`
    select id as "partyId", name, left_at is not null as left, id_number_index as identity, phone_index as phone
    from visible_party
    where county_code = ${countyCode} and matter_id = ${id} and side = 'applicant' and represents_party_id is null
      and (id_number_index = any(${identities}::text[]) or phone_index = any(${phones}::text[]))`.execute(queries);
  return people.map(({ name, identity, phone }) => {
    const same = (row: (typeof rows)[number]) =>
      (identity !== null && row.identity === identity) || (phone !== null && row.phone === phone && row.name === name);
    const found = rows.find(same);
    return found ? { partyId: found.partyId, name: found.name, left: found.left } : null;
  });
}
