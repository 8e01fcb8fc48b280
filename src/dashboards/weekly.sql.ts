import { sql } from 'kysely';
import type { Actor } from '../platform/actor.ts';
import { counting, type Queries } from '../platform/db.ts';
import { addDays, endOfDay, startOfDay } from '../platform/now.ts';
import { refuseField } from '../platform/refusal.ts';
import { atKept, type BoardDeps, lookOf, placeOf, readStanding, seenAndHidden } from './board.sql.ts';
import { sortBoard } from './board.ts';
import { type BoardLook, narrowed } from './boardClocks.sql.ts';
import { recentWeeks } from './boardFrame.ts';
import type { BoardFilter } from './boardInput.ts';
import { boardMatter } from './boardMatter.ts';
import { listMatters } from './boardMatters.across.sql.ts';
import { noticeSource } from './boardNotices.across.sql.ts';
import { sheetDefinitions } from './boardWords.ts';
import type { NoticeSteps, WeeklyFacts } from './weeklySheet.ts';

const NAMED = 10;

async function countSteps(queries: Queries, look: BoardLook, from: Date): Promise<NoticeSteps> {
  const within = (column: string) =>
    sql`count(*) filter (where ${sql.ref(column)} > ${from} and ${sql.ref(column)} <= ${look.frame.at})::int`;
  const { rows } = await sql<NoticeSteps>`
    select ${within('sent_at')} as issued, ${within('answered_at')} as answered, ${within('lifted_at')} as lifted
    from ${noticeSource} c where ${narrowed(look)}`.execute(queries);
  return rows[0] ?? { issued: 0, answered: 0, lifted: 0 };
}

/** The board as it stood at the end of a week, or stands now while the week is under way. */
function lookAtWeek(deps: BoardDeps, actor: Actor, filter: BoardFilter, at: Date, since: Date): BoardLook {
  const now = deps.now();
  const look = lookOf(deps, actor, filter, at, at.getTime() === now.getTime());
  return { ...look, frame: { ...look.frame, struckSince: since } };
}

/** What others say of the same disputes, handed over by the server: ledger and reports are not known here. */
export type Reconciling = (actor: Actor, now: Date) => Promise<readonly string[]>;

/** Everything that the sheet of one of the past weeks says. Counted back from the clocks; nothing of it was stored. */
export async function readWeekly(deps: BoardDeps, actor: Actor, filter: BoardFilter, id: string): Promise<WeeklyFacts> {
  const now = deps.now();
  const week = recentWeeks(now).find((each) => each.id === id) ?? refuseField('week', '从最近12周里选一周。');
  const [from, end] = [startOfDay(week.from), endOfDay(week.to)];
  const at = new Date(Math.min(end.getTime(), now.getTime()));
  const look = await atKept(deps, actor, lookAtWeek(deps, actor, filter, at, from));
  const earlier = new Date(at.getTime() - 7 * 86_400_000);
  const lookBefore = {
    ...look,
    frame: lookAtWeek(deps, actor, filter, earlier, startOfDay(addDays(week.from, -7))).frame,
  };
  const [board, before, late, steps] = await Promise.all([
    readStanding(deps, actor, look),
    readStanding(deps, actor, lookBefore),
    counting(deps.db, actor, (queries) => listMatters(queries, look, { state: 'late' }, { limit: NAMED })),
    seenAndHidden(deps, actor, look, (queries, each) => countSteps(queries, each, from)),
  ]);
  const { network, directory, calendarFor } = deps.reference();
  const sum = (step: keyof NoticeSteps) => steps.visible[step] + steps.hidden[step];
  return {
    place: placeOf(deps.reference(), actor, look),
    week,
    at,
    rows: sortBoard(board.rows, 'soon'),
    totals: board.totals,
    before: before.totals,
    oldest: late.map((row) => boardMatter(row, { network, directory, calendarFor, now: at })),
    unnamed: board.hiddenLate,
    notices: { issued: sum('issued'), answered: sum('answered'), lifted: sum('lifted') },
    reconciled: [],
    definitions: sheetDefinitions(board.smallNumber),
    printedBy: actor.name,
    printedAt: now,
  };
}
