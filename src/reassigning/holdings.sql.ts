import { sql } from 'kysely';
import { DISPUTE } from '../disputes/kind.sql.ts';
import type { Queries } from '../platform/db.ts';
import { heldStatuses } from './holding.ts';
import type { HolderCount, HolderRow, HoldingRow } from './holdingRow.ts';

const columns = sql`m.county_code as "countyCode", m.code, m.title, m.status, m.version, m.restricted, m.category_code as "categoryCode",
  m.receiving_center_id as "receivingCenterId", m.lead_unit_id as "leadUnitId", m.handler_post_id as "handlerPostId",
  d.first_contact_post_id as "firstContactPostId", d.contact_post_id as "contactPostId", m.named_post_ids as "namedPostIds",
  d.former_post_ids as "formerPostIds", d.handing_post_ids as "handingPostIds", d.former_unit_ids as "formerUnitIds",
  coalesce((select json_agg(json_build_object('unitId', u.unit_id, 'task', '', 'doneAt', null)) from visible_dispute_unit u
    where u.county_code = m.county_code and u.matter_id = m.id and u.removed_at is null), '[]') as "supportingUnits",
  d.parties_line as "partiesLine", m.due_at as "dueAt"`;

const statuses = sql.join(heldStatuses.map((status) => sql`${status}`));

/** Matters that a post has in hand, as far as the reader may know of them; each by the index of what it is held by. */
function heldBy(countyCode: string, postId: string) {
  return sql`
    select m.id from matter m where m.county_code = ${countyCode} and m.handler_post_id = ${postId} and m.kind = ${DISPUTE} and m.status in (${statuses})
    union
    select m.id from visible_dispute d
      join lateral (select * from matter x where x.county_code = d.county_code and x.id = d.matter_id limit 1) m on true
      where d.county_code = ${countyCode} and coalesce(d.contact_post_id, d.first_contact_post_id) = ${postId} and m.status in (${statuses})
    union
    select m.id from matter m
      join lateral (select * from visible_dispute x where x.county_code = m.county_code and x.matter_id = m.id limit 1) d on true
      where m.county_code = ${countyCode} and m.restricted and ${postId} = any (m.named_post_ids) and m.status in (${statuses})`;
}

export async function listHoldings(
  queries: Queries,
  countyCode: string,
  postId: string,
  limit: number,
): Promise<HoldingRow[]> {
  const { rows } = await sql<HoldingRow>`
    with held as materialized (${heldBy(countyCode, postId)})
    select ${columns}
    from held h
    join lateral (select * from matter x where x.county_code = ${countyCode} and x.id = h.id limit 1) m on true
    join lateral (select * from visible_dispute x where x.county_code = ${countyCode} and x.matter_id = h.id limit 1) d on true
    order by m.due_at nulls last, m.code limit ${limit}`.execute(queries);
  return rows;
}

/**
 * How much each of these posts has in hand: figures only. Read by the house, so that restricted matters count too; nothing
 * of them is named.
 */
export async function countHoldings(
  queries: Queries,
  counties: readonly string[],
  postIds: readonly string[],
): Promise<HolderCount[]> {
  if (postIds.length === 0) return [];
  const county = sql.join([...counties]);
  const posts = sql`(select unnest(${sql.val([...postIds])}::uuid[]) as id)`;
  const { rows } = await sql<HolderCount>`
    select p.id as "postId",
      (select count(*)::int from matter m where m.county_code in (${county}) and m.handler_post_id = p.id
        and m.kind = ${DISPUTE} and m.status in (${statuses})) as handling,
      (select count(*)::int from visible_dispute d join lateral (select status from matter x where x.county_code = d.county_code
          and x.id = d.matter_id limit 1) m on true
        where d.county_code in (${county}) and coalesce(d.contact_post_id, d.first_contact_post_id) = p.id
          and m.status in (${statuses})) as contact,
      (select count(*)::int from matter m join lateral (select named_post_ids from visible_dispute x
          where x.county_code = m.county_code and x.matter_id = m.id limit 1) d on true
        where m.county_code in (${county}) and m.restricted and p.id::text = any (m.named_post_ids) and m.status in (${statuses})) as named,
      (select count(*)::int from notice n where n.county_code in (${county}) and n.owner = 'p:' || p.id::text and n.read_at is null) as unread
    from ${posts} p`.execute(queries);
  return rows;
}

/** Everybody who has or had a post in these units; whether they are in office says `inOffice`. */
export async function listHolders(queries: Queries, by: { units?: readonly string[]; postId?: string }) {
  const { units, postId } = by;
  let query = queries
    .selectFrom('post as p')
    .innerJoin('app_user as u', 'u.id', 'p.user_id')
    .select(['p.id as postId', 'p.user_id as userId', 'u.name', 'p.unit_id as unitId', 'p.role'])
    .select(['p.county_code as countyCode', 'p.valid_to as validTo', 'u.active'])
    .orderBy('p.valid_from')
    .orderBy('p.id');
  if (units) query = query.where('p.unit_id', 'in', [...units]);
  if (postId) query = query.where('p.id', '=', postId);
  return (await query.execute()) satisfies HolderRow[];
}
