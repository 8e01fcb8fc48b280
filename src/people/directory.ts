import type { Role } from '../platform/actor.ts';

export type PostEntry = {
  postId: string;
  userId: string;
  name: string;
  unitId: string;
  role: Role;
  regionCode: string;
  /** The post it covers for an absent colleague: nothing lasting is given to such a post. */
  coversPostId?: string;
};

/** Who holds which post today, kept in memory and rebuilt when posts change. */
export type Directory = {
  post(postId: string): PostEntry | undefined;
  postsOf(unitId: string, ...roles: Role[]): readonly PostEntry[];
};

export function makeDirectory(posts: readonly PostEntry[]): Directory {
  const byId = new Map(posts.map((post) => [post.postId, post]));
  const lasting = posts.filter(({ coversPostId }) => coversPostId === undefined);
  const byUnit = Map.groupBy(lasting, (post) => post.unitId);
  return {
    post: (postId) => byId.get(postId),
    postsOf: (unitId, ...roles) =>
      (byUnit.get(unitId) ?? []).filter((post) => roles.length === 0 || roles.includes(post.role)),
  };
}
