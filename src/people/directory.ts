import type { Role } from '../platform/actor.ts';

export type PostEntry = {
  postId: string;
  userId: string;
  name: string;
  unitId: string;
  role: Role;
  regionCode: string;
};

/** Who holds which post today, kept in memory and rebuilt when posts change. */
export type Directory = {
  post(postId: string): PostEntry | undefined;
  postsOf(unitId: string, ...roles: Role[]): readonly PostEntry[];
};

export function makeDirectory(posts: readonly PostEntry[]): Directory {
  const byId = new Map(posts.map((post) => [post.postId, post]));
  const byUnit = Map.groupBy(posts, (post) => post.unitId);
  return {
    post: (postId) => byId.get(postId),
    postsOf: (unitId, ...roles) =>
      (byUnit.get(unitId) ?? []).filter((post) => roles.length === 0 || roles.includes(post.role)),
  };
}
