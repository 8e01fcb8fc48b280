/** What a correction by the network or a second of the year may do is less than this. */
const MOST_MS = 600_000;

/**
 * Tells a clock that was moved from time that passed: looks at the wall and at what only goes forward. It answers by how
 * much the wall differs from what passed since the last look, where that is no small correction. A server that was down
 * looked at nothing, so downtime is no jump.
 */
export function watchClock(wall: () => number, steady: () => number): () => number | undefined {
  let before = wall() - steady();
  return () => {
    const difference = wall() - steady();
    const jump = difference - before;
    before = difference;
    return Math.abs(jump) > MOST_MS ? jump : undefined;
  };
}
