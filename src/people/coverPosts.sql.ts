import type { Actor } from '../platform/actor.ts';
import { plainly } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { dayOf } from '../platform/now.ts';
import { reachOf } from './actor.ts';
import { listValidPosts } from './posts.sql.ts';
import { isAdministrator, isPostRole } from './roles.ts';

/**
 * Who covers for a colleague works for two at a time: the other posts in which the same person owes something now. Nobody
 * without a cover has any; several posts of one's own are switched between as before.
 */
export async function listCoverActors(deps: Deps, actor: Actor): Promise<Actor[]> {
  if (actor.covering === false) return [];
  const posts = await plainly(deps.db, (queries) => listValidPosts(queries, actor.userId, dayOf(deps.now())));
  const covering = actor.covers !== undefined;
  return posts.flatMap((post) => {
    const other = post.id !== actor.postId && (covering || post.covers_post_id !== null);
    if (!other || !isPostRole(post.role) || isAdministrator(post.role) || post.county_code !== actor.countyCode)
      return [];
    const facts = {
      postId: post.id,
      role: post.role,
      unitId: post.unit_id,
      centerId: post.unit_kind === 'center' ? post.unit_id : null,
      regionCode: post.region_code,
      countyCode: post.county_code,
    };
    const covers =
      post.covers_post_id === null ? {} : { covers: { postId: post.covers_post_id, name: post.covers_name ?? '' } };
    const { userId, name, counties } = actor;
    return [{ ...facts, userId, name, role: post.role, counties, ...reachOf({ ...facts, ...covers }) }];
  });
}
