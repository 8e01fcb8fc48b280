import { Type } from 'typebox';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import { mediating } from '../disputes/mediators.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { Id, StepInput } from '../matters/fields.ts';
import type { PostEntry } from '../people/directory.ts';
import { refuseField } from '../platform/refusal.ts';
import { mediatorName } from './chosenMediator.ts';

export const bases = ['proposed', 'chosen'] as const;

export const AppointMediatorInput = StepInput({
  postIds: Type.Array(Id, { minItems: 1, maxItems: 5, uniqueItems: true, title: '调解员' }),
  basis: Type.Union(
    bases.map((each) => Type.Literal(each)),
    { title: '谁定的' },
  ),
});
export type AppointMediatorInput = { postIds: string[]; basis: (typeof bases)[number] };

function mediatorOf(dispute: Dispute, postId: string, { directory, network }: DisputeContext): PostEntry {
  const post = directory.post(postId);
  const unit = post && network.unit(post.unitId);
  if (!post || !unit || post.role !== 'mediator' || post.coversPostId !== undefined)
    return refuseField('postIds', '只能选在岗的调解员，重新选。');
  if (unit.countyCode !== dispute.countyCode && unit.level !== 'city')
    refuseField('postIds', `${post.name}不在本区县，请不来。`);
  if (mediating(dispute).some((each) => each.postId === postId))
    refuseField('postIds', `${post.name}已经在调解这件事。`);
  return post;
}

/** One or several, appointed by the center or chosen by the parties (人民调解法 19); the parties hear who, and that they may object. */
export function appointMediator(
  dispute: Dispute,
  { postIds, basis }: AppointMediatorInput,
  context: DisputeContext,
): DisputeDecision {
  const posts = postIds.map((postId) => mediatorOf(dispute, postId, context));
  const names = posts.map((post) => mediatorName(post, context)).join('、');
  return {
    type: 'appointMediator',
    data: { postIds, basis },
    own: { former_post_ids: dispute.formerPostIds.filter((id) => !postIds.includes(id)) },
    inserts: posts.map(({ postId, unitId }) => ({
      into: 'mediator_appointment',
      values: {
        ...{ id: context.newId(), post_id: postId, unit_id: unitId },
        ...{ basis, state: 'appointed', appointed_at: context.now },
      },
    })),
    tell: [
      ...postIds.map((postId) => ({
        owner: `p:${postId}`,
        text: '请你调解这件事。先申报和双方有没有关系。',
      })),
      {
        owner: 'resident',
        text: `您的事由${names}调解。您觉得不合适，可以要求换人：在查询页上写一句，或者到窗口、打电话说。`,
      },
    ],
  };
}
