import { expect, test } from 'vitest';
import { isWorkingDay, makeCalendar, type SpecialDay } from './calendar.ts';
import { shippedCalendar as calendar } from './notices.ts';
import { problemsOf, publishYear } from './publishYear.ts';
import { calendarAsOf, withYear } from './withYear.ts';
import { changedDays } from './yearView.ts';

const holiday = (day: string, name = '元旦'): SpecialDay => ({ day, kind: 'holiday', name });
const worked = (day: string, name = '元旦调休上班'): SpecialDay => ({ day, kind: 'workday', name });
const whole = [holiday('2027-10-01', '国庆节'), holiday('2027-01-01'), holiday('2027-05-01', '劳动节')];
const notice = (days: SpecialDay[], source = ' 国办2026-11-10 ') => ({ source, publishedOn: '2026-11-10', days });

test('a year that is whole is published in the order of its days, as one more version', () => {
  expect(publishYear(2027, notice([...whole, worked('2027-01-03')]), 2)).toEqual({
    year: 2027,
    version: 3,
    source: '国办2026-11-10',
    publishedOn: '2026-11-10',
    days: [whole[1], worked('2027-01-03'), whole[2], whole[0]],
  });
  expect(problemsOf(2027, notice(whole))).toEqual({});
});

test.each([
  ['another year’s day', [...whole, holiday('2026-12-31')], { 'days.3.day': '不是2027年的日子' }],
  ['a day that does not exist', [...whole, holiday('2027-02-29')], { 'days.3.day': '不是2027年的日子' }],
  ['a day twice', [...whole, worked('2027-05-01')], { 'days.3.day': '这一天写了两次' }],
  ['work in exchange on a Friday', [...whole, worked('2027-01-08')], { 'days.3.day': '调休上班的应是周六或周日' }],
  ['no New Year', whole.filter(({ name }) => name !== '元旦'), { days: '没有元旦，通知没有抄全' }],
  ['no May Day', whole.filter(({ name }) => name !== '劳动节'), { days: '没有劳动节，通知没有抄全' }],
  ['no National Day', whole.filter(({ name }) => name !== '国庆节'), { days: '没有国庆节，通知没有抄全' }],
  [
    'New Year worked',
    [worked('2027-01-01'), ...whole.slice(2)],
    expect.objectContaining({ days: '没有元旦，通知没有抄全' }),
  ],
])('a year is not published with %s', (_why, days, problems) => {
  expect(problemsOf(2027, notice(days))).toEqual(problems);
});

test('Saturday and Sunday may be worked in exchange, and a holiday may fall on any day', () => {
  expect(
    problemsOf(2027, notice([...whole, worked('2027-01-09'), worked('2027-01-10'), holiday('2027-01-04')])),
  ).toEqual({});
});

test('what is missing is refused together, each at its field', () => {
  expect(() => publishYear(2027, notice([holiday('2026-01-01')], '  '), 0)).toThrow('有 3 处要改。');
  try {
    publishYear(2027, notice([holiday('2026-01-01')], '  '), 0);
  } catch (error) {
    expect(error).toMatchObject({
      kind: 'invalid',
      code: 'invalidInput',
      fields: { source: '写上是哪一份通知', 'days.0.day': '不是2027年的日子', days: '没有元旦，通知没有抄全' },
    });
  }
});

const version = { year: 2026, version: 2, source: '国办2026-03-01', days: [holiday('2026-10-09', '国庆节')] };

test('a calendar with another version of a year changes that year and nothing else', () => {
  const other = withYear(calendar, 2026, version);
  expect(other.years.get(2026)).toEqual({ year: 2026, version: 2, source: '国办2026-03-01' });
  expect([
    isWorkingDay(other, '2026-10-09'),
    isWorkingDay(other, '2026-10-10'),
    isWorkingDay(other, '2026-10-01'),
  ]).toEqual([false, false, true]);
  expect([...other.days.keys()].filter((day) => day.startsWith('2025'))).toHaveLength(33);
  expect([...other.days.keys()].filter((day) => day.startsWith('2026'))).toEqual(['2026-10-09']);
  expect(isWorkingDay(calendar, '2026-10-09')).toBe(true);
});

test('a year taken out is a year without a notice', () => {
  const without = withYear(calendar, 2026, null);
  expect([without.years.has(2026), without.years.has(2025), isWorkingDay(without, '2026-10-01')]).toEqual([
    false,
    true,
    true,
  ]);
});

test('a past date stands on the versions it was counted by', () => {
  const former = new Map([['2026v1', { ...version, version: 1, days: [holiday('2026-10-08', '国庆节')] }]]);
  const now = { ...withYear(calendar, 2026, version), former };
  expect(calendarAsOf(now, '2026v2')).toBe(now);
  expect(calendarAsOf(now, '')).toBe(now);
  const then = calendarAsOf(now, '2025v1 2026v1');
  expect(then.years.get(2026)?.version).toBe(1);
  expect([isWorkingDay(then, '2026-10-08'), isWorkingDay(then, '2026-10-09')]).toEqual([false, true]);
  expect(then.years.get(2025)).toEqual(calendar.years.get(2025));
  expect(calendarAsOf(now, '2025v1 2026v1')).toBe(then);
  expect(calendarAsOf(now, '2026v0').years.has(2026)).toBe(false);
  expect(calendarAsOf(now, '2026v7')).toBe(now);
  expect(calendarAsOf(now, '2027v0')).toBe(now);
  expect(calendarAsOf(makeCalendar([], []), '2026v12').years.size).toBe(0);
});

test('two versions differ on the days whose kind or name is another, in their order', () => {
  const [first, second, third] = [holiday('2027-01-01'), worked('2027-01-03'), holiday('2027-01-02')];
  expect(changedDays([second, first], [first, third])).toEqual([
    { day: '2027-01-02', before: null, after: third },
    { day: '2027-01-03', before: second, after: null },
  ]);
  const renamed = { ...first, name: '新年' };
  const turned = { ...first, kind: 'workday' as const };
  expect(changedDays([first], [renamed])).toEqual([{ day: '2027-01-01', before: first, after: renamed }]);
  expect(changedDays([first], [turned])).toEqual([{ day: '2027-01-01', before: first, after: turned }]);
  expect(changedDays([first, second], [second, first])).toEqual([]);
});
