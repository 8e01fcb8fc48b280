import { expect, test } from 'vitest';
import { makeCalendar } from '../calendar/calendar.ts';
import { shippedCalendar as calendar } from '../calendar/notices.ts';
import { atTime } from '../platform/now.ts';
import type { ClockRule } from './clockRule.ts';
import { computeDue } from './due.ts';
import { explain } from './explain.ts';
import { defaultClockRules } from './rules.13710.ts';

const rule = (length: number, unit: ClockRule['unit'], changes: Partial<ClockRule> = {}): ClockRule => ({
  ...defaultClockRules.handle,
  label: '13710「一般7日」',
  basis: '区综治办文件',
  status: 'V',
  length,
  unit,
  ...changes,
});
const waiting = { reason: '等当事人补交房产证明', approvedBy: '贾敏' };
const lines = (clockRule: ClockRule, start: Date, pauses = [] as Parameters<typeof computeDue>[3]) =>
  explain(computeDue(clockRule, calendar, start, pauses).steps);

test('the example of 29 September reads line by line', () => {
  const pauses = [{ from: atTime('2026-10-12', '09:10'), to: atTime('2026-10-13', '16:20'), ...waiting }];
  const { steps } = computeDue(rule(7, 'workingDay'), calendar, atTime('2026-09-29', '16:40'), pauses);
  expect(explain(steps, { startedBy: '分流给迎泽街道', settings: '迎泽区设置 v4，2026-03-01 起' })).toEqual([
    '起算 09-29 周二 16:40 分流给迎泽街道',
    '依据 13710「一般7日」·7个工作日（迎泽区设置 v4，2026-03-01 起）：区综治办文件',
    '第1天 09-30 │ 跳过 10-01…10-07 国庆节 7天 │ 第2–3天 10-08、10-09 │ 第4天 10-10 周六，国庆节调休上班 │ 跳过 10-11 周日',
    '暂停 10-12…10-13 共2个工作日 等当事人补交房产证明 批准：贾敏 10-12 09:10',
    '第5–7天 10-14、10-15、10-16 → 到期 10月16日24时',
    '日历 2026 v1（国办2025-11-04）',
  ]);
});

test('an open pause says since when and what is left, and no date', () => {
  const pauses = [{ from: atTime('2026-10-12', '09:10'), to: null, ...waiting }];
  expect(lines(rule(7, 'workingDay'), atTime('2026-09-29', '16:40'), pauses).slice(3)).toEqual([
    '暂停 10-12 起 等当事人补交房产证明 批准：贾敏 10-12 09:10',
    '恢复后还有3个工作日',
    '日历 2026 v1（国办2025-11-04）',
  ]);
});

test('a date in a year without a notice says that it may change', () => {
  expect(lines(rule(7, 'workingDay'), atTime('2026-12-28', '16:40')).slice(2)).toEqual([
    '第1–4天 12-29…2027-01-01 │ 跳过 2027-01-02…2027-01-03 周末 2天 │ 第5–7天 2027-01-04、2027-01-05、2027-01-06 → 到期 2027年1月6日24时',
    '日历 2026 v1（国办2025-11-04）',
    '2027年放假安排未公布，此日期可能变',
  ]);
});

test('a month says its corresponding day, and that February has none for the 31st', () => {
  expect(lines(rule(1, 'month'), atTime('2026-09-29', '16:40')).slice(2)).toEqual([
    '1个月到 10-29 共30天 │ 第1–30天 09-30…10-29 → 到期 10月29日24时',
  ]);
  expect(lines(rule(1, 'month'), atTime('2026-01-31', '10:00')).slice(2)).toEqual([
    '1个月到 02-28（没有对应日，取月末） 共28天 │ 第1–28天 02-01…02-28 → 到期 2月28日24时',
  ]);
});

test('a last day that rolls names the holiday and the day it moves to', () => {
  expect(lines(rule(7, 'naturalDay', { rollHoliday: true }), atTime('2026-09-26', '10:00')).slice(2)).toEqual([
    '第1–7天 09-27…10-03 │ 末日 10-03 逢国庆节，顺延到 10-08 → 到期 10月8日24时',
    '日历 2026 v1（国办2025-11-04）',
  ]);
});

test('a pause of a natural-day limit is told in days', () => {
  const pauses = [{ from: atTime('2026-10-12', '09:10'), to: atTime('2026-10-12', '16:20'), ...waiting }];
  expect(lines(rule(3, 'naturalDay'), atTime('2026-10-10', '10:00'), pauses).slice(2)).toEqual([
    '第1天 10-11',
    '暂停 10-12 共1天 等当事人补交房产证明 批准：贾敏 10-12 09:10',
    '第2–3天 10-13、10-14 → 到期 10月14日24时',
  ]);
});

test('hours tell their stretches', () => {
  const halt = { from: atTime('2026-09-27', '09:10'), to: atTime('2026-09-27', '10:40'), ...waiting };
  const start = atTime('2026-09-26', '10:20');
  expect(lines(rule(72, 'hour'), start, [halt])).toEqual([
    '起算 09-26 周六 10:20',
    '依据 13710「一般7日」·72小时：区综治办文件',
    '22小时10分 09-26 11:00…09-27 09:10',
    '暂停 09-27 09:10…09-27 10:40 等当事人补交房产证明 批准：贾敏',
    '49小时50分 09-27 10:40…09-29 12:30 → 到期 9月29日12:30',
  ]);
  expect(lines(rule(72, 'hour'), start, [{ ...halt, to: null }]).slice(3)).toEqual([
    '暂停 09-27 09:10 起 等当事人补交房产证明 批准：贾敏',
    '恢复后还有49小时50分',
  ]);
});

test('a default of ours is never told as if it were a regulation', () => {
  const told = (clockRule: ClockRule) => lines(clockRule, atTime('2026-10-14', '10:00'))[1];
  expect(told(defaultClockRules.returnVisit)).toBe('依据 回访·7天：办结后7天内回访：没有统一规定（系统缺省，可改）');
  expect(told(defaultClockRules.acknowledge)).toContain('·当天：');
  expect(told(defaultClockRules.report)).toMatch(/系统缺省，规定没有写明（转引，原文待核）$/);
});

test('neighbouring pauses, and a holiday beside a weekend, are told one by one', () => {
  const pauses = [
    { from: atTime('2026-10-12', '09:10'), to: atTime('2026-10-12', '16:20'), ...waiting },
    { from: atTime('2026-10-13', '09:00'), to: atTime('2026-10-13', '10:00'), reason: '等鉴定', approvedBy: '李娜' },
  ];
  expect(lines(rule(2, 'workingDay'), atTime('2026-10-10', '10:00'), pauses).slice(2, 6)).toEqual([
    '跳过 10-11 周日',
    '暂停 10-12 共1个工作日 等当事人补交房产证明 批准：贾敏 10-12 09:10',
    '暂停 10-13 共1个工作日 等鉴定 批准：李娜 10-13 09:00',
    '第1–2天 10-14、10-15 → 到期 10月15日24时',
  ]);
  const bridge = makeCalendar(
    [{ year: 2026, version: 2, source: '国办' }],
    [{ day: '2026-10-16', kind: 'holiday', name: '文化节' }],
  );
  const { steps } = computeDue(rule(1, 'workingDay'), bridge, atTime('2026-10-15', '10:00'));
  expect(explain(steps)[2]).toBe('跳过 10-16 文化节 │ 跳过 10-17…10-18 周末 2天 │ 第1天 10-19 → 到期 10月19日24时');
});

test('a pause over a weekend counts its working days, and its days off only where all days count', () => {
  const halt = [{ from: atTime('2026-10-16', '09:10'), to: atTime('2026-10-20', '16:20'), ...waiting }];
  expect(lines(rule(5, 'workingDay'), atTime('2026-10-14', '10:00'), halt)[3]).toBe(
    '暂停 10-16…10-20 共3个工作日 等当事人补交房产证明 批准：贾敏 10-16 09:10',
  );
  expect(lines(rule(5, 'naturalDay'), atTime('2026-10-14', '10:00'), halt)[3]).toBe(
    '暂停 10-16…10-20 共5天 等当事人补交房产证明 批准：贾敏 10-16 09:10',
  );
  const overHoliday = [{ from: atTime('2026-09-30', '09:10'), to: atTime('2026-10-08', '16:20'), ...waiting }];
  expect(lines(rule(5, 'workingDay'), atTime('2026-09-28', '10:00'), overHoliday)[3]).toBe(
    '暂停 09-30…10-08 共2个工作日 等当事人补交房产证明 批准：贾敏 09-30 09:10',
  );
});

test('one holiday that follows another, and a weekend that follows a holiday, are named apart', () => {
  const twice = makeCalendar(
    [{ year: 2026, version: 2, source: '国办' }],
    [
      { day: '2026-10-15', kind: 'holiday', name: '文化节' },
      { day: '2026-10-16', kind: 'holiday', name: '重阳节' },
    ],
  );
  const { steps } = computeDue(rule(1, 'workingDay'), twice, atTime('2026-10-14', '10:00'));
  expect(explain(steps)[2]).toBe(
    '跳过 10-15 文化节 │ 跳过 10-16 重阳节 │ 跳过 10-17…10-18 周末 2天 │ 第1天 10-19 → 到期 10月19日24时',
  );
});

test('two swapped working days in a row are each named', () => {
  const exchange = makeCalendar(
    [{ year: 2026, version: 2, source: '国办' }],
    ['2026-10-17', '2026-10-18'].map((day) => ({ day, kind: 'workday' as const, name: '文化节调休上班' })),
  );
  const { steps } = computeDue(rule(2, 'workingDay'), exchange, atTime('2026-10-16', '10:00'));
  expect(explain(steps)[2]).toBe(
    '第1天 10-17 周六，文化节调休上班 │ 第2天 10-18 周日，文化节调休上班 → 到期 10月18日24时',
  );
});

test('hours that stop the moment they start tell no empty stretch', () => {
  const halt = { from: atTime('2026-10-14', '09:00'), to: atTime('2026-10-14', '10:00'), ...waiting };
  const clockRule = rule(1, 'hour', { countFirstDay: true });
  expect(lines(clockRule, atTime('2026-10-14', '09:00'), [halt]).slice(2)).toEqual([
    '暂停 10-14 09:00…10-14 10:00 等当事人补交房产证明 批准：贾敏',
    '1小时 10-14 10:00…10-14 11:00 → 到期 10月14日11:00',
  ]);
  expect(lines(clockRule, atTime('2026-10-14', '10:00'), [halt]).slice(2)).toEqual([
    '1小时 10-14 10:00…10-14 11:00 → 到期 10月14日11:00',
  ]);
});
