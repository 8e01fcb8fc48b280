import type { Dispute } from '../disputes/dispute.ts';
import type { Change } from '../matters/decision.ts';

/** Of the task force goes along whoever has a post that follows; whoever led it and has none leaves it to the others. */
export function forceMoved(
  { taskForce }: Pick<Dispute, 'taskForce'>,
  posts: Readonly<Record<string, string | null>>,
): Change[] {
  if (!taskForce) return [];
  const { id, leaderPostId, memberPostIds } = taskForce;
  const all = [leaderPostId, ...memberPostIds];
  if (all.every((postId) => !(postId in posts))) return [];
  const left = all.map((postId) => (postId in posts ? posts[postId] : postId)).filter((postId) => postId != null);
  const [leader = leaderPostId, ...members] = left;
  return [{ table: 'task_force', id, set: { leader_post_id: leader, member_post_ids: members } }];
}
