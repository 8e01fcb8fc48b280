import { type BoardDeps, countBoth } from '../dashboards/board.sql.ts';
import type { BoardLook } from '../dashboards/boardClocks.sql.ts';
import { countPlanned, type Planned } from '../dashboards/planned.across.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { addDays, dayOf } from '../platform/now.ts';
import { figureValue } from '../reports/counted.ts';
import { spanOf } from '../reports/period.ts';
import { countAll } from '../reports/reports.sql.ts';
import { reportScope } from '../reports/scope.ts';
import type { BriefingEngine } from './briefingEngine.ts';
import type { PlanDone } from './briefingView.ts';

const happened = (['registered', 'settled', 'struckOff'] as const).map((what) => ({ what, filter: {} }));

/** Yesterday in Beijing: what it had to bring, what of it was done, and what else happened. */
export async function readPlanDone(
  engine: BriefingEngine,
  actor: Actor,
  look: BoardLook,
  now: Date,
): Promise<Omit<PlanDone, 'expected'>> {
  const day = addDays(dayOf(now), -1);
  const deps: BoardDeps = engine;
  const [{ visible, hidden }, { groups }] = await Promise.all([
    countBoth(deps, actor, look, (queries, each) => countPlanned(queries, each, day)),
    countAll(engine, reportScope(actor), happened, {
      day: spanOf({ from: day, to: day }, now),
    }),
  ]);
  const sum = (state: keyof Planned) => visible[state] + hidden[state];
  const done = { inTime: sum('inTime'), doneLate: sum('doneLate'), notDone: sum('notDone') };
  const [registered = 0, settled = 0, struckOff = 0] = happened.map(
    (each) => figureValue(each, 'day', groups).value ?? 0,
  );
  return { day, planned: done.inTime + done.doneLate + done.notDone, ...done, registered, settled, struckOff };
}
