import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import {
  type BoardLook,
  type BoardRowsBy,
  clocksOf,
  conditions,
  groundAt,
  keyOf,
  lateInWeeks,
  narrowed,
  onTheBoard,
  settledBy,
  struckOff,
} from './boardClocks.sql.ts';
import { ALL, type Figures, grounds, noFigures } from './boardFigures.ts';
import { countedStates } from './boardInput.ts';
import { countNotices } from './boardNotices.across.sql.ts';

type Fragment = RawBuilder<unknown>;
const bits = (all: readonly Fragment[], first = 0): Fragment =>
  sql.join(
    all.map((condition, index) => sql`case when ${condition} then ${sql.raw(String(2 ** (first + index)))} else 0 end`),
    sql` | `,
  );
const has = (mask: number, index: number): boolean => (mask & (2 ** index)) !== 0;

type MaskRow = { key: string; mask: number; n: number };

/**
 * Each clock's answers are bits of a number, each dispute of a row has the bits of its clocks, and rows with the same bits
 * are counted together: the conditions are asked once a clock, whatever the number of figures.
 */
async function countMasks(
  queries: Queries,
  look: BoardLook,
  by: BoardRowsBy,
  asked: { mask: Fragment; where: readonly Fragment[] },
): Promise<MaskRow[]> {
  // One select for each way to find them: joined by "or" the database would look at every matter of the counties.
  const arms = asked.where.map(
    (where) => sql`select ${keyOf(by)} as key, c.county_code, c.matter_id, ${asked.mask} as mask
      from ${clocksOf(look)} where ${narrowed(look)} and ${where}`,
  );
  const { rows } = await sql<MaskRow>`
    with clocks as (${sql.join(arms, sql` union all `)}),
    disputes as materialized (
      select key, county_code, matter_id, bit_or(mask) as mask from clocks group by key, county_code, matter_id),
    everything as (
      select key, mask from disputes
      union all select ${ALL}, bit_or(mask) from disputes group by county_code, matter_id)
    select key, mask, count(*)::int as n from everything group by key, mask`.execute(queries);
  return rows;
}

const WAITS = countedStates.length;

/** Which states a clock is in. Only what its date allows is asked: most clocks are open and nothing else. */
function statesMask({ frame }: BoardLook): Fragment {
  const is = conditions(frame);
  const at = (state: (typeof countedStates)[number]) => bits([is[state]], countedStates.indexOf(state));
  const ground = groundAt(frame);
  const waits = bits(
    grounds.map((each) => sql`${ground} = ${each}`),
    WAITS,
  );
  return sql`${at('open')} | case when c.binds <> 'ours' then ${at('party')} | ${at('other')}
    when ${is.paused} then ${at('paused')} | ${waits}
    when c.due_at <= ${frame.at} then ${at('late')} | ${at('tookOver')}
    else ${at('soon')} | ${at('dueToday')} | ${at('threeDays')} end`;
}

async function countStates(queries: Queries, look: BoardLook, by: BoardRowsBy): Promise<Figures[]> {
  const { live, at } = look.frame;
  const where = live
    ? [sql`c.stopped_at is null and ${onTheBoard}`]
    : [sql`c.stopped_at is null and c.started_at <= ${at}`, sql`c.stopped_at > ${at} and c.started_at <= ${at}`];
  const rows = await countMasks(queries, look, by, { mask: statesMask(look), where });
  return rows.map(({ key, mask, n }) => {
    const counts = Object.fromEntries(countedStates.map((state, index) => [state, has(mask, index) ? n : 0]));
    const waits = Object.fromEntries(grounds.map((ground, index) => [ground, has(mask, WAITS + index) ? n : 0]));
    return { ...noFigures(key), ...counts, grounds: waits as Figures['grounds'] };
  });
}

/** Late at the end of each week: clocks that run over their time, or did when they were stopped. */
async function countWeeks(queries: Queries, look: BoardLook, by: BoardRowsBy): Promise<Figures[]> {
  const { at, live, weeks } = look.frame;
  const [first = at] = weeks;
  const where = [
    sql`c.stopped_at is null and c.due_at <= ${at} and ${live ? onTheBoard : sql`true`}`,
    sql`c.stopped_at > c.due_at and c.stopped_at > ${first}`,
  ];
  const rows = await countMasks(queries, look, by, { mask: bits(lateInWeeks(look.frame)), where });
  return rows.map(({ key, mask, n }) => ({
    ...noFigures(key),
    weeks: weeks.map((_, index) => (has(mask, index) ? n : 0)),
  }));
}

type OldestRow = { key: string; dueAt: Date; countyCode: string; code: string | null; title: string | null };

/** The dispute that is late for longest, of each row; of hidden ones only since when. */
async function findOldest(queries: Queries, look: BoardLook, by: BoardRowsBy): Promise<Figures[]> {
  const { late } = conditions(look.frame);
  const names = look.hiddenFrom === null ? sql`m.code, m.title` : sql`null::text as code, null::text as title`;
  const { rows } = await sql<OldestRow>`
    with late as materialized (
      select ${keyOf(by)} as key, c.county_code, c.matter_id, c.due_at from ${clocksOf(look)}
      where ${narrowed(look)} and c.due_at <= ${look.frame.at} and ${late}
        and ${look.frame.live ? sql`c.stopped_at is null and ${onTheBoard}` : sql`true`}),
    oldest as (
      (select distinct on (key) key, county_code, matter_id, due_at from late order by key, due_at, matter_id)
      union all (select ${ALL}, county_code, matter_id, due_at from late order by due_at, matter_id limit 1))
    select o.key, o.due_at as "dueAt", o.county_code as "countyCode", named.code, named.title from oldest o
    cross join lateral (select ${names} from matter m where m.county_code = o.county_code and m.id = o.matter_id limit 1) named
    `.execute(queries);
  return rows.map(({ key, ...oldest }) => ({ ...noFigures(key), oldest }));
}

/** Struck off this month, by who settled it; in the tab of clocks only as a whole. */
async function countStruckOff(queries: Queries, look: BoardLook, by: BoardRowsBy): Promise<Figures[]> {
  if (look.filter.clock !== undefined) return [];
  const key = by.tab === 'clock' ? sql`${ALL}` : keyOf(by, settledBy);
  const { rows } = await sql<{ key: string; n: number }>`
    select ${key} as key, count(distinct c.matter_id)::int as n from ${clocksOf(look)}
    where ${narrowed(look, settledBy)} and ${struckOff(look.frame)} group by 1`.execute(queries);
  const all = rows.reduce((sum, { n }) => sum + n, 0);
  return [...rows.filter((row) => row.key !== ALL), { key: ALL, n: all }].map(({ key, n }) => ({
    ...noFigures(key),
    struckOff: n,
  }));
}

/** What is counted of clocks alone, not yet added up: each comes with the key of its row. */
export async function countClocks(queries: Queries, look: BoardLook, by: BoardRowsBy): Promise<Figures[]> {
  const found = await Promise.all([countStanding(queries, look, by), countWeeks(queries, look, by)]);
  return found.flat();
}

/** The part of it that a weekly sheet prints and a morning keeps: how things stand, without weeks. */
export async function countStanding(queries: Queries, look: BoardLook, by: BoardRowsBy): Promise<Figures[]> {
  const found = await Promise.all([countStates(queries, look, by), countStruckOff(queries, look, by)]);
  return found.flat();
}

/** What names a dispute, or is counted of notices. */
export async function countBeside(queries: Queries, look: BoardLook, by: BoardRowsBy): Promise<Figures[]> {
  const found = await Promise.all([findOldest(queries, look, by), countNotices(queries, look, by)]);
  return found.flat();
}
