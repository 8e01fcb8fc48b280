import type { Decision } from '../matters/decision.ts';
import { Reason, StepInput } from '../matters/fields.ts';
import type { Dispute, DisputeContext } from './dispute.ts';

export const WithdrawInput = StepInput({ reason: Reason });
export type WithdrawInput = { reason: string };

/** The applicant takes it back; recorded in the applicant's own words. */
export function withdraw(dispute: Dispute, input: WithdrawInput, context: DisputeContext): Decision {
  return {
    type: 'withdraw',
    dispute: { outcome: 'withdrawn' },
    notes: [{ id: context.newId(), kind: 'withdraw', visibility: 'resident', body: input.reason.trim() }],
    clocks: [{ act: 'resume' }],
    tell: [
      ...(dispute.handlerPostId
        ? [{ owner: `p:${dispute.handlerPostId}`, text: '申请人撤回了，写明后提交办结。' }]
        : []),
      { owner: 'resident', text: '您撤回了这件事。以后还可以再来。' },
    ],
  };
}
