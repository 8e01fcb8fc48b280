import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  atTime,
  dayOf,
  daysBetween,
  dueDay,
  endOfDay,
  formatDay,
  formatDayEnd,
  formatDocumentDay,
  formatDue,
  formatShortDay,
  formatTime,
  isDay,
  startOfDay,
  toIso,
  weekday,
} from './now.ts';

test('New Year comes to Taiyuan at 16:00 UTC, not a second earlier', () => {
  expect(dayOf(new Date('2026-12-31T15:59:59.999Z'))).toBe('2026-12-31');
  expect(dayOf(new Date('2026-12-31T16:00:00.000Z'))).toBe('2027-01-01');
});

test('a day ends at 24:00, which is where the next begins, and a deadline there belongs to the day that ends', () => {
  expect(endOfDay('2026-12-31')).toEqual(startOfDay('2027-01-01'));
  expect(endOfDay('2026-12-31').toISOString()).toBe('2026-12-31T16:00:00.000Z');
  expect(dueDay(endOfDay('2026-12-31'))).toBe('2026-12-31');
  expect(dueDay(atTime('2026-12-31', '18:00'))).toBe('2026-12-31');
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2028-02-29', 48, '2032-02-29'],
  ['2026-02-28', 1, '2026-03-28'],
  ['2026-08-31', 1, '2026-09-30'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-12-31', 1, '2027-01-31'],
  ['2026-10-14', 6, '2027-04-14'],
  ['2026-03-31', -1, '2026-02-28'],
])('%s and %i months is the corresponding day or the end of that month, %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
});

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2028-02-29', true],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['明天', false],
  ['2026-01-01T00:00', false],
])('%s is a day: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

test('the week runs from Monday 1 to Sunday 7', () => {
  expect(['2026-10-12', '2026-10-16', '2026-10-17', '2026-10-18'].map(weekday)).toEqual([1, 5, 6, 7]);
});

test('dates read as officials write them', () => {
  const at = atTime('2026-10-12', '09:10');
  expect(formatDay('2026-10-16')).toBe('10月16日（周五）');
  expect(formatDay('2026-01-04')).toBe('1月4日（周日）');
  expect(formatDayEnd('2026-10-16')).toBe('10月16日24时');
  expect(formatDocumentDay('2026-01-06')).toBe('2026年1月6日');
  expect(formatTime(at)).toBe('10-12 09:10');
  expect(toIso(at)).toBe('2026-10-12T09:10:00.000+08:00');
  expect(new Date(toIso(at))).toEqual(at);
  expect([formatShortDay('2027-01-04'), formatShortDay('2027-01-04', 2026)]).toEqual(['01-04', '2027-01-04']);
});

test('the end of a day is 24时 and never 00:00', () => {
  expect(formatDue(endOfDay('2026-10-16'))).toBe('10月16日24时');
  expect(formatDue(atTime('2026-10-16', '18:00'))).toBe('10月16日18:00');
});

const anyDay = fc.integer({ min: -10_000, max: 20_000 }).map((count) => addDays('2026-01-01', count));

test('adding days and counting them are each other’s reverse', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
      expect(daysBetween(day, addDays(day, count))).toBe(count);
      expect(dayOf(startOfDay(day))).toBe(day);
      expect(isDay(day)).toBe(true);
    }),
  );
});

test('a month later is never more than 31 days later, nor earlier than the month’s end', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const later = addMonths(day, 1);
      expect(daysBetween(day, later)).toBeGreaterThanOrEqual(28);
      expect(daysBetween(day, later)).toBeLessThanOrEqual(31);
      expect(later.slice(8) === day.slice(8) || addDays(later, 1).endsWith('-01')).toBe(true);
    }),
  );
});
