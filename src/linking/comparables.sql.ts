import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import type { Candidate, Seen } from './candidate.ts';
import type { Known } from './sameKeys.ts';

type Row = Seen & {
  id: string;
  partiesLine: string;
  categoryCode: string;
  regionCode: string;
  openedAt: Date;
  address: string;
  facts: string;
  demands: string;
  occurredOn: string | null;
  parties: Known[];
};

function candidateOf(row: Row): Candidate {
  const { id, partiesLine, categoryCode, regionCode, openedAt, address, facts, demands, occurredOn, parties } = row;
  const text = [row.title, facts, demands].join('\n');
  return {
    id,
    partiesLine,
    facts,
    seen: row,
    matter: { parties, categoryCode, regionCode, address, text, occurredOn, openedAt },
  };
}

/** The disputes with these ids that the asker may see at all, each found by its key. */
export async function findComparables(
  queries: Queries,
  countyCode: string,
  ids: readonly string[],
): Promise<Candidate[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`
    select m.id, m.code, m.title, m.status, m.restricted, m.category_code as "categoryCode",
      m.region_code as "regionCode", m.receiving_center_id as "receivingCenterId", m.lead_unit_id as "leadUnitId",
      m.handler_post_id as "handlerPostId", m.opened_at as "openedAt", d.facts, d.demands, d.address,
      d.occurred_on as "occurredOn", d.parties_line as "partiesLine",
      d.first_contact_post_id as "firstContactPostId", m.named_post_ids as "namedPostIds",
      d.former_unit_ids as "formerUnitIds", d.contact_post_id as "contactPostId",
      d.former_post_ids as "formerPostIds", d.handing_post_ids as "handingPostIds",
      (select json_build_object('linkId', l.id, 'leadId', l.lead_id, 'since', l.since_status, 'leadUnitId', l.lead_unit_id,
          'leadHandlerPostId', l.lead_handler_post_id, 'leadCenterId', l.lead_center_id)
        from visible_dispute_link l where l.county_code = m.county_code and l.matter_id = m.id and l.ended_at is null) as follows,
      coalesce((select json_agg(json_build_object('unitId', u.unit_id, 'task', '', 'doneAt', null))
        from visible_dispute_unit u where u.county_code = m.county_code and u.matter_id = m.id and u.removed_at is null), '[]') as "supportingUnits",
      coalesce((select json_agg(json_build_object('side', p.side, 'name', p.name, 'identity', p.id_number_index,
          'phone', p.phone_index) order by p.position)
        from (select * from visible_party x where x.county_code = m.county_code and x.matter_id = m.id
          and x.represents_party_id is null order by x.position limit 20) p), '[]') as parties
    from unnest(${[...ids]}::uuid[]) wanted (id)
    join lateral (select * from matter x where x.county_code = ${countyCode} and x.id = wanted.id limit 1) m on true
    join lateral (select * from visible_dispute x where x.county_code = m.county_code and x.matter_id = m.id limit 1) d on true`.execute(
    queries,
  );
  return rows.map(candidateOf);
}

type Hit = { matterId: string; kind: string };

/** How much a key says, so that of many only the telling ones are read. */
const telling = ['identity', 'phone', 'name', 'address', 'place'];

/** Ids of disputes that have one of the keys, at most `limit`, the telling keys first. */
export async function findByKeys(
  queries: Queries,
  countyCode: string,
  keys: readonly { kind: string; value: string }[],
  limit: number,
): Promise<string[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<Hit>`
    select f.matter_id as "matterId", f.kind
    from same_matters(${countyCode}, ${keys.map(({ kind }) => kind)}::text[], ${keys.map(({ value }) => value)}::text[], ${limit}::int) f`.execute(
    queries,
  );
  const found = rows.toSorted((a, b) => telling.indexOf(a.kind) - telling.indexOf(b.kind));
  return [...new Set(found.map(({ matterId }) => matterId))].slice(0, limit);
}
