import { sql } from 'kysely';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import type { Registration } from '../intake/register.ts';
import type { MatterKey } from '../matters/record.sql.ts';
import type { Network } from '../network/lookup.ts';
import type { Queries, Tx } from '../platform/db.ts';
import type { FieldCrypto } from '../platform/fieldCrypto.ts';
import { recordNewTerms, recordTerms } from '../search/terms.sql.ts';
import type { Dispute } from './dispute.ts';
import { type Findable, termsOf } from './termsOf.ts';

/** A new dispute can be found by the commit that registers it. */
export function recordFirstTerms(
  tx: Tx,
  dispute: Dispute,
  { parties, input }: Registration,
  network: Network,
  crypto: FieldCrypto,
  oldNumber = '',
): void {
  const last = (kind: string, value: string) =>
    value.length < 4 ? null : crypto.lastFour(dispute.countyCode, kind, value.slice(-4));
  const found: Findable = {
    codes: [dispute.code],
    title: dispute.title,
    categoryCode: dispute.categoryCode,
    regionCode: dispute.regionCode,
    names: parties.flatMap((party) => [party.name, party.contactPerson]),
    facts: [input.address, input.facts, input.demands, oldNumber, ...parties.map((party) => party.address)],
    numbers: parties.flatMap((party) => [last('idNumber', party.idNumber), last('phone', party.phone)]),
  };
  recordNewTerms(tx, dispute, termsOf(found, network));
}

type Row = Omit<Findable, 'facts'> & {
  facts: string;
  demands: string;
  address: string;
  oldNumber: string;
  parties: PartyRow[];
};
type PartyRow = { name: string; contact: string; address: string; numbers: (string | null)[] };

/** limit 1 keeps the planner from joining the whole county; several parties' rows come as one value. */
async function findWords(queries: Queries, { countyCode, id }: MatterKey): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select m.title, m.category_code as "categoryCode", m.region_code as "regionCode", d.facts, d.demands, d.address,
      coalesce(d.old_number, '') as "oldNumber",
      array(select a.code from code_alias a where a.county_code = m.county_code and a.matter_id = m.id) || m.code as codes,
      coalesce((select json_agg(json_build_object('name', p.name, 'contact', p.contact_person, 'address', p.address,
          'numbers', array[p.id_last4_index, p.phone_last4_index]))
        from visible_party p where p.county_code = m.county_code and p.matter_id = m.id), '[]') as parties
    from matter m
    join lateral (select * from visible_dispute x where x.county_code = m.county_code and x.matter_id = m.id limit 1) d on true
    where m.county_code = ${countyCode} and m.id = ${id}`.execute(queries);
  return rows[0];
}

/** `parties`: who joins by the running command, as they will stand there. */
type Amended = Pick<DisputeDecision, 'matter' | 'own'> & { parties?: readonly PartyRow[] };

/**
 * Writes anew what a dispute is found by, from its rows and what the running command changes in them. For whoever changes
 * title, facts, place or parties: in the same transaction, so that nothing is ever "not indexed yet".
 */
export async function refreshTerms(tx: Tx, key: MatterKey, network: Network, amended: Amended = {}): Promise<void> {
  const row = await findWords(tx, key);
  if (!row) return;
  const { matter = {}, own = {} } = amended;
  const parties = [...row.parties, ...(amended.parties ?? [])];
  const facts = [own.address ?? row.address, own.facts ?? row.facts, own.demands ?? row.demands];
  const found: Findable = {
    codes: row.codes,
    title: matter.title ?? row.title,
    categoryCode: matter.category_code ?? row.categoryCode,
    regionCode: row.regionCode,
    names: parties.flatMap((party) => [party.name, party.contact]),
    facts: [...facts, row.oldNumber, ...parties.map((party) => party.address)],
    numbers: parties.flatMap((party) => party.numbers),
  };
  recordTerms(tx, key, termsOf(found, network));
}
