import { sql } from 'kysely';
import { atKept, type BoardDeps, lookOf, readStanding } from '../dashboards/board.sql.ts';
import type { BoardTotals } from '../dashboards/boardView.ts';
import { countAcross, looksOf } from '../ledger/ledger.across.sql.ts';
import { readFilter } from '../ledger/readFilter.ts';
import { mayEnter } from '../people/doors.ts';
import type { Actor } from '../platform/actor.ts';
import { counting } from '../platform/db.ts';
import { dayOf } from '../platform/now.ts';
import { figureValue } from '../reports/counted.ts';
import type { Figure } from '../reports/figure.ts';
import { scopeOf } from '../reports/figures.across.sql.ts';
import { spanOf } from '../reports/period.ts';
import { countAll, type ReportDeps } from '../reports/reports.sql.ts';
import { type ReportScope, reportScope } from '../reports/scope.ts';
import { ENDED } from '../rollups/occurrences.sql.ts';
import { type LedgerPart, ledgerParts, type OpenCounts, openLines } from './openCounts.ts';

export type DefinitionsDeps = BoardDeps & ReportDeps;

/** What the caller has counted already, or counts with other figures at once. */
export type Known = { board: Pick<BoardTotals, 'open' | 'hidden'>; unsettled: number };

/** 未办结 of this moment, to be asked with whatever else is asked of the sums. */
export const unsettledFigure: Figure = { what: 'open', filter: {} };
export const unsettledSpan = (now: Date) => spanOf({ from: dayOf(now), to: dayOf(now) }, now, true);

/** Not closed, in the scope of the reports, and restricted from these keys. */
async function countHidden(
  { db }: Pick<DefinitionsDeps, 'db'>,
  { viewers }: Actor,
  scope: ReportScope,
): Promise<number> {
  const { rows } = await counting(db, { counties: scope.counties, viewers: ['system'] }, (queries) =>
    sql<{ n: number }>`select count(*)::int as n from visible_report_dispute d where ${scopeOf(scope)} and d.restricted
      and not (d.seen_by && ${[...viewers]}::text[]) and d.status not in ${ENDED}`.execute(queries),
  );
  return rows[0]?.n ?? 0;
}

/** What is open, each by the condition of the page that shows it. */
export async function readOpenCounts(
  deps: DefinitionsDeps,
  actor: Actor,
  { board, unsettled }: Known,
  now: Date,
): Promise<OpenCounts> {
  const scope = reportScope(actor);
  const ofCenter = scope.within.kind === 'center';
  const inLedger = (part: LedgerPart) => {
    const own = ofCenter && part !== 'ledger' && part !== 'elsewhere' ? { whose: 'own' } : {};
    const { filter } = readFilter({ ...ledgerParts[part], ...own }, deps.reference());
    return counting(deps.db, actor, (queries) => countAcross(queries, looksOf(actor, filter, now)));
  };
  const [ledger, elsewhere, closed, boardEnded, withoutClock, linked, unsettledHidden] = await Promise.all([
    inLedger('ledger'),
    ofCenter ? inLedger('elsewhere') : 0,
    inLedger('closed'),
    inLedger('boardEnded'),
    inLedger('withoutClock'),
    inLedger('linked'),
    countHidden(deps, actor, scope),
  ]);
  return {
    day: dayOf(now),
    ...{ ledger, elsewhere, unsettled, unsettledHidden, closed },
    ...{ board: board.open, boardHidden: board.hidden, boardEnded, withoutClock, linked },
  };
}

/** The same for whoever comes without having counted anything. */
export async function askOpenCounts(
  deps: DefinitionsDeps,
  actor: Actor,
  now: Date,
): Promise<{ open: OpenCounts; waiting: number }> {
  const look = await atKept(deps, actor, lookOf(deps, actor, {}, now));
  const [{ totals }, { groups, waiting }] = await Promise.all([
    readStanding(deps, actor, look),
    countAll(deps, reportScope(actor), [unsettledFigure], { now: unsettledSpan(now) }),
  ]);
  const unsettled = figureValue(unsettledFigure, 'now', groups).value ?? 0;
  return { open: await readOpenCounts(deps, actor, { board: totals, unsettled }, now), waiting };
}

/** As text for the sheet of whoever sees a place's whole; nothing for others. */
export async function askOpenLines(deps: DefinitionsDeps, actor: Actor, now: Date): Promise<string[]> {
  if (!mayEnter('reconciling', actor.role)) return [];
  return openLines((await askOpenCounts(deps, actor, now)).open);
}
