import type { Reaction } from '../disputes/engine.ts';
import { Refusal } from '../platform/refusal.ts';

/** Who may know changes for one only: first each stands by itself. */
export const refuseWithFollowers: Reaction = async (_tx, lead) => {
  if (lead.followers === 0) return;
  const sentence = `还有 ${lead.followers} 件跟着它一起办。先把它们拆开，再改谁可以知道。`;
  throw new Refusal('conflict', 'hasFollowers', sentence);
};
