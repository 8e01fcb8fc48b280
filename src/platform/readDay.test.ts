import { expect, test } from 'vitest';
import { readDay } from './readDay.ts';

const past = (text: string) => readDay(text, '2026-10-14', 'past');

test('a day is read as people type it', () => {
  const typed = ['2026-10-09', '2026年10月9日', '20261009', '10-9', '10.09', '10月9日', '1009', '１０－９'];
  expect(typed.map(past)).toEqual(typed.map(() => '2026-10-09'));
  expect(['今天', 'zt', '前天'].map(past)).toEqual(['2026-10-14', '2026-10-13', '2026-10-12']);
});

test('without a year what happened lies behind us and what is due lies ahead', () => {
  expect(past('11-02')).toBe('2025-11-02');
  expect(readDay('11-02', '2026-10-14', 'future')).toBe('2026-11-02');
  expect(readDay('0105', '2026-10-14', 'future')).toBe('2027-01-05');
});

test('what names no day is no day', () => {
  for (const text of ['', '2026-02-29', '13-01', '上个月', '9']) expect(past(text)).toBeNull();
});
