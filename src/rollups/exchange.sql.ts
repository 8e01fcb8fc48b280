import { sql } from 'kysely';
import type { Tx } from '../platform/db.ts';
import { disputesOf, factsOf, GROUPED } from './facts.sql.ts';
import { columnOf, foldedFigures } from './folded.ts';
import { type Fragment, listOf } from './occurrences.sql.ts';

const ref = (name: string): Fragment => sql.ref(name);
const each = (of: (column: Fragment, number: number) => Fragment): Fragment =>
  sql.join(foldedFigures.map((figure, number) => of(ref(columnOf(figure)), number)));
const columns = each((column) => column);
const names = sql.join(GROUPED.map(([name]) => ref(name)));

const changedIn = (county: string, ids: readonly string[]): Fragment =>
  sql`select ${county}::text as county_code, unnest(${[...ids]}::uuid[]) as matter_id`;

const addGroups = (tx: Tx, county: string, ids: readonly string[]) =>
  sql`
  insert into figure_group (county_code, ${names})
  select distinct d.county_code, ${sql.join(GROUPED.map(([, from]) => from))} from ${disputesOf(changedIn(county, ids))}
  on conflict do nothing`.execute(tx);

/** Looked up one by one: before its first statistics a table is taken for empty, and read through for each dispute. */
const groupOf = sql`(select g.id from figure_group g where g.county_code = d.county_code
  and ${sql.join(
    GROUPED.map(([name, from]) => sql`g.${ref(name)} = ${from}`),
    sql` and `,
  )} limit 1)`;

/** The number of a figure, as it is stored. */
const numberOf = (figure: Fragment): Fragment =>
  sql`(array_position(array[${listOf(foldedFigures)}]::text[], ${figure}) - 1)::smallint`;

/** The beginning of a Beijing day. */
const dayOf = (at: Fragment): Fragment => sql`date_bin('1 day', ${at}, '2000-01-01 00:00+08')`;
const sooner = (start: Fragment): Fragment => sql`case when prev >= ${start} then 'infinity' else prev end`;

/** What disputes were added as; `s` is a row of figure_dispute. */
export const former = (mine: Fragment): Fragment => sql`
  select s.group_id, f.figure, f.at, coalesce(f.prev, 'infinity') as prev, f.value
  from figure_dispute s cross join lateral unnest(s.figures, s.times, s.prevs, s.amounts) f(figure, at, prev, value)
  where ${mine}`;

/**
 * Rows of `difference` into the moments of their days and into the sums of days, months and all time. A correction of something
 * within the same day or month always holds there. Nothing is null again: a row of sums is short that way.
 */
export const intoSums = (county: string): Fragment => sql`
  days as materialized (
    select ${dayOf(sql`at`)} as start, group_id, ${sooner(dayOf(sql`at`))} as prev,
      ${each((column, number) => sql`sum(value) filter (where figure = ${sql.lit(number)})::bigint as ${column}`)}
    from difference group by 1, 2, 3),
  months as (
    select date_trunc('month', start, 'Asia/Shanghai') as start, group_id,
      ${sooner(sql`date_trunc('month', start, 'Asia/Shanghai')`)} as prev, ${each((column) => sql`sum(${column})::bigint as ${column}`)}
    from days group by 1, 2, 3),
  ever as (select group_id, sum(open)::bigint as open from days where open is not null group by 1),
  moments as (
    insert into figure_moment (county_code, day, groups, figures, times, prevs, amounts)
    select ${county}, ${dayOf(sql`at`)}, array_agg(group_id), array_agg(figure), array_agg(at), array_agg(nullif(prev, 'infinity')),
      array_agg(value) from difference group by 2),
  stock as (
    insert into figure_sum as s (county_code, grain, start, group_id, prev, open)
    select ${county}, 'all', '-infinity', group_id, 'infinity', open from ever
    on conflict (county_code, grain, start, group_id, prev) do update set open = coalesce(s.open, 0) + excluded.open)
  insert into figure_sum as s (county_code, grain, start, group_id, prev, ${columns})
  select ${county}, 'day', start, group_id, prev, ${columns} from days union all
  select ${county}, 'month', start, group_id, prev, ${columns} from months
  on conflict (county_code, grain, start, group_id, prev) do update set
    ${each((column) => sql`${column} = nullif(coalesce(s.${column}, 0) + coalesce(excluded.${column}, 0), 0)`)}`;

/** What these disputes add now, what they were added as before, and the difference into the sums. */
export async function exchange(tx: Tx, county: string, ids: readonly string[]): Promise<void> {
  const mine = sql`s.county_code = ${county} and s.matter_id = any (${[...ids]}::uuid[])`;
  await addGroups(tx, county, ids);
  await sql`
    with fresh as materialized (
      select x.matter_id, g.id as group_id, ${numberOf(sql`f.figure`)} as figure, f.at, ${dayOf(sql`f.prev`)} as prev,
        sum(f.value)::bigint as value
      from ${factsOf(changedIn(county, ids), sql`cross join lateral ${groupOf} g`)}
      -- What an old ledger does not date ended on no day that can be counted.
      where f.at is not null group by 1, 2, 3, 4, 5 having sum(f.value) <> 0),
    packed as (
      select matter_id, group_id, array_agg(figure) as figures, array_agg(at) as times,
        array_agg(nullif(prev, 'infinity')) as prevs, array_agg(value) as amounts
      from fresh group by matter_id, group_id),
    former as materialized (${former(mine)}),
    difference as materialized (
      select group_id, figure, at, prev, sum(value)::bigint as value from (
        select group_id, figure, at, prev, value from fresh union all
        select group_id, figure, at, prev, -value from former) own
      group by 1, 2, 3, 4 having sum(value) <> 0),
    kept as (
      insert into figure_dispute as s (county_code, matter_id, group_id, figures, times, prevs, amounts)
      select ${county}, matter_id, group_id, figures, times, prevs, amounts from packed
      on conflict (county_code, matter_id) do update set group_id = excluded.group_id, figures = excluded.figures,
        times = excluded.times, prevs = excluded.prevs, amounts = excluded.amounts),
    gone as (
      delete from figure_dispute s where ${mine} and not exists (select from packed p where p.matter_id = s.matter_id)),
    ${intoSums(county)}`.execute(tx);
}
