import { Type } from 'typebox';
import type { Dispute, DisputeContext, MediatorBrief } from '../disputes/dispute.ts';
import { mediating } from '../disputes/mediators.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { StepInput } from '../matters/fields.ts';
import { Refusal, refuseField } from '../platform/refusal.ts';
import { chosenMediator, mediatorName } from './chosenMediator.ts';

export const AcceptMediatorInput = StepInput({
  mediatorId: Type.String({ format: 'uuid', title: '哪一位' }),
  agreed: Type.Boolean({ title: '都同意了' }),
  how: Type.String({ minLength: 2, maxLength: 500, title: '谁同意的、怎么说的' }),
});
export type AcceptMediatorInput = { mediatorId: string; agreed: boolean; how: string };

const inQuestion = ({ state }: MediatorBrief): boolean => state === 'tied' || state === 'objected';

export const hindersConsent = (dispute: Dispute): Refusal | null =>
  mediating(dispute).some(inQuestion)
    ? null
    : new Refusal('conflict', 'nothingToAccept', '没有要回避的，也没有人要求换调解员。');

/** Only the parties can keep a mediator who is tied or unwanted: both sides about a tie, about an objection whoever objected. */
export function acceptMediator(dispute: Dispute, input: AcceptMediatorInput, context: DisputeContext): DisputeDecision {
  const mediator = chosenMediator(dispute, input.mediatorId);
  if (!inQuestion(mediator)) refuseField('mediatorId', '他没有要回避的，也没有人要求换他。');
  if (!input.agreed) refuseField('agreed', '有人不同意，就换一位调解员。');
  return {
    type: 'acceptMediator',
    data: { postId: mediator.postId },
    changes: [
      { table: 'mediator_appointment', id: mediator.id, set: { state: 'accepted', consented_at: context.now } },
    ],
    notes: [{ id: context.newId(), kind: 'consent', visibility: 'shared', body: input.how.trim() }],
    tell: [
      { owner: `p:${mediator.postId}`, text: '当事人同意由你接着调。' },
      {
        owner: 'resident',
        text: `您的事仍由${mediatorName(mediator, context)}调解，当事人同意了。以后觉得不合适，还可以要求换人。`,
      },
    ],
  };
}
