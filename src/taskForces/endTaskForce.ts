import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { StepInput } from '../matters/fields.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';

export const EndTaskForceInput = StepInput({
  summary: Type.String({ minLength: 2, maxLength: 1000, title: '专班办成了什么' }),
});
export type EndTaskForceInput = { summary: string };

export const hindersEndingForce = ({ taskForce }: Pick<Dispute, 'taskForce'>): Refusal | null =>
  taskForce ? null : new Refusal('conflict', 'noTaskForce', '这件事没有专班。');

/** Its members see from then on what they wrote themselves; tasks that are open stay with those who have them. */
export function endTaskForce(
  dispute: Dispute,
  { summary }: EndTaskForceInput,
  context: DisputeContext,
): DisputeDecision {
  refuseIf(hindersEndingForce(dispute));
  const { id, name, leaderPostId, memberPostIds } = dispute.taskForce as NonNullable<Dispute['taskForce']>;
  const all = [leaderPostId, ...memberPostIds];
  const gone = all.filter((postId) => postId !== dispute.handlerPostId);
  return {
    type: 'endTaskForce',
    data: { memberPostIds: all },
    own: { former_post_ids: [...new Set([...dispute.formerPostIds, ...gone])] },
    changes: [{ table: 'task_force', id, set: { ended_at: context.now } }],
    notes: [{ id: context.newId(), kind: 'taskForce', visibility: 'shared', body: summary.trim() }],
    tell: all.map((postId) => ({ owner: `p:${postId}`, text: `专班「${name}」结束了，谢谢。` })),
  };
}
