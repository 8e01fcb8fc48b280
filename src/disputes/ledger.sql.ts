import { type RawBuilder, sql } from 'kysely';
import { type ClockRow, clockJson, clockOf } from '../deadlines/clockRow.sql.ts';
import type { Queries } from '../platform/db.ts';
import type { LedgerDbRow, LedgerFilter } from './listRows.ts';
import { type Status, statuses } from './procedure.ts';

const list = (values: readonly string[]) => sql.join(values.map((value) => sql`${value}`));

/** Filters that need the matter are asked row by row along the index: `limit 1` keeps the planner from scanning instead. */
function matching(filter: LedgerFilter): RawBuilder<unknown> {
  const wanted = [
    ...(filter.category ? [sql`m.category_code in (${list(filter.category)})`] : []),
    ...(filter.unit ? [sql`m.lead_unit_id = ${filter.unit}`] : []),
  ];
  const matter = sql`cross join lateral (select from matter m where m.county_code = s.county_code and m.id = s.matter_id
    and ${sql.join(wanted, sql` and `)} limit 1) m`;
  const dispute = sql`cross join lateral (select from visible_dispute d where d.county_code = s.county_code
    and d.matter_id = s.matter_id and d.source in (${list(filter.source ?? [])}) limit 1) d`;
  return sql`${wanted.length > 0 ? matter : sql``} ${filter.source ? dispute : sql``}`;
}

/** One status is one stretch of the index, already in order. */
function stretch(countyCode: string, viewer: string, status: Status, filter: LedgerFilter): RawBuilder<unknown> {
  const column = filter.order === 'due' ? sql.ref('s.due_at') : sql.ref('s.opened_at');
  const ascending = (filter.order === 'due') === (filter.from?.direction !== 'before');
  const direction = ascending ? sql`asc` : sql`desc`;
  const compare = ascending ? sql`>` : sql`<`;
  return sql`(select s.matter_id, s.county_code, ${column} as sort_at from matter_seen s ${matching(filter)}
    where s.county_code = ${countyCode} and s.viewer = ${viewer} and s.kind = 'dispute' and s.status = ${status}
      ${filter.dueBefore ? sql`and s.due_at <= ${filter.dueBefore}` : sql``}
      ${filter.from ? sql`and (${column}, s.matter_id) ${compare} (${filter.from.at}::timestamptz, ${filter.from.id}::uuid)` : sql``}
    order by ${column} ${direction}, s.matter_id ${direction} limit ${filter.limit})`;
}

type Row = Omit<LedgerDbRow, 'clock'> & { clock: ClockRow | null };

/**
 * One county's ledger for one viewer key. The page is chosen on matter_seen alone, where every filter is an equality that
 * the index serves; only its rows touch the matter and its views.
 */
export async function listLedger(
  queries: Queries,
  countyCode: string,
  viewer: string,
  filter: LedgerFilter,
): Promise<LedgerDbRow[]> {
  const ascending = (filter.order === 'due') === (filter.from?.direction !== 'before');
  const direction = ascending ? sql`asc` : sql`desc`;
  const stretches = (filter.status ?? statuses).map((status) => stretch(countyCode, viewer, status, filter));
  const { rows } = await sql<Row>`
    with page as materialized (
      select * from (${sql.join(stretches, sql` union all `)}) found
      order by sort_at ${direction}, matter_id ${direction} limit ${filter.limit})
    select m.county_code as "countyCode", m.id, m.code, m.title, m.status, m.category_code as "categoryCode",
      m.region_code as "regionCode", m.lead_unit_id as "leadUnitId", m.receiving_center_id as "receivingCenterId",
      m.handler_post_id as "handlerPostId", d.first_contact_post_id as "firstContactPostId", d.named_post_ids as "namedPostIds",
      d.former_unit_ids as "formerUnitIds", d.contact_post_id as "contactPostId",
      d.former_post_ids as "formerPostIds", d.handing_post_ids as "handingPostIds", d.parties_line as "partiesLine", m.opened_at as "openedAt", m.restricted,
      m.due_at as "dueAt", page.sort_at::text as "sortAt",
      coalesce((select json_agg(json_build_object('unitId', u.unit_id, 'task', '', 'doneAt', null))
        from visible_dispute_unit u where u.county_code = m.county_code and u.matter_id = m.id and u.removed_at is null), '[]') as "supportingUnits",
      (select ${clockJson}
        from visible_matter_clock c where c.county_code = m.county_code and c.matter_id = m.id and c.stopped_at is null
          and c.binds = 'ours'
        order by c.due_at nulls last, c.started_at limit 1) as clock
    from page
    join lateral (select * from matter x where x.county_code = page.county_code and x.id = page.matter_id limit 1) m on true
    join lateral (select * from visible_dispute x where x.county_code = page.county_code and x.matter_id = page.matter_id limit 1) d on true
    order by page.sort_at ${direction}, page.matter_id ${direction}`.execute(queries);
  const found = rows.map((row) => ({ ...row, clock: row.clock ? clockOf(row.clock) : null }));
  return filter.from?.direction === 'before' ? found.reverse() : found;
}

/** How many rows the filters match, counted up to a cap so that a city's ledger does not cost a scan. */
export async function countLedger(
  queries: Queries,
  countyCode: string,
  viewer: string,
  filter: LedgerFilter,
  cap: number,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select from matter_seen s ${matching(filter)}
      where s.county_code = ${countyCode} and s.viewer = ${viewer} and s.kind = 'dispute'
        and s.status in (${list(filter.status ?? statuses)})
        ${filter.dueBefore ? sql`and s.due_at <= ${filter.dueBefore}` : sql``}
      limit ${cap}) counted`.execute(queries);
  return rows[0]?.n ?? 0;
}
