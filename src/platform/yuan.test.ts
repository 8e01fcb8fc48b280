import { expect, test } from 'vitest';
import { readYuan } from './yuan.ts';

test('money is read as people write it, to the cent', () => {
  const read = ['8000', '8,000', '8000.5元', '¥12,000.00', '1.2万', '０.29', '3万元'].map(readYuan);
  expect(read.map((one) => one.ok && one.cents)).toEqual([800000, 800000, 800050, 1200000, 1200000, 29, 3000000]);
});

test('nothing typed is unknown, not zero; words and fractions of a cent are refused with a sentence', () => {
  expect(readYuan('  ')).toEqual({ ok: true, cents: null });
  expect(readYuan('0')).toEqual({ ok: true, cents: 0 });
  for (const text of ['八千', '-5', '1.234', '12..5', '99999999999万']) expect(readYuan(text).ok).toBe(false);
});
