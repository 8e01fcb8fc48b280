import chineseDays from 'chinese-days';
import { expect, test } from 'vitest';
import { addDays, atTime, weekday } from '../platform/now.ts';
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

/** The package's own words: free or worked, and whether that breaks the weekly rhythm. */
function kindByPackage(day: string): string {
  const works = chineseDays.isWorkday(day);
  if (weekday(day) > 5) return works ? 'swappedWorkday' : 'free';
  return works ? 'working' : 'free';
}

test('an independent package agrees about every day of every year we ship', () => {
  const differing: string[] = [];
  for (let day = '2020-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
    const { kind } = dayKind(calendar, day);
    const ours = kind === 'weekend' || kind === 'holiday' ? 'free' : kind;
    if (ours !== kindByPackage(day)) differing.push(`${day} ${ours} ${kindByPackage(day)}`);
  }
  expect(differing).toEqual([]);
  expect([...calendar.years.keys()]).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
});

test('every free day that falls on a weekday, and every worked weekend, is named by its notice', () => {
  const unnamed: string[] = [];
  for (let day = '2020-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
    const regular = weekday(day) > 5 ? 'free' : 'working';
    if (kindByPackage(day) !== regular && !calendar.days.has(day)) unnamed.push(day);
  }
  expect(unnamed).toEqual([]);
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
    // As the notices count, but for 2020 (three days more) and 2023 (one day less: it is in 2022).
    [2020, 30, 6],
    [2021, 31, 7],
    [2022, 31, 7],
    [2023, 26, 7],
    [2024, 28, 8],
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
