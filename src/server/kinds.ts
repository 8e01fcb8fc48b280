import { disputeStore } from '../disputes/disputes.sql.ts';
import type { BoundDispute } from '../disputes/engine.ts';
import { disputeKind } from '../disputes/kind.ts';
import { disputeLife } from '../disputes/life.ts';
import type { BoundSitting } from '../sittings/sittingEngine.ts';
import { sittingKind } from '../sittings/sittingKind.ts';
import { sittingLife } from '../sittings/sittingLife.ts';
import { sittingReactions } from '../sittings/sittingReactions.sql.ts';
import { sittingStore } from '../sittings/sittings.sql.ts';
import { noticeKind } from '../supervision/noticeKind.ts';
import { noticeLife } from '../supervision/noticeLife.ts';
import { noticeStore } from '../supervision/noticeRows.sql.ts';
import type { SupervisionEngine } from '../supervision/supervisionEngine.ts';
import type { BoundTask } from '../taskForces/taskEngine.ts';
import { taskKind } from '../taskForces/taskKind.ts';
import { taskLife } from '../taskForces/taskLife.ts';
import { taskStore } from '../taskForces/taskRows.sql.ts';
import { doorKinds } from './doors.ts';
import { noticeSteps } from './noticeSteps.ts';
import { reactions } from './reactions.ts';
import { sittingSteps } from './sittingSteps.ts';
import { steps } from './steps.ts';
import { taskSteps } from './taskSteps.ts';

/** Every kind of matter, each with its table, its life, its store, its decisions. A new kind is one entry here. */
export type Kinds = {
  dispute: BoundDispute;
  supervision: SupervisionEngine['kinds']['supervision'];
  session: BoundSitting;
  task: BoundTask;
};

export function bindKinds(afterRuling: () => Promise<unknown>): Kinds {
  return {
    dispute: {
      kind: disputeKind,
      life: disputeLife,
      store: disputeStore,
      steps,
      reactions,
      afterwards: { rule: afterRuling },
    },
    supervision: { kind: noticeKind, life: noticeLife, store: noticeStore, steps: noticeSteps, reactions: {} },
    task: { kind: taskKind, life: taskLife, store: taskStore, steps: taskSteps, reactions: {} },
    ...doorKinds(),
    session: {
      ...{ kind: sittingKind, life: sittingLife, store: sittingStore, steps: sittingSteps },
      reactions: sittingReactions as never,
    },
  };
}
