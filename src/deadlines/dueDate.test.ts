import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeCalendar } from '../calendar/calendar.ts';
import { shippedCalendar } from '../calendar/notices.ts';
import { atTime, endOfDay } from '../platform/now.ts';
import { untouched } from './clock.ts';
import { computeDue } from './due.ts';
import { dateOfClock, dueDate } from './dueDate.ts';
import { defaultClockRules } from './rules.13710.ts';
import { statutoryClocks } from './rules.statutory.ts';
import { calendarVersionOf } from './steps.ts';
import { anyCalendar, anyExtensions, anyPauses, anyRule, anyTime } from './testing/anyClock.ts';

test('the fast date is the explained one, with the same notices', () => {
  fc.assert(
    fc.property(
      anyRule,
      anyCalendar,
      anyTime,
      anyPauses,
      anyExtensions,
      (rule, calendar, start, pauses, extensions) => {
        const { dueAt, provisional, steps } = computeDue(rule, calendar, start, pauses, extensions);
        const calendarVersion = calendarVersionOf(steps);
        expect(dueDate(rule, calendar, start, pauses, extensions)).toEqual({ dueAt, provisional, calendarVersion });
      },
    ),
  );
});

test('every limit we know has the same date by both ways, from a Sunday, from a holiday and before one', () => {
  const rules = [...Object.values(defaultClockRules), ...[...statutoryClocks.values()].map(({ rule }) => rule)];
  for (const rule of rules)
    for (const day of ['2026-02-10', '2026-10-01', '2026-10-11', '2026-12-31', '1969-12-28']) {
      const start = atTime(day, '16:40');
      expect(dueDate(rule, shippedCalendar, start).dueAt).toEqual(computeDue(rule, shippedCalendar, start).dueAt);
    }
});

test('a day that is moved to relies on its own year’s notice, but not one on which the clock stood still', () => {
  const rule = { ...defaultClockRules.handle, rollHoliday: true };
  const start = atTime('2023-12-24', '09:00');
  expect(dueDate(rule, shippedCalendar, start).calendarVersion).toBe('2023v1 2024v1');
  const december = makeCalendar([{ year: 2022, version: 1, source: '国办' }], []);
  // 31 December 2022 is a Saturday; the clock stands still on Monday, 2 January.
  const halt = (from: string, to: string) => [
    { from: atTime(from, '09:00'), to: atTime(to, '10:00'), reason: '等材料', approvedBy: '贾敏' },
  ];
  const dated = dueDate(rule, december, atTime('2022-12-24', '09:00'), halt('2023-01-02', '2023-01-02'));
  expect(dated).toEqual({ dueAt: endOfDay('2023-01-03'), provisional: true, calendarVersion: '2022v1 2023v0' });
});

test('a clock is dated by its own rule unless asked by another', () => {
  const rule = defaultClockRules.report;
  const startedAt = atTime('2026-10-12', '09:00');
  const clock = { ...untouched, id: 'a', kind: 'report', rule, startedAt, stoppedAt: null, dueAt: null };
  expect(dateOfClock(clock, shippedCalendar).dueAt).toEqual(endOfDay('2026-10-15'));
  expect(dateOfClock(clock, shippedCalendar, defaultClockRules.handle).dueAt).toEqual(endOfDay('2026-10-19'));
  const extended = { length: 1, unit: 'naturalDay' as const, reason: '', plan: '', approvedBy: '', at: startedAt };
  expect(dateOfClock({ ...clock, extensions: [extended] }, shippedCalendar).dueAt).toEqual(endOfDay('2026-10-16'));
});

test('two calendars with the same days but other notices are told apart', () => {
  const { days } = shippedCalendar;
  const other = makeCalendar([{ year: 2026, version: 2, source: '国办' }], days.values());
  const rule = { ...defaultClockRules.verify, length: 3 };
  const versionOf = (calendar: typeof other) => dueDate(rule, calendar, atTime('2026-09-29', '09:00')).calendarVersion;
  expect([versionOf(shippedCalendar), versionOf(other)]).toEqual(['2026v1', '2026v2']);
});
