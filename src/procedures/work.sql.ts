import { sql } from 'kysely';
import { type ClockRow, clockJson, clockOf } from '../deadlines/clockRow.sql.ts';
import type { Queries } from '../platform/db.ts';
import type { WorkRow } from './workRow.ts';

/** Everything owed by any of these keys in one county, soonest first, as far as it can be done by now. */
export async function listWork(
  queries: Queries,
  countyCode: string,
  owners: readonly string[],
  now: Date,
  limit: number,
): Promise<WorkRow[]> {
  const keys = sql.join(owners.map((owner) => sql`${owner}`));
  const { rows } = await sql<Omit<WorkRow, 'clock'> & { clock: ClockRow | null }>`
    select t.id, t.matter_id as "matterId", t.county_code as "countyCode", m.kind, m.code, m.title, m.status, t.owner, t.act,
      t.since, t.due_at as "dueAt", m.about_id as "aboutId", m.about_code as "aboutCode",
      (select ${clockJson}
        from visible_matter_clock c where c.county_code = t.county_code and c.matter_id = t.matter_id and c.kind = t.clock_kind
          and c.stopped_at is null order by c.started_at desc limit 1) as clock
    from matter_todo t
    join matter m on m.county_code = t.county_code and m.id = t.matter_id
    where t.county_code = ${countyCode} and t.owner in (${keys}) and t.owed_from <= ${now}
    order by t.due_at, t.id limit ${limit}`.execute(queries);
  return rows.map((row) => ({ ...row, clock: row.clock ? clockOf(row.clock) : null }));
}
