import { expect, test } from 'vitest';
import { shippedCalendar as calendar } from '../calendar/notices.ts';
import { atTime, endOfDay } from '../platform/now.ts';
import { daysLate, earliestLate, type LastNotice, nextRung } from './ladder.ts';
import { defaultSupervision, type LadderRung } from './supervisionRules.ts';

const at = (day: string, time = '09:00'): Date => atTime(`2026-${day}`, time);
const none = { notices: 0, copies: 0, listings: 0 };
const sent: LastNotice = {
  code: 'DB14010626000001',
  status: 'sent',
  replyDueAt: at('10-21', '00:00'),
  promisedOn: null,
};
const inWorkingDays = defaultSupervision.ladder.map((rung): LadderRung => ({ ...rung, unit: 'workingDay' }));

// The date ran out at 24:00 of the day named; how many days over it is then, natural and working.
test.each([
  ['10-14', '10-14', '23:59', -1, -1],
  ['10-14', '10-15', '00:00', 0, 0],
  ['10-14', '10-15', '23:59', 0, 0],
  ['10-14', '10-16', '00:00', 1, 1],
  // Friday over a weekend.
  ['10-16', '10-19', '00:00', 2, 0],
  ['10-16', '10-20', '00:00', 3, 1],
  // Over National Day: the seven days off count as natural days only, the Saturday that is worked counts as both.
  ['09-30', '10-08', '00:00', 7, 0],
  ['09-30', '10-09', '00:00', 8, 1],
  ['10-09', '10-11', '00:00', 1, 1],
  // Over the Spring Festival.
  ['02-14', '02-24', '00:00', 9, 0],
  ['02-14', '02-25', '09:00', 10, 1],
])('到 %s 24时的事，在 %s %s 逾期 %i 个自然日、%i 个工作日', (due, day, time, natural, working) => {
  const dueAt = endOfDay(`2026-${due}`);
  expect(daysLate('naturalDay', dueAt, calendar, at(day, time))).toBe(natural);
  expect(daysLate('workingDay', dueAt, calendar, at(day, time))).toBe(working);
});

const answered = { ...sent, status: 'answered', replyDueAt: null };
const dueAt = endOfDay('2026-10-14');

test.each<[string, string, typeof none, LastNotice | null, LadderRung['what'] | null]>([
  ['差一分钟满一天，什么也不做', '10-15 23:59', none, null, null],
  ['满一天，发督办单', '10-16 00:00', none, null, 'notice'],
  ['发过了，两天时不再发', '10-17 00:00', { ...none, notices: 1 }, sent, null],
  ['三天，抄送分管领导', '10-18 00:00', { ...none, notices: 1 }, sent, 'copy'],
  ['抄送过了，等回复', '10-18 00:00', { ...none, notices: 1, copies: 1 }, sent, null],
  ['五天，回复还没到期，不催第二次', '10-20 09:00', { ...none, notices: 1, copies: 1 }, sent, null],
  ['回复也过了期，第2次督办', '10-21 00:00', { ...none, notices: 1, copies: 1 }, sent, 'secondNotice'],
  [
    '答应的日子还没到，不发第二次',
    '10-20 09:00',
    { notices: 1, copies: 1, listings: 0 },
    { ...answered, promisedOn: '2026-10-20' },
    null,
  ],
  [
    '答应的日子过了还没办完，第2次督办',
    '10-21 09:00',
    { notices: 1, copies: 1, listings: 0 },
    { ...answered, promisedOn: '2026-10-20' },
    'secondNotice',
  ],
  [
    '回复了没说什么时候办完，五天后第2次督办',
    '10-20 09:00',
    { notices: 1, copies: 1, listings: 0 },
    answered,
    'secondNotice',
  ],
  ['七天，列入约谈通报名单', '10-22 09:00', { notices: 2, copies: 1, listings: 0 }, sent, 'interviewList'],
  ['每级都做过了，不再做', '12-01 09:00', { notices: 2, copies: 1, listings: 1 }, sent, null],
  [
    '督办岗核销了，人已经看过，不再往上走',
    '12-01 09:00',
    { notices: 1, copies: 0, listings: 0 },
    { ...sent, status: 'lifted' },
    null,
  ],
  [
    '发错撤销了，不再自动发',
    '12-01 09:00',
    { notices: 1, copies: 0, listings: 0 },
    { ...sent, status: 'withdrawn' },
    null,
  ],
])('%s', (_, moment, taken, last, what) => {
  const [day = '', time = ''] = moment.split(' ');
  const rung = nextRung(defaultSupervision.ladder, { dueAt, taken, last }, calendar, at(day, time));
  expect(rung?.what ?? null).toBe(what);
});

test.each([
  ['10-07 09:00', null],
  ['10-08 09:00', null],
  ['10-09 00:00', 'notice'],
])('按工作日算，国庆放假不往上走：%s', (moment, what) => {
  const [day = '', time = ''] = moment.split(' ');
  const late = { dueAt: endOfDay('2026-09-30'), taken: none, last: null };
  expect(nextRung(inWorkingDays, late, calendar, at(day, time))?.what ?? null).toBe(what);
});

test('没有梯级就什么也不做；梯级写得不按先后也照天数走', () => {
  expect(earliestLate([], at('10-14'))).toBeNull();
  expect(nextRung([], { dueAt, taken: none, last: null }, calendar, at('12-01'))).toBeNull();
  const late = { dueAt, taken: { ...none, notices: 1 }, last: sent };
  expect(nextRung(defaultSupervision.ladder.toReversed(), late, calendar, at('10-22'))?.what).toBe('copy');
});

test('两级抄送，到一级抄送一次', () => {
  const ladder = [...defaultSupervision.ladder, { ...(defaultSupervision.ladder[1] as LadderRung), afterDays: 10 }];
  const copies = (count: number, day: string) =>
    nextRung(ladder, { dueAt, taken: { notices: 2, copies: count, listings: 1 }, last: sent }, calendar, at(day))
      ?.afterDays ?? null;
  expect([copies(0, '10-24'), copies(1, '10-24'), copies(1, '10-26'), copies(2, '10-26')]).toEqual([3, null, 10, null]);
});
