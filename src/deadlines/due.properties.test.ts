import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Calendar, dayKind, isWorkingDay, makeCalendar, workingDaysAfter } from '../calendar/calendar.ts';
import { shippedCalendar } from '../calendar/notices.ts';
import { addDays, atTime, type Day, dayOf, daysBetween, dueDay, endOfDay, weekday } from '../platform/now.ts';
import { computeDue } from './due.ts';
import type { Pause } from './pause.ts';
import type { ClockRule } from './rule.ts';
import { defaultClockRules } from './rules.13710.ts';
import type { ArithmeticStep } from './steps.ts';

const origin = '2026-01-01';
const anyDay = fc.integer({ min: 0, max: 700 }).map((count) => addDays(origin, count));
const anyTime = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 86_399_999 }))
  .map(([day, ms]) => new Date(atTime(day, '00:00').getTime() + ms));
const dayUnit = fc.constantFrom<ClockRule['unit']>('sameDay', 'naturalDay', 'workingDay', 'month');

const anyRule = fc
  .record({
    length: fc.integer({ min: 1, max: 40 }),
    unit: dayUnit,
    countFirstDay: fc.boolean(),
    rollHoliday: fc.boolean(),
  })
  .map(
    (part): ClockRule => ({
      ...defaultClockRules.handle,
      ...part,
      length: part.unit === 'month' ? Math.ceil(part.length / 8) : part.length,
    }),
  );

const anyCalendar: fc.Arbitrary<Calendar> = fc
  .array(
    fc.record({
      day: anyDay,
      kind: fc.constantFrom('holiday' as const, 'workday' as const),
      name: fc.constantFrom('春节', '国庆节'),
    }),
  )
  .chain((days) =>
    fc.subarray([2026, 2027]).map((years) =>
      makeCalendar(
        years.map((year) => ({ year, version: 1, source: '国办' })),
        days,
      ),
    ),
  );

const closedPause = fc.tuple(anyTime, fc.integer({ min: 0, max: 12 * 86_400_000 })).map(
  ([from, ms]): Pause => ({
    from,
    to: new Date(from.getTime() + ms),
    reason: '等材料',
    approvedBy: '贾敏',
  }),
);
const pauses = fc.array(closedPause, { maxLength: 12 });

function dueOf(rule: ClockRule, calendar: Calendar, start: Date, halts: Pause[] = []): Date {
  const { dueAt } = computeDue(rule, calendar, start, halts);
  if (!dueAt) throw new Error('no date');
  return dueAt;
}

/** Walks the steps as a person with a paper calendar would, refusing any gap, overlap or false count. */
function replay(steps: ArithmeticStep[], calendar: Calendar, rule: ClockRule): Date {
  let cursor: Day = '';
  let counted = 0;
  const cover = (from: Day, to: Day) => {
    expect(from).toBe(addDays(cursor, 1));
    expect(from <= to).toBe(true);
    cursor = to;
  };
  for (const step of steps) {
    switch (step.type) {
      case 'start':
        cursor = addDays(dayOf(new Date(step.at)), rule.countFirstDay || rule.unit === 'sameDay' ? -1 : 0);
        break;
      case 'counted':
        expect(step.first).toBe(counted + 1);
        expect(step.last - step.first).toBe(daysBetween(step.from, step.to));
        cover(step.from, step.to);
        counted = step.last;
        break;
      case 'swapped':
        expect(dayKind(calendar, step.day)).toEqual({ kind: 'swappedWorkday', name: step.name });
        expect(step.number).toBe(counted + 1);
        cover(step.day, step.day);
        counted = step.number;
        break;
      case 'skipped':
        expect(workingDaysAfter(calendar, addDays(step.from, -1), step.to)).toBe(0);
        expect(step.days).toBe(daysBetween(step.from, step.to) + 1);
        cover(step.from, step.to);
        break;
      case 'pause': {
        const to = step.to ?? step.from;
        const working = workingDaysAfter(calendar, addDays(step.from, -1), to);
        expect(step.days).toBe(step.working ? working : daysBetween(step.from, to) + 1);
        cover(step.from, to);
        break;
      }
      case 'roll':
        expect(isWorkingDay(calendar, step.last)).toBe(false);
        cover(step.from, step.to);
        break;
      case 'corresponding':
        expect(step.days).toBeGreaterThanOrEqual(28 * step.months);
        break;
      case 'end': {
        const total = steps.find(({ type }) => type === 'corresponding');
        expect(counted).toBe(total?.type === 'corresponding' ? total.days : rule.unit === 'sameDay' ? 1 : rule.length);
        expect(step.dueAt).toBe(endOfDay(cursor).toISOString());
        break;
      }
    }
  }
  return endOfDay(cursor);
}

test('the steps of any date, replayed by hand, give that date', () => {
  fc.assert(
    fc.property(anyRule, anyCalendar, anyTime, pauses, (rule, calendar, start, halts) => {
      const { dueAt, steps } = computeDue(rule, calendar, start, halts);
      expect(replay(steps, calendar, rule)).toEqual(dueAt);
    }),
    { numRuns: 500 },
  );
});

test('a later start never ends earlier', () => {
  const hours = fc
    .integer({ min: 1, max: 100 })
    .map((length): ClockRule => ({ ...defaultClockRules.handle, unit: 'hour', length }));
  fc.assert(
    fc.property(fc.oneof(anyRule, hours), anyCalendar, anyTime, anyTime, (rule, calendar, one, other) => {
      const [early, late] = one <= other ? [one, other] : [other, one];
      expect(dueOf(rule, calendar, early).getTime()).toBeLessThanOrEqual(dueOf(rule, calendar, late).getTime());
    }),
  );
});

const stood = (halts: Pause[], day: Day) =>
  halts.some(({ from, to }) => dayOf(from) <= day && to !== null && day <= dayOf(to));

test('pauses add exactly the real days they cover, however many there are and in whatever order', () => {
  const units = fc.constantFrom<ClockRule['unit']>('naturalDay', 'workingDay');
  fc.assert(
    fc.property(
      units,
      fc.integer({ min: 1, max: 40 }),
      anyCalendar,
      anyTime,
      pauses,
      (unit, length, calendar, start, halts) => {
        const rule: ClockRule = { ...defaultClockRules.handle, unit, length };
        const dueAt = dueOf(rule, calendar, start, halts);
        let running = 0;
        for (let day = addDays(dayOf(start), 1); day <= dueDay(dueAt); day = addDays(day, 1))
          if (!stood(halts, day) && (unit === 'naturalDay' || isWorkingDay(calendar, day))) running += 1;
        expect(running).toBe(length);
        expect(stood(halts, dueDay(dueAt))).toBe(false);
        expect(dueOf(rule, calendar, start, halts.toReversed())).toEqual(dueAt);
        expect(dueAt.getTime()).toBeGreaterThanOrEqual(dueOf(rule, calendar, start).getTime());
      },
    ),
    { numRuns: 300 },
  );
});

test('hours are lengthened by exactly the time they stood still', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), anyTime, pauses, (length, start, halts) => {
      const rule: ClockRule = { ...defaultClockRules.handle, unit: 'hour', length, countFirstDay: true };
      const dueAt = dueOf(rule, shippedCalendar, start, halts);
      const edges = halts.flatMap(({ from, to }) => [from, to ?? from]).filter((at) => at > start && at < dueAt);
      const marks = [start, ...edges.toSorted((a, b) => a.getTime() - b.getTime()), dueAt].map((at) => at.getTime());
      let ran = 0;
      marks.slice(1).forEach((mark, index) => {
        const before = marks[index] ?? mark;
        const still = halts.some(({ from, to }) => from.getTime() <= before && to !== null && to.getTime() >= mark);
        if (!still) ran += mark - before;
      });
      expect(ran).toBe(length * 3_600_000);
    }),
  );
});

test('rolling never shortens, ends on a working day, and moves nothing that ended on one', () => {
  fc.assert(
    fc.property(anyRule, anyCalendar, anyTime, (rule, calendar, start) => {
      const plain = dueOf({ ...rule, rollHoliday: false }, calendar, start);
      const rolled = dueOf({ ...rule, rollHoliday: true }, calendar, start);
      expect(rolled.getTime()).toBeGreaterThanOrEqual(plain.getTime());
      expect(isWorkingDay(calendar, dueDay(rolled))).toBe(true);
      if (isWorkingDay(calendar, dueDay(plain))) expect(rolled).toEqual(plain);
    }),
  );
});

test('working and natural days agree when nothing between is free', () => {
  const noHolidays = makeCalendar([], []);
  fc.assert(
    fc.property(anyTime, fc.integer({ min: 1, max: 5 }), fc.boolean(), (start, length, countFirstDay) => {
      const rule: ClockRule = { ...defaultClockRules.handle, length, countFirstDay };
      const from = weekday(dayOf(start)) - (countFirstDay ? 1 : 0);
      fc.pre(weekday(dayOf(start)) <= 5 && from + length <= 5);
      const working = dueOf({ ...rule, unit: 'workingDay' }, noHolidays, start);
      expect(working).toEqual(dueOf({ ...rule, unit: 'naturalDay' }, noHolidays, start));
    }),
  );
});

test('an independent package counts the same working days through every year we ship', () => {
  const known = fc.integer({ min: 0, max: 2460 }).map((count) => addDays('2020-01-01', count));
  fc.assert(
    fc.property(known, fc.integer({ min: 1, max: 45 }), (day, length) => {
      const due = dueOf(
        { ...defaultClockRules.handle, unit: 'workingDay', length },
        shippedCalendar,
        atTime(day, '12:00'),
      );
      expect(chineseDays.getWorkdaysInRange(addDays(day, 1), dueDay(due)).length).toBe(length);
      expect(chineseDays.isWorkday(dueDay(due))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a date is provisional exactly when a day it was counted by has no notice yet', () => {
  fc.assert(
    fc.property(anyTime, fc.integer({ min: 1, max: 40 }), (start, length) => {
      const due = computeDue({ ...defaultClockRules.handle, unit: 'workingDay', length }, shippedCalendar, start);
      const last = due.dueAt ? dueDay(due.dueAt) : '';
      expect(due.provisional).toBe(last >= '2027-01-01');
      expect(due.steps.some((step) => step.type === 'provisional' && step.year === 2027)).toBe(due.provisional);
    }),
  );
});
