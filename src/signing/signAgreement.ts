import { Type } from 'typebox';
import { isBlank, type Strokes, StrokesField } from '../agreements/strokes.ts';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import { StepInput } from '../matters/fields.ts';
import { invalid } from '../platform/refusal.ts';
import { Hand, lockedHead, partyOf, refuseWrongHand, type SigningDecision, signatureRow } from './signing.ts';

export const SignAgreementInput = StepInput({
  ...Hand,
  strokes: StrokesField,
  /** As the browser calls itself. */
  device: Type.String({ maxLength: 300, title: '设备' }),
  idChecked: Type.Boolean({ title: '已核对本人证件' }),
  /** The written authority or the papers of a guardian, where somebody signs for another. */
  authoritySeen: Type.Boolean({ title: '看过授权委托书或者监护人的证明' }),
});
export type SignAgreementInput = Hand & {
  strokes: Strokes;
  device: string;
  idChecked: boolean;
  authoritySeen: boolean;
};

/** One name under one agreement, on the screen. Who signed before is told by name and time (keepSignature.sql.ts). */
export function signAgreement(dispute: Dispute, input: SignAgreementInput, context: DisputeContext): SigningDecision {
  const { now, actor, newId } = context;
  const head = lockedHead(dispute, input.agreementId, input.digest);
  const party = partyOf(dispute, head, input.partyId);
  refuseWrongHand(dispute, party, input, false);
  if (isBlank(input.strokes)) throw invalid('blank', 'strokes', '还没有签名。在框里写全名；只点一下不算。');
  if (!input.idChecked) throw invalid('idUnchecked', 'idChecked', '先核对签字人的证件，再打勾。');
  const inStead = input.signerPartyId !== party.id;
  if (inStead && !input.authoritySeen)
    throw invalid('authorityUnseen', 'authoritySeen', '替别人签的，先看授权委托书或者监护人的证明，再打勾。');
  const signatureId = newId();
  return {
    type: 'signAgreement',
    data: {
      ...{ agreementId: head.id, version: head.version, digest: head.digest, signatureId },
      ...{ partyId: party.id, signerPartyId: input.signerPartyId },
    },
    inserts: [signatureRow(signatureId, head, input, 'screen', { now, postId: actor.postId })],
    strokes: { signatureId, strokes: input.strokes, device: input.device },
  };
}
