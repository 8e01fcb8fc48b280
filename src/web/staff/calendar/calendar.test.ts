import { expect, test } from 'vitest';
import { changedDays } from '../../../calendar/yearView.ts';
import { monthsOf, stepFrom } from './months.ts';

test('months stand in weeks from Monday, every day once, a leap day included', () => {
  const months = monthsOf(2028);
  expect(months.flatMap(({ weeks }) => weeks.flat()).filter((day) => day !== null)).toHaveLength(366);
  expect(months[1]?.weeks[0]).toEqual([
    null,
    '2028-02-01',
    '2028-02-02',
    '2028-02-03',
    '2028-02-04',
    '2028-02-05',
    '2028-02-06',
  ]);
  expect(months.flatMap(({ weeks }) => weeks).every((week) => week.length === 7)).toBe(true);
});

test('arrows walk by days and weeks and stay within the year', () => {
  expect(stepFrom('2026-10-01', 'ArrowRight')).toBe('2026-10-02');
  expect(stepFrom('2026-10-01', 'ArrowUp')).toBe('2026-09-24');
  expect(stepFrom('2026-01-01', 'ArrowLeft')).toBeNull();
  expect(stepFrom('2026-10-01', 'a')).toBeNull();
});

test('what differs between two versions is told by day: off, worked, renamed', () => {
  const day = (date: string, kind: 'holiday' | 'workday', name: string) => ({ day: `2026-${date}`, kind, name });
  const before = [day('10-01', 'holiday', '国庆节'), day('10-10', 'workday', '国庆节调休上班')];
  const after = [day('10-01', 'holiday', '国庆节、中秋节'), day('10-08', 'holiday', '国庆节')];
  expect(changedDays(before, after).map(({ day: date, before: b, after: a }) => [date, b?.kind, a?.kind])).toEqual([
    ['2026-10-01', 'holiday', 'holiday'],
    ['2026-10-08', undefined, 'holiday'],
    ['2026-10-10', 'workday', undefined],
  ]);
});
