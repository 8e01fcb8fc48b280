import { sql } from 'kysely';
import { houseOf } from '../platform/actor.ts';
import { command, type Db, type Tx } from '../platform/db.ts';
import { dayAt, facts, GROUPED } from './facts.sql.ts';
import { columnOf, foldedFigures } from './folded.ts';
import type { Fragment } from './occurrences.sql.ts';

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

const addGroups = (tx: Tx, county: string, ids: readonly string[]) =>
  sql`
  insert into figure_group (county_code, ${names(sql.ref)})
  select distinct d.county_code, ${sql.join(GROUPED.map(([, from]) => from))} from visible_report_dispute d
  where d.county_code = ${county} and d.matter_id = any (${[...ids]}::uuid[])
  on conflict do nothing`.execute(tx);

/** What these disputes add now, what they were added as before, and the difference into the sums. */
async function exchange(tx: Tx, county: string, ids: readonly string[]): Promise<void> {
  const own = sql`select ${county}::text, changed from unnest(${[...ids]}::uuid[]) changed`;
  const columns = foldedFigures.map((figure) => sql.ref(columnOf(figure)));
  const wide = foldedFigures.map(
    (figure) => sql`sum(value) filter (where figure = ${sql.lit(figure)}) as ${sql.ref(columnOf(figure))}`,
  );
  const added = columns.map(
    (column) => sql`${column} = nullif(coalesce(s.${column}, 0) + coalesce(excluded.${column}, 0), 0)`,
  );
  await sql`
    with fresh as materialized (
      select f.matter_id, f.figure, ${dayAt(sql`f.at`)} as day, ${dayAt(sql`f.prev`)} as prev, sum(f.value)::bigint as value
      from (${facts({ counties: [county], among: own })}) f group by 1, 2, 3, 4 having sum(f.value) <> 0),
    grouped as materialized (
      select d.matter_id, g.id as group_id from visible_report_dispute d join figure_group g on g.county_code = d.county_code
        and ${sql.join(
          GROUPED.map(([name, from]) => sql`g.${sql.ref(name)} = ${from}`),
          sql` and `,
        )}
      where d.county_code = ${county} and d.matter_id = any (${[...ids]}::uuid[])),
    packed as (
      select g.matter_id, g.group_id, jsonb_agg(jsonb_build_array(f.figure, f.day, f.prev, f.value)) as facts
      from grouped g join fresh f on f.matter_id = g.matter_id group by g.matter_id, g.group_id),
    former as materialized (
      select s.group_id, f.fact ->> 0 as figure, (f.fact ->> 1)::date as day, (f.fact ->> 2)::date as prev,
        (f.fact ->> 3)::bigint as value
      from figure_dispute s cross join lateral jsonb_array_elements(s.facts) f(fact)
      where s.county_code = ${county} and s.matter_id = any (${[...ids]}::uuid[])),
    difference as (
      select group_id, figure, day, prev, sum(value) as value from (
        select g.group_id, f.figure, f.day, f.prev, f.value from fresh f join grouped g on g.matter_id = f.matter_id
        union all select group_id, figure, day, prev, -value from former) each
      group by 1, 2, 3, 4 having sum(value) <> 0),
    grained as (
      select k.grain, k.start, v.group_id, case when v.prev >= k.start then 'infinity' else v.prev end as prev, v.figure, v.value
      from difference v cross join lateral (values ('day', v.day), ('month', date_trunc('month', v.day)::date),
        ('all', case when v.figure = 'open' then '-infinity'::date end)) k(grain, start)
      where k.start is not null),
    wide as (select grain, start, group_id, prev, ${sql.join(wide)} from grained group by 1, 2, 3, 4),
    kept as (
      insert into figure_dispute as s (county_code, matter_id, group_id, facts)
      select ${county}, matter_id, group_id, facts from packed
      on conflict (county_code, matter_id) do update set group_id = excluded.group_id, facts = excluded.facts),
    gone as (
      delete from figure_dispute s where s.county_code = ${county} and s.matter_id = any (${[...ids]}::uuid[])
        and not exists (select from packed p where p.matter_id = s.matter_id))
    insert into figure_sum as s (county_code, grain, start, group_id, prev, ${sql.join(columns)})
    select ${county}, grain, start, group_id, prev, ${sql.join(columns)} from wide
    on conflict (county_code, grain, start, group_id, prev) do update set ${sql.join(added)}`.execute(tx);
}

/** Takes the oldest noted changes of a county into the sums; answers how many disputes these were. */
export const foldOnce = (db: Db, county: string): Promise<number> =>
  command(db, houseOf(county), async (tx) => {
    await takeTurn(tx, county);
    const ids = await takeChanged(tx, county);
    if (ids.length === 0) return 0;
    await addGroups(tx, county, ids);
    await exchange(tx, county, ids);
    return ids.length;
  });

/** Until nothing is left, or so many disputes were taken: whoever asks for a figure does not wait for a whole old ledger. */
export async function foldChanges(db: Db, county: string, most = Number.POSITIVE_INFINITY): Promise<number> {
  let folded = 0;
  for (let taken = 1; taken > 0 && folded < most; folded += taken) taken = await foldOnce(db, county);
  return folded;
}
