import fc from 'fast-check';
import { type Calendar, makeCalendar } from '../../calendar/calendar.ts';
import { defaultOfficeHours } from '../../calendar/office.ts';
import { withOffice } from '../../calendar/officeHours.ts';
import { addDays, atTime } from '../../platform/now.ts';
import type { ClockRule } from '../clockRule.ts';
import type { Extension } from '../extension.ts';
import type { Pause } from '../pause.ts';
import { defaultClockRules } from '../rules.13710.ts';

/** Near enough that pauses, holidays and starts meet, and around a turn of the year. */
export const anyDay = fc.integer({ min: 0, max: 120 }).map((count) => addDays('2026-11-01', count));

export const anyTime = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 86_399_999 }))
  .map(([day, ms]) => new Date(atTime(day, '00:00').getTime() + ms));

const units = ['sameDay', 'naturalDay', 'workingDay', 'month', 'hour', 'workingHour'] as const;

/** Any rule of the given units. */
export const anyRuleOf = (unit: fc.Arbitrary<ClockRule['unit']>): fc.Arbitrary<ClockRule> =>
  fc
    .record({
      length: fc.integer({ min: 1, max: 40 }),
      unit,
      countFirstDay: fc.boolean(),
      rollHoliday: fc.boolean(),
      afterHoursNextDay: fc.boolean(),
    })
    .map((part) => ({
      ...defaultClockRules.handle,
      ...part,
      length: part.unit === 'month' ? Math.ceil(part.length / 8) : part.length,
    }));
export const anyRule = anyRuleOf(fc.constantFrom(...units));
export const anyDayRule = anyRuleOf(fc.constantFrom('sameDay', 'naturalDay', 'workingDay', 'month'));

/** Holidays and worked weekends strewn about, some years without a notice, a center on duty at weekends or not. */
export const anyCalendar: fc.Arbitrary<Calendar> = fc
  .tuple(
    fc.array(
      fc.record({
        day: anyDay,
        kind: fc.constantFrom('holiday' as const, 'workday' as const),
        name: fc.constantFrom('春节', '国庆节'),
      }),
    ),
    fc.subarray([2026, 2027]),
    fc.boolean(),
  )
  .map(([days, years, onDuty]) => {
    const calendar = makeCalendar(
      years.map((year) => ({ year, version: 1, source: '国办' })),
      days,
    );
    const duty = [{ centerId: 'yz', days: 'weekends' as const, dates: [] }];
    return onDuty ? withOffice(calendar, { ...defaultOfficeHours, onDuty: duty }, 'yz') : calendar;
  });

/** Closed: from a moment to one up to twelve days later. */
export const anyPause = fc
  .tuple(anyTime, fc.integer({ min: 0, max: 12 * 86_400_000 }))
  .map(([from, ms]): Pause => ({ from, to: new Date(from.getTime() + ms), reason: '等材料', approvedBy: '贾敏' }));
const openPause = anyTime.map(
  (from): Pause => ({ from, to: null, reason: '等法院', approvedBy: '贾敏', ground: 'court' }),
);

export const closedPauses = fc.array(anyPause, { maxLength: 12 });
export const anyPauses = fc
  .tuple(closedPauses, fc.option(openPause, { freq: 4 }))
  .map(([closed, open]) => (open === null ? closed : [...closed, open]));

export const anyExtension = fc
  .record({
    length: fc.integer({ min: 1, max: 20 }),
    unit: fc.constantFrom('naturalDay' as const, 'workingDay' as const, 'month' as const),
    at: anyTime,
  })
  .map(
    ({ length, unit, at }): Extension => ({
      length: unit === 'month' ? Math.ceil(length / 10) : length,
      unit,
      at,
      reason: '案情复杂',
      plan: '',
      approvedBy: '周慧芳',
    }),
  );
export const anyExtensions = fc.array(anyExtension, { maxLength: 3 });
