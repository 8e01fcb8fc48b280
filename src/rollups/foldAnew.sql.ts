import { sql } from 'kysely';
import { houseOf } from '../platform/actor.ts';
import { command, type Db } from '../platform/db.ts';
import { former, intoSums } from './exchange.sql.ts';
import { takeTurn } from './foldChanges.sql.ts';

/** All sums of a county from what its disputes were added as, and everything looked at once more. */
export const foldAnew = (db: Db, county: string): Promise<unknown> =>
  command(db, houseOf(county), async (tx) => {
    await takeTurn(tx, county);
    await sql`delete from figure_sum s where s.county_code = ${county}`.execute(tx);
    await sql`delete from figure_moment s where s.county_code = ${county}`.execute(tx);
    await sql`with difference as materialized (
        select group_id, figure, at, prev, sum(value)::bigint as value from (${former(sql`s.county_code = ${county}`)}) each
        group by 1, 2, 3, 4), ${intoSums(county)}`.execute(tx);
    // Also what was never taken in, and what was and is no dispute any more.
    await sql`insert into figure_change (county_code, matter_id)
      select d.county_code, d.matter_id from visible_report_dispute d where d.county_code = ${county}
      union select s.county_code, s.matter_id from figure_dispute s where s.county_code = ${county}`.execute(tx);
  });

/** So many pieces of a day are read at once; each fold adds one. */
const PIECES = 50;

/** What was added to the days of a county bit by bit becomes one row a day; what took each other away is gone. */
export const gatherMoments = (db: Db, county: string, pieces = PIECES): Promise<unknown> =>
  command(db, houseOf(county), async (tx) => {
    await takeTurn(tx, county);
    await sql`with many as (select s.day from figure_moment s where s.county_code = ${county} group by 1 having count(*) > ${pieces}),
      taken as (delete from figure_moment s using many where s.county_code = ${county} and s.day = many.day returning s.*)
      insert into figure_moment (county_code, day, groups, figures, times, prevs, amounts)
      select ${county}, day, array_agg(group_id), array_agg(figure), array_agg(at), array_agg(prev), array_agg(amount) from (
        select s.day, m.group_id, m.figure, m.at, m.prev, sum(m.amount)::bigint as amount
        from taken s cross join lateral unnest(s.groups, s.figures, s.times, s.prevs, s.amounts) m(group_id, figure, at, prev, amount)
        group by 1, 2, 3, 4, 5 having sum(m.amount) <> 0) each group by day`.execute(tx);
  });
