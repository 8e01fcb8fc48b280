import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Refusal, refuse } from '../platform/refusal.ts';
import { tellOwner } from '../waits/whoseLimit.ts';
import type { DraftAgreementInput } from './agreement.ts';
import { checkAgreement } from './checkAgreement.ts';
import { digestOfText } from './digest.ts';
import { plainText, textOf } from './textOf.ts';

/** To whoever signed words that are other ones now. */
export const resign = '您签过字的调解协议改了内容，原来的签名作废。看过新的一稿，愿意再签。';

type Head = Dispute['agreements'][number];

function headOf({ agreements }: Dispute, id: string | null): Head | null {
  if (id === null) return null;
  const head = agreements.find((each) => each.id === id);
  return head ?? refuse('notFound', 'noSuchAgreement', '没有这份协议。刷新以后再看。');
}

/** A new version of its words; those before it stay as they were. Whatever was locked has to be locked again. */
export function draftAgreement(dispute: Dispute, input: DraftAgreementInput, context: DisputeContext): DisputeDecision {
  const { agreement } = input;
  checkAgreement(agreement, dispute.parties);
  const head = headOf(dispute, input.agreementId);
  const words = plainText(textOf(agreement, dispute.parties));
  const digest = digestOfText(words);
  if (digest === head?.digest) throw new Refusal('conflict', 'sameWords', '和上一稿一个字也没有变，不用再存。');
  const { now, actor, newId } = context;
  const agreementId = head?.id ?? newId();
  const version = (head?.version ?? 0) + 1;
  const { form } = agreement;
  const party_ids = [...agreement.partyIds];
  const row = { id: agreementId, form, version, digest, party_ids, created_at: now };
  return {
    type: 'draftAgreement',
    data: { agreementId, version, digest },
    inserts: [
      ...(head ? [] : [{ into: 'agreement' as const, values: row }]),
      {
        into: 'agreement_version',
        values: {
          ...{ id: newId(), agreement_id: agreementId, version, words, digest, at: now, by_post_id: actor.postId },
          ...{ terms: JSON.stringify(agreement), reason: input.reason.trim() },
        },
      },
    ],
    // Whoever signed the words before has signed nothing now (the signatures are voided in signing/keepSignature.sql.ts).
    tell: (head?.signedPartyIds ?? []).map((partyId) => tellOwner(dispute, partyId, resign)),
    changes: head
      ? [{ table: 'agreement', id: head.id, set: { form, version, digest, party_ids, locked_at: null } }]
      : [],
  };
}
