import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Calendar, dayKind, isWorkingDay, makeCalendar, workingDaysAfter } from '../calendar/calendar.ts';
import { shippedCalendar } from '../calendar/notices.ts';
import { isOpenDay, workingTimeBetween } from '../calendar/officeHours.ts';
import { addDays, atTime, type Day, dayOf, daysBetween, dueDay, endOfDay, weekday } from '../platform/now.ts';
import type { ClockRule } from './clockRule.ts';
import { computeDue } from './due.ts';
import type { Extension } from './extension.ts';
import type { Pause } from './pause.ts';
import { defaultClockRules } from './rules.13710.ts';
import type { ArithmeticStep } from './steps.ts';
import {
  anyCalendar,
  anyDayRule,
  anyExtension,
  anyExtensions,
  anyPauses,
  anyRule,
  anyTime,
  closedPauses,
} from './testing/anyClock.ts';

const HOUR = 3_600_000;

function dueOf(
  rule: ClockRule,
  calendar: Calendar,
  start: Date,
  halts: Pause[] = [],
  extensions: Extension[] = [],
): Date {
  const { dueAt } = computeDue(rule, calendar, start, halts, extensions);
  if (!dueAt) throw new Error('no date');
  return dueAt;
}

/** What one leg must count, as the steps themselves say it. */
function wantedBy(step: ArithmeticStep): number | null {
  if (step.type === 'rule') return step.unit === 'sameDay' ? 1 : step.length;
  if (step.type === 'extension') return step.length;
  return step.type === 'corresponding' ? step.days : null;
}

/** Walks the steps as a person with a paper calendar would, refusing any gap, overlap or false count. */
function replay(steps: ArithmeticStep[], calendar: Calendar, rule: ClockRule): Date {
  let cursor: Day = '';
  let counted = 0;
  let wanted = 0;
  const first = rule.countFirstDay || rule.unit === 'sameDay' ? -1 : 0;
  const cover = (from: Day, to: Day) => {
    expect(from).toBe(addDays(cursor, 1));
    expect(from <= to).toBe(true);
    cursor = to;
  };
  for (const step of steps) {
    wanted = wantedBy(step) ?? wanted;
    switch (step.type) {
      case 'start':
        cursor = addDays(dayOf(new Date(step.at)), first);
        break;
      case 'afterHours':
        expect(isOpenDay(calendar, step.day)).toBe(true);
        cursor = addDays(step.day, first);
        break;
      case 'extension':
        expect(step.after).toBe(cursor);
        counted = 0;
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
      case 'end':
        expect(counted).toBe(wanted);
        expect(step.dueAt).toBe(endOfDay(cursor).toISOString());
        break;
    }
  }
  return endOfDay(cursor);
}

test('the steps of any date, replayed by hand, give that date', () => {
  fc.assert(
    fc.property(anyDayRule, anyCalendar, anyTime, closedPauses, anyExtensions, (rule, calendar, start, halts, more) => {
      const { dueAt, steps } = computeDue(rule, calendar, start, halts, more);
      expect(replay(steps, calendar, rule)).toEqual(dueAt);
    }),
  );
});

test('a later start never ends earlier', () => {
  fc.assert(
    fc.property(anyRule, anyCalendar, anyTime, anyTime, closedPauses, (rule, calendar, one, other, halts) => {
      const [early, late] = one <= other ? [one, other] : [other, one];
      const [first, last] = [dueOf(rule, calendar, early, halts), dueOf(rule, calendar, late, halts)];
      expect(first.getTime()).toBeLessThanOrEqual(last.getTime());
    }),
  );
});

test('a longer limit never ends earlier', () => {
  fc.assert(
    fc.property(
      anyRule,
      fc.integer({ min: 1, max: 9 }),
      anyCalendar,
      anyTime,
      closedPauses,
      (rule, more, calendar, start, halts) => {
        const longer = { ...rule, length: rule.length + more };
        const [first, last] = [dueOf(rule, calendar, start, halts), dueOf(longer, calendar, start, halts)];
        expect(first.getTime()).toBeLessThanOrEqual(last.getTime());
      },
    ),
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
      closedPauses,
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
  );
});

const hourly = fc.constantFrom('hour' as const, 'workingHour' as const);

test('hours and working hours are lengthened by exactly the time they stood still', () => {
  fc.assert(
    fc.property(
      hourly,
      fc.integer({ min: 1, max: 60 }),
      anyCalendar,
      anyTime,
      closedPauses,
      (unit, length, calendar, start, halts) => {
        const rule: ClockRule = { ...defaultClockRules.handle, unit, length, countFirstDay: true };
        const dueAt = dueOf(rule, calendar, start, halts);
        const edges = halts.flatMap(({ from, to }) => [from, to ?? from]).filter((at) => at > start && at < dueAt);
        const marks = [start, ...edges.toSorted((a, b) => a.getTime() - b.getTime()), dueAt];
        let ran = 0;
        marks.slice(1).forEach((mark, index) => {
          const before = marks[index] ?? mark;
          if (halts.some(({ from, to }) => from <= before && to !== null && to >= mark)) return;
          ran += unit === 'hour' ? mark.getTime() - before.getTime() : workingTimeBetween(calendar, before, mark);
        });
        expect(ran).toBe(length * HOUR);
      },
    ),
  );
});

test('the hours that are told add up to the limit', () => {
  fc.assert(
    fc.property(
      hourly,
      fc.integer({ min: 1, max: 60 }),
      anyCalendar,
      anyTime,
      anyPauses,
      (unit, length, calendar, start, halts) => {
        const rule: ClockRule = { ...defaultClockRules.handle, unit, length };
        const { left, steps } = computeDue(rule, calendar, start, halts);
        const told = steps.map((step) => {
          if (step.type === 'hours') return Date.parse(step.to) - Date.parse(step.from);
          return step.type === 'officeHours' ? step.hours * HOUR : 0;
        });
        expect(told.reduce((sum, time) => sum + time, left * HOUR)).toBeCloseTo(length * HOUR, 3);
      },
    ),
  );
});

test('a pause that ends the instant it began changes nothing for hours', () => {
  fc.assert(
    fc.property(
      hourly,
      fc.integer({ min: 1, max: 60 }),
      anyCalendar,
      anyTime,
      anyTime,
      (unit, length, calendar, start, at) => {
        const rule: ClockRule = { ...defaultClockRules.handle, unit, length };
        const instant: Pause = { from: at, to: at, reason: '等材料', approvedBy: '贾敏' };
        expect(dueOf(rule, calendar, start, [instant])).toEqual(dueOf(rule, calendar, start));
      },
    ),
  );
});

test('an extension never shortens, and never depends on the roll of what came before', () => {
  fc.assert(
    fc.property(
      anyRule,
      anyCalendar,
      anyTime,
      closedPauses,
      anyExtensions,
      anyExtension,
      (rule, calendar, start, halts, granted, one) => {
        const later = { ...one, at: new Date(Date.UTC(2100, 0, 1)) };
        const plain = { ...rule, rollHoliday: false };
        const before = dueOf(plain, calendar, start, halts, granted);
        const after = dueOf(plain, calendar, start, halts, [...granted, later]);
        expect(after.getTime()).toBeGreaterThan(before.getTime());
        const rolled = dueOf({ ...rule, rollHoliday: true }, calendar, start, halts, [...granted, later]);
        if (isWorkingDay(calendar, dueDay(after))) expect(rolled).toEqual(after);
        expect(rolled.getTime()).toBeGreaterThanOrEqual(after.getTime());
      },
    ),
  );
});

test('two extensions in days of a kind are one of both, whenever they were granted', () => {
  const unit = fc.constantFrom('naturalDay' as const, 'workingDay' as const);
  fc.assert(
    fc.property(
      anyDayRule,
      anyCalendar,
      anyTime,
      closedPauses,
      unit,
      anyExtension,
      anyExtension,
      (rule, calendar, start, halts, counted, a, b) => {
        const [one, two] = [
          { ...a, unit: counted },
          { ...b, unit: counted },
        ];
        const both = { ...one, length: one.length + two.length };
        const due = (extensions: Extension[]) => dueOf(rule, calendar, start, halts, extensions);
        expect(due([one, two])).toEqual(due([both]));
        expect(due([two, one])).toEqual(due([both]));
      },
    ),
  );
});

test('an extension in the limit’s own days is a longer limit', () => {
  fc.assert(
    fc.property(anyDayRule, anyCalendar, anyTime, closedPauses, anyExtension, (rule, calendar, start, halts, one) => {
      const unit = rule.unit === 'workingDay' ? 'workingDay' : 'naturalDay';
      fc.pre(rule.unit === unit);
      const longer = { ...rule, length: rule.length + one.length };
      expect(dueOf(rule, calendar, start, halts, [{ ...one, unit }])).toEqual(dueOf(longer, calendar, start, halts));
    }),
  );
});

test('rolling never shortens, ends on a working day, and moves nothing that ended on one', () => {
  fc.assert(
    fc.property(anyDayRule, anyCalendar, anyTime, (rule, calendar, start) => {
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
