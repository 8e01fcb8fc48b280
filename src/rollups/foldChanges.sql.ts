import { sql } from 'kysely';
import { houseOf } from '../platform/actor.ts';
import { command, type Db, type Tx } from '../platform/db.ts';
import { keepClocks } from './boardClocks.sql.ts';
import { disputesOf, factsOf, GROUPED } from './facts.sql.ts';
import { columnOf, foldedFigures } from './folded.ts';
import type { Fragment } from './occurrences.sql.ts';
import { listNoted } from './waiting.sql.ts';

/** So many noted changes are one transaction: a reader who has to wait for it waits a fraction of a second. */
const BATCH = 1000;

const names = (of: (name: string) => Fragment): Fragment => sql.join(GROUPED.map(([name]) => of(name)));

/** Two at once would take the same dispute out twice; the county's next reader waits for this transaction. */
const takeTurn = (tx: Tx, county: string) =>
  sql`select pg_advisory_xact_lock(hashtext('figures'), hashtext(${county}))`.execute(tx);

/** The disputes whose changes are taken off the list; what another command has not committed yet stays on it. */
async function takeChanged(tx: Tx, county: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    delete from figure_change c where c.county_code = ${county} and c.id in (
      select f.id from figure_change f where f.county_code = ${county} order by f.id limit ${BATCH})
    returning c.matter_id as id`.execute(tx);
  return [...new Set(rows.map(({ id }) => id))];
}

const changedIn = (county: string, ids: readonly string[]): Fragment =>
  sql`select ${county}::text as county_code, unnest(${[...ids]}::uuid[]) as matter_id`;

const addGroups = (tx: Tx, county: string, ids: readonly string[]) =>
  sql`
  insert into figure_group (county_code, ${names(sql.ref)})
  select distinct d.county_code, ${sql.join(GROUPED.map(([, from]) => from))} from ${disputesOf(changedIn(county, ids))}
  on conflict do nothing`.execute(tx);

const ref = (name: string): Fragment => sql.ref(name);
const columns: Fragment[] = foldedFigures.map((figure) => sql.ref(columnOf(figure)));

/** A row of sums from rows of one figure each. */
const wide = sql.join(
  foldedFigures.map(
    (figure, number) => sql`sum(value) filter (where figure = ${sql.lit(number)}) as ${ref(columnOf(figure))}`,
  ),
);

/** Nothing is null again: a row of sums is short that way. */
const addedUp = sql.join(
  columns.map((column) => sql`${column} = nullif(coalesce(s.${column}, 0) + coalesce(excluded.${column}, 0), 0)`),
);

/** The number of a figure, as it is stored. */
const numbered = sql`(values ${sql.join(foldedFigures.map((figure, number) => sql`(${sql.lit(figure)}, ${sql.lit(number)})`))})`;

const grains = sql`(values ('hour', v.hour), ('day', date_trunc('day', v.hour, 'Asia/Shanghai')),
  ('month', date_trunc('month', v.hour, 'Asia/Shanghai')), ('all', case when v.figure = ${foldedFigures.indexOf('open')} then '-infinity'::timestamptz end))`;

/** What disputes were added as; `s` is a row of figure_dispute. */
const former = (mine: Fragment): Fragment => sql`
  select s.group_id, f.figure, to_timestamp(f.hour * 3600.0) as hour, coalesce(to_timestamp(f.prev), 'infinity') as prev, f.value
  from figure_dispute s cross join lateral unnest(s.figures, s.hours, s.prevs, s.amounts) f(figure, hour, prev, value)
  where ${mine}`;

/** Differences by hour as rows of each grain; a correction within one piece always holds there. */
const grained = sql`
  grained as (
    select k.grain, k.start, v.group_id, case when v.prev >= k.start then 'infinity' else v.prev end as prev, v.figure, v.value
    from difference v cross join lateral ${grains} k(grain, start) where k.start is not null),
  wide as (select grain, start, group_id, prev, ${wide} from grained group by 1, 2, 3, 4)`;

const intoSums = (county: string): Fragment => sql`
  insert into figure_sum as s (county_code, grain, start, group_id, prev, ${sql.join(columns)})
  select ${county}, grain, start, group_id, prev, ${sql.join(columns)} from wide
  on conflict (county_code, grain, start, group_id, prev) do update set ${addedUp}`;

/** What these disputes add now, what they were added as before, and the difference into the sums. */
async function exchange(tx: Tx, county: string, ids: readonly string[]): Promise<void> {
  const mine = sql`s.county_code = ${county} and s.matter_id = any (${[...ids]}::uuid[])`;
  const sameGroup = sql.join(
    GROUPED.map(([name, from]) => sql`g.${ref(name)} = ${from}`),
    sql` and `,
  );
  await sql`
    with fresh as materialized (
      select f.matter_id, g.id as group_id, n.number as figure, date_trunc('hour', f.at) as hour,
        date_trunc('second', f.prev) as prev, sum(f.value)::bigint as value
      from ${factsOf(changedIn(county, ids))} join ${numbered} n(figure, number) on n.figure = f.figure
      join figure_group g on g.county_code = d.county_code and ${sameGroup}
      group by 1, 2, 3, 4, 5 having sum(f.value) <> 0),
    packed as (
      select f.matter_id, f.group_id, array_agg(f.figure)::smallint[] as figures,
        array_agg(extract(epoch from f.hour) / 3600)::integer[] as hours,
        array_agg(case when f.prev < 'infinity' then extract(epoch from f.prev) end)::bigint[] as prevs,
        array_agg(f.value)::bigint[] as amounts
      from fresh f group by f.matter_id, f.group_id),
    former as materialized (${former(mine)}),
    difference as (
      select group_id, figure, hour, prev, sum(value) as value from (
        select group_id, figure, hour, prev, value from fresh union all select group_id, figure, hour, prev, -value from former) each
      group by 1, 2, 3, 4 having sum(value) <> 0),
    ${grained},
    kept as (
      insert into figure_dispute as s (county_code, matter_id, group_id, figures, hours, prevs, amounts)
      select ${county}, matter_id, group_id, figures, hours, prevs, amounts from packed
      on conflict (county_code, matter_id) do update set group_id = excluded.group_id, figures = excluded.figures,
        hours = excluded.hours, prevs = excluded.prevs, amounts = excluded.amounts),
    gone as (
      delete from figure_dispute s where ${mine} and not exists (select from packed p where p.matter_id = s.matter_id))
    ${intoSums(county)}`.execute(tx);
}

/** All sums of a county from what its disputes were added as, and everything looked at once more. */
export const foldAnew = (db: Db, county: string): Promise<unknown> =>
  command(db, houseOf(county), async (tx) => {
    await takeTurn(tx, county);
    await sql`delete from figure_sum s where s.county_code = ${county}`.execute(tx);
    await sql`with difference as (
        select group_id, figure, hour, prev, sum(value) as value from (${former(sql`s.county_code = ${county}`)}) each group by 1, 2, 3, 4),
      ${grained} ${intoSums(county)}`.execute(tx);
    await sql`insert into figure_change (county_code, matter_id) select county_code, matter_id from figure_dispute s
      where s.county_code = ${county}`.execute(tx);
  });

/** These are looked at once more, whatever they were added as. */
export const noteChanged = (db: Db, county: string, ids: readonly string[]): Promise<unknown> =>
  command(db, houseOf(county), (tx) =>
    sql`insert into figure_change (county_code, matter_id) select ${county}, unnest(${[...ids]}::uuid[])`.execute(tx),
  );

/** Takes the oldest noted changes of a county into the sums; answers how many disputes these were. */
export const foldOnce = (db: Db, county: string, now: Date): Promise<number> =>
  command(db, houseOf(county), async (tx) => {
    await takeTurn(tx, county);
    const ids = await takeChanged(tx, county);
    if (ids.length === 0) return 0;
    await addGroups(tx, county, ids);
    await exchange(tx, county, ids);
    await keepClocks(tx, county, ids, now);
    return ids.length;
  });

/** Until nothing is left; answers how many disputes these were. */
export async function foldChanges(db: Db, county: string, now: Date): Promise<number> {
  let folded = 0;
  for (let taken = 1; taken > 0; folded += taken) taken = await foldOnce(db, county, now);
  return folded;
}

/** So many disputes that just changed are taken in before figures are read; of more it is said that they wait. */
const FOLDED_FIRST = 2000;

/**
 * Before figures of these counties are read: everything in them that was committed, as far as nobody has to wait for it. What
 * others go on noting meanwhile is not run after. Answers whether that was all.
 */
export async function foldFirst(db: Db, counties: readonly string[], now: Date): Promise<boolean> {
  const waiting = await listNoted(db, counties, FOLDED_FIRST);
  for (const { county, noted } of waiting)
    for (let taken = 0; taken <= Math.min(noted, FOLDED_FIRST); taken += BATCH) await foldOnce(db, county, now);
  return waiting.every(({ noted }) => noted <= FOLDED_FIRST);
}
