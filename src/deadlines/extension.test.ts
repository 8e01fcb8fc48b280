import { expect, test } from 'vitest';
import { shippedCalendar as calendar } from '../calendar/notices.ts';
import { atTime, dueDay, endOfDay } from '../platform/now.ts';
import type { ClockRule } from './clockRule.ts';
import { computeDue } from './due.ts';
import { explain } from './explain.ts';
import type { Extension } from './extension.ts';
import type { Pause } from './pause.ts';
import { defaultClockRules } from './rules.13710.ts';
import { calendarVersionOf } from './steps.ts';

const rule = (length: number, unit: ClockRule['unit'], changes: Partial<ClockRule> = {}): ClockRule => ({
  ...defaultClockRules.handle,
  label: '办结',
  basis: '区综治办文件',
  status: 'V',
  length,
  unit,
  ...changes,
});
const roll = { rollHoliday: true };
const more = (length: number, unit: Extension['unit'], changes: Partial<Extension> = {}): Extension => ({
  length,
  unit,
  reason: '等鉴定结论',
  plan: '10月底前拿出鉴定结论，11月5日前再调解一次',
  approvedBy: '周慧芳',
  at: atTime('2026-10-12', '09:10'),
  ...changes,
});
const pause = (from: string, to: string | null, changes: Partial<Pause> = {}): Pause => ({
  from: new Date(`${from}+08:00`),
  to: to === null ? null : new Date(`${to}+08:00`),
  reason: '等房产证明',
  approvedBy: '贾敏',
  ...changes,
});
const start = (day: string, time = '16:40') => atTime(day, time);

type Row = [why: string, rule: ClockRule, start: string, extensions: Extension[], pauses: Pause[], due: string];
const rows: Row[] = [
  ['natural days follow natural days', rule(7, 'naturalDay'), '2026-10-09', [more(5, 'naturalDay')], [], '2026-10-21'],
  // 10-07 is the legal end and a holiday: the five days begin there, not on 10-08 to which it would have rolled.
  [
    'the extension is counted from the legal end, not from the day it rolled to',
    rule(7, 'naturalDay', roll),
    '2026-09-30',
    [more(5, 'naturalDay')],
    [],
    '2026-10-12',
  ],
  [
    'only the very end rolls: 2026-10-16 and two days is Sunday the 18th',
    rule(7, 'naturalDay', roll),
    '2026-10-09',
    [more(2, 'naturalDay')],
    [],
    '2026-10-19',
  ],
  [
    'without the roll it ends on that Sunday',
    rule(7, 'naturalDay'),
    '2026-10-09',
    [more(2, 'naturalDay')],
    [],
    '2026-10-18',
  ],
  // The legal end is 09-30; then 10-08, 10-09 and 10-10, a Saturday that is worked.
  ['working days follow natural days', rule(7, 'naturalDay'), '2026-09-23', [more(3, 'workingDay')], [], '2026-10-10'],
  ['natural days follow working days', rule(2, 'workingDay'), '2026-09-28', [more(3, 'naturalDay')], [], '2026-10-03'],
  [
    'a month follows days, to its corresponding day',
    rule(7, 'naturalDay'),
    '2026-10-09',
    [more(1, 'month')],
    [],
    '2026-11-16',
  ],
  ['a month follows a month', rule(1, 'month'), '2026-02-10', [more(1, 'month')], [], '2026-04-10'],
  [
    'a month that ended with February is followed to the 28th',
    rule(1, 'month'),
    '2026-01-31',
    [more(1, 'month')],
    [],
    '2026-03-28',
  ],
  ['six months and six months', rule(6, 'month'), '2026-02-10', [more(6, 'month')], [], '2027-02-10'],
  ['into the leap day', rule(6, 'month'), '2027-08-29', [more(15, 'naturalDay')], [], '2028-03-15'],
  ['the same day and then three days', rule(1, 'sameDay'), '2026-10-14', [more(3, 'naturalDay')], [], '2026-10-17'],
  [
    'two extensions, as they were granted and not as they are listed',
    // 29 January, 1 February, 1 March; the other way round it would be 3 March.
    rule(7, 'naturalDay'),
    '2026-01-22',
    [more(1, 'month', { at: atTime('2026-10-20', '09:00') }), more(3, 'naturalDay')],
    [],
    '2026-03-01',
  ],
  [
    'a pause within the added days moves them',
    rule(7, 'naturalDay'),
    '2026-10-09',
    [more(5, 'naturalDay')],
    [pause('2026-10-18T09:00', '2026-10-19T09:00')],
    '2026-10-23',
  ],
  [
    'a pause before the legal end moves both',
    rule(7, 'naturalDay'),
    '2026-10-09',
    [more(1, 'month')],
    [pause('2026-10-12T09:00', '2026-10-13T09:00')],
    '2026-11-18',
  ],
  [
    'a pause on the very day after the legal end belongs to the added time',
    rule(7, 'naturalDay', roll),
    '2026-10-09',
    [more(2, 'naturalDay')],
    [pause('2026-10-17T09:00', '2026-10-17T10:00')],
    '2026-10-19',
  ],
];

test.each(rows)('%s', (_why, clockRule, from, extensions, pauses, day) => {
  expect(computeDue(clockRule, calendar, start(from), pauses, extensions).dueAt).toEqual(endOfDay(day));
});

test('hours are followed by whole days after the day they end on', () => {
  const due = (length: number, time: string) =>
    computeDue(
      rule(length, 'hour', { countFirstDay: true }),
      calendar,
      atTime('2026-10-14', time),
      [],
      [more(1, 'naturalDay')],
    ).dueAt;
  expect(due(4, '10:20')).toEqual(endOfDay('2026-10-15'));
  expect(due(24, '00:00')).toEqual(endOfDay('2026-10-15'));
  expect(due(24, '00:01')).toEqual(endOfDay('2026-10-16'));
});

test('the lines name what was added, from which day, why, by whom and when; the plan only for staff', () => {
  const { steps } = computeDue(
    rule(7, 'naturalDay', roll),
    calendar,
    start('2026-09-30'),
    [],
    [more(10, 'workingDay')],
  );
  expect(explain(steps)).toEqual([
    '起算 09-30 周三 16:40',
    '依据 办结·7天：区综治办文件',
    '第1–7天 10-01…10-07',
    '延期 10个工作日，接 10-07 之后 等鉴定结论 批准：周慧芳 10-12 09:10',
    '第1–2天 10-08、10-09 │ 第3天 10-10 周六，国庆节调休上班 │ 跳过 10-11 周日 │ 第4–8天 10-12…10-16 │ 跳过 10-17…10-18 周末 2天 │ 第9–10天 10-19、10-20 → 到期 10月20日24时',
    '日历 2026 v1（国办2025-11-04）',
  ]);
  expect(explain(steps, { plans: true })[3]).toBe(
    '延期 10个工作日，接 10-07 之后 等鉴定结论 批准：周慧芳 10-12 09:10 方案：10月底前拿出鉴定结论，11月5日前再调解一次',
  );
  const bare = computeDue(rule(7, 'naturalDay'), calendar, start('2026-09-30'), [], [more(1, 'month', { plan: '' })]);
  expect(explain(bare.steps, { plans: true }).slice(3, 5)).toEqual([
    '延期 1个月，接 10-07 之后 等鉴定结论 批准：周慧芳 10-12 09:10',
    '1个月到 11-07 共31天 │ 第1–31天 10-08…11-07 → 到期 11月7日24时',
  ]);
});

test('a leg that ends on a Saturday worked in exchange is followed from that Saturday', () => {
  const { dueAt, steps } = computeDue(
    rule(3, 'workingDay'),
    calendar,
    start('2026-09-30'),
    [],
    [more(2, 'naturalDay')],
  );
  expect(dueAt).toEqual(endOfDay('2026-10-12'));
  expect(explain(steps)[3]).toBe('延期 2天，接 10-10 之后 等鉴定结论 批准：周慧芳 10-12 09:10');
  const alone = computeDue(rule(1, 'workingDay'), calendar, start('2026-10-09'), [], [more(2, 'naturalDay')]);
  expect(alone.dueAt).toEqual(endOfDay('2026-10-12'));
});

test('the roll at the very end names the last of the added days', () => {
  const { steps } = computeDue(rule(7, 'naturalDay', roll), calendar, start('2026-10-09'), [], [more(2, 'naturalDay')]);
  expect(explain(steps)[4]).toBe('第1–2天 10-17、10-18 │ 末日 10-18 逢周日，顺延到 10-19 → 到期 10月19日24时');
});

test('hours and the days added to them are told one after the other', () => {
  const hours = rule(4, 'hour', { countFirstDay: true });
  const { steps } = computeDue(hours, calendar, atTime('2026-10-14', '10:00'), [], [more(1, 'workingDay')]);
  expect(explain(steps).slice(2)).toEqual([
    '4小时 10-14 10:00…10-14 14:00',
    '延期 1个工作日，接 10-14 之后 等鉴定结论 批准：周慧芳 10-12 09:10',
    '第1天 10-15 → 到期 10月15日24时',
    '日历 2026 v1（国办2025-11-04）',
  ]);
  const open = rule(4, 'workingHour', { countFirstDay: true });
  const night = computeDue(open, calendar, atTime('2026-12-31', '17:00'), [], [more(1, 'naturalDay')]);
  expect(night.dueAt).toEqual(endOfDay('2027-01-02'));
  expect(calendarVersionOf(night.steps)).toBe('2026v1 2027v0');
});

test('an open pause tells what is left of the time that stands still, and what will be added', () => {
  const halted = [pause('2026-10-12T09:10', null, { ground: 'court' })];
  const due = computeDue(rule(7, 'naturalDay'), calendar, start('2026-10-09'), halted, [more(10, 'workingDay')]);
  expect([due.dueAt, due.left]).toEqual([null, 5]);
  expect(explain(due.steps).slice(3)).toEqual([
    '暂停 10-12 起 等法院：等房产证明 批准：贾敏 10-12 09:10',
    '延期 10个工作日 等鉴定结论 批准：周慧芳 10-12 09:10',
    '恢复后还有5天，再加延期10个工作日',
  ]);
  const later = [pause('2026-10-20T09:10', null, { ground: 'appraisal' })];
  const within = computeDue(rule(7, 'naturalDay'), calendar, start('2026-10-09'), later, [more(10, 'workingDay')]);
  expect([within.dueAt, within.left]).toEqual([null, 9]);
  expect(explain(within.steps).slice(4)).toEqual([
    '跳过 10-17…10-18 周末 2天 │ 第1天 10-19',
    '暂停 10-20 起 等鉴定：等房产证明 批准：贾敏 10-12 09:10'.replace('10-12', '10-20'),
    '恢复后还有9个工作日',
    '日历 2026 v1（国办2025-11-04）',
  ]);
});

test('hours that stand still tell the days that will be added', () => {
  const halted = [pause('2026-10-14T12:00', null, { ground: 'otherUnit' })];
  const hours = rule(4, 'hour', { countFirstDay: true });
  const due = computeDue(hours, calendar, atTime('2026-10-14', '10:00'), halted, [more(1, 'workingDay')]);
  expect([due.dueAt, due.left]).toEqual([null, 2]);
  expect(explain(due.steps).slice(2)).toEqual([
    '2小时 10-14 10:00…10-14 12:00',
    '暂停 10-14 12:00 起 等别的单位：等房产证明 批准：贾敏',
    '延期 1个工作日 等鉴定结论 批准：周慧芳 10-12 09:10',
    '恢复后还有2小时，再加延期1个工作日',
  ]);
});

test.each([
  ['material', '等补材料'],
  ['appraisal', '等鉴定'],
  ['court', '等法院'],
  ['otherUnit', '等别的单位'],
  ['partyAbsent', '联系不上当事人'],
  ['forceMajeure', '不可抗力'],
] as const)('a pause for %s is told as %s', (ground, word) => {
  const halted = [pause('2026-10-12T09:10', '2026-10-12T10:10', { ground })];
  const { steps } = computeDue(rule(7, 'naturalDay'), calendar, start('2026-10-09'), halted);
  expect(explain(steps)[3]).toBe(`暂停 10-12 共1天 ${word}：等房产证明 批准：贾敏 10-12 09:10`);
});

test('an extension in working days relies on the notices although the limit itself does not', () => {
  const natural = rule(3, 'naturalDay');
  const from = start('2026-12-27');
  expect(computeDue(natural, calendar, from).provisional).toBe(false);
  const extended = computeDue(natural, calendar, from, [], [more(2, 'workingDay')]);
  expect(extended.provisional).toBe(true);
  expect(extended.dueAt && dueDay(extended.dueAt)).toBe('2027-01-01');
});
