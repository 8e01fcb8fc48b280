import type { Change, Insert } from '../matters/decision.ts';
import type { Dispute, TaskForce } from './dispute.ts';

const over: readonly string[] = ['closed', 'struckOff', 'archived', 'declined'];

/** The posts of the task force 专班: they read the dispute while it lasts, and not after the dispute is closed. */
export const inForce = ({
  taskForce,
  status,
}: Partial<Pick<Dispute, 'taskForce'>> & Pick<Dispute, 'status'>): string[] =>
  taskForce && !over.includes(status) ? [taskForce.leaderPostId, ...taskForce.memberPostIds] : [];

/** The task force as the step leaves it. */
export function forceAfter(
  { taskForce }: Pick<Dispute, 'taskForce'>,
  inserts: readonly Insert[],
  changes: readonly Change[],
): TaskForce | null {
  const formed = inserts.flatMap((each) => (each.into === 'task_force' ? [each.values] : []))[0];
  if (formed)
    return {
      ...{ id: formed.id, name: formed.name, leaderPostId: formed.leader_post_id },
      ...{ memberPostIds: formed.member_post_ids as string[], until: String(formed.until) },
    };
  const set = changes.flatMap((each) =>
    each.table === 'task_force' && each.id === taskForce?.id ? [each.set] : [],
  )[0];
  if (!taskForce || !set) return taskForce;
  if (set.ended_at) return null;
  return {
    ...taskForce,
    name: set.name ?? taskForce.name,
    leaderPostId: set.leader_post_id ?? taskForce.leaderPostId,
    memberPostIds: (set.member_post_ids as string[] | undefined) ?? taskForce.memberPostIds,
    until: set.until === undefined ? taskForce.until : String(set.until),
  };
}
