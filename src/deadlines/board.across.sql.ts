import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import {
  type BoardLook,
  type BoardRowsBy,
  conditions,
  groundAt,
  keyOf,
  lateInWeeks,
  narrowed,
  settledBy,
  struckOff,
} from './boardClocks.sql.ts';
import { ALL, countedStates, type Figures, grounds, noFigures } from './boardFigures.ts';
import { countNotices } from './boardNotices.across.sql.ts';

type Fragment = RawBuilder<unknown>;
const bit = (index: number): Fragment => sql.raw(String(2 ** index));
const bits = (all: readonly Fragment[]): Fragment =>
  sql.join(
    all.map((condition, index) => sql`case when ${condition} then ${bit(index)} else 0 end`),
    sql` | `,
  );
const WAITS = countedStates.length;

type CountRow = {
  key: string;
  states: number[];
  weeks: number[];
  oldestDue: Date | null;
  oldestCounty: string | null;
  oldestCode: string | null;
  oldestTitle: string | null;
};

function figuresOf(row: CountRow): Figures {
  const { key, states, weeks, oldestDue: dueAt, oldestCounty: countyCode } = row;
  const counts = Object.fromEntries(countedStates.map((state, index) => [state, states[index] ?? 0]));
  const waits = Object.fromEntries(grounds.map((ground, index) => [ground, states[WAITS + index] ?? 0]));
  const oldest = dueAt && countyCode ? { dueAt, countyCode, code: row.oldestCode, title: row.oldestTitle } : null;
  return { ...noFigures(key), ...counts, grounds: waits as Figures['grounds'], weeks, oldest };
}

/**
 * Every figure that comes from running clocks, in one pass over them: each clock's answers are bits of a number, each
 * dispute of a row has the bits of its clocks, and a figure is how many disputes have the bit.
 */
async function countClocks(queries: Queries, look: BoardLook, by: BoardRowsBy): Promise<Figures[]> {
  const { frame } = look;
  const is = conditions(frame);
  const ground = groundAt(frame);
  const waits = grounds.map((each) => sql`(${is.paused} and ${ground} = ${each})`);
  const states = [...countedStates.map((state) => is[state]), ...waits];
  const weeks = lateInWeeks(frame);
  const [first = frame.at] = frame.weeks;
  const counted = (column: Fragment, all: readonly unknown[]) =>
    sql.join(all.map((_, index) => sql`count(*) filter (where ${column} & ${bit(index)} <> 0)::int`));
  // Of what was stopped in time nothing is left to count, unless one looks back to when it still ran.
  const past = frame.live ? sql`c.stopped_at > c.due_at` : sql`true`;
  const names = look.hiddenFrom === null ? sql`m.code, m.title` : sql`null::text as code, null::text as title`;
  const { rows } = await sql<CountRow>`
    with clocks as materialized (
      select c.county_code, c.matter_id, ${keyOf(by)} as key, ${bits(states)} as states,
        case when c.due_at <= ${frame.at} then ${bits(weeks)} else 0 end as weeks,
        case when ${is.late} then c.due_at end as late_since
      from visible_board_clock c
      where ${narrowed(look)} and (c.stopped_at is null or (${past} and c.stopped_at > ${first}))),
    disputes as (
      select key, county_code, matter_id, bit_or(states) as states, bit_or(weeks) as weeks, min(late_since) as late_since
      from clocks group by key, county_code, matter_id),
    everything as (
      select key, county_code, matter_id, states, weeks, late_since from disputes
      union all select ${ALL}, county_code, matter_id, bit_or(states), bit_or(weeks), min(late_since)
        from disputes group by county_code, matter_id),
    figures as (
      select key, array[${counted(sql`states`, states)}] as states, array[${counted(sql`weeks`, weeks)}] as weeks,
        min(late_since) as late_since
      from everything group by key),
    oldest as (
      select distinct on (key) key, county_code, matter_id, late_since from everything
      where late_since is not null order by key, late_since, matter_id)
    select f.key, f.states, f.weeks, o.late_since as "oldestDue", o.county_code as "oldestCounty",
      named.code as "oldestCode", named.title as "oldestTitle"
    from figures f left join oldest o on o.key = f.key
    left join lateral (select ${names} from matter m where m.county_code = o.county_code and m.id = o.matter_id limit 1) named on true
    `.execute(queries);
  return rows.map(figuresOf);
}

/** Struck off this month, by who settled it; in the tab of clocks only as a whole. */
async function countStruckOff(queries: Queries, look: BoardLook, by: BoardRowsBy): Promise<Figures[]> {
  if (look.filter.clock !== undefined) return [];
  const key = by.tab === 'clock' ? sql`${ALL}` : keyOf(by, settledBy);
  const { rows } = await sql<{ key: string; n: number }>`
    select ${key} as key, count(distinct c.matter_id)::int as n from visible_board_clock c
    where ${narrowed(look, settledBy)} and ${struckOff(look.frame)} group by 1`.execute(queries);
  const all = rows.reduce((sum, { n }) => sum + n, 0);
  return [...rows.filter((row) => row.key !== ALL), { key: ALL, n: all }].map(({ key, n }) => ({
    ...noFigures(key),
    struckOff: n,
  }));
}

/** All figures of one look, not yet added up: each comes with the key of its row. */
export async function countBoard(queries: Queries, look: BoardLook, by: BoardRowsBy): Promise<Figures[]> {
  const found = await Promise.all([
    countClocks(queries, look, by),
    countStruckOff(queries, look, by),
    countNotices(queries, look, by),
  ]);
  return found.flat();
}
