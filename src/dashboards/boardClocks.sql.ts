import { type RawBuilder, sql } from 'kysely';
import { centerKinds } from '../deadlines/charge.ts';
import { onTheBoard } from '../rollups/boardClocks.sql.ts';
import type { BoardFrame } from './boardFrame.ts';
import type { BoardFilter, BoardState, BoardTab, PlannedState } from './boardInput.ts';
import type { BoardScope } from './boardScope.ts';

/** One look at the clocks. `hiddenFrom`: only what these viewer keys do not see, for figures and never for lists. */
export type BoardLook = {
  scope: BoardScope;
  filter: BoardFilter;
  frame: BoardFrame;
  hiddenFrom: readonly string[] | null;
  /** Asked of the kept clocks, which know who sees a matter only where it is restricted: then by one of these keys. */
  shownTo?: readonly string[];
};

/** Where clocks are looked for: what is kept of them, or the clocks themselves. */
export const clocksOf = ({ shownTo }: BoardLook): Fragment =>
  shownTo === undefined ? sql`visible_board_clock c` : sql`board_clock c`;

export { onTheBoard };

type Fragment = RawBuilder<unknown>;
export const listOf = (values: readonly string[]): Fragment => sql.join(values.map((value) => sql`${value}`));

/** charge.ts as SQL. `c` is a row of visible_board_clock throughout this file. */
export const charged: Fragment = sql`coalesce(c.unit_id,
  case when c.kind in (${listOf(centerKinds)}) then c.receiving_center_id end, c.lead_unit_id, c.receiving_center_id)`;
/** Who settled what was struck off, although the striking off is the center's. */
export const settledBy: Fragment = sql`coalesce(c.lead_unit_id, c.receiving_center_id)`;

/** By what rows are made: a tab, of places to so many digits. */
export type BoardRowsBy = { tab: BoardTab; digits: number };

export function keyOf({ tab, digits }: BoardRowsBy, unit: Fragment = charged): Fragment {
  if (tab === 'unit') return unit;
  if (tab === 'region') return sql`left(c.region_code, ${digits}::int)`;
  return tab === 'clock' ? sql`c.kind` : sql`c.category_code`;
}

const covers = (p: string, at: Fragment): Fragment => sql`(${sql.ref(p)} ->> 'from')::timestamptz <= ${at}
  and coalesce((${sql.ref(p)} ->> 'to')::timestamptz > ${at}, true)`;

const runningAt = (at: Fragment): Fragment =>
  sql`c.started_at <= ${at} and (c.stopped_at is null or c.stopped_at > ${at})`;
const standsStill = (at: Fragment, live: boolean): Fragment =>
  live
    ? sql`c.due_at is null`
    : sql`(c.pauses <> '[]' and exists (select from jsonb_array_elements(c.pauses) p where ${covers('p', at)}))`;
const tookOver = sql`coalesce(c.unit_since >= c.due_at, false)`;
const over = (at: Fragment, live: boolean): Fragment =>
  sql`(c.binds = 'ours' and c.due_at <= ${at} and ${runningAt(at)} and not ${standsStill(at, live)})`;
const lateAt = (at: Fragment, live: boolean): Fragment => sql`(${over(at, live)} and not ${tookOver})`;

/** Each clock's own warning: hours before its moment, days or working days before its day. */
const soonUntil = ({ at, endOfToday, workingUntil }: BoardFrame): Fragment => {
  const length = sql`(c.rule #>> '{warnBefore,length}')::int`;
  return sql`case c.rule #>> '{warnBefore,unit}' when 'hour' then ${at}::timestamptz + ${length} * interval '1 hour'
    when 'workingDay' then (${workingUntil}::timestamptz[])[${length} + 1]
    else ${endOfToday}::timestamptz + ${length} * interval '1 day' end`;
};

/**
 * Why a clock stands still at the moment; pauses from before grounds were kept waited for material. Now it is the pause
 * without an end, which needs no sub-select: those keep the database from counting in parallel.
 */
export const groundAt = ({ at, live }: BoardFrame): Fragment =>
  live
    ? sql`coalesce(jsonb_path_query_first(c.pauses, '$[*] ? (@.to == null).ground') #>> '{}', 'material')`
    : sql`(select coalesce(min(p ->> 'ground'), 'material') from jsonb_array_elements(c.pauses) p
        where ${covers('p', sql`${at}::timestamptz`)})`;

type ClockState = Exclude<BoardState, PlannedState | 'struckOff' | 'noticed'>;

/**
 * THE definition of each figure: what is counted and what is listed are both asked by these conditions, so that a number
 * and the list behind it cannot differ.
 */
export function conditions(frame: BoardFrame): Record<ClockState, Fragment> {
  const at = sql`${frame.at}::timestamptz`;
  const { live } = frame;
  const running = runningAt(at);
  const ahead = sql`c.binds = 'ours' and c.due_at > ${at} and ${running} and not ${standsStill(at, live)}`;
  return {
    open: sql`(c.binds = 'ours' and ${running})`,
    late: lateAt(at, live),
    soon: sql`(${ahead} and c.due_at <= ${soonUntil(frame)})`,
    dueToday: sql`(${ahead} and c.due_at <= ${frame.endOfToday}::timestamptz)`,
    threeDays: sql`(${ahead} and c.due_at <= ${frame.inThreeDays}::timestamptz)`,
    paused: sql`(c.binds = 'ours' and ${running} and ${standsStill(at, live)})`,
    tookOver: sql`(${over(at, live)} and ${tookOver})`,
    party: sql`(c.binds = 'party' and ${running})`,
    other: sql`(c.binds = 'other' and ${running})`,
  };
}

/** Late at the end of each week, by the same condition as late now. */
export const lateInWeeks = ({ weeks, live }: BoardFrame): Fragment[] =>
  weeks.map((week, index) => lateAt(sql`${week}::timestamptz`, live && index === weeks.length - 1));

/** Struck off within the month so far. */
export const struckOff = ({ struckSince, at }: BoardFrame): Fragment =>
  sql`(c.kind = 'strikeOff' and c.stop_reason = 'strikeOff' and c.stopped_at >= ${struckSince} and c.stopped_at <= ${at}
    and c.counted_with_id is null)`;

const inPlace = (code: string): Fragment => sql`left(c.region_code, ${code.length}::int) = ${code}`;

function within({ within: { kind, ...rest } }: BoardScope, unit: Fragment): Fragment {
  const key = 'key' in rest ? rest.key : '';
  if (kind === 'region') return inPlace(key);
  if (kind === 'center') return sql`(c.receiving_center_id = ${key} or c.lead_unit_id = ${key})`;
  return kind === 'unit' ? sql`${unit} = ${key}` : sql`true`;
}

/**
 * Scope and filters, and for hidden ones that nobody by these keys sees them. The kinds are asked once and compared like a
 * value: as a join they would be met for each clock, behind the look at who may see it.
 */
export function narrowed({ scope, filter, hiddenFrom, shownTo }: BoardLook, unit: Fragment = charged): Fragment {
  const { region, category, clock } = filter;
  const parts = [
    sql`c.county_code in (${listOf(scope.counties)}) and c.matter_kind = any (array(select kind from matter_kind where supervised))
      and c.matter_status <> 'linked'`,
    within(scope, unit),
    ...(filter.unit === undefined ? [] : [sql`${unit} = ${filter.unit}`]),
    ...(region === undefined ? [] : [inPlace(region)]),
    ...(category === undefined ? [] : [sql`c.category_code = ${category}`]),
    ...(clock === undefined ? [] : [sql`c.kind = ${clock}`]),
    ...(shownTo === undefined || hiddenFrom !== null
      ? []
      : [sql`(not c.restricted or c.seen_by && ${[...shownTo]}::text[])`]),
    ...(hiddenFrom === null ? [] : [sql`c.restricted and not (c.seen_by && ${[...hiddenFrom]}::text[])`]),
  ];
  return sql.join(parts, sql` and `);
}
