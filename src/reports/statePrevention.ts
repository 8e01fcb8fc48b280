import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Reason, StepInput } from '../matters/fields.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';

const kinds = { criminal: '民间纠纷转化为刑事案件', groupPetition: '群体性上访' } as const;

export const StatePreventionInput = StepInput({
  kind: Type.Union([Type.Literal('criminal'), Type.Literal('groupPetition')], { title: '防止了什么' }),
  people: Type.Integer({ minimum: 0, maximum: 99999, title: '涉及几个人' }),
  reason: Reason,
});
export type StatePreventionInput = { kind: keyof typeof kinds; people: number; reason: string };

export function hindersPrevention({ outcome }: Dispute): Refusal | null {
  if (outcome === 'settled') return null;
  return new Refusal('conflict', 'notSettled', '达成了协议的纠纷才能记：没有调成的，谈不上防止了什么。');
}

/**
 * What the superior's statistics ask of a settled dispute and no machine can know: somebody says so, why, and with their
 * name. Said again, the newest statement holds; nobody at all takes an earlier one back.
 */
export function statePrevention(
  dispute: Dispute,
  { kind, people, reason }: StatePreventionInput,
  context: DisputeContext,
): DisputeDecision {
  refuseIf(hindersPrevention(dispute));
  const prevention = { id: context.newId(), kind, people, at: context.now, post_id: context.actor.postId };
  return {
    type: 'statePrevention',
    data: { preventionId: prevention.id, kind, people },
    notes: [{ id: context.newId(), kind: 'prevention', visibility: 'shared', body: reason.trim() }],
    inserts: [{ into: 'prevention', values: prevention }],
  };
}
