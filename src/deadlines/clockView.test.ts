import { expect, test } from 'vitest';
import { makeCalendar } from '../calendar/calendar.ts';
import { shippedCalendar as calendar } from '../calendar/notices.ts';
import { atTime, endOfDay } from '../platform/now.ts';
import { type Clock, untouched } from './clock.ts';
import { viewClock, viewClocks } from './clockView.ts';
import { defaultClockRules } from './rules.13710.ts';

const now = atTime('2026-10-12', '09:00');
const handle: Clock = {
  ...untouched,
  id: 'a',
  kind: 'handle',
  rule: defaultClockRules.handle,
  startedAt: atTime('2026-10-09', '16:40'),
  stoppedAt: null,
  dueAt: endOfDay('2026-10-16'),
};
const report: Clock = {
  ...handle,
  id: 'b',
  kind: 'report',
  rule: defaultClockRules.report,
  dueAt: endOfDay('2026-10-12'),
};

test('a clock is shown with its state, its basis and its arithmetic', () => {
  expect(viewClock(handle, calendar, now, true)).toEqual({
    id: 'a',
    kind: 'handle',
    label: '办结',
    code: 'normal',
    word: '正常',
    chip: '余4天 10-16',
    sentence: '办结：10月16日24时前，还有4天，正常。',
    binds: 'ours',
    waitingOn: null,
    startedAt: '2026-10-09T08:40:00.000Z',
    dueAt: '2026-10-16T16:00:00.000Z',
    stoppedAt: null,
    provisional: false,
    partyId: null,
    leading: true,
    basis: handle.rule.basis,
    basisStatus: 'V2',
    arithmetic: [
      '起算 10-09 周五 16:40',
      `依据 办结·7天：${handle.rule.basis}（转引，原文待核）`,
      '第1–7天 10-10…10-16 → 到期 10月16日24时',
    ],
    history: [],
  });
});

test('the nearest leads, and a stopped or paused one shows the moment and no date', () => {
  expect(viewClocks([handle, report], calendar, now).map(({ id, leading }) => [id, leading])).toEqual([
    ['a', false],
    ['b', true],
  ]);
  expect(viewClocks([{ ...report, stoppedAt: now }], calendar, now)).toMatchObject([
    { leading: false, stoppedAt: now.toISOString(), dueAt: '2026-10-12T16:00:00.000Z' },
  ]);
  const pauses = [{ from: now, to: null, reason: '补材料', approvedBy: '贾敏' }];
  expect(viewClock({ ...handle, dueAt: null, pauses }, calendar, now, false).dueAt).toBe(null);
});

test('former dates are told with until when they held and why they moved', () => {
  const dueHistory = [
    { dueAt: endOfDay('2026-10-14').toISOString(), at: '2026-10-10T01:00:00.000Z', why: '放假安排改了' },
    { dueAt: null, at: '2026-10-11T01:00:00.000Z', why: '钟接着走' },
  ];
  expect(viewClock({ ...handle, dueHistory }, calendar, now, true).history).toEqual([
    { due: '10月14日24时', until: '10-10 09:00', why: '放假安排改了' },
    { due: '没有日期', until: '10-11 09:00', why: '钟接着走' },
  ]);
});

test('plans are told to those who may read them', () => {
  const extensions = [
    { length: 1, unit: 'naturalDay' as const, reason: '等鉴定', plan: '17日出结论', approvedBy: '周慧芳', at: now },
  ];
  const told = (readers: { plans?: boolean }) =>
    viewClock({ ...handle, extensions }, calendar, now, true, readers).arithmetic.join();
  expect(told({ plans: true })).toContain('方案：17日出结论');
  expect(told({})).not.toContain('方案');
  expect(viewClocks([{ ...handle, extensions }], calendar, now, { plans: true })[0]?.arithmetic.join()).toContain(
    '方案',
  );
});

test('what was finished in a year that had no notice yet is told as it was counted then', () => {
  const rule = { ...defaultClockRules.verify, length: 3 };
  const verify = {
    ...handle,
    kind: 'verify',
    rule,
    startedAt: atTime('2026-12-30', '09:00'),
    dueAt: endOfDay('2027-01-04'),
  };
  const published = makeCalendar(
    [...calendar.years.values(), { year: 2027, version: 1, source: '国办2026-11-10' }],
    [...calendar.days.values(), { day: '2027-01-01', kind: 'holiday', name: '元旦' }],
  );
  expect(viewClock(verify, published, now, true).provisional).toBe(false);
  expect(viewClock({ ...verify, stoppedAt: now, calendarVersion: '2026v1' }, calendar, now, true).provisional).toBe(
    true,
  );
});
