import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import { type ClockRow, clockJson, clockOf } from './clockRow.sql.ts';
import type { LateMatter } from './supervise.ts';

type LateRow = Omit<LateMatter, 'clock'> & { clock: ClockRow };

/** Matters with a running clock over its time and no open notice for that clock yet. Runs under the house's own key. */
export async function listLate(queries: Queries, countyCode: string, now: Date, limit: number): Promise<LateMatter[]> {
  const { rows } = await sql<LateRow>`
    select m.county_code as "countyCode", m.id, m.code, m.title, m.status, m.region_code as "regionCode",
      m.receiving_center_id as "receivingCenterId", m.lead_unit_id as "leadUnitId", m.handler_post_id as "handlerPostId",
      m.restricted, m.event_seq as "eventSeq", m.event_hash as "eventHash",
      ${clockJson} as clock,
      (select count(*)::int from visible_supervision_notice n
        where n.county_code = m.county_code and n.about_matter_id = m.id) as "noticesSoFar"
    from visible_matter_clock c
    join matter m on m.county_code = c.county_code and m.id = c.matter_id
    where c.county_code = ${countyCode} and m.kind = 'dispute' and c.stopped_at is null and c.due_at <= ${now}
      and c.kind <> 'strikeOff' and c.binds = 'ours'
      and not exists (select from visible_supervision_notice n
        where n.county_code = c.county_code and n.about_matter_id = c.matter_id and n.clock_id = c.id)
    order by c.due_at limit ${limit}
    for update of m skip locked`.execute(queries);
  return rows.map((row) => ({ ...row, clock: clockOf(row.clock) }));
}
