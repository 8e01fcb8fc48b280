import { Type } from 'typebox';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Id, Reason, StepInput } from '../matters/fields.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';
import type { Dispute, DisputeContext } from './dispute.ts';
import { hindersNaming } from './hindersNaming.ts';

export const RestrictInput = StepInput({
  restricted: Type.Boolean({ title: '限制知悉' }),
  namedPostIds: Type.Array(Id, { maxItems: 20, title: '可以知道的人' }),
  reason: Reason,
});
export type RestrictInput = { restricted: boolean; namedPostIds: string[]; reason: string };

/** Who may know changes for one only: first each stands by itself. */
export function hindersRestriction({ followers }: Pick<Dispute, 'followers'>): Refusal | null {
  const sentence = `还有 ${followers} 件跟着它一起办。先把它们拆开，再改谁可以知道。`;
  return followers === 0 ? null : new Refusal('conflict', 'hasFollowers', sentence);
}

/** Minors, domestic violence, sexual harm, secrets: only the named people and the receiving center's leader. */
export function restrict(dispute: Dispute, input: RestrictInput, context: DisputeContext): DisputeDecision {
  refuseIf(hindersRestriction(dispute));
  for (const id of input.namedPostIds) refuseIf(hindersNaming(dispute, id, context));
  return {
    type: 'restrict',
    data: { restricted: input.restricted, namedPostIds: input.namedPostIds },
    matter: { restricted: input.restricted, named_post_ids: input.restricted ? input.namedPostIds : [] },
    notes: [{ id: context.newId(), kind: 'restrict', visibility: 'shared', body: input.reason.trim() }],
    tell: input.restricted
      ? input.namedPostIds
          .filter((id) => !dispute.namedPostIds.includes(id))
          .map((id) => ({ owner: `p:${id}`, text: '一件限制知悉的事请你参与，不要外传。' }))
      : [],
  };
}
