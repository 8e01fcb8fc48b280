import type { Actor } from '../platform/actor.ts';
import { isPostRole } from './roles.ts';
import { refusalOf, type Session } from './session.ts';
import { countiesOf, viewersOf } from './viewers.ts';

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
    viewers: viewersOf(post),
  };
}
