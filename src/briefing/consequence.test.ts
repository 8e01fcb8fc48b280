import { expect, test } from 'vitest';
import { makeCalendar } from '../calendar/calendar.ts';
import { defaultSupervision } from '../supervision/supervisionRules.ts';
import { consequenceOf, type FirstClock } from './consequence.ts';
import { sayConsequence, sayConsequenceInEnglish } from './sayConsequence.ts';

// Wednesday 14 October 2026.
const now = new Date('2026-10-14T07:50:00+08:00');
const calendar = makeCalendar([], []);
const clock = (due: string, more: Partial<FirstClock> = {}): FirstClock => ({
  label: '办结',
  dueAt: new Date(`${due}+08:00`),
  urgent: false,
  climbs: true,
  ...more,
});
const said = (first: FirstClock | null, notices = 0, rules = defaultSupervision) =>
  sayConsequence(consequenceOf(first, { rules, calendar, now, notices }));

test('今天到期的：今天24时后算逾期，再写到哪一刻发第几次督办单，只在上班时间发', () => {
  expect(said(clock('2026-10-15T00:00:00'))).toBe('今天24时后「办结」算逾期，10月16日08:30发第1次督办单');
  expect(said(clock('2026-10-14T18:00:00'))).toBe('今天18:00后「办结」算逾期，10月16日08:30发第1次督办单');
  expect(said(clock('2026-10-17T00:00:00'))).toBe('10月16日24时后「办结」算逾期，10月19日08:30发第1次督办单');
});

test('紧急的不等上班；不进督办的钟只说逾期', () => {
  expect(said(clock('2026-10-15T00:00:00', { urgent: true }))).toBe(
    '今天24时后「办结」算逾期，10月15日24时发第1次督办单',
  );
  expect(said(clock('2026-10-15T00:00:00', { climbs: false, label: '销号' }))).toBe('今天24时后「销号」算逾期');
});

test('已经逾期的：逾期几天、督办过几次，下一级是哪一天做什么；过去了的级不再说', () => {
  expect(said(clock('2026-10-12T00:00:00'), 1)).toBe('「办结」已逾期3天，督办过1次，10月15日08:30抄送分管领导');
  expect(said(clock('2026-10-10T00:00:00'), 1)).toBe('「办结」已逾期5天，督办过1次，10月15日08:30发第2次督办单');
  expect(said(clock('2026-09-10T00:00:00'), 2)).toBe('「办结」已逾期35天，督办过2次');
});

test('没有时限在走的不吓人，也不编一个后果；县里没设督办的，不说发单', () => {
  expect(said(null)).toBe('没有时限在走，不会逾期，事情停在这一步');
  expect(said(clock('2026-10-15T00:00:00'), 0, { ...defaultSupervision, ladder: [] })).toBe('今天24时后「办结」算逾期');
});

test('the same in English', () => {
  const of = (first: FirstClock | null, notices: number) =>
    sayConsequenceInEnglish(
      consequenceOf(first, { rules: defaultSupervision, calendar, now, notices }),
      (text) => text,
    );
  expect(of(clock('2026-10-12T00:00:00'), 1)).toContain('late by 3 days, noticed 1 times');
  expect(of(null, 0)).toContain('No clock runs');
});
