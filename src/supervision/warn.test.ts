import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shippedCalendar as calendar } from '../calendar/notices.ts';
import { startClock } from '../deadlines/clockChanges.ts';
import { defaultClockRules } from '../deadlines/rules.13710.ts';
import { clockState } from '../deadlines/state.ts';
import { atTime, dayOf, endOfDay, formatDue } from '../platform/now.ts';
import { amberUntil } from './warn.ts';

const at = (day: string, time: string): Date => atTime(`2026-${day}`, time);

test.each([
  ['4小时内', { length: 4, unit: 'hour' }, '09-29', '16:00', '9月29日20:00'],
  ['当天', { length: 0, unit: 'naturalDay' }, '09-29', '09:00', '9月29日24时'],
  ['2天', { length: 2, unit: 'naturalDay' }, '09-29', '09:00', '10月1日24时'],
  ['1个工作日，前面是国庆', { length: 1, unit: 'workingDay' }, '09-29', '09:00', '10月7日24时'],
  ['2个工作日，前面是国庆', { length: 2, unit: 'workingDay' }, '09-29', '09:00', '10月8日24时'],
  ['1个工作日，周六调休上班', { length: 1, unit: 'workingDay' }, '10-09', '09:00', '10月11日24时'],
] as const)('提前%s提醒：%o 在 %s %s 提醒到 %s', (_, before, day, time, until) => {
  expect(formatDue(amberUntil(before, calendar, at(day, time)))).toBe(until);
});

const units = ['naturalDay', 'workingDay', 'hour'] as const;

test('提醒的时候，和页面上「将到期」的颜色是同一个时候', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20 }),
      fc.constantFrom(...units),
      fc.integer({ min: 0, max: 365 * 24 * 60 }),
      fc.integer({ min: 1, max: 20 }),
      (length, unit, minute, days) => {
        const now = new Date(at('01-01', '00:00').getTime() + minute * 60_000);
        const dueAt = endOfDay(dayOf(new Date(now.getTime() + days * 86_400_000)));
        const rule = { ...defaultClockRules.report, warnBefore: { length, unit } };
        const moment = { now, calendar, step: 'x', newId: () => 'x', ruleOf: () => rule };
        const change = startClock('report', moment);
        const clock = change.kind === 'start' ? { ...change.clock, dueAt } : undefined;
        const amber = clock && clockState(clock, calendar, now).code === 'dueSoon';
        expect(dueAt <= amberUntil({ length, unit }, calendar, now)).toBe(amber);
      },
    ),
  );
});
