import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import { type BoardLook, type BoardRowsBy, keyOf, narrowed } from './boardClocks.sql.ts';
import { ALL, type Figures, noFigures } from './boardFigures.ts';

/**
 * Notices, one row for each unit that must reply, with the columns of visible_board_clock: the unit is the one that was
 * noticed, the clock the one that the notice is about.
 */
export const noticeSource: RawBuilder<unknown> = sql`(
  select n.county_code, m.id as matter_id, n.clock_id as id, coalesce(n.clock_kind, '') as kind, n.level, own.status,
    coalesce(u.unit_id, n.unit_id) as unit_id, n.sent_at, coalesce(u.answered_at, n.answered_at) as answered_at, n.lifted_at,
    m.kind as matter_kind, m.status as matter_status, m.region_code, m.category_code, m.receiving_center_id, m.lead_unit_id,
    m.restricted, m.seen_by
  from visible_supervision_notice n
  join matter own on own.county_code = n.county_code and own.id = n.matter_id
  join matter m on m.county_code = n.county_code and m.id = n.about_matter_id
  left join visible_supervision_notice_unit u on u.county_code = n.county_code and u.matter_id = n.matter_id)`;

/** Neither lifted nor withdrawn. */
export const isOpen: RawBuilder<unknown> = sql`c.status in ('sent', 'answered')`;

type Row = { key: string; level: number; count: number; waiting: number };

/** Disputes with an open notice, by how many times they were noticed, and how many of them wait for a reply. */
export async function countNotices(queries: Queries, look: BoardLook, by: BoardRowsBy): Promise<Figures[]> {
  const { rows } = await sql<Row>`
    with disputes as (
      select ${keyOf(by)} as key, c.county_code, c.matter_id, max(c.level) as level, bool_or(c.answered_at is null) as waiting
      from ${noticeSource} c where ${narrowed(look)} and ${isOpen} group by 1, 2, 3),
    everything as (
      select key, level, waiting from disputes
      union all select ${ALL}, max(level), bool_or(waiting) from disputes group by county_code, matter_id)
    select key, level, count(*)::int as count, count(*) filter (where waiting)::int as waiting
    from everything group by key, level`.execute(queries);
  return rows.map(({ key, level, count, waiting }) => ({ ...noFigures(key), notices: [{ level, count }], waiting }));
}
