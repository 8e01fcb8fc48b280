import type { BoardTotals } from '../dashboards/boardView.ts';
import { countAcross, looksOf } from '../ledger/ledger.across.sql.ts';
import type { LedgerFilter } from '../ledger/ledgerFilter.ts';
import { running } from '../ledger/readFilter.ts';
import type { Actor } from '../platform/actor.ts';
import { counting } from '../platform/db.ts';
import { dayOf } from '../platform/now.ts';
import { figureValue } from '../reports/counted.ts';
import { spanOf } from '../reports/period.ts';
import { countAll } from '../reports/reports.sql.ts';
import { reportScope } from '../reports/scope.ts';
import { alone } from './alone.ts';
import type { BriefingEngine } from './briefingEngine.ts';
import type { OpenCount } from './briefingView.ts';

/** What is open, as the ledger, the reports and the board count it: each by its own condition, side by side. */
export async function openReconciled(
  engine: BriefingEngine,
  actor: Actor,
  board: Pick<BoardTotals, 'open'>,
  now: Date,
): Promise<OpenCount> {
  const inLedger = (filter: LedgerFilter) =>
    counting(engine.db, actor, (queries) => countAcross(queries, looksOf(actor, filter, now)));
  const open = { what: 'open' as const, filter: {} };
  const today = dayOf(now);
  const [ledger, closed, linked, withoutClock, { groups }] = await Promise.all([
    inLedger({ status: running }),
    inLedger({ status: ['closed'] }),
    inLedger({ status: ['linked'] }),
    inLedger({ status: alone, due: 'none' }),
    countAll(engine, reportScope(actor), [open], { now: spanOf({ from: today, to: today }, now, true) }),
  ]);
  return {
    ledger,
    unsettled: figureValue(open, 'now', groups).value ?? 0,
    closed,
    board: board.open,
    linked,
    withoutClock,
  };
}
