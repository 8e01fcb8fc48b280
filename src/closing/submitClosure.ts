import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { LongText, StepInput } from '../matters/fields.ts';

export const SubmitClosureInput = StepInput({ result: LongText });
export type SubmitClosureInput = { result: string };

/** The unit says that it is done; the center checks. */
export function submitClosure(dispute: Dispute, input: SubmitClosureInput, context: DisputeContext): DisputeDecision {
  return {
    type: 'submitClosure',
    data: { outcome: dispute.outcome },
    notes: [{ id: context.newId(), kind: 'submitClosure', visibility: 'shared', body: input.result.trim() }],
    tell: [
      { owner: `c:${dispute.receivingCenterId}#closer`, text: '提交了办结，等审核。' },
      { owner: 'resident', text: '办理单位说办完了，中心正在核对。' },
    ],
  };
}
