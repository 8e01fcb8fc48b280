import { expect, test } from 'vitest';
import { makeCalendar } from '../calendar/calendar.ts';
import { shippedCalendar } from '../calendar/notices.ts';
import { defaultOfficeHours } from '../calendar/office.ts';
import { withOffice } from '../calendar/officeHours.ts';
import { endOfDay } from '../platform/now.ts';
import type { ClockRule } from './clockRule.ts';
import { computeDue } from './due.ts';
import { explain } from './explain.ts';
import type { Pause } from './pause.ts';
import { defaultClockRules } from './rules.13710.ts';
import { calendarVersionOf } from './steps.ts';

const office = withOffice(shippedCalendar, defaultOfficeHours);
const onDuty = withOffice(
  shippedCalendar,
  { ...defaultOfficeHours, onDuty: [{ centerId: 'yz', days: 'weekends', dates: ['2026-10-01'] }] },
  'yz',
);
const at = (text: string) => new Date(`${text}+08:00`);
const rule = (length: number, unit: ClockRule['unit'], changes: Partial<ClockRule> = {}): ClockRule => ({
  ...defaultClockRules.handle,
  label: '答复',
  basis: '区综治办文件',
  status: 'V',
  length,
  unit,
  ...changes,
});
const first = { countFirstDay: true };
const pause = (from: string, to: string | null): Pause => ({
  from: at(from),
  to: to === null ? null : at(to),
  reason: '等房产证明',
  approvedBy: '贾敏',
});
const dueAt = (clockRule: ClockRule, start: string, pauses: Pause[] = [], calendar = office) =>
  computeDue(clockRule, calendar, at(start), pauses).dueAt;

test.each([
  ['within the morning', 2, '2026-10-14T09:00', '2026-10-14T11:00'],
  ['over lunch', 4, '2026-10-14T10:00', '2026-10-14T16:30'],
  ['to the very closing', 7, '2026-10-14T08:30', '2026-10-14T18:00'],
  ['over the night', 4, '2026-10-14T16:00', '2026-10-15T10:30'],
  ['from an evening', 1, '2026-10-14T19:20', '2026-10-15T09:30'],
  ['over a weekend', 4, '2026-10-16T16:00', '2026-10-19T10:30'],
  ['over Spring Festival', 4, '2026-02-14T16:00', '2026-02-24T10:30'],
  ['on the Saturday worked for Spring Festival', 4, '2026-02-13T16:00', '2026-02-14T10:30'],
  ['over May Day', 4, '2026-04-30T16:00', '2026-05-06T10:30'],
  ['over National Day', 4, '2026-09-30T16:00', '2026-10-08T10:30'],
  ['over New Year’s night', 4, '2026-12-31T16:00', '2027-01-01T10:30'],
])('working hours %s', (_why, length, start, end) => {
  expect(dueAt(rule(length, 'workingHour', first), start)).toEqual(at(end));
});

test('working hours begin with the next full hour where the first is not counted', () => {
  expect(dueAt(rule(2, 'workingHour'), '2026-10-14T09:10')).toEqual(at('2026-10-14T12:00'));
  expect(dueAt(rule(2, 'workingHour'), '2026-10-14T11:10')).toEqual(at('2026-10-14T16:30'));
});

test.each([
  ['within open hours', [pause('2026-10-14T10:00', '2026-10-14T11:00')], '2026-10-14T15:30'],
  ['over the night', [pause('2026-10-14T11:30', '2026-10-15T08:30')], '2026-10-15T09:00'],
  ['over a weekend', [pause('2026-10-14T11:30', '2026-10-18T10:00')], '2026-10-19T09:00'],
  ['after the end', [pause('2026-10-14T12:00', '2026-10-15T10:00')], '2026-10-14T12:00'],
])('three working hours from 9 with a pause %s', (_why, pauses, end) => {
  expect(dueAt(rule(3, 'workingHour', first), '2026-10-14T09:00', pauses)).toEqual(at(end));
});

test('working hours tell the office’s hours, their stretches, and every closed day by name', () => {
  const due = computeDue(rule(10, 'workingHour', first), office, at('2026-09-29T16:40'));
  expect(explain(due.steps)).toEqual([
    '起算 09-29 周二 16:40',
    '依据 答复·10个工作小时：区综治办文件',
    '上班时间 08:30–12:00、14:30–18:00',
    '8小时20分 09-29 16:40…09-30 18:00 │ 跳过 10-01…10-07 国庆节 7天 │ 1小时40分 10-08 08:30…10-08 10:10 → 到期 10月8日10:10',
    '日历 2026 v1（国办2025-11-04）',
  ]);
  expect(calendarVersionOf(due.steps)).toBe('2026v1');
  const swapped = computeDue(rule(14, 'workingHour', first), office, at('2026-10-09T08:30'));
  expect(explain(swapped.steps)[3]).toBe(
    '7小时 10-09 08:30…10-09 18:00 │ 7小时 10-10 08:30…10-10 18:00 国庆节调休上班 → 到期 10月10日18:00',
  );
  const weekend = computeDue(rule(8, 'workingHour', first), office, at('2026-10-16T09:30'));
  expect(explain(weekend.steps)[3]).toBe(
    '6小时 10-16 09:30…10-16 18:00 │ 跳过 10-17…10-18 周末 2天 │ 2小时 10-19 08:30…10-19 10:30 → 到期 10月19日10:30',
  );
  const sunday = computeDue(rule(8, 'workingHour', first), office, at('2026-10-10T09:30'));
  expect(explain(sunday.steps)[3]).toBe(
    '6小时 10-10 09:30…10-10 18:00 国庆节调休上班 │ 跳过 10-11 周日 │ 2小时 10-12 08:30…10-12 10:30 → 到期 10月12日10:30',
  );
});

test('a pause of working hours tells its moments, and an open one what is left of open time', () => {
  const told = computeDue(rule(3, 'workingHour', first), office, at('2026-10-14T09:00'), [
    pause('2026-10-14T10:00', '2026-10-14T11:00'),
  ]);
  expect(explain(told.steps).slice(3)).toEqual([
    '1小时 10-14 09:00…10-14 10:00',
    '暂停 10-14 10:00…10-14 11:00 等房产证明 批准：贾敏',
    '2小时 10-14 11:00…10-14 15:30 → 到期 10月14日15:30',
    '日历 2026 v1（国办2025-11-04）',
  ]);
  const open = computeDue(rule(3, 'workingHour', first), office, at('2026-10-14T09:00'), [
    pause('2026-10-14T10:00', null),
  ]);
  expect([open.dueAt, open.left]).toEqual([null, 2]);
  expect(explain(open.steps).at(-2)).toBe('恢复后还有2小时上班时间');
});

test('every special day is told by itself: worked Saturdays, a duty day beside a holiday, a holiday beside a weekend', () => {
  const bridge = makeCalendar(
    [{ year: 2026, version: 2, source: '国办' }],
    [
      { day: '2026-10-15', kind: 'holiday', name: '文化节' },
      { day: '2026-10-16', kind: 'holiday', name: '重阳节' },
      { day: '2026-10-24', kind: 'workday', name: '文化节调休上班' },
      { day: '2026-10-25', kind: 'workday', name: '重阳节调休上班' },
    ],
  );
  const line = (length: number, start: string, calendar = withOffice(bridge, defaultOfficeHours)) =>
    explain(computeDue(rule(length, 'workingHour', first), calendar, at(start)).steps)[3];
  expect(line(8, '2026-10-14T08:30')).toBe(
    '7小时 10-14 08:30…10-14 18:00 │ 跳过 10-15 文化节 │ 跳过 10-16 重阳节 │ 跳过 10-17…10-18 周末 2天 │ 1小时 10-19 08:30…10-19 09:30 → 到期 10月19日09:30',
  );
  expect(line(29, '2026-10-22T08:30')).toBe(
    '14小时 10-22 08:30…10-23 18:00 │ 7小时 10-24 08:30…10-24 18:00 文化节调休上班 │ 7小时 10-25 08:30…10-25 18:00 重阳节调休上班 │ 1小时 10-26 08:30…10-26 09:30 → 到期 10月26日09:30',
  );
  const duty = [{ centerId: 'yz', days: 'dates' as const, dates: ['2026-10-16', '2026-10-17'] }];
  expect(line(22, '2026-10-14T08:30', withOffice(bridge, { ...defaultOfficeHours, onDuty: duty }, 'yz'))).toBe(
    '7小时 10-14 08:30…10-14 18:00 │ 跳过 10-15 文化节 │ 7小时 10-16 08:30…10-16 18:00 重阳节值班 │ 7小时 10-17 08:30…10-17 18:00 周六值班 │ 跳过 10-18 周日 │ 1小时 10-19 08:30…10-19 09:30 → 到期 10月19日09:30',
  );
});

test('a stretch that ends at noon or at closing names no day it did not use', () => {
  const line = (length: number, start: string) =>
    explain(computeDue(rule(length, 'workingHour', first), office, at(start)).steps)[3];
  expect(line(7, '2026-10-16T08:30')).toBe('7小时 10-16 08:30…10-16 18:00 → 到期 10月16日18:00');
  expect(line(1, '2026-10-14T11:00')).toBe('1小时 10-14 11:00…10-14 12:00 → 到期 10月14日12:00');
  expect(line(1, '2026-10-14T19:00')).toBe('1小时 10-15 08:30…10-15 09:30 → 到期 10月15日09:30');
});

test('an evening before a holiday is no stretch of its own', () => {
  const due = computeDue(rule(1, 'workingHour', first), office, at('2026-09-30T20:00'));
  expect(explain(due.steps)[3]).toBe('跳过 10-01…10-07 国庆节 7天 │ 1小时 10-08 08:30…10-08 09:30 → 到期 10月8日09:30');
});

test('at a center on duty the hours run on its duty days, and say so', () => {
  const due = computeDue(rule(4, 'workingHour', first), onDuty, at('2026-09-30T16:00'));
  expect(due.dueAt).toEqual(at('2026-10-01T10:30'));
  expect(explain(due.steps)[3]).toBe(
    '2小时 09-30 16:00…09-30 18:00 │ 2小时 10-01 08:30…10-01 10:30 国庆节值班 → 到期 10月1日10:30',
  );
});

const late = { afterHoursNextDay: true };

test.each([
  ['before closing it is that day', 'naturalDay', '2026-10-14T17:59:59', '2026-10-17'],
  ['before opening it is that day', 'naturalDay', '2026-10-14T06:00', '2026-10-17'],
  ['on closing it is the next', 'naturalDay', '2026-10-14T18:00', '2026-10-18'],
  ['on Friday evening it is Monday', 'naturalDay', '2026-10-16T20:00', '2026-10-22'],
  ['on a Sunday it is Monday', 'naturalDay', '2026-10-18T10:00', '2026-10-22'],
  ['on National Day it is the 8th', 'workingDay', '2026-10-01T10:00', '2026-10-12'],
  ['on the eve of National Day too', 'workingDay', '2026-09-30T18:10', '2026-10-12'],
  ['before the swapped Saturday it is that Saturday', 'workingDay', '2026-10-09T19:00', '2026-10-14'],
  ['the same day becomes the next', 'sameDay', '2026-10-14T19:00', '2026-10-15'],
  ['a month from an evening before a weekend', 'month', '2026-10-16T19:00', '2027-01-19'],
] as const)('what happens after office hours: %s', (_why, unit, start, day) => {
  expect(dueAt(rule(3, unit, late), start)).toEqual(endOfDay(day));
});

test('hours from an evening begin in the morning, without waiting for a full hour', () => {
  expect(dueAt(rule(24, 'hour', late), '2026-10-14T19:20')).toEqual(at('2026-10-16T08:30'));
  expect(dueAt(rule(2, 'workingHour', late), '2026-10-14T19:20')).toEqual(at('2026-10-15T10:30'));
  expect(dueAt(rule(2, 'hour', late), '2026-10-14T10:20')).toEqual(at('2026-10-14T13:00'));
});

test('hours from before opening begin when it opens: nobody who came in the night before is later', () => {
  expect(dueAt(rule(2, 'hour', late), '2026-10-15T03:10')).toEqual(at('2026-10-15T10:30'));
  expect(dueAt(rule(2, 'hour', late), '2026-10-14T19:20')).toEqual(at('2026-10-15T10:30'));
});

test('the lines say why the start was moved, and to which day', () => {
  const line = (start: string, calendar = office) =>
    explain(computeDue(rule(3, 'workingDay', late), calendar, at(start)).steps)[2];
  expect(line('2026-09-30T18:10')).toBe('18:00 下班以后，算 10-08 周四 起算');
  expect(line('2026-10-01T10:00')).toBe('国庆节不上班，算 10-08 周四 起算');
  expect(line('2026-10-17T10:00')).toBe('周六不上班，算 10-19 周一 起算');
  expect(line('2026-10-14T10:00')).toBe(
    '第1–2天 10-15、10-16 │ 跳过 10-17…10-18 周末 2天 │ 第3天 10-19 → 到期 10月19日24时',
  );
  expect(line('2026-10-16T18:10', onDuty)).toBe('18:00 下班以后，算 10-17 周六 起算');
});

test('a center on duty takes a matter on its duty day, which still counts for no legal period', () => {
  expect(dueAt(rule(2, 'workingDay', late), '2026-10-17T10:00', [], office)).toEqual(endOfDay('2026-10-21'));
  expect(dueAt(rule(2, 'workingDay', late), '2026-10-17T10:00', [], onDuty)).toEqual(endOfDay('2026-10-20'));
  expect(dueAt(rule(1, 'naturalDay', { rollHoliday: true }), '2026-10-16T10:00', [], onDuty)).toEqual(
    endOfDay('2026-10-19'),
  );
  expect(dueAt(rule(1, 'workingDay'), '2026-10-16T10:00', [], onDuty)).toEqual(endOfDay('2026-10-19'));
});

test('a start that was moved relies on the notice of the day it was moved to', () => {
  const versionOf = (unit: ClockRule['unit'], start: string) =>
    calendarVersionOf(computeDue(rule(3, unit, late), office, at(start)).steps);
  expect(versionOf('naturalDay', '2026-12-31T19:00')).toBe('2026v1 2027v0');
  expect(versionOf('naturalDay', '2026-12-31T10:00')).toBe('2026v1');
  expect(computeDue(rule(3, 'naturalDay', late), office, at('2026-12-31T19:00')).provisional).toBe(true);
});
