import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { DayField, Id, StepInput } from '../matters/fields.ts';
import { dayOf, isDay } from '../platform/now.ts';
import { invalid } from '../platform/refusal.ts';
import { atTable, lockedHead } from './signing.ts';

const lockedOnes = Type.Array(
  Type.Object({ agreementId: Id, digest: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, { additionalProperties: false }),
  {
    minItems: 1,
    maxItems: 600,
    title: '哪几份协议',
  },
);
export const AttestAgreementInput = StepInput({
  agreements: lockedOnes,
  what: Type.Union([Type.Literal('mediator'), Type.Literal('seal')], { title: '签名还是盖章' }),
  /** Whose signature; the seal is the committee's, put by whoever writes it down. */
  postId: Type.Union([Id, Type.Null()], { title: '哪一位调解员' }),
  onDay: Type.Unsafe<string>({ ...DayField, title: '哪天' }),
});
export type AttestAgreementInput = {
  agreements: { agreementId: string; digest: string }[];
  what: 'mediator' | 'seal';
  postId: string | null;
  onDay: string;
};

/** The mediator's signature and the seal (人民调解法 29) stand on paper, by hand; no image of a seal is ever drawn. */
export function attestAgreement(
  dispute: Dispute,
  input: AttestAgreementInput,
  context: DisputeContext,
): DisputeDecision {
  const { now, actor, newId } = context;
  if (!isDay(input.onDay) || input.onDay > dayOf(now)) throw invalid('future', 'onDay', '填今天或者以前的日子。');
  if (input.what === 'mediator' && (input.postId === null || !atTable(dispute).includes(input.postId)))
    throw invalid('noMediator', 'postId', '选这件事的调解员。');
  const postId = input.what === 'mediator' && input.postId !== null ? input.postId : actor.postId;
  const heads = input.agreements.map(({ agreementId, digest }) => lockedHead(dispute, agreementId, digest));
  return {
    type: 'attestAgreement',
    data: { what: input.what, postId, agreementIds: heads.map(({ id }) => id) },
    inserts: heads.map((head) => ({
      into: 'agreement_attestation',
      values: {
        ...{ id: newId(), agreement_id: head.id, version: head.version, what: input.what, post_id: postId },
        ...{ on_day: input.onDay, at: now, by_post_id: actor.postId },
      },
    })),
  };
}
