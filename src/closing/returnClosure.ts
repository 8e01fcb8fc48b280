import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Reason, StepInput } from '../matters/fields.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';
import { headKey } from '../procedures/owners.ts';

export const ReturnClosureInput = StepInput({ reason: Reason });
export type ReturnClosureInput = { reason: string };

/** Withdrawn before anybody had it: there is nobody to give it back to. */
export const hindersSendingBackClosure = ({ leadUnitId }: Pick<Dispute, 'leadUnitId'>): Refusal | null =>
  leadUnitId ? null : new Refusal('conflict', 'nobodyToReturnTo', '这件事没有承办单位，不能退回补办。');

/** Not done yet: back to work, with a new handling clock. */
export function returnClosure(dispute: Dispute, input: ReturnClosureInput, context: DisputeContext): DisputeDecision {
  refuseIf(hindersSendingBackClosure(dispute));
  const owner = dispute.handlerPostId
    ? `p:${dispute.handlerPostId}`
    : headKey(dispute.leadUnitId ?? dispute.receivingCenterId);
  return {
    type: 'returnClosure',
    own: { outcome: null },
    notes: [{ id: context.newId(), kind: 'returnClosure', visibility: 'shared', body: input.reason.trim() }],
    tell: [
      { owner, text: '办结没有通过，退回补办。' },
      { owner: 'resident', text: '中心核对后，请办理单位接着办。' },
    ],
  };
}
