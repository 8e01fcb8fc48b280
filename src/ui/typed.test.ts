import { expect, test } from 'vitest';
import { clockIn, wholeIn } from './typed.ts';

test('a time is understood as people type it', () => {
  for (const [typed, read] of [
    ['14:30', '14:30'],
    ['1430', '14:30'],
    ['930', '09:30'],
    ['9.05', '09:05'],
    ['１４：３０', '14:30'],
    ['14点', '14:00'],
    ['9', '09:00'],
    ['下午', '下午'],
  ])
    expect(clockIn(typed ?? '')).toBe(read);
  expect([wholeIn(' 12 '), wholeIn(''), wholeIn('十二')]).toEqual([12, undefined, undefined]);
});
