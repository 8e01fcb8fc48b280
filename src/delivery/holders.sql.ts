import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import { checkPhone } from '../platform/phone.ts';
import type { Wish } from './delivery.ts';
import type { DeliveryEngine } from './deliveryEngine.ts';
import type { Recipient } from './planDelivery.ts';
import type { About } from './planFor.ts';
import { guardianOf, reachedBy } from './reached.sql.ts';

type Holder = { partyId: string; phoneSealed: string | null; wish: Wish | null };

function recipientOf({ crypto }: Pick<DeliveryEngine, 'crypto'>, countyCode: string, holder: Holder): Recipient {
  const { partyId, phoneSealed, wish } = holder;
  const phone = phoneSealed === null ? null : checkPhone(crypto.open(countyCode, phoneSealed));
  if (!phone?.ok) return { partyId, wish, phone: 'none' };
  return { partyId, wish, phone: phone.kind === 'mobile' ? 'mobile' : 'landline' };
}

/**
 * Who holds a slip that still opens, and how they are reached; for a child the guardian is called. The slips of what hangs on
 * another matter are those of that one.
 */
export async function listHolders(
  engine: Pick<DeliveryEngine, 'crypto'>,
  queries: Queries,
  { countyCode, id }: Pick<About, 'countyCode' | 'id'>,
): Promise<Recipient[]> {
  const { rows } = await sql<Holder>`
    select distinct on (p.id) p.id as "partyId", ${reachedBy} as "phoneSealed", w.channel as wish
    from visible_access_slip s
    join visible_party p on p.county_code = s.county_code and p.matter_id = s.matter_id and p.id = s.party_id
    ${guardianOf}
    left join visible_contact_wish w on w.county_code = p.county_code and w.matter_id = p.matter_id and w.party_id = p.id
    where s.county_code = ${countyCode} and s.revoked_at is null and s.matter_id = (select coalesce(m.about_id, m.id)
      from matter m where m.county_code = ${countyCode} and m.id = ${id}) order by p.id`.execute(queries);
  return rows.map((row) => recipientOf(engine, countyCode, row));
}
