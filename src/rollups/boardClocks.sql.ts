import { type RawBuilder, sql } from 'kysely';
import { houseOf } from '../platform/actor.ts';
import { command, type Db, type Queries, type Tx } from '../platform/db.ts';

type Fragment = RawBuilder<unknown>;

/** A board looks back twelve weeks, its weekly sheet one more, and both to the beginning of the month. */
const KEPT_MS = 100 * 86_400_000;
/** What was stopped before is not kept. */
export const keptSince = (now: Date): Date => new Date(now.getTime() - KEPT_MS);

/**
 * A dispute that has ended is on the board only while a clock of it leads to a date. Said of the matter's own row, before
 * who may see it is asked: four of five disputes have ended. `c` is a row of visible_board_clock or board_clock.
 */
export const onTheBoard: Fragment = sql`(c.matter_status not in ('declined', 'struckOff', 'archived')
  or c.matter_due_at is not null)`;

const columns = sql.raw(
  `county_code matter_id id kind pauses binds started_at due_at stopped_at stop_reason unit_id unit_since matter_kind
  matter_status matter_due_at region_code category_code receiving_center_id lead_unit_id restricted counted_with_id`
    .split(/\s+/)
    .join(', '),
);

const warned = sql`jsonb_build_object('warnBefore', c.rule -> 'warnBefore')`;
const named = sql`case when c.restricted then c.seen_by else '{}' end`;

/** What only the house still sees, an import that was taken back, is on no board. */
const seen = sql`c.seen_by <> array['system']`;

/** Writes the clocks of these matters anew, as far as a board counts them. In order, so that each matter's are looked up by itself. */
export async function keepClocks(tx: Tx, county: string, ids: readonly string[], now: Date): Promise<void> {
  await sql`delete from board_clock c where c.county_code = ${county} and c.matter_id = any (${[...ids]}::uuid[])`.execute(
    tx,
  );
  await sql`insert into board_clock (${columns}, rule, seen_by)
    select ${columns}, ${warned}, ${named} from unnest(${[...ids]}::uuid[]) x(changed) cross join lateral (
      select * from visible_board_clock v where v.county_code = ${county} and v.matter_id = x.changed order by v.id) c
    where ${seen} and (c.stopped_at is null or c.stopped_at > ${keptSince(now)})`.execute(tx);
}

/** Matters whose kept clocks are not their clocks, of those that nothing is noted of. */
export async function listWronglyKept(queries: Queries, county: string, now: Date): Promise<string[]> {
  const of = (table: string) => sql`select ${columns}, ${warned}, ${named} from ${sql.table(table)} c
    where c.county_code = ${county} and ${seen} and (c.stopped_at is null or c.stopped_at > ${keptSince(now)})`;
  const { rows } = await sql<{ id: string }>`
    with kept as materialized (${of('board_clock')}), clocks as materialized (${of('visible_board_clock')})
    select distinct d.matter_id as id from (
      (select * from kept except select * from clocks) union all (select * from clocks except select * from kept)) d
    where not exists (select from figure_change f where f.county_code = ${county} and f.matter_id = d.matter_id)`.execute(
    queries,
  );
  return rows.map(({ id }) => id);
}

/** What was stopped longer ago than a board looks back. */
export const dropOldClocks = (db: Db, county: string, now: Date): Promise<unknown> =>
  command(db, houseOf(county), (tx) =>
    sql`delete from board_clock c where c.county_code = ${county} and c.stopped_at <= ${keptSince(now)}`.execute(tx),
  );
