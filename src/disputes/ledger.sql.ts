import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import { clockOf } from './disputes.sql.ts';
import type { LedgerDbRow, LedgerFilter } from './listRows.ts';

const list = (values: readonly string[]) => sql.join(values.map((value) => sql`${value}`));

/**
 * One county's ledger for one viewer key: it starts from matter_seen, where every filter is an equality, and pages by key.
 * Only the page's rows touch the matter and its views.
 */
export async function listLedger(
  queries: Queries,
  countyCode: string,
  viewer: string,
  filter: LedgerFilter,
): Promise<LedgerDbRow[]> {
  const column = filter.order === 'due' ? sql.ref('s.due_at') : sql.ref('s.opened_at');
  const ascending = (filter.order === 'due') === (filter.from?.direction !== 'before');
  const direction = ascending ? sql`asc` : sql`desc`;
  const compare = ascending ? sql`>` : sql`<`;
  const { rows } = await sql<Omit<LedgerDbRow, 'clock'> & { clock: Parameters<typeof clockOf>[0] | null }>`
    select m.county_code as "countyCode", m.id, m.code, m.title, m.status, m.category_code as "categoryCode",
      m.region_code as "regionCode", m.lead_unit_id as "leadUnitId", m.receiving_center_id as "receivingCenterId",
      m.handler_post_id as "handlerPostId", d.first_contact_post_id as "firstContactPostId", d.named_post_ids as "namedPostIds",
      d.former_unit_ids as "formerUnitIds", d.parties_line as "partiesLine", m.opened_at as "openedAt", m.restricted,
      ${column}::text as "sortAt",
      coalesce((select json_agg(json_build_object('unitId', u.unit_id, 'task', '', 'doneAt', null))
        from visible_dispute_unit u where u.county_code = m.county_code and u.matter_id = m.id and u.removed_at is null), '[]') as "supportingUnits",
      (select json_build_object('id', c.id, 'kind', c.kind, 'rule', c.rule, 'pauses', c.pauses, 'calendarVersion', c.calendar_version,
          'startedAt', c.started_at, 'dueAt', c.due_at, 'stoppedAt', c.stopped_at)
        from visible_matter_clock c where c.county_code = m.county_code and c.matter_id = m.id and c.stopped_at is null
        order by c.due_at nulls last, c.started_at limit 1) as clock
    from matter_seen s
    join matter m on m.county_code = s.county_code and m.id = s.matter_id
    join visible_dispute d on d.county_code = s.county_code and d.matter_id = s.matter_id
    where s.county_code = ${countyCode} and s.viewer = ${viewer} and s.kind = 'dispute'
      ${filter.status ? sql`and s.status in (${list(filter.status)})` : sql``}
      ${filter.category ? sql`and m.category_code in (${list(filter.category)})` : sql``}
      ${filter.source ? sql`and d.source in (${list(filter.source)})` : sql``}
      ${filter.unit ? sql`and m.lead_unit_id = ${filter.unit}` : sql``}
      ${filter.dueBefore ? sql`and s.due_at <= ${filter.dueBefore}` : sql``}
      ${filter.from ? sql`and (${column}, s.matter_id) ${compare} (${filter.from.at}::timestamptz, ${filter.from.id}::uuid)` : sql``}
    order by ${column} ${direction}, s.matter_id ${direction}
    limit ${filter.limit}`.execute(queries);
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
      select from matter_seen s
      join matter m on m.county_code = s.county_code and m.id = s.matter_id
      ${filter.source ? sql`join visible_dispute d on d.county_code = s.county_code and d.matter_id = s.matter_id` : sql``}
      where s.county_code = ${countyCode} and s.viewer = ${viewer} and s.kind = 'dispute'
        ${filter.status ? sql`and s.status in (${list(filter.status)})` : sql``}
        ${filter.category ? sql`and m.category_code in (${list(filter.category)})` : sql``}
        ${filter.source ? sql`and d.source in (${list(filter.source)})` : sql``}
        ${filter.unit ? sql`and m.lead_unit_id = ${filter.unit}` : sql``}
        ${filter.dueBefore ? sql`and s.due_at <= ${filter.dueBefore}` : sql``}
      limit ${cap}) counted`.execute(queries);
  return rows[0]?.n ?? 0;
}
