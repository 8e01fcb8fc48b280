/** What was open last, for the palette. In memory only: the next person at this machine finds none of it. */
export type Recent = { code: string; codeShort: string; title: string; partiesLine: string };

const FIVE = 5;
const byPost = new Map<string, Recent[]>();

export function noteRecent(postId: string, matter: Recent): void {
  const others = recentOf(postId).filter(({ code }) => code !== matter.code);
  byPost.set(postId, [matter, ...others].slice(0, FIVE));
}

export const recentOf = (postId: string): readonly Recent[] => byPost.get(postId) ?? [];
export const forgetRecent = (): void => byPost.clear();
