import { expect, test } from 'vitest';
import { shippedCalendar as calendar } from '../calendar/notices.ts';
import { atTime, dueDay, endOfDay } from '../platform/now.ts';
import type { ClockRule } from './clockRule.ts';
import { computeDue } from './due.ts';
import { defaultClockRules } from './rules.13710.ts';
import { calendarVersionOf } from './steps.ts';

const rule = (length: number, unit: ClockRule['unit'], changes: Partial<ClockRule> = {}): ClockRule => ({
  ...defaultClockRules.handle,
  length,
  unit,
  ...changes,
});
const first = { countFirstDay: true };
const roll = { rollHoliday: true };
const pause = (from: string, to: string | null) => ({
  from: new Date(`${from}+08:00`),
  to: to === null ? null : new Date(`${to}+08:00`),
  reason: '等当事人补交房产证明',
  approvedBy: '贾敏',
});

test('the example people are shown: seven working days over National Day, with a pause, end on 16 October at 24:00', () => {
  const pauses = [pause('2026-10-12T09:10', '2026-10-13T16:20')];
  const due = computeDue(rule(7, 'workingDay'), calendar, atTime('2026-09-29', '16:40'), pauses);
  expect(due.dueAt?.toISOString()).toBe('2026-10-16T16:00:00.000Z');
  expect(due.provisional).toBe(false);
});

type Row = [why: string, rule: ClockRule, start: string, due: string];
const rows: Row[] = [
  ['Spring Festival is skipped and 14 February is worked', rule(3, 'workingDay'), '2026-02-12T09:00', '2026-02-24'],
  ['the swapped Saturday after Spring Festival counts', rule(4, 'workingDay'), '2026-02-24T09:00', '2026-02-28'],
  ['May Day is skipped and 9 May is worked', rule(4, 'workingDay'), '2026-04-30T09:00', '2026-05-09'],
  ['natural days run through May Day', rule(3, 'naturalDay'), '2026-04-30T09:00', '2026-05-03'],
  ['a last day within May Day rolls', rule(3, 'naturalDay', roll), '2026-04-30T09:00', '2026-05-06'],
  ['National Day is skipped and 10 October is worked', rule(3, 'workingDay'), '2026-09-30T09:00', '2026-10-10'],
  ['20 September, a Sunday, is worked for National Day', rule(1, 'workingDay'), '2026-09-19T09:00', '2026-09-20'],
  ['a last day on a swapped workday does not roll', rule(3, 'naturalDay', roll), '2026-10-07T09:00', '2026-10-10'],
  ['a last day on a Sunday rolls to Monday', rule(1, 'naturalDay', roll), '2026-10-17T09:00', '2026-10-19'],
  ['a month from 31 January ends with February', rule(1, 'month'), '2026-01-31T09:00', '2026-02-28'],
  ['that last day is swapped work and does not roll', rule(1, 'month', roll), '2026-01-31T09:00', '2026-02-28'],
  ['a month from 31 January of a leap year', rule(1, 'month'), '2028-01-31T09:00', '2028-02-29'],
  ['a year from the leap day', rule(12, 'month'), '2028-02-29T09:00', '2029-02-28'],
  ['a month from an ordinary day', rule(1, 'month'), '2026-09-29T09:00', '2026-10-29'],
  ['a month whose first day counts ends a day earlier', rule(1, 'month', first), '2026-09-29T09:00', '2026-10-28'],
  ['the last second of the year starts from that year', rule(1, 'naturalDay'), '2026-12-31T23:59:59', '2027-01-01'],
  ['the first of the next starts from the next', rule(1, 'naturalDay'), '2027-01-01T00:00:00', '2027-01-02'],
  ['the same day ends at midnight', rule(1, 'sameDay'), '2026-10-14T23:59', '2026-10-14'],
  ['the same day is that day, be it a holiday', rule(1, 'sameDay'), '2026-10-01T08:00', '2026-10-01'],
  ['the same day rolls when a county says so', rule(1, 'sameDay', roll), '2026-10-01T08:00', '2026-10-08'],
  ['counting the first day', rule(3, 'naturalDay', first), '2026-10-14T08:00', '2026-10-16'],
  ['a first day off does not count as working', rule(1, 'workingDay', first), '2026-10-11T08:00', '2026-10-12'],
];

test.each(rows)('%s', (_why, clockRule, start, day) => {
  const { dueAt, left } = computeDue(clockRule, calendar, new Date(`${start}+08:00`));
  expect(dueAt).toEqual(endOfDay(day));
  expect(left).toBe(0);
});

test.each([
  ['none', [], '2026-10-15'],
  ['over two working days', [pause('2026-10-12T09:10', '2026-10-13T16:20')], '2026-10-19'],
  ['over a Sunday, which adds nothing', [pause('2026-10-09T09:10', '2026-10-12T16:20')], '2026-10-20'],
  ['within a Sunday', [pause('2026-10-11T09:10', '2026-10-11T16:20')], '2026-10-15'],
  [
    'twice on one day, which adds it once',
    [pause('2026-10-12T09:00', '2026-10-12T10:00'), pause('2026-10-12T15:00', '2026-10-12T16:00')],
    '2026-10-16',
  ],
  [
    'overlapping and out of order',
    [pause('2026-10-13T09:00', '2026-10-14T10:00'), pause('2026-10-12T15:00', '2026-10-13T16:00')],
    '2026-10-20',
  ],
  ['on the starting day, never counted', [pause('2026-09-30T17:00', '2026-09-30T18:00')], '2026-10-15'],
  ['begun in the last minute', [pause('2026-10-15T23:59', '2026-10-19T09:00')], '2026-10-20'],
  ['begun when the limit was over', [pause('2026-10-16T00:00', '2026-10-30T09:00')], '2026-10-15'],
])('seven working days from 30 September with pauses: %s', (_why, pauses, day) => {
  const { dueAt } = computeDue(rule(7, 'workingDay'), calendar, atTime('2026-09-30', '16:40'), pauses);
  expect(dueAt && dueDay(dueAt)).toBe(day);
});

test('a pause lengthens a month by its days', () => {
  const pauses = [pause('2026-10-05T09:00', '2026-10-07T09:00')];
  expect(computeDue(rule(1, 'month'), calendar, atTime('2026-09-29', '16:40'), pauses).dueAt).toEqual(
    endOfDay('2026-11-01'),
  );
});

test('while a pause is open nobody can name the date, but what is left is known', () => {
  const due = computeDue(rule(7, 'workingDay'), calendar, atTime('2026-09-29', '16:40'), [
    pause('2026-10-12T09:10', null),
  ]);
  expect(due.dueAt).toBe(null);
  expect(due.left).toBe(3);
  expect(due.steps.at(-2)).toEqual({ type: 'suspended', left: 3, unit: 'workingDay', added: [] });
});

test('a pause that is asked for after the end does not bring an overdue limit back', () => {
  const pauses = [pause('2026-10-20T09:10', null)];
  expect(computeDue(rule(3, 'naturalDay'), calendar, atTime('2026-10-12', '09:00'), pauses).dueAt).toEqual(
    endOfDay('2026-10-15'),
  );
});

test('a pause on the rolled days moves the end past it', () => {
  const pauses = [pause('2026-10-19T09:00', '2026-10-19T10:00')];
  const due = computeDue(rule(1, 'naturalDay', roll), calendar, atTime('2026-10-16', '09:00'), pauses);
  expect(due.dueAt).toEqual(endOfDay('2026-10-20'));
});

test('hours begin with the next full hour, or at once when the first is counted', () => {
  const start = atTime('2026-12-30', '10:20');
  expect(computeDue(rule(72, 'hour'), calendar, start).dueAt).toEqual(atTime('2027-01-02', '11:00'));
  expect(computeDue(rule(72, 'hour', first), calendar, start).dueAt).toEqual(atTime('2027-01-02', '10:20'));
  expect(computeDue(rule(24, 'hour'), calendar, atTime('2026-12-30', '10:00')).dueAt).toEqual(
    atTime('2026-12-31', '11:00'),
  );
});

test('hours stand still to the minute, through overlapping pauses, and stop at an open one', () => {
  const start = atTime('2026-10-14', '10:00');
  const halts = [
    pause('2026-10-14T09:00', '2026-10-14T10:30'),
    pause('2026-10-14T12:00', '2026-10-14T13:00'),
    pause('2026-10-14T12:30', '2026-10-14T12:40'),
    pause('2026-10-15T08:00', '2026-10-15T09:00'),
  ];
  expect(computeDue(rule(4, 'hour', first), calendar, start, halts).dueAt).toEqual(atTime('2026-10-14', '15:30'));
  const open = computeDue(rule(4, 'hour', first), calendar, start, [pause('2026-10-14T12:30', null)]);
  expect([open.dueAt, open.left, open.provisional]).toEqual([null, 1.5, false]);
  const late = computeDue(rule(4, 'hour', first), calendar, start, [pause('2026-10-14T14:00', null)]);
  expect(late.dueAt).toEqual(atTime('2026-10-14', '14:00'));
});

test('a date that needs an unpublished year is provisional; one that no notice can move is not', () => {
  const newYear = atTime('2026-12-28', '09:00');
  expect(computeDue(rule(7, 'workingDay'), calendar, newYear).provisional).toBe(true);
  expect(computeDue(rule(3, 'workingDay'), calendar, newYear).provisional).toBe(false);
  expect(computeDue(rule(30, 'naturalDay'), calendar, newYear).provisional).toBe(false);
  expect(computeDue(rule(30, 'naturalDay', roll), calendar, newYear).provisional).toBe(true);
  expect(computeDue(rule(3, 'naturalDay', roll), calendar, newYear).provisional).toBe(false);
  expect(computeDue(rule(72, 'hour', roll), calendar, newYear).provisional).toBe(false);
});

test('a date remembers which notices it stands on', () => {
  const versionOf = (clockRule: ClockRule, start: string) =>
    calendarVersionOf(computeDue(clockRule, calendar, atTime(start, '09:00')).steps);
  expect(versionOf(rule(7, 'workingDay'), '2026-09-29')).toBe('2026v1');
  expect(versionOf(rule(7, 'workingDay'), '2025-12-29')).toBe('2025v1 2026v1');
  expect(versionOf(rule(7, 'workingDay'), '2026-12-28')).toBe('2026v1 2027v0');
  expect(versionOf(rule(7, 'naturalDay'), '2026-09-29')).toBe('');
  expect(versionOf(rule(7, 'naturalDay', roll), '2026-12-28')).toBe('2027v0');
  // 31 December 2023 is a Sunday: the day it moves to stands in the next year's notice.
  expect(versionOf(rule(7, 'naturalDay', roll), '2023-12-24')).toBe('2023v1 2024v1');
});
