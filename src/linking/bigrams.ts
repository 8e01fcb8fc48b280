import { fold, isHan } from '../search/fold.ts';

/** Every two characters that stand beside each other, punctuation and names of numbers left out. */
export function bigramsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const run of fold(text).split(/[^\p{Script=Han}a-z0-9]+/u))
    for (let at = 0; at + 1 < run.length; at += 1) {
      const pair = run.slice(at, at + 2);
      if (isHan(pair) || /^\d\d$/.test(pair)) pairs.add(pair);
    }
  return pairs;
}

/** A text too short says nothing: two people who write 漏水 need not mean one pipe. */
const FEWEST = 8;

/** Share of pairs that both texts have, of those of the shorter one, in percent; 0 where one is too short to tell. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  if (small.size < FEWEST) return 0;
  let shared = 0;
  for (const pair of small) if (large.has(pair)) shared += 1;
  return Math.round((shared / small.size) * 100);
}
