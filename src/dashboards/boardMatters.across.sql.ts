import { type RawBuilder, sql } from 'kysely';
import { type ClockRow, clockJson, clockOf } from '../deadlines/clockRow.sql.ts';
import type { PauseGround } from '../deadlines/clockRule.ts';
import type { Queries } from '../platform/db.ts';
import { addDays, type Day, dayOf } from '../platform/now.ts';
import {
  type BoardLook,
  charged,
  clocksOf,
  conditions,
  groundAt,
  narrowed,
  onTheBoard,
  settledBy,
  struckOff,
} from './boardClocks.sql.ts';
import { type BoardState, type PlannedState, plannedStates } from './boardInput.ts';
import type { Listed } from './boardMatter.ts';
import { isOpen, noticeSource } from './boardNotices.across.sql.ts';
import { outcome, plannedOn } from './planned.across.sql.ts';

type Fragment = RawBuilder<unknown>;

/** What is listed: the state that a figure counted, narrowed as that figure was. */
export type MattersAsk = {
  state: BoardState;
  day?: Day;
  to?: Day;
  ground?: PauseGround;
  level?: number;
  waiting?: boolean;
};
export type MattersFrom = { at: string; id: string };

export type BoardMatterRow = Listed & {
  id: string;
  status: string;
  leadUnitId: string | null;
  sortAt: string;
};

const isPlanned = (state: BoardState): state is PlannedState => (plannedStates as readonly string[]).includes(state);

/** Clocks, or notices, in this state: one row each, with the moment that they are listed by. */
function found(look: BoardLook, { state, day, to, ground, waiting }: MattersAsk): Fragment {
  const from = day ?? addDays(dayOf(look.frame.at), -1);
  if (isPlanned(state)) return plannedOn(look, { from, to: to ?? from });
  if (state === 'noticed')
    return sql`select c.county_code, c.matter_id, c.id, ${charged} as unit_id, c.sent_at as sort_at, c.level,
        c.answered_at is null as waiting
      from ${noticeSource} c where ${narrowed(look)} and ${isOpen}`;
  const is = conditions(look.frame);
  const unit = state === 'struckOff' ? settledBy : charged;
  const condition = state === 'struckOff' ? struckOff(look.frame) : is[state];
  const when = state === 'struckOff' ? sql`c.stopped_at` : sql`coalesce(c.due_at, c.started_at)`;
  return sql`select c.county_code, c.matter_id, c.id, ${unit} as unit_id, ${when} as sort_at, 0 as level, false as waiting
    from ${clocksOf(look)} where ${narrowed(look, unit)} and ${condition}
    ${look.frame.live && state !== 'struckOff' ? sql`and c.stopped_at is null and ${onTheBoard}` : sql``}
    ${ground === undefined ? sql`` : sql`and ${groundAt(look.frame)} = ${ground}`}
    ${waiting ? sql`and false` : sql``}`;
}

/** One row a dispute in this state: by when, and how many of its clocks are. */
const disputes = (look: BoardLook, ask: MattersAsk): Fragment => sql`
  select county_code, matter_id, min(sort_at) as sort_at, count(*)::int as clocks
  from (${found(look, ask)}) each group by county_code, matter_id
  having ${ask.level === undefined ? sql`true` : sql`max(level) = ${ask.level}`}
    and ${isPlanned(ask.state) ? outcome[ask.state] : sql`true`}
    and ${ask.waiting ? sql`bool_or(waiting)` : sql`true`}`;

/** How many disputes are in this state: what the figure says. */
export async function countMatters(queries: Queries, look: BoardLook, ask: MattersAsk): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${disputes(look, ask)}) d`.execute(queries);
  return rows[0]?.n ?? 0;
}

type Row = Omit<BoardMatterRow, 'clock'> & { clock: ClockRow | null };

/**
 * A page of them, the most pressing first, and on by key; each with its most pressing clock in this state. Put in order before
 * it is asked who sees them: so only as many are asked of as the page holds.
 */
export async function listMatters(
  queries: Queries,
  look: BoardLook,
  ask: MattersAsk,
  { limit, from }: { limit: number; from?: MattersFrom | undefined },
): Promise<BoardMatterRow[]> {
  const after = from ? sql`where (d.sort_at, d.matter_id) > (${from.at}::timestamptz, ${from.id}::uuid)` : sql``;
  const { rows } = await sql<Row>`
    with page as materialized (
      select d.sort_at, d.clocks, m.* from (select * from (${disputes(look, ask)}) all_of_them order by sort_at, matter_id) d
      cross join lateral (select * from matter x where x.county_code = d.county_code and x.id = d.matter_id limit 1) m
      ${after} order by d.sort_at, d.matter_id limit ${limit})
    select m.county_code as "countyCode", m.id, m.code, m.title, m.status, m.region_code as "regionCode",
      m.category_code as "categoryCode", m.receiving_center_id as "receivingCenterId", m.lead_unit_id as "leadUnitId",
      m.handler_post_id as "handlerPostId", first.unit_id as "unitId", m.restricted, m.opened_at as "openedAt", m.clocks,
      (select ${clockJson} from visible_matter_clock c where c.county_code = m.county_code and c.id = first.id) as clock,
      coalesce((select max(n.level) from visible_supervision_notice n where n.county_code = m.county_code
        and n.about_matter_id = m.id and n.lifted_at is null), 0) as "noticeLevel",
      m.sort_at::text as "sortAt"
    from page m
    cross join lateral (select f.id, f.unit_id from (${found(look, ask)}) f
      where f.county_code = m.county_code and f.matter_id = m.id order by f.sort_at, f.id limit 1) first
    order by m.sort_at, m.id`.execute(queries);
  return rows.map((row) => ({ ...row, clock: row.clock ? clockOf(row.clock) : null }));
}
