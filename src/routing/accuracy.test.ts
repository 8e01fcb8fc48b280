import { expect, test } from 'vitest';
import { keptOf, rateOf, sumOf } from './accuracy.ts';

const counts = { dispatched: 148, sentBack: 12, upheld: 4, changed: 6, open: 2 };

test('right is what was not changed, among what nobody waits to rule on: upheld was no wrong dispatch', () => {
  expect(rateOf(counts, 30)).toEqual({ right: 140, of: 146 });
});

test('too few to compare: numbers, and no rate', () => {
  const few = { dispatched: 31, sentBack: 3, upheld: 0, changed: 1, open: 2 };
  expect(rateOf(few, 30)).toBeNull();
  expect(rateOf(few, 29)).toEqual({ right: 28, of: 29 });
  expect(rateOf({ ...few, dispatched: 0, sentBack: 0, changed: 0, open: 0 }, 1)).toBeNull();
});

test('the total adds up what stands above it', () => {
  expect(sumOf([counts, counts])).toEqual({ dispatched: 296, sentBack: 24, upheld: 8, changed: 12, open: 4 });
  expect(sumOf([])).toEqual({ dispatched: 0, sentBack: 0, upheld: 0, changed: 0, open: 0 });
});

test('beside a unit stands what was not sent back, once it got enough to speak of', () => {
  const records = [
    { unitId: '140106-housing', dispatched: 148, sentBack: 6 },
    { unitId: '140106-justice', dispatched: 29, sentBack: 29 },
  ];
  expect(keptOf(records, 30)).toEqual([{ unitId: '140106-housing', kept: 142, of: 148 }]);
});
