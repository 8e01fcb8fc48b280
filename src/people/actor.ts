import type { Actor } from '../platform/actor.ts';
import { isPostRole } from './roles.ts';
import { refusalOf, type Session, type SessionPost } from './session.ts';
import { countiesOf, viewersOf } from './viewers.ts';

/** What an absent colleague sees as that one person goes with the cover; what a role sees, the covering post sees itself. */
export function reachOf(post: Pick<SessionPost, 'covers'> & Parameters<typeof viewersOf>[0]) {
  const own = viewersOf(post);
  const { covers } = post;
  return covers ? { viewers: [...own, `p:${covers.postId}`], own, covers } : { viewers: own };
}

/** The post that a session acts as. Refused when it has none. */
export function actorOf(session: Session): Actor {
  const { post } = session;
  if (post === null || !isPostRole(post.role)) throw refusalOf('noPost');
  return {
    userId: session.userId,
    postId: post.postId,
    name: session.name,
    role: post.role,
    unitId: post.unitId,
    centerId: post.centerId,
    regionCode: post.regionCode,
    countyCode: post.countyCode,
    counties: countiesOf(post, session.allCounties),
    ...reachOf(post),
    covering: session.covering,
  };
}
