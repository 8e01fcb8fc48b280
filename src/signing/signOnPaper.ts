import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { StepInput } from '../matters/fields.ts';
import { invalid } from '../platform/refusal.ts';
import { Hand, lockedHead, partyOf, refuseWrongHand, signatureRow } from './signing.ts';

export const SignOnPaperInput = StepInput({
  signatures: Type.Array(Type.Object(Hand, { additionalProperties: false }), {
    minItems: 1,
    maxItems: 600,
    title: '谁在纸上签了',
  }),
  paperSeen: Type.Boolean({ title: '看过纸上的签名或者指印' }),
});
export type SignOnPaperInput = { signatures: Hand[]; paperSeen: boolean };

/** 「纸上都签了」: names and thumb-prints are on the paper; here is only written down whose, and who saw them. */
export function signOnPaper(dispute: Dispute, input: SignOnPaperInput, context: DisputeContext): DisputeDecision {
  const { now, actor, newId } = context;
  if (!input.paperSeen) throw invalid('paperUnseen', 'paperSeen', '先看纸上的签名或者指印，再打勾。');
  const said = new Set(input.signatures.map(({ agreementId, partyId }) => `${agreementId} ${partyId}`));
  if (said.size < input.signatures.length) throw invalid('twice', 'signatures', '同一个人选了两次。');
  const rows = input.signatures.map((hand) => {
    const head = lockedHead(dispute, hand.agreementId, hand.digest);
    refuseWrongHand(dispute, partyOf(dispute, head, hand.partyId), hand, true);
    return signatureRow(newId(), head, hand, 'paper', { now, postId: actor.postId });
  });
  const hands = input.signatures.map(({ agreementId, partyId, signerPartyId }) => ({
    agreementId,
    partyId,
    signerPartyId,
  }));
  return { type: 'signOnPaper', data: { signatures: hands }, inserts: rows };
}
