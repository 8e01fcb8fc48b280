import { expect, test } from 'vitest';
import { percent } from './percent.ts';

test.each([
  [142, 148, 0, '96%'],
  [12_770, 14_515, 1, '88.0%'],
  [1999, 2000, 0, '99%'],
  [1, 2000, 0, '1%'],
  [2000, 2000, 1, '100.0%'],
  [0, 30, 1, '0.0%'],
  [0, 0, 0, '—'],
] as const)(
  '%i of %i reads as it is: all is 100%%, none is 0%%, nothing else is either',
  (part, whole, digits, text) => {
    expect(percent(part, whole, digits)).toBe(text);
  },
);
