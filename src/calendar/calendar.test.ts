import chineseDays from 'chinese-days';
import { expect, test } from 'vitest';
import { addDays, atTime } from '../platform/now.ts';
import {
  dayKind,
  isPublished,
  isWorkingDay,
  makeCalendar,
  missingYear,
  nextWorkingDay,
  workingDaysAfter,
} from './calendar.ts';
import { shippedCalendar as calendar, notices, specialDaysOf } from './notices.ts';

test('an independent package agrees about every day of the years we ship', () => {
  const differing: string[] = [];
  for (let day = '2025-01-01'; day <= '2026-12-31'; day = addDays(day, 1))
    if (isWorkingDay(calendar, day) !== chineseDays.isWorkday(day)) differing.push(day);
  expect(differing).toEqual([]);
});

test.each([
  ['2026-02-13', 'working', '周五'],
  ['2026-02-14', 'swappedWorkday', '春节调休上班'],
  ['2026-02-15', 'holiday', '春节'],
  ['2026-02-23', 'holiday', '春节'],
  ['2026-02-24', 'working', '周二'],
  ['2026-05-05', 'holiday', '劳动节'],
  ['2026-05-09', 'swappedWorkday', '劳动节调休上班'],
  ['2026-05-10', 'weekend', '周日'],
  ['2026-09-20', 'swappedWorkday', '国庆节调休上班'],
  ['2026-10-10', 'swappedWorkday', '国庆节调休上班'],
  ['2026-10-17', 'weekend', '周六'],
])('%s is a %s day, %s', (day, kind, name) => {
  expect(dayKind(calendar, day)).toEqual({ kind, name });
});

test('each notice gives as many free days as it says, and names every day once', () => {
  const counts = notices.map((notice) => {
    const days = specialDaysOf(notice);
    expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
    return [
      notice.year,
      days.filter(({ kind }) => kind === 'holiday').length,
      days.filter(({ kind }) => kind === 'workday').length,
    ];
  });
  expect(counts).toEqual([
    [2025, 28, 5],
    [2026, 33, 6],
  ]);
});

test('the next working day after National Day is the 8th; a working day is its own next', () => {
  expect(nextWorkingDay(calendar, '2026-10-01')).toBe('2026-10-08');
  expect(nextWorkingDay(calendar, '2026-10-08')).toBe('2026-10-08');
});

test('working days are counted after the first day and through the last', () => {
  expect(workingDaysAfter(calendar, '2026-09-29', '2026-10-10')).toBe(4);
  expect(workingDaysAfter(calendar, '2026-10-10', '2026-10-11')).toBe(0);
  expect(workingDaysAfter(calendar, '2026-10-10', '2026-10-10')).toBe(0);
  expect(workingDaysAfter(calendar, '2026-10-12', '2026-10-10')).toBe(0);
});

test('a year without a notice is not published, though its weekdays can be guessed', () => {
  expect(isPublished(calendar, '2026-12-31')).toBe(true);
  expect(isPublished(calendar, '2027-01-01')).toBe(false);
  expect(isWorkingDay(calendar, '2027-01-01')).toBe(true);
});

test('next year’s missing notice is announced from October on, this year’s always', () => {
  expect(missingYear(calendar, atTime('2026-09-30', '23:59:59'))).toBe(null);
  expect(missingYear(calendar, atTime('2026-10-01', '00:00'))).toBe(2027);
  expect(missingYear(calendar, atTime('2025-11-01', '09:00'))).toBe(null);
  expect(missingYear(calendar, atTime('2027-03-01', '09:00'))).toBe(2027);
  expect(missingYear(makeCalendar([], []), atTime('2026-03-01', '09:00'))).toBe(2026);
});
