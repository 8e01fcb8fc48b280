import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import { mediating } from '../disputes/mediators.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Id, Reason, StepInput } from '../matters/fields.ts';
import { Refusal, refuseField } from '../platform/refusal.ts';
import { leaderKey } from '../procedures/owners.ts';
import { chosenMediator } from './chosenMediator.ts';

export const ObjectToMediatorInput = StepInput({
  mediatorId: Type.String({ format: 'uuid', title: '换哪一位' }),
  reason: Reason,
  partyId: Type.Optional(Type.Union([Id, Type.Null()], { title: '谁要求的' })),
});
export type ObjectToMediatorInput = { mediatorId: string; reason: string; partyId?: string | null };

export const hindersMediatorChange = (dispute: Dispute): Refusal | null =>
  mediating(dispute).length === 0 ? new Refusal('conflict', 'noMediator', '还没有确定调解员。') : null;

function objectorOf({ parties }: Dispute, partyId: string | null): string | null {
  if (partyId === null || parties.some(({ id }) => id === partyId)) return partyId;
  return refuseField('partyId', '这件事里没有这个人，重新选。');
}

/** 「我不要他」: a party chooses or accepts who mediates (人民调解法 23). The other side does not hear of it; the leader owes an answer. */
export function objectToMediator(
  dispute: Dispute,
  input: ObjectToMediatorInput,
  context: DisputeContext,
): DisputeDecision {
  const { actor, now, newId } = context;
  const mediator = chosenMediator(dispute, input.mediatorId);
  const partyId = objectorOf(dispute, actor.role === 'party' ? actor.postId : (input.partyId ?? null));
  return {
    type: 'objectToMediator',
    data: { postId: mediator.postId, partyId },
    changes: [
      {
        table: 'mediator_appointment',
        id: mediator.id,
        set: { state: 'objected', objected_at: now, objected_party_id: partyId },
      },
    ],
    notes: [
      {
        ...{ id: newId(), kind: 'objection', body: input.reason.trim() },
        visibility: partyId ? `party:${partyId}` : 'shared',
      },
    ],
    tell: [
      { owner: leaderKey(dispute.receivingCenterId), text: '当事人要求换调解员，要决定换谁。' },
      ...(partyId
        ? [{ owner: 'resident', partyIds: [partyId], text: '您要求换调解员，中心收到了。换了人会告诉您。' }]
        : []),
    ],
  };
}
