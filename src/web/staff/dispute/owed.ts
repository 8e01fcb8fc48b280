import type { StepName } from '../../../disputes/procedure.ts';
import type { DisputeView } from '../../../disputes/views.ts';

/** The one primary button of this post: what it owes itself and can do now; else what is owed and it may do for another. */
export function primaryAct({ steps, owed }: Pick<DisputeView, 'steps' | 'owed'>): StepName | null {
  const can = (owed ?? []).filter(({ act }) => steps.now.includes(act));
  return (can.find(({ mine }) => mine) ?? can[0])?.act ?? null;
}
