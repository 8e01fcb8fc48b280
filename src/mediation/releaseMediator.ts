import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import { mediating } from '../disputes/mediators.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Reason, StepInput } from '../matters/fields.ts';
import { chosenMediator, mediatorName } from './chosenMediator.ts';

export const ReleaseMediatorInput = StepInput({
  mediatorId: Type.String({ format: 'uuid', title: '换下哪一位' }),
  reason: Reason,
});
export type ReleaseMediatorInput = { mediatorId: string; reason: string };

/** He mediates no longer, and from then on sees code, status and what he wrote himself. The reason is for the house. */
export function releaseMediator(
  dispute: Dispute,
  input: ReleaseMediatorInput,
  context: DisputeContext,
): DisputeDecision {
  const mediator = chosenMediator(dispute, input.mediatorId);
  const { postId } = mediator;
  const others = mediating(dispute).length > 1;
  const former = dispute.handlerPostId === postId ? [] : [postId];
  return {
    type: 'releaseMediator',
    data: { postId },
    own: { former_post_ids: [...new Set([...dispute.formerPostIds, ...former])] },
    changes: [{ table: 'mediator_appointment', id: mediator.id, set: { state: 'released', ended_at: context.now } }],
    notes: [
      { id: context.newId(), kind: 'release', visibility: `unit:${context.actor.unitId}`, body: input.reason.trim() },
    ],
    tell: [
      { owner: `p:${postId}`, text: '这件事不再由你调解。' },
      {
        owner: 'resident',
        text: `您的事不再由${mediatorName(mediator, context)}调解。${others ? '' : '您的新调解员定下来就告诉您。'}`,
      },
    ],
  };
}
