import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Reason, StepInput } from '../matters/fields.ts';
import { headKey } from '../procedures/owners.ts';
import { endQuestion } from '../routing/giveTo.ts';
import { endWaiting } from '../waits/waits.ts';

export const WithdrawInput = StepInput({ reason: Reason });
export type WithdrawInput = { reason: string };

/** Who has to submit the closure: whoever has it in hand, else the unit it went to, else the desk. */
function closerOf(dispute: Dispute, context: DisputeContext): string {
  if (dispute.handlerPostId) return `p:${dispute.handlerPostId}`;
  const unit = dispute.leadUnitId ? context.network.unit(dispute.leadUnitId) : undefined;
  return unit ? headKey(unit.id) : `c:${dispute.receivingCenterId}#dispatcher`;
}

/** The applicant takes it back; recorded in the applicant's own words. */
export function withdraw(dispute: Dispute, input: WithdrawInput, context: DisputeContext): DisputeDecision {
  return {
    type: 'withdraw',
    own: { outcome: 'withdrawn' },
    notes: [{ id: context.newId(), kind: 'withdraw', visibility: 'resident', body: input.reason.trim() }],
    changes: [...endWaiting(dispute, context.now), ...endQuestion(dispute)],
    clocks: [{ act: 'resume' }],
    tell: [
      { owner: closerOf(dispute, context), text: '申请人撤回了，写明后提交办结。' },
      { owner: 'resident', text: '您撤回了这件事。以后还可以再来。' },
    ],
  };
}
