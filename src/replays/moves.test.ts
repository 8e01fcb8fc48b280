import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '../calendar/calendar.ts';
import { shippedCalendar } from '../calendar/notices.ts';
import { withYear } from '../calendar/withYear.ts';
import { dueOfClock, untouched } from '../deadlines/clock.ts';
import type { ClockRule } from '../deadlines/clockRule.ts';
import { addDays, atTime } from '../platform/now.ts';
import { movePlanner, type OpenClock, type OpenMatter, type WhatIf } from './moves.ts';
import { emptyTally } from './tally.ts';

const now = atTime('2026-09-29', '10:00');
const days = [...shippedCalendar.days.values()].filter(({ day }) => day.startsWith('2026-'));
const more = ['2026-10-08', '2026-10-09'].map((day) => ({ day, kind: 'holiday' as const, name: '国庆节' }));
const longer = withYear(shippedCalendar, 2026, { year: 2026, version: 2, source: '测试', days: [...days, ...more] });
const missing = withYear(shippedCalendar, 2026, null);

const rule = (over: Partial<ClockRule> = {}): ClockRule => ({
  kind: 'handle',
  label: '办结',
  length: 7,
  unit: 'workingDay',
  countFirstDay: false,
  rollHoliday: false,
  warnBefore: { length: 2, unit: 'workingDay' },
  basis: '测试',
  status: 'G',
  ...over,
});

let serial = 0;
function running(over: Partial<OpenClock> & Pick<OpenClock, 'startedAt'>, calendar: Calendar): OpenClock {
  serial += 1;
  const own = { ...untouched, id: String(serial), kind: 'handle', rule: rule(), stoppedAt: null, ...over };
  const due = dueOfClock({ ...own, dueAt: null }, calendar);
  return { ...own, dueAt: due.dueAt, provisional: due.provisional, ...over };
}
const matter = (...clocks: OpenClock[]): OpenMatter => ({
  countyCode: '140106',
  id: String(clocks[0]?.id),
  kind: 'dispute',
  receivingCenterId: '140106-center',
  leadUnitId: null,
  categoryCode: '02',
  difficulty: 'ordinary',
  settingsVersion: 1,
  restricted: false,
  eventSeq: 3,
  clocks,
});
const what = (before: Calendar, after: Calendar, over: { rule?: ClockRule } = {}): WhatIf => ({
  now,
  before: () => before,
  after: () => ({ calendar: after, ...over }),
});
const plan = (asked: WhatIf, ...matters: OpenMatter[]) => {
  const tally = emptyTally();
  return { moves: movePlanner(asked)(matters, tally), tally };
};
const start = atTime('2026-09-29', '16:40');

describe('what a change does to running clocks', () => {
  test('a working-day clock over new holidays ends as much later; one that ends before them stays', () => {
    const [over, short] = [
      running({ startedAt: start }, shippedCalendar),
      running({ startedAt: start, rule: rule({ length: 1 }) }, shippedCalendar),
    ];
    const { moves, tally } = plan(what(shippedCalendar, longer), matter(over), matter(short));
    expect(moves).toMatchObject([
      {
        clockId: over.id,
        from: atTime('2026-10-14', '24:00'),
        to: atTime('2026-10-16', '24:00'),
        leadTo: atTime('2026-10-16', '24:00'),
        calendarVersion: '2026v2',
        before: 'normal',
        after: 'normal',
        eventSeq: 3,
      },
    ]);
    expect(tally).toMatchObject({ open: 2, moved: 1, clocks: 1, later: 1, earlier: 0 });
    expect(tally.counties['140106']).toMatchObject({ open: 2, moved: 1 });
    expect(tally.units['140106-center']?.before).toEqual({ normal: 1, dueSoon: 1 });
  });

  test('back again it ends earlier, and may be late at once', () => {
    const late = running({ startedAt: atTime('2026-09-10', '09:00'), rule: rule({ length: 12 }) }, longer);
    const asked = { ...what(longer, shippedCalendar), now: atTime('2026-09-29', '10:00') };
    const { tally } = plan(asked, matter(late));
    expect(tally.earlier + tally.later).toBe(tally.clocks);
    const due = running({ startedAt: start }, longer);
    const then = plan({ ...asked, now: atTime('2026-10-15', '10:00') }, matter(due));
    expect(then.tally).toMatchObject({ earlier: 1, before: { dueSoon: 1 }, after: { overdue: 1 } });
  });

  test('a date that came about otherwise, and one the change has no part in, stay', () => {
    const byHand = running({ startedAt: atTime('2026-08-03', '09:00'), dueAt: atTime('2026-09-30', '24:00') }, longer);
    const natural = running({ startedAt: start, rule: rule({ unit: 'naturalDay' }) }, shippedCalendar);
    expect(plan(what(shippedCalendar, longer), matter(byHand), matter(natural)).moves).toEqual([]);
  });

  test('a paused clock has no date to move', () => {
    const pauses = [{ from: start, to: null, reason: '等材料', approvedBy: '张伟民' }];
    const paused = running({ startedAt: atTime('2026-09-28', '09:00'), pauses }, shippedCalendar);
    const { moves, tally } = plan(what(shippedCalendar, longer), matter(paused));
    expect([moves, tally.before, tally.after]).toEqual([[], { paused: 1 }, { paused: 1 }]);
  });

  test('a year that gets its notice takes the mark off, also where the date stays', () => {
    const startedAt = atTime('2026-11-02', '09:00');
    const guessed = running({ startedAt }, missing);
    const { moves, tally } = plan(what(missing, shippedCalendar), matter(guessed));
    expect(moves).toMatchObject([
      { provisional: false, calendarVersion: '2026v1', from: guessed.dueAt, to: guessed.dueAt },
    ]);
    expect(tally).toMatchObject({ moved: 0, settled: 1 });
  });

  test('another rule is kept with the clock; the same rule in other words is none', () => {
    const clock = running({ startedAt: start }, shippedCalendar);
    const shorter = plan(what(shippedCalendar, shippedCalendar, { rule: rule({ length: 5 }) }), matter(clock));
    expect(shorter.moves).toMatchObject([{ to: atTime('2026-10-12', '24:00'), rule: { length: 5 } }]);
    expect(shorter.tally).toMatchObject({ ruled: 1, earlier: 1 });
    const warned = rule({ warnBefore: { length: 3, unit: 'workingDay' } });
    expect(plan(what(shippedCalendar, shippedCalendar, { rule: warned }), matter(clock)).moves).toMatchObject([
      { from: clock.dueAt, to: clock.dueAt, rule: { warnBefore: { length: 3 } } },
    ]);
    expect(plan(what(shippedCalendar, shippedCalendar, { rule: { ...rule() } }), matter(clock)).moves).toEqual([]);
  });

  test('the matter’s own date is that of its nearest clock afterwards', () => {
    const near = running({ startedAt: start, rule: rule({ length: 4 }) }, shippedCalendar);
    const far = running({ startedAt: start, rule: rule({ unit: 'naturalDay', length: 11 }) }, shippedCalendar);
    const { moves } = plan(what(shippedCalendar, longer), matter(near, far));
    expect(moves.map(({ leadTo }) => leadTo)).toEqual([far.dueAt]);
  });

  test('a party’s right that moves gives the matter no date of its own in the lists', () => {
    const right = running({ startedAt: start, binds: 'party' }, shippedCalendar);
    const { moves } = plan(what(shippedCalendar, longer), matter(right));
    expect(moves.map(({ from, to, leadTo }) => [from, to, leadTo])).toEqual([[right.dueAt, expect.any(Date), null]]);
  });
});

test('what clocks share is asked once, and the answer is the one that each would get alone', () => {
  const units = ['sameDay', 'naturalDay', 'workingDay', 'month', 'hour', 'workingHour'] as const;
  const rules = units.flatMap((unit) =>
    [false, true].map((late) =>
      rule({ unit, length: unit === 'month' ? 1 : 9, rollHoliday: late, afterHoursNextDay: late }),
    ),
  );
  const anyClock = fc.record({
    rule: fc.constantFrom(...rules),
    day: fc.integer({ min: 0, max: 40 }),
    minute: fc.integer({ min: 0, max: 1439 }),
    paused: fc.boolean(),
  });
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  fc.assert(
    fc.property(fc.array(anyClock, { minLength: 1, maxLength: 12 }), (facts) => {
      const clocks = facts.map(({ rule: own, day, minute, paused }) => {
        const time = `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
        const startedAt = atTime(addDays('2026-09-01', day), time);
        const to = new Date(startedAt.getTime() + 30 * 3_600_000);
        const pauses = paused ? [{ from: startedAt, to, reason: '等材料', approvedBy: '张伟民' }] : [];
        return running({ startedAt, rule: own, pauses }, shippedCalendar);
      });
      const { moves, tally } = plan(what(shippedCalendar, longer), ...clocks.map((clock) => matter(clock)));
      const alone = clocks.filter((clock) => dueOfClock(clock, longer).dueAt?.getTime() !== clock.dueAt?.getTime());
      expect(moves.map(({ clockId }) => clockId)).toEqual(alone.map(({ id }) => id));
      for (const [index, clock] of alone.entries()) expect(moves[index]?.to).toEqual(dueOfClock(clock, longer).dueAt);
      expect(tally.later + tally.earlier).toBe(moves.length);
    }),
    { numRuns: 60 },
  );
});
