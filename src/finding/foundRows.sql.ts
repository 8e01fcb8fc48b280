import { sql } from 'kysely';
import type { Clock } from '../deadlines/clock.ts';
import { type ClockRow, clockJson, clockOf } from '../deadlines/clockRow.sql.ts';
import type { Queries } from '../platform/db.ts';
import type { FoundRow } from './found.ts';

export type FoundFilter = {
  status?: readonly string[];
  category?: readonly string[];
  unit?: string;
  /** A place and everything in it. */
  region?: string;
};

type Key = { countyCode: string; id: string };

const list = (values: readonly string[]) => sql.join(values.map((value) => sql`${value}`));

/** The matters of these ids that the scope shows, with what their sight and the reason of the match are judged by. */
export async function listFound(queries: Queries, keys: readonly Key[], filter: FoundFilter = {}): Promise<FoundRow[]> {
  if (keys.length === 0) return [];
  const where = [
    sql`true`,
    ...(filter.status ? [sql`m.status in (${list(filter.status)})`] : []),
    ...(filter.category ? [sql`m.category_code in (${list(filter.category)})`] : []),
    ...(filter.unit ? [sql`m.lead_unit_id = ${filter.unit}`] : []),
    ...(filter.region ? [sql`starts_with(m.region_code, ${filter.region})`] : []),
  ];
  const { rows } = await sql<FoundRow>`
    select m.county_code as "countyCode", m.id, m.code, m.title, m.status, m.category_code as "categoryCode",
      m.region_code as "regionCode", m.lead_unit_id as "leadUnitId", m.receiving_center_id as "receivingCenterId",
      m.handler_post_id as "handlerPostId", m.opened_at as "openedAt", m.restricted, d.address, d.facts, d.demands,
      d.first_contact_post_id as "firstContactPostId", m.named_post_ids as "namedPostIds",
      d.former_unit_ids as "formerUnitIds", d.contact_post_id as "contactPostId", d.former_post_ids as "formerPostIds",
      d.handing_post_ids as "handingPostIds", d.parties_line as "partiesLine",
      coalesce((select json_agg(json_build_object('unitId', u.unit_id, 'task', '', 'doneAt', null))
        from visible_dispute_unit u where u.county_code = m.county_code and u.matter_id = m.id and u.removed_at is null), '[]') as "supportingUnits",
      coalesce((select json_agg(json_build_object('postId', a.post_id, 'state', a.state))
        from visible_mediator_appointment a where a.county_code = m.county_code and a.matter_id = m.id), '[]') as mediators,
      coalesce((select json_agg(json_build_object('name', p.name, 'contact', p.contact_person, 'address', p.address,
          'idIndex', p.id_last4_index, 'phoneIndex', p.phone_last4_index) order by p.position)
        from visible_party p where p.county_code = m.county_code and p.matter_id = m.id), '[]') as parties
    from unnest(${keys.map((key) => key.countyCode)}::text[], ${keys.map((key) => key.id)}::uuid[]) as k (county, id)
    join lateral (select * from matter x where x.county_code = k.county and x.id = k.id limit 1) m on true
    join lateral (select * from visible_dispute x where x.county_code = k.county and x.matter_id = k.id limit 1) d on true
    where ${sql.join(where, sql` and `)}`.execute(queries);
  return rows;
}

/** The leading clock of each, for those that are shown. */
export async function listLeadingClocks(queries: Queries, keys: readonly Key[]): Promise<Map<string, Clock>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ id: string; clock: ClockRow }>`
    select k.id, c.clock
    from unnest(${keys.map((key) => key.countyCode)}::text[], ${keys.map((key) => key.id)}::uuid[]) as k (county, id)
    join lateral (select ${clockJson} as clock from visible_matter_clock c where c.county_code = k.county and c.matter_id = k.id
      and c.stopped_at is null and c.binds = 'ours' order by c.due_at nulls last, c.started_at limit 1) c on true`.execute(
    queries,
  );
  return new Map(rows.map(({ id, clock }) => [id, clockOf(clock)]));
}
