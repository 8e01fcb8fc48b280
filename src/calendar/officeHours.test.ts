import fc from 'fast-check';
import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { addDays, atTime, formatTime } from '../platform/now.ts';
import { shippedCalendar } from './notices.ts';
import { defaultOfficeHours, OfficeHours, type OnDuty } from './office.ts';
import {
  addWorkingHours,
  addWorkingTime,
  closingOf,
  hoursOn,
  isOpen,
  isOpenDay,
  nextOpenDay,
  nextOpening,
  sessionsOn,
  withOffice,
  workingTimeBetween,
} from './officeHours.ts';

const HOUR = 3_600_000;
const office = withOffice(shippedCalendar, defaultOfficeHours);
const at = (text: string) => new Date(`${text}+08:00`);
const duty = (days: OnDuty['days'], dates: string[] = []): OnDuty => ({ centerId: 'yz-center', days, dates });
const dutyOffice = (...onDuty: OnDuty[]) => withOffice(shippedCalendar, { ...defaultOfficeHours, onDuty }, 'yz-center');

test.each([
  ['2026-10-14T08:29:59', false, 'before opening'],
  ['2026-10-14T08:30', true, 'on opening'],
  ['2026-10-14T11:59:59', true, 'before lunch'],
  ['2026-10-14T12:00', false, 'at lunch'],
  ['2026-10-14T14:30', true, 'after lunch'],
  ['2026-10-14T17:59:59', true, 'before closing'],
  ['2026-10-14T18:00', false, 'on closing'],
  ['2026-10-17T10:00', false, 'on a Saturday'],
  ['2026-10-10T10:00', true, 'on a Saturday that is worked for National Day'],
  ['2026-10-01T10:00', false, 'on National Day'],
])('at %s the office is open: %s, %s', (time, open) => {
  expect(isOpen(office, at(time))).toBe(open);
});

test.each([
  ['2026-10-14T09:10', '2026-10-14T09:10', 'while open it is that moment'],
  ['2026-10-14T08:30', '2026-10-14T08:30', 'on opening too'],
  ['2026-10-14T06:00', '2026-10-14T08:30', 'in the early morning the same day'],
  ['2026-10-14T12:00', '2026-10-14T14:30', 'at noon after lunch'],
  ['2026-10-14T18:00', '2026-10-15T08:30', 'on closing the next day'],
  ['2026-10-16T18:00', '2026-10-19T08:30', 'on Friday evening on Monday'],
  ['2026-09-30T18:30', '2026-10-08T08:30', 'before National Day after it'],
  ['2026-10-09T20:00', '2026-10-10T08:30', 'on the swapped Saturday'],
  ['2026-12-31T23:59', '2027-01-01T08:30', 'of an unpublished year by its weekdays'],
])('after %s it opens at %s: %s', (time, opening) => {
  expect(nextOpening(office, at(time))).toEqual(at(opening));
});

test('a day closes with its last session, a closed day never does', () => {
  expect(closingOf(office, '2026-10-14')).toEqual(at('2026-10-14T18:00'));
  expect(closingOf(office, '2026-10-17')).toBe(null);
  expect(nextOpenDay(office, '2026-10-16')).toBe('2026-10-19');
});

test.each([
  ['2026-10-14T09:00', '2026-10-14T10:30', 1.5],
  ['2026-10-14T11:00', '2026-10-14T15:00', 1.5],
  ['2026-10-14T00:00', '2026-10-15T00:00', 7],
  ['2026-10-14T12:00', '2026-10-14T14:30', 0],
  ['2026-09-30T17:00', '2026-10-08T09:30', 2],
  ['2026-10-14T10:00', '2026-10-14T10:00', 0],
  ['2026-10-14T10:00', '2026-10-14T09:00', 0],
  ['2026-10-17T10:00', '2026-10-18T09:00', 0],
])('from %s to %s the office is open for %s hours', (from, to, hours) => {
  expect(workingTimeBetween(office, at(from), at(to))).toBe(hours * HOUR);
});

test.each([
  ['2026-10-14T09:00', 1, '2026-10-14T10:00'],
  ['2026-10-14T11:00', 1, '2026-10-14T12:00'],
  ['2026-10-14T11:00', 1.5, '2026-10-14T15:00'],
  ['2026-10-14T17:00', 1, '2026-10-14T18:00'],
  ['2026-10-14T17:00', 2, '2026-10-15T09:30'],
  ['2026-09-30T17:00', 8, '2026-10-08T18:00'],
  ['2026-10-14T20:00', 7, '2026-10-15T18:00'],
  ['2026-10-14T20:00', 0, '2026-10-14T20:00'],
])('from %s, %s working hours end at %s', (from, hours, end) => {
  expect(addWorkingHours(office, at(from), hours)).toEqual(at(end));
});

test('summer has its own hours, also a summer that runs over New Year', () => {
  const sessions = [{ from: '08:00', to: '12:00' }];
  const summer = (from: string, to: string) =>
    withOffice(shippedCalendar, { ...defaultOfficeHours, summer: { from, to, sessions } });
  const usual = defaultOfficeHours.sessions;
  const told = (calendar: typeof office) =>
    ['2026-04-30', '2026-05-01', '2026-09-30', '2026-10-01'].map((day) => hoursOn(calendar, day) !== usual);
  expect(told(summer('05-01', '09-30'))).toEqual([false, true, true, false]);
  expect(told(summer('10-01', '04-30'))).toEqual([true, false, false, true]);
  expect(closingOf(summer('05-01', '09-30'), '2026-06-01')).toEqual(at('2026-06-01T12:00'));
});

test('sessions are taken in order, overlapping ones once, and one that ends before it begins not at all', () => {
  const odd = withOffice(shippedCalendar, {
    sessions: [
      { from: '14:00', to: '18:00' },
      { from: '08:00', to: '12:00' },
      { from: '11:00', to: '13:00' },
      { from: '13:00', to: '13:30' },
      { from: '09:00', to: '10:00' },
      { from: '20:00', to: '19:00' },
    ],
    onDuty: [],
  });
  const spoken = sessionsOn(odd, '2026-10-14').map(({ from, to }) =>
    [from, to].map((each) => formatTime(new Date(each))),
  );
  expect(spoken).toEqual([
    ['10-14 08:00', '10-14 13:30'],
    ['10-14 14:00', '10-14 18:00'],
  ]);
});

test('hours that are never open are a mistake in the settings, not an endless search', () => {
  const never = withOffice(shippedCalendar, { sessions: [{ from: '10:00', to: '10:00' }], onDuty: [] });
  expect(() => nextOpening(never, at('2026-10-14T10:00'))).toThrow('no open day after 2026-10-14');
});

// 2026-10-03 is a Saturday within National Day, 10-17 an ordinary Saturday, 10-06 a Tuesday within National Day.
test.each([
  ['weekends', [], [false, true, false]],
  ['holidays', [], [true, false, true]],
  ['everyDay', [], [true, true, true]],
  ['dates', ['2026-10-03'], [true, false, false]],
  ['weekends', ['2026-10-03'], [true, true, false]],
] as const)('a center on duty on %s %j is open on those days, and on every worked one', (days, dates, open) => {
  const calendar = dutyOffice(duty(days, [...dates]));
  expect(['2026-10-03', '2026-10-17', '2026-10-06'].map((day) => isOpenDay(calendar, day))).toEqual(open);
  expect([isOpenDay(calendar, '2026-10-10'), isOpenDay(calendar, '2026-10-14')]).toEqual([true, true]);
});

test('duty is that center’s alone', () => {
  const settings = { ...defaultOfficeHours, onDuty: [duty('everyDay')] };
  const open = (centerId?: string) => isOpenDay(withOffice(shippedCalendar, settings, centerId), '2026-10-03');
  expect([open('yz-center'), open('xd-center'), open()]).toEqual([true, false, false]);
});

test('a calendar without a county uses the default hours', () => {
  expect(closingOf(shippedCalendar, '2026-10-14')).toEqual(at('2026-10-14T18:00'));
});

test('the form takes what it shows and refuses a time that is none', () => {
  expect(Value.Check(OfficeHours, defaultOfficeHours)).toBe(true);
  const typed = (from: string) =>
    Value.Check(OfficeHours, { ...defaultOfficeHours, sessions: [{ from, to: '18:00' }] });
  expect([typed('08:30'), typed('23:59'), typed('24:00'), typed('8:30'), typed('08:60')]).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  const summer = (from: string) =>
    Value.Check(OfficeHours, { ...defaultOfficeHours, summer: { ...defaultOfficeHours, from, to: '09-30' } });
  expect(summer('05-01')).toBe(false);
  const sessions = defaultOfficeHours.sessions;
  const season = (from: string) =>
    Value.Check(OfficeHours, { ...defaultOfficeHours, summer: { from, to: '09-30', sessions } });
  expect([season('05-01'), season('12-31'), season('13-01'), season('05-32'), season('5-1')]).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 150 }), fc.integer({ min: 0, max: 86_399 }))
  .map(([day, second]) => new Date(atTime(addDays('2026-01-20', day), '00:00').getTime() + second * 1000));
const anyOffice = fc
  .tuple(fc.constantFrom('weekends' as const, 'holidays' as const, 'everyDay' as const, 'dates' as const), fc.boolean())
  .map(([days, onDuty]) => (onDuty ? dutyOffice(duty(days)) : office));

test('working time adds up, and adding it again arrives where it was counted to', () => {
  fc.assert(
    fc.property(anyOffice, anyTime, anyTime, anyTime, (calendar, a, b, c) => {
      const [one, two, three] = [a, b, c].toSorted((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date];
      const between = (from: Date, to: Date) => workingTimeBetween(calendar, from, to);
      expect(between(one, two) + between(two, three)).toBe(between(one, three));
      const end = addWorkingTime(calendar, one, between(one, three));
      expect(end.getTime()).toBeLessThanOrEqual(three.getTime());
      expect(between(one, end)).toBe(between(one, three));
    }),
  );
});

test('every minute is open or not as the sessions say, whoever asks', () => {
  fc.assert(
    fc.property(anyOffice, anyTime, (calendar, time) => {
      const open = isOpen(calendar, time);
      expect(nextOpening(calendar, time).getTime() === time.getTime()).toBe(open);
      expect(workingTimeBetween(calendar, time, new Date(time.getTime() + 1000)) > 0).toBe(open);
    }),
  );
});
