import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { cursorOf, readCursor } from '../platform/cursor.ts';
import { counting } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { endOfDay, isDay } from '../platform/now.ts';
import { refuseField } from '../platform/refusal.ts';
import { atKept, type BoardDeps, countBoth, lookOf, namedFilters, placeOf, readBoard } from './board.sql.ts';
import { sortBoard } from './board.ts';
import { recentWeeks } from './boardFrame.ts';
import { type BoardFilter, BoardQuery, type BoardSort, type BoardTab, MattersQuery } from './boardInput.ts';
import { boardMatter } from './boardMatter.ts';
import { countMatters, listMatters, type MattersAsk } from './boardMatters.across.sql.ts';
import type { Board, BoardMatters } from './boardView.ts';
import { definitions } from './boardWords.ts';

const tags = ['督办 supervision'];
const PAGE = 50;

function filterOf({ county, region, unit, clock, category }: BoardFilter): BoardFilter {
  return {
    ...(county && { county }),
    ...(region && { region }),
    ...(unit && { unit }),
    ...(clock && { clock }),
    ...(category && { category }),
  };
}

async function board(
  deps: BoardDeps,
  actor: Actor,
  filter: BoardFilter,
  by: BoardTab,
  sort: BoardSort,
): Promise<Board> {
  const now = deps.now();
  const look = await atKept(deps, actor, lookOf(deps, actor, filter, now));
  const { rows, totals, smallNumber } = await readBoard(deps, actor, look, by);
  return {
    asOf: now.toISOString(),
    place: placeOf(deps.reference(), actor, look),
    by,
    sort,
    filter,
    named: namedFilters(deps, actor, filter),
    smallNumber,
    rows: sortBoard(rows, sort),
    totals,
    definitions: definitions(smallNumber),
    weeks: recentWeeks(now),
  };
}

function askOf({ state = 'late', day, to, ground, level, waiting }: MattersQuery): MattersAsk {
  if (day !== undefined && !isDay(day)) refuseField('day', '没有这一天。');
  if (to !== undefined && !isDay(to)) refuseField('to', '没有这一天。');
  return {
    state,
    ...(day && { day }),
    ...(to && { to }),
    ...(ground && { ground }),
    ...(level && { level }),
    ...(waiting && { waiting: true }),
  };
}

/** Now, or the end of one of the past weeks, as the board's line of weeks counts it. */
function momentOf(week: string | undefined, now: Date): Date {
  if (week === undefined) return now;
  const { to } = recentWeeks(now).find(({ id }) => id === week) ?? refuseField('week', '从最近12周里选一周。');
  return new Date(Math.min(endOfDay(to).getTime(), now.getTime()));
}

async function matters(deps: BoardDeps, actor: Actor, query: MattersQuery): Promise<BoardMatters> {
  const now = deps.now();
  const moment = momentOf(query.week, now);
  const filter = filterOf(query);
  const look = await atKept(deps, actor, lookOf(deps, actor, filter, moment, moment === now));
  const ask = askOf(query);
  const limit = query.limit ?? PAGE;
  const [at, id] = query.after === undefined ? [] : readCursor(query.after, 'time', 'id');
  const page = { limit: limit + 1, from: at !== undefined && id !== undefined ? { at, id } : undefined };
  const [counts, found] = await Promise.all([
    countBoth(deps, actor, look, (queries, each) => countMatters(queries, each, ask)),
    counting(deps.db, actor, (queries) => listMatters(queries, look, ask, page)),
  ]);
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const { network, directory, calendarFor } = deps.reference();
  return {
    asOf: moment.toISOString(),
    place: placeOf(deps.reference(), actor, look),
    state: ask.state,
    filter,
    named: namedFilters(deps, actor, filter),
    total: counts.visible + counts.hidden,
    hidden: counts.hidden,
    rows: rows.map((row) => boardMatter(row, { network, directory, calendarFor, now: moment })),
    next: last ? cursorOf(last.sortAt, last.id) : null,
  };
}

/** The supervision board and the lists behind its figures. */
export function boardRoutes(app: Http, deps: BoardDeps): void {
  const schema = { tags, summary: '督办台：按单位、地区、时限、类别数', querystring: BoardQuery };
  app.get('/api/supervision/board', { schema }, async (request) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'board');
    const { by = 'unit', sort = 'soon', ...filter } = request.query;
    return board(deps, actor, filterOf(filter), by, sort);
  });
  const listSchema = { tags, summary: '督办台每个数背后的名单', querystring: MattersQuery };
  app.get('/api/supervision/matters', { schema: listSchema }, async (request) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'board');
    return matters(deps, actor, request.query);
  });
}
