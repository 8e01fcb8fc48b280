import type { Strokes } from '../../agreements/strokes.ts';

/** A name as a finger writes it: two strokes that go somewhere. */
export const aName: Strokes = [
  [0, 1, 2, 3, 4, 5, 6].map((step) => [200 + step * 40, 80 + (step % 3) * 30, step * 20] as const),
  [0, 1, 2, 3, 4, 5, 6].map((step) => [320 + (step % 2) * 20, 60 + step * 30, 400 + step * 20] as const),
];
