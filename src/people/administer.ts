import type { Actor } from '../platform/actor.ts';
import { refuse } from '../platform/refusal.ts';
import { isAdministrator, roleLabel } from './roles.ts';

export type HeldPost = { readonly role: string; readonly countyCode: string };

/** Ordinary people are kept by the system administrator, administrators by the security administrator. */
export function keeperOf(role: string): 'systemAdmin' | 'securityAdmin' {
  return isAdministrator(role) ? 'securityAdmin' : 'systemAdmin';
}

export function refuseUnlessKeeper(actor: Pick<Actor, 'role'>, role: string): void {
  const keeper = keeperOf(role);
  if (actor.role === keeper) return;
  refuse('forbidden', 'notYourRole', `「${roleLabel(role)}」的账号和岗位由${roleLabel(keeper)}管。`);
}

export function refuseOtherCounty(actor: Pick<Actor, 'counties'>, countyCode: string): void {
  if (!actor.counties.includes(countyCode))
    refuse('forbidden', 'otherCounty', '这个岗位在别的区县，由那里或市里的管理员管。');
}

/**
 * May this administrator reset, disable or enable that person? Nobody does so to himself; a person whose posts lie in
 * several counties is kept by the city. Someone without any post is ordinary.
 */
export function refuseUnlessKept(actor: Actor, userId: string, posts: readonly HeldPost[]): void {
  if (actor.userId === userId) refuse('forbidden', 'yourself', '这件事不能对自己做，由另一位管理员来办。');
  refuseUnlessKeeper(actor, posts.find((post) => isAdministrator(post.role))?.role ?? posts[0]?.role ?? 'handler');
  for (const post of posts) refuseOtherCounty(actor, post.countyCode);
}
