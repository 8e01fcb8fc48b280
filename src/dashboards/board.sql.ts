import type { Calendar } from '../calendar/calendar.ts';
import type { ClockRule } from '../deadlines/clockRule.ts';
import type { Network } from '../network/lookup.ts';
import { CITY_CODE } from '../network/network.ts';
import type { Directory } from '../people/directory.ts';
import type { Actor } from '../platform/actor.ts';
import { counting, type Queries } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { refuseField } from '../platform/refusal.ts';
import { foldFirst } from '../rollups/foldChanges.sql.ts';
import type { BoardRules } from '../supervision/boardRules.ts';
import { countBeside, countClocks, countStanding } from './board.across.sql.ts';
import { boardRows } from './board.ts';
import type { BoardLook, BoardRowsBy } from './boardClocks.sql.ts';
import type { Figures } from './boardFigures.ts';
import { type BoardFrame, boardFrame } from './boardFrame.ts';
import type { BoardFilter, BoardTab } from './boardInput.ts';
import { filterNames, type Names, placeName } from './boardNames.ts';
import { type BoardScope, boardScope, placeDigits } from './boardScope.ts';

export type BoardDeps = Deps & {
  reference(): {
    network: Network;
    calendar: Calendar;
    calendarFor(countyCode: string, centerId?: string): Calendar;
    directory: Directory;
    rulesFor(countyCode: string): { rules: { board: BoardRules; clocks: Readonly<Record<string, ClockRule>> } };
  };
};

/** What a post looks at: its scope with the filters, at a moment. Refused when the filter lies outside of its reach. */
export function lookOf(deps: BoardDeps, actor: Actor, filter: BoardFilter, at: Date, live = true): BoardLook {
  const scope = boardScope(actor, filter);
  if (scope.counties.length === 0) refuseField('county', '现在的岗位看不到那个区县。');
  const { region, ...rest } = filter;
  const narrower = region === undefined || region === CITY_CODE ? rest : filter;
  return { scope, filter: narrower, frame: frameOf(deps, scope, at, live), hiddenFrom: null };
}

function frameOf(deps: BoardDeps, { counties }: BoardScope, at: Date, live: boolean): BoardFrame {
  const { calendar, calendarFor } = deps.reference();
  const [only] = counties;
  return boardFrame(at, counties.length === 1 && only !== undefined ? calendarFor(only) : calendar, live);
}

/**
 * The same look at the kept clocks, with everything in them that was committed before. As long as more waits to be taken in than
 * a reader has patience for, the clocks themselves are asked.
 */
export async function atKept({ db, now }: BoardDeps, { viewers }: Actor, look: BoardLook): Promise<BoardLook> {
  return (await foldFirst(db, look.scope.counties, now())) ? { ...look, shownTo: viewers } : look;
}

type Ask<T> = (queries: Queries, look: BoardLook) => Promise<T>;
export type Both<T> = { visible: T; hidden: T };

/** What the actor sees, and under the house's own key what is counted without being shown. */
export async function seenAndHidden<T>(deps: BoardDeps, actor: Actor, look: BoardLook, ask: Ask<T>): Promise<Both<T>> {
  const house = { counties: look.scope.counties, viewers: ['system'] };
  const [visible, hidden] = await Promise.all([
    counting(deps.db, actor, (queries) => ask(queries, look)),
    counting(deps.db, house, (queries) => ask(queries, { ...look, hiddenFrom: actor.viewers })),
  ]);
  return { visible, hidden };
}

/** Numbers alone: from kept clocks the house counts them in one go, without asking of each matter who sees it. */
export function countBoth<T>(deps: BoardDeps, actor: Actor, look: BoardLook, ask: Ask<T>): Promise<Both<T>> {
  if (look.shownTo === undefined) return seenAndHidden(deps, actor, look, ask);
  return counting(deps.db, { counties: look.scope.counties, viewers: ['system'] }, async (queries) => {
    const [visible, hidden] = await Promise.all([
      ask(queries, look),
      ask(queries, { ...look, hiddenFrom: actor.viewers }),
    ]);
    return { visible, hidden };
  });
}

const rulesFor = (deps: BoardDeps, actor: Actor, { county }: BoardFilter) =>
  deps.reference().rulesFor(county ?? actor.countyCode).rules;

const namesFor = (deps: BoardDeps, actor: Actor, filter: BoardFilter): Names => ({
  network: deps.reference().network,
  clocks: rulesFor(deps, actor, filter).clocks,
});

/** The filters that are on, in words. */
export const namedFilters = (deps: BoardDeps, actor: Actor, filter: BoardFilter) =>
  filterNames(filter, namesFor(deps, actor, filter));

/** What was counted, as rows with names and the row of everything. */
function rowsOf(deps: BoardDeps, actor: Actor, { filter, frame }: BoardLook, tab: BoardTab, counted: Both<Figures[]>) {
  const { smallNumber } = rulesFor(deps, actor, filter).board;
  const naming = { tab, digits: placeDigits(actor, filter), ...namesFor(deps, actor, filter) };
  return { smallNumber, ...boardRows(counted, naming, { smallNumber, now: frame.at }) };
}

/** The rows and the row of everything, by one tab. `look` is one that `atKept` made, or a look at the clocks themselves. */
export async function readBoard(deps: BoardDeps, actor: Actor, look: BoardLook, tab: BoardTab) {
  const by: BoardRowsBy = { tab, digits: placeDigits(actor, look.filter) };
  const [clocks, beside] = await Promise.all([
    countBoth(deps, actor, look, (queries, each) => countClocks(queries, each, by)),
    seenAndHidden(deps, actor, look, (queries, each) => countBeside(queries, each, by)),
  ]);
  return rowsOf(deps, actor, look, tab, {
    visible: [...clocks.visible, ...beside.visible],
    hidden: [...clocks.hidden, ...beside.hidden],
  });
}

/** As much of it as a weekly sheet prints and a morning keeps, by unit. */
export async function readStanding(deps: BoardDeps, actor: Actor, look: BoardLook) {
  const by: BoardRowsBy = { tab: 'unit', digits: placeDigits(actor, look.filter) };
  const counted = await countBoth(deps, actor, look, (queries, each) => countStanding(queries, each, by));
  return rowsOf(deps, actor, look, 'unit', counted);
}

/** 「太原市」「迎泽区迎泽街道」「迎泽街道」: what the figures are about. */
export function placeOf({ network }: { network: Network }, actor: Actor, { scope, filter }: BoardLook): string {
  const { within } = scope;
  if (within.kind === 'unit' || within.kind === 'center') return network.unit(within.key)?.short ?? within.key;
  return placeName(filter.region ?? filter.county ?? actor.regionCode, { network });
}
