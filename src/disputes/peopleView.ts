import type { Dispute, DisputeContext } from './dispute.ts';
import { seesFacts } from './sight.ts';
import type { DisputeView, Sight } from './views.ts';

type People = Pick<DisputeView, 'named' | 'mediators'>;

/** Who may know of a restricted one, and who mediates: nothing for those who do not see what it is about. */
export function peopleOf(
  { namedPostIds, mediators }: Dispute,
  sight: Sight,
  { network, directory }: Pick<DisputeContext, 'network' | 'directory'>,
): People {
  if (!seesFacts(sight)) return { named: [], mediators: [] };
  const nameOf = (postId: string) => directory.post(postId)?.name ?? '';
  return {
    named: namedPostIds.map((postId) => ({ postId, name: nameOf(postId) })),
    mediators: mediators.map(({ id, postId, unitId, state }) => ({
      ...{ id, postId, state, name: nameOf(postId), unit: network.unit(unitId)?.short ?? '' },
    })),
  };
}
