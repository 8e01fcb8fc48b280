import { expect, test } from 'vitest';
import { untouched } from '../deadlines/clock.ts';
import type { ClockRule } from '../deadlines/clockRule.ts';
import { viewClock } from '../deadlines/clockView.ts';
import { atTime } from '../platform/now.ts';
import { type Calendar, isPublished, isWorkingDay } from './calendar.ts';
import { shippedCalendar } from './notices.ts';
import { defaultOfficeHours } from './office.ts';
import { withOffice } from './officeHours.ts';
import { calendarAsOf, withYear } from './withYear.ts';

const days2026 = [...shippedCalendar.days.values()].filter(({ day }) => day.startsWith('2026-'));
const longer = { day: '2026-10-08', kind: 'holiday' as const, name: '国庆节' };
const first = { year: 2026, version: 1, source: '国办2025-11-04', days: days2026 };
const changed: Calendar = {
  ...withYear(shippedCalendar, 2026, { year: 2026, version: 2, source: '国办2026-09-25', days: [...days2026, longer] }),
  former: new Map([['2026v1', first]]),
};

test('another version of a year changes that year only, and leaves office hours alone', () => {
  expect([isWorkingDay(changed, '2026-10-08'), isWorkingDay(shippedCalendar, '2026-10-08')]).toEqual([false, true]);
  expect(isWorkingDay(changed, '2025-10-08')).toBe(isWorkingDay(shippedCalendar, '2025-10-08'));
  const office = withOffice(shippedCalendar, defaultOfficeHours);
  expect(withYear(office, 2026, null)).toMatchObject({ office: office.office });
  expect(isPublished(withYear(office, 2026, null), '2026-10-08')).toBe(false);
});

test('an old date is told by the calendar it stood on', () => {
  expect(isWorkingDay(calendarAsOf(changed, '2026v1'), '2026-10-08')).toBe(true);
  expect(calendarAsOf(changed, '2026v2')).toBe(changed);
  expect(calendarAsOf(changed, '')).toBe(changed);
  expect(isPublished(calendarAsOf(changed, '2026v1 2025v0'), '2025-05-01')).toBe(false);
  // A version that nobody kept: better the calendar that is known than none.
  expect(isPublished(calendarAsOf(changed, '2026v7'), '2026-05-01')).toBe(true);
});

test('a stopped clock explains the very date it had, a running one the date it has', () => {
  const rule: ClockRule = {
    kind: 'handle',
    label: '办结',
    length: 3,
    unit: 'workingDay',
    countFirstDay: false,
    rollHoliday: true,
    warnBefore: { length: 1, unit: 'workingDay' },
    basis: '测试',
    status: 'G',
  };
  const startedAt = atTime('2026-09-29', '09:00');
  const clock = { ...untouched, id: 'a', kind: 'handle', rule, startedAt, stoppedAt: null, calendarVersion: '2026v1' };
  const stopped = { ...clock, dueAt: atTime('2026-10-09', '24:00'), stoppedAt: atTime('2026-10-08', '10:00') };
  const now = atTime('2026-10-20', '10:00');
  const told = viewClock(stopped, changed, now, false).arithmetic.join('\n');
  expect(told).toContain('到期 10月9日24时');
  expect(told).toContain('2026 v1');
  const running = { ...clock, dueAt: atTime('2026-10-10', '24:00') };
  expect(viewClock(running, changed, now, true).arithmetic.join('\n')).toContain('2026 v2');
});
