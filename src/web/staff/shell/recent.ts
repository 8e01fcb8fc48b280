/** What was open last, for the palette. In memory only: the next person at this machine finds none of it. */
export type Recent = { code: string; codeShort: string; title: string; partiesLine: string };

const FIVE = 5;
const byPost = new Map<string, Recent[]>();

export function noteRecent(postId: string, matter: Recent): void {
  const others = recentOf(postId).filter(({ code }) => code !== matter.code);
  byPost.set(postId, [matter, ...others].slice(0, FIVE));
}

export const recentOf = (postId: string): readonly Recent[] => byPost.get(postId) ?? [];
const pagesByPost = new Map<string, string[]>();

/** A page of the menu that was opened; where one is, is no place to go back to. */
export function noteRecentPage(postId: string, to: string): void {
  const others = (pagesByPost.get(postId) ?? []).filter((other) => other !== to);
  pagesByPost.set(postId, [to, ...others].slice(0, FIVE + 1));
}

export const recentPagesOf = (postId: string): readonly string[] =>
  (pagesByPost.get(postId) ?? []).filter((to) => to !== location.pathname).slice(0, FIVE);

export function forgetRecent(): void {
  byPost.clear();
  pagesByPost.clear();
}
