import { expect, test } from 'vitest';
import { shippedCalendar as calendar } from '../calendar/notices.ts';
import { atTime, endOfDay } from '../platform/now.ts';
import { firstNoticeAt } from './firstNotice.ts';
import { daysLate } from './ladder.ts';
import { defaultSupervision, type LadderRung } from './supervisionRules.ts';

const rung = (afterDays: number, unit: LadderRung['unit']): LadderRung => ({
  afterDays,
  unit,
  what: 'notice',
  tell: [],
  label: '发督办单',
});
const anytime = (...ladder: LadderRung[]) => ({ ladder, workingTimeOnly: false, docWord: '' });
const due = endOfDay('2026-09-30');

test('逾期1天发督办单：10-01 24时；只在上班时间发就等到国庆后 10-08 上班', () => {
  expect(firstNoticeAt(anytime(rung(1, 'naturalDay')), due, calendar)).toEqual(endOfDay('2026-10-01'));
  expect(firstNoticeAt(defaultSupervision, due, calendar)).toEqual(atTime('2026-10-08', '08:30'));
  expect(firstNoticeAt(defaultSupervision, due, calendar, true)).toEqual(endOfDay('2026-10-01'));
});

test('按工作日：国庆后的第一个工作日过完；没有发督办单这一级就不发', () => {
  expect(firstNoticeAt(anytime(rung(1, 'workingDay')), due, calendar)).toEqual(endOfDay('2026-10-08'));
  expect(firstNoticeAt(anytime(), due, calendar)).toBe(null);
  expect(firstNoticeAt(anytime({ ...rung(1, 'workingDay'), what: 'copy' }), due, calendar)).toBe(null);
});

test.each(['naturalDay', 'workingDay'] as const)('和真正发的时候数的天数一样：%s', (unit) => {
  for (let days = 0; days <= 8; days += 1) {
    const at = firstNoticeAt(anytime(rung(days, unit)), due, calendar) as Date;
    expect(daysLate(unit, due, calendar, at)).toBeGreaterThanOrEqual(days);
    expect(daysLate(unit, due, calendar, new Date(at.getTime() - 1))).toBeLessThan(days);
  }
});
