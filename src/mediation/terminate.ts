import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Reason, StepInput } from '../matters/fields.ts';
import { endWaiting } from '../waits/waits.ts';
import { routesTold } from './routesTold.ts';

export const TerminateInput = StepInput({ reason: Reason });
export type TerminateInput = { reason: string };

/** Mediation ends without being tried to its end, e.g. one side plainly refuses (人民调解法 art. 17). */
export function terminate(dispute: Dispute, input: TerminateInput, context: DisputeContext): DisputeDecision {
  const routes = routesTold(dispute, context);
  return {
    type: 'terminate',
    data: { routes: routes.codes },
    own: { outcome: 'terminated' },
    notes: [{ id: context.newId(), kind: 'terminate', visibility: 'shared', body: input.reason.trim() }, routes.note],
    changes: endWaiting(dispute, context.now),
    clocks: [{ act: 'resume' }],
    tell: [{ owner: 'resident', text: `调解终止了。${routes.spoken}` }],
  };
}
