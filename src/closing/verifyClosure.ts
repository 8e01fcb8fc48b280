import { Type } from 'typebox';
import { contactKey } from '../disputes/contact.ts';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { StepInput } from '../matters/fields.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';

export const VerifyClosureInput = StepInput({
  opinion: Type.String({ minLength: 2, maxLength: 500, title: '审核意见' }),
});
export type VerifyClosureInput = { opinion: string };

/** Two people close a dispute. */
export const hindersVerifying = (
  { submittedByPostId }: Pick<Dispute, 'submittedByPostId'>,
  { actor }: Pick<DisputeContext, 'actor'>,
): Refusal | null =>
  submittedByPostId === actor.postId
    ? new Refusal('forbidden', 'ownSubmission', '自己提交的办结，要由别人审核。')
    : null;

/** The center verifies and closes. Return visit and rating follow and never hold it up. */
export function verifyClosure(dispute: Dispute, input: VerifyClosureInput, context: DisputeContext): DisputeDecision {
  refuseIf(hindersVerifying(dispute, context));
  return {
    type: 'verifyClosure',
    data: { outcome: dispute.outcome },
    matter: { closed_at: context.now },
    notes: [{ id: context.newId(), kind: 'verifyClosure', visibility: 'shared', body: input.opinion.trim() }],
    tell: [
      { owner: contactKey(dispute), text: '办结了，做回访。' },
      { owner: 'resident', text: '您的事办完了。请您评一评；还没解决，可以点「没有解决」。' },
    ],
  };
}
