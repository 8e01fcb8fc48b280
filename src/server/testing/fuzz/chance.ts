/** The same numbers for the same seed, whatever machine draws them (mulberry32). */
export function chanceOf(seed: number) {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    /** One time in `of`. */
    once: (of: number): boolean => below(of) === 0,
    pick: <T>(from: readonly T[]): T => from[below(from.length)] as T,
  };
}
export type Chance = ReturnType<typeof chanceOf>;
