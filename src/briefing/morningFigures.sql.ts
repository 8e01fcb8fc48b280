import { type BoardDeps, countBoth } from '../dashboards/board.sql.ts';
import type { BoardLook } from '../dashboards/boardClocks.sql.ts';
import type { BoardTotals } from '../dashboards/boardView.ts';
import { countPlanned, type Planned, type PlanSpan } from '../dashboards/planned.across.sql.ts';
import { readOpenCounts, unsettledFigure, unsettledSpan } from '../definitions/openCounts.sql.ts';
import type { OpenCounts } from '../definitions/openCounts.ts';
import type { Actor } from '../platform/actor.ts';
import { figureValue } from '../reports/counted.ts';
import { spanOf } from '../reports/period.ts';
import { countAll } from '../reports/reports.sql.ts';
import { reportScope } from '../reports/scope.ts';
import type { BriefingEngine } from './briefingEngine.ts';
import type { PlanDone } from './briefingView.ts';

const happened = (['registered', 'settled', 'struckOff'] as const).map((what) => ({ what, filter: {} }));

type Asked = { look: BoardLook; span: PlanSpan; totals: Pick<BoardTotals, 'open' | 'hidden'> };
type Found = { plan: Omit<PlanDone, 'expected'>; open: OpenCounts; waiting: number };

/** What these days had to bring, what of it was done, what else happened, and what is open now; the sums are asked once. */
export async function readFigures(
  engine: BriefingEngine,
  actor: Actor,
  { look, span, totals: board }: Asked,
  now: Date,
): Promise<Found> {
  const deps: BoardDeps = engine;
  const [{ visible, hidden }, { groups, waiting }] = await Promise.all([
    countBoth(deps, actor, look, (queries, each) => countPlanned(queries, each, span)),
    countAll(engine, reportScope(actor), [...happened, unsettledFigure], {
      days: spanOf(span, now),
      now: unsettledSpan(now),
    }),
  ]);
  const unsettled = figureValue(unsettledFigure, 'now', groups).value ?? 0;
  const open = await readOpenCounts(engine, actor, { board, unsettled }, now);
  const sum = (state: keyof Planned) => visible[state] + hidden[state];
  const done = { inTime: sum('inTime'), doneLate: sum('doneLate'), notDone: sum('notDone') };
  const [registered = 0, settled = 0, struckOff = 0] = happened.map(
    (each) => figureValue(each, 'days', groups).value ?? 0,
  );
  const planned = done.inTime + done.doneLate + done.notDone;
  return { plan: { ...span, planned, ...done, registered, settled, struckOff }, open, waiting };
}
