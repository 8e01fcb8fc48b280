import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Id, Reason, StepInput } from '../matters/fields.ts';
import { refuse } from '../platform/refusal.ts';
import { heardFor } from '../waits/whoseLimit.ts';

export const VoidSignatureInput = StepInput({
  agreementId: Id,
  partyId: Type.Unsafe<string>({ ...Id, title: '谁的签名' }),
  reason: Reason,
});
export type VoidSignatureInput = { agreementId: string; partyId: string; reason: string };

/** Signed for the wrong person, or under pressure: it no longer counts and stays written down with its reason. */
export function voidSignature(dispute: Dispute, input: VoidSignatureInput, { newId }: DisputeContext): DisputeDecision {
  const { agreementId, partyId } = input;
  const head = dispute.agreements.find(({ id }) => id === agreementId);
  if (!head?.signedPartyIds.includes(partyId))
    return refuse('conflict', 'notSigned', '这个人现在没有有效的签名。刷新以后再看。');
  return {
    type: 'voidSignature',
    data: { agreementId, partyId, version: head.version },
    notes: [{ id: newId(), kind: 'voidSignature', visibility: `party:${partyId}`, body: input.reason.trim() }],
    tell: [
      {
        ...{ owner: 'resident', partyIds: heardFor(dispute, partyId) },
        text: '您在调解协议上的签名作废了，要重新签。为什么，打电话或者来中心问。',
      },
    ],
  };
}
