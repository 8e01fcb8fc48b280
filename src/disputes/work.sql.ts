import { sql } from 'kysely';
import { type ClockRow, clockJson, clockOf } from '../deadlines/clockRow.sql.ts';
import type { Queries } from '../platform/db.ts';
import type { WorkRow } from './listRows.ts';

/** Everything owed by any of these keys in one county, soonest first. Nobody owes thousands: one page is all there is. */
export async function listWork(
  queries: Queries,
  countyCode: string,
  owners: readonly string[],
  limit: number,
): Promise<WorkRow[]> {
  const keys = sql.join(owners.map((owner) => sql`${owner}`));
  const { rows } = await sql<Omit<WorkRow, 'clock'> & { clock: ClockRow | null }>`
    select t.id, t.county_code as "countyCode", m.kind, m.code, m.title, m.status, t.owner, t.act, t.since, t.due_at as "dueAt",
      (select d.parties_line from visible_dispute d where d.county_code = t.county_code and d.matter_id = t.matter_id) as "partiesLine",
      (select n.about_code from visible_supervision_notice n where n.county_code = t.county_code and n.matter_id = t.matter_id) as "aboutCode",
      (select ${clockJson}
        from visible_matter_clock c where c.county_code = t.county_code and c.matter_id = t.matter_id and c.kind = t.clock_kind
          and c.stopped_at is null order by c.started_at desc limit 1) as clock
    from matter_todo t
    join matter m on m.county_code = t.county_code and m.id = t.matter_id
    where t.county_code = ${countyCode} and t.owner in (${keys})
    order by t.due_at, t.id limit ${limit}`.execute(queries);
  return rows.map((row) => ({ ...row, clock: row.clock ? clockOf(row.clock) : null }));
}
