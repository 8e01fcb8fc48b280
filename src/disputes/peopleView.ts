import type { Dispute, DisputeContext } from './dispute.ts';
import { seesFacts } from './sight.ts';
import type { DisputeView, Sight } from './views.ts';

type People = Pick<DisputeView, 'named' | 'mediators' | 'taskForce'>;

/** Who may know of a restricted one, who mediates, who is in the task force: nothing for those who do not see what it is about. */
export function peopleOf(
  { namedPostIds, mediators, taskForce }: Dispute,
  sight: Sight,
  { network, directory }: Pick<DisputeContext, 'network' | 'directory'>,
): People {
  if (!seesFacts(sight)) return { named: [], mediators: [], taskForce: null };
  const nameOf = (postId: string) => directory.post(postId)?.name ?? '';
  return {
    named: namedPostIds.map((postId) => ({ postId, name: nameOf(postId) })),
    taskForce: taskForce && {
      ...{ name: taskForce.name, until: taskForce.until },
      people: [taskForce.leaderPostId, ...taskForce.memberPostIds].map((postId) => ({
        ...{ postId, name: nameOf(postId) },
        unit: network.unit(directory.post(postId)?.unitId ?? '')?.short ?? '',
      })),
    },
    mediators: mediators.map(({ id, postId, unitId, state }) => ({
      ...{ id, postId, state, name: nameOf(postId), unit: network.unit(unitId)?.short ?? '' },
    })),
  };
}
