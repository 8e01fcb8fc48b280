import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import { mediating } from '../disputes/mediators.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { StepInput } from '../matters/fields.ts';

export const MessageInput = StepInput({
  text: Type.String({ minLength: 1, maxLength: 1000, title: '要说的话' }),
  toResident: Type.Optional(Type.Boolean({ title: '让当事人看到' })),
});
export type MessageInput = { text: string; toResident?: boolean };

/** A word between resident and officials, or among officials. */
export function message(dispute: Dispute, input: MessageInput, context: DisputeContext): DisputeDecision {
  const fromResident = context.actor.role === 'party';
  const visibility = fromResident || input.toResident ? 'resident' : 'shared';
  const doer = dispute.handlerPostId ? `p:${dispute.handlerPostId}` : `c:${dispute.receivingCenterId}#dispatcher`;
  const readers = new Set([doer, ...mediating(dispute).map(({ postId }) => `p:${postId}`)]);
  return {
    type: 'message',
    data: { fromResident },
    notes: [
      { id: context.newId(), kind: fromResident ? 'residentMessage' : 'message', visibility, body: input.text.trim() },
    ],
    tell: [
      ...(fromResident ? [...readers].map((owner) => ({ owner, text: '当事人留了话。' })) : []),
      ...(visibility === 'resident' && !fromResident ? [{ owner: 'resident', text: input.text.trim() }] : []),
    ],
  };
}
