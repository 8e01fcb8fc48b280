import { type RawBuilder, sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import { type Day, endOfDay, startOfDay } from '../platform/now.ts';
import { keptSince } from '../rollups/boardClocks.sql.ts';
import { type BoardLook, charged, clocksOf, narrowed } from './boardClocks.sql.ts';
import type { PlannedState } from './boardInput.ts';

type Fragment = RawBuilder<unknown>;

/** A step that was taken back owed nothing. */
const neverOwed: Fragment = sql`coalesce(c.stop_reason, '') in ('undoDispatch', 'takeBack')`;

/** From which day to which; a day by itself is both. */
export type PlanSpan = { from: Day; to: Day };

/** 24:00 still belongs to the day that ends. */
const dueDayBegan: Fragment = sql`(date_trunc('day', (c.due_at - interval '1 microsecond') at time zone 'Asia/Shanghai')
  at time zone 'Asia/Shanghai')`;

/**
 * What these days had to bring: clocks of ours that were due on one and ran when it began, so that its morning could expect them. What
 * runs and what was stopped stand in different indexes, so each is a select of its own.
 */
export function plannedOn(look: BoardLook, span: PlanSpan): Fragment {
  const { at } = look.frame;
  const [from, to] = [startOfDay(span.from), endOfDay(span.to)];
  const kept = from >= keptSince(at);
  const select = (still: Fragment) => sql`
    select c.county_code, c.matter_id, c.id, ${charged} as unit_id, c.due_at as sort_at, 0 as level, false as waiting,
      (c.stopped_at is null or c.stopped_at > ${at}) as open, coalesce(c.stopped_at > c.due_at, false) as late
    from ${kept ? clocksOf(look) : sql`visible_board_clock c`} where ${narrowed(look)} and c.binds = 'ours' and c.due_at > ${from} and c.due_at <= ${to}
      and c.started_at <= ${dueDayBegan} and not ${neverOwed} and ${still}`;
  return sql`${select(sql`c.stopped_at is null`)} union all ${select(sql`c.stopped_at is not null and c.stopped_at > ${from}`)}`;
}

/** Of a dispute with several such clocks the worst counts. */
export const outcome: Readonly<Record<PlannedState, Fragment>> = {
  planned: sql`true`,
  notDone: sql`bool_or(open)`,
  doneLate: sql`not bool_or(open) and bool_or(late)`,
  inTime: sql`not bool_or(open) and not bool_or(late)`,
};

export type Planned = { inTime: number; doneLate: number; notDone: number };

export async function countPlanned(queries: Queries, look: BoardLook, span: PlanSpan): Promise<Planned> {
  const of = (state: PlannedState) => sql`count(*) filter (where ${sql.ref(state)})::int`;
  const { rows } = await sql<Planned>`
    select ${of('inTime')} as "inTime", ${of('doneLate')} as "doneLate", ${of('notDone')} as "notDone" from (
      select ${outcome.inTime} as "inTime", ${outcome.doneLate} as "doneLate", ${outcome.notDone} as "notDone"
      from (${plannedOn(look, span)}) each group by county_code, matter_id) disputes`.execute(queries);
  return rows[0] ?? { inTime: 0, doneLate: 0, notDone: 0 };
}
