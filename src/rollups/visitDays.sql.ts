import { sql } from 'kysely';
import { houseOf } from '../platform/actor.ts';
import { command, type Db, reading } from '../platform/db.ts';
import { servicesOf } from '../reception/visits.sql.ts';
import type { Fragment } from './occurrences.sql.ts';

/** The visits that count, of each of `days`; looked up one day after the other, whatever there is beside them. */
export const visitsBy = (days: Fragment): Fragment => sql`
  select v.county_code, v.center_id, c.day, v.services, v.head_count
  from (${days}) c cross join lateral (
    select v.county_code, v.center_id, ${servicesOf} as services, v.head_count from visit v
    where v.county_code = c.county_code and v.center_id = c.center_id and v.at >= c.day and v.at < c.day + interval '1 day'
      and v.withdrawn_at is null order by v.at) v`;

/** So many noted changes are one transaction. */
const BATCH = 2000;

/** Days of a county's centers that something changed in are counted anew; answers how many changes were noted. */
const countDays = (db: Db, county: string): Promise<number> =>
  command(db, houseOf(county), async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('visits'), hashtext(${county}))`.execute(tx);
    const { rows } = await sql<{ center: string; day: Date }>`
      delete from visit_change c where c.county_code = ${county} and c.id in (
        select f.id from visit_change f where f.county_code = ${county} order by f.id limit ${BATCH})
      returning c.center_id as center, c.day`.execute(tx);
    if (rows.length === 0) return 0;
    const days = sql`select distinct ${county}::text as county_code, t.center_id, t.day
      from unnest(${rows.map(({ center }) => center)}::text[], ${rows.map(({ day }) => day)}::timestamptz[]) t(center_id, day)`;
    await sql`delete from visit_sum s using (${days}) c
      where s.county_code = ${county} and s.center_id = c.center_id and s.day = c.day`.execute(tx);
    await sql`insert into visit_sum (county_code, center_id, day, services, visits, people)
      select county_code, center_id, day, services, count(*), sum(head_count) from (${visitsBy(days)}) each
      group by 1, 2, 3, 4`.execute(tx);
    return rows.length;
  });

export async function foldVisits(db: Db, counties: readonly string[]): Promise<number> {
  const { rows } = await reading(db, { counties, viewers: ['system'] }, (queries) =>
    sql<{ county: string }>`select c.county from unnest(${[...counties]}::text[]) c(county)
      where exists (select from visit_change f where f.county_code = c.county)`.execute(queries),
  );
  let noted = 0;
  for (const { county } of rows) for (let taken = 1; taken > 0; noted += taken) taken = await countDays(db, county);
  return noted;
}
