import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { shippedCalendar as calendar } from '../calendar/notices.ts';
import { atTime, dueDay } from '../platform/now.ts';
import { computeDue } from './due.ts';
import { ClockRule, spokenLength } from './rule.ts';
import { clockKinds, defaultClockRules } from './rules.13710.ts';
import { statutoryClocks } from './rules.statutory.ts';
import { extendedRule } from './statutory.ts';

// Kind, law, article, length, whether the text was read; then the last day when it starts on 10 February (before Spring
// Festival), 28 April (before May Day) and 28 September (before National Day) 2026, and the first of these once extended.
const statute = `
peopleMediation 人民调解工作若干规定 33 1个月 V2 2026-03-10 2026-05-28 2026-10-28
medicalMediation 医疗纠纷预防和处理条例 38 30个工作日 V 2026-03-30 2026-06-11 2026-11-13
laborMediation 劳动争议调解仲裁法 14 15天 V 2026-02-25 2026-05-13 2026-10-13
laborLimitation 劳动争议调解仲裁法 27 12个月 V 2027-02-10 2027-04-28 2027-09-28
laborAcceptance 劳动争议调解仲裁法 29 5个工作日 V2 2026-02-24 2026-05-08 2026-10-10
laborCopy 劳动争议调解仲裁法 30 5个工作日 V2 2026-02-24 2026-05-08 2026-10-10
laborAnswer 劳动争议调解仲裁法 30 10个工作日 V2 2026-03-02 2026-05-14 2026-10-16
laborAnswerCopy 劳动争议调解仲裁法 30 5个工作日 V2 2026-02-24 2026-05-08 2026-10-10
laborAward 劳动争议调解仲裁法 43 45天 V 2026-03-27 2026-06-12 2026-11-12 2026-04-11
laborWorkerSuit 劳动争议调解仲裁法 48 15天 V 2026-02-25 2026-05-13 2026-10-13
laborSetAside 劳动争议调解仲裁法 49 30天 V 2026-03-12 2026-05-28 2026-10-28
laborSuit 劳动争议调解仲裁法 50 15天 V 2026-02-25 2026-05-13 2026-10-13
landLimitation 农村土地承包经营纠纷调解仲裁法 18 24个月 V 2028-02-10 2028-04-28 2028-09-28
landAward 农村土地承包经营纠纷调解仲裁法 47 60天 V 2026-04-11 2026-06-27 2026-11-27 2026-05-11
landSuit 农村土地承包经营纠纷调解仲裁法 48 30天 V 2026-03-12 2026-05-28 2026-10-28
confirmationRequest 民事诉讼法 205 30天 V 2026-03-12 2026-05-28 2026-10-28
specialProcedure 民事诉讼法 187 30天 V 2026-03-12 2026-05-28 2026-10-28
enforcementRequest 民事诉讼法 250 24个月 V 2028-02-10 2028-04-28 2028-09-28
civilFiling 民事诉讼法 126 7天 V 2026-02-24 2026-05-06 2026-10-08
ordinaryTrial 民事诉讼法 152 6个月 V 2026-08-10 2026-10-28 2027-03-29 2027-02-10
simplifiedTrial 民事诉讼法 164 3个月 V 2026-05-11 2026-07-28 2026-12-28 2026-06-10
smallClaimTrial 民事诉讼法 168 2个月 V 2026-04-10 2026-06-29 2026-11-30 2026-05-11
judgmentAppeal 民事诉讼法 171 15天 V 2026-02-25 2026-05-13 2026-10-13
rulingAppeal 民事诉讼法 171 10天 V 2026-02-24 2026-05-08 2026-10-08
paymentOrderNotice 民事诉讼法 226 5天 V 2026-02-24 2026-05-06 2026-10-08
paymentOrder 民事诉讼法 227 15天 V 2026-02-25 2026-05-13 2026-10-13
paymentOrderAnswer 民事诉讼法 227 15天 V 2026-02-25 2026-05-13 2026-10-13
confirmationAcceptance 司法确认程序若干规定 4 3天 V 2026-02-13 2026-05-06 2026-10-08
confirmationDecision 司法确认程序若干规定 5 15天 V 2026-02-25 2026-05-13 2026-10-13 2026-03-09
entrustedOrdinary 特邀调解的规定 27 15天 V 2026-02-25 2026-05-13 2026-10-13 2026-03-27
entrustedSimplified 特邀调解的规定 27 7天 V 2026-02-24 2026-05-06 2026-10-08 2026-03-19
civilLimitation 民法典 188 36个月 V2 2029-02-12 2029-04-30 2029-09-28
reconsiderationRequest 行政复议法 20 60天 V 2026-04-13 2026-06-29 2026-11-27
reconsiderationLimitRealEstate 行政复议法 21 240个月 V 2046-02-12 2046-04-30 2046-09-28
reconsiderationLimit 行政复议法 21 60个月 V 2031-02-10 2031-04-28 2031-09-29
reconsiderationAcceptance 行政复议法 30 5个工作日 V 2026-02-24 2026-05-08 2026-10-10
reconsiderationSupplementNotice 行政复议法 31 5个工作日 V 2026-02-24 2026-05-08 2026-10-10
reconsiderationSupplement 行政复议法 31 10个工作日 V 2026-03-02 2026-05-14 2026-10-16
reconsiderationCopy 行政复议法 48 7个工作日 V 2026-02-26 2026-05-11 2026-10-13
reconsiderationAnswer 行政复议法 48 10个工作日 V 2026-03-02 2026-05-14 2026-10-16
simpleReconsiderationCopy 行政复议法 54 3个工作日 V 2026-02-13 2026-05-06 2026-10-08
simpleReconsiderationAnswer 行政复议法 54 5个工作日 V 2026-02-24 2026-05-08 2026-10-10
reconsiderationDecision 行政复议法 62 60天 V 2026-04-13 2026-06-29 2026-11-27 2026-05-11
simpleReconsiderationDecision 行政复议法 62 30天 V 2026-03-12 2026-05-28 2026-10-28
petitionTransfer 信访工作条例 22 15天 V 2026-02-25 2026-05-13 2026-10-13
petitionNotice 信访工作条例 23 15天 V 2026-02-25 2026-05-13 2026-10-13
petitionObjection 信访工作条例 23 5个工作日 V 2026-02-24 2026-05-08 2026-10-10
petitionHandling 信访工作条例 34 60天 V 2026-04-11 2026-06-27 2026-11-27 2026-05-11
petitionReviewRequest 信访工作条例 35 30天 V 2026-03-12 2026-05-28 2026-10-28
petitionReview 信访工作条例 35 30天 V 2026-03-12 2026-05-28 2026-10-28
petitionRecheckRequest 信访工作条例 36 30天 V 2026-03-12 2026-05-28 2026-10-28
petitionRecheck 信访工作条例 36 30天 V 2026-03-12 2026-05-28 2026-10-28
legalAidDecision 法律援助法 43 7天 V 2026-02-17 2026-05-05 2026-10-05
legalAidAssignment 法律援助法 43 3天 V 2026-02-13 2026-05-01 2026-10-01
notarization 公证法 30 15个工作日 V 2026-03-09 2026-05-21 2026-10-23
`;
const rows = statute
  .trim()
  .split('\n')
  .map((row) => row.split(' ') as [string, string, string, string, string, string, string, string, string?]);

const last = (rule: ClockRule, start: string) => {
  const { dueAt } = computeDue(rule, calendar, atTime(start, '10:00'));
  return dueAt && dueDay(dueAt);
};

test.each(rows)('%s under %s article %s is %s', (kind, law, article, length, status, spring, may, national, more) => {
  const clock = statutoryClocks.get(kind);
  if (!clock) throw new Error(`no clock ${kind}`);
  expect(clock.law).toContain(law);
  expect(clock.article).toBe(article);
  expect(spokenLength(clock.rule.length, clock.rule.unit)).toBe(length);
  expect(clock.rule.status).toBe(status);
  const days = ['2026-02-10', '2026-04-28', '2026-09-28'].map((start) => last(clock.rule, start));
  expect(days).toEqual([spring, may, national]);
  expect(last(extendedRule(clock), '2026-02-10')).toBe(more ?? spring);
});

test.each([
  ['protectionOrder', '2026-12-30T10:20', '2027-01-02T11:00'],
  ['urgentProtectionOrder', '2026-12-31T23:59', '2027-01-02T00:00'],
])('%s under 反家庭暴力法 article 28 runs by the hour through holidays', (kind, start, due) => {
  const clock = statutoryClocks.get(kind);
  expect([clock?.law, clock?.article, clock?.rule.status]).toEqual(['反家庭暴力法', '28', 'V']);
  expect(clock && computeDue(clock.rule, calendar, new Date(`${start}+08:00`)).dueAt).toEqual(new Date(`${due}+08:00`));
});

test('no statutory clock is left out of the tables above', () => {
  const named = [...rows.map(([kind]) => kind), 'protectionOrder', 'urgentProtectionOrder'];
  expect([...statutoryClocks.keys()].toSorted()).toEqual(named.toSorted());
});

test('time that a law leaves out is named, so that it can be approved as a pause', () => {
  const excluded = [...statutoryClocks.values()].filter((clock) => clock.excluded.length > 0);
  expect(excluded.map(({ rule, excluded: left }) => [rule.kind, ...left])).toEqual([
    ['medicalMediation', '鉴定时间'],
    ['petitionRecheck', '听证时间'],
    ['notarization', '不可抗力', '补充证明材料', '核实有关情况'],
  ]);
});

// 10 February 2026 is a Tuesday; 14 February is worked, 15 to 23 February is Spring Festival.
test.each([
  ['accept', '当天', 'G', '2026-02-10'],
  ['deploy', '当天', 'V2', '2026-02-10'],
  ['acknowledge', '当天', 'V2', '2026-02-10'],
  ['report', '3天', 'V2', '2026-02-13'],
  ['handle', '7天', 'V2', '2026-02-17'],
  ['handleSimple', '7天', 'V2', '2026-02-17'],
  ['handleComplex', '1个月', 'V2', '2026-03-10'],
  ['mediation', '1个月', 'V2', '2026-03-10'],
  ['verify', '2个工作日', 'G', '2026-02-12'],
  ['returnVisit', '7天', 'G', '2026-02-17'],
  ['strikeOff', '15天', 'G', '2026-02-25'],
  ['materials', '10个工作日', 'G', '2026-03-02'],
  ['supervisionReply', '1个工作日', 'G', '2026-02-11'],
] as const)('the default %s limit is %s [%s] and from 10 February ends on %s', (name, length, status, day) => {
  const rule = defaultClockRules[name];
  expect(spokenLength(rule.length, rule.unit)).toBe(length);
  expect(rule.status).toBe(status);
  expect(last(rule, '2026-02-10')).toBe(day);
});

test('no default is missing from the table above, and each clock has its kind', () => {
  expect(Object.keys(defaultClockRules)).toHaveLength(13);
  expect(clockKinds).toHaveLength(11);
});

test('every rule, of law or of ours, is one a county could have typed', () => {
  const rules = [...Object.values(defaultClockRules), ...[...statutoryClocks.values()].map(({ rule }) => rule)];
  expect(rules.filter((rule) => !Value.Check(ClockRule, rule))).toEqual([]);
  expect(Value.Check(ClockRule, { ...defaultClockRules.handle, length: 0 })).toBe(false);
  expect(Value.Check(ClockRule, { ...defaultClockRules.handle, blink: true })).toBe(false);
});

test('what is ours says so, and what came second hand is never marked as read', () => {
  for (const rule of Object.values(defaultClockRules)) {
    expect(rule.status).not.toBe('V');
    expect(rule.basis).toMatch(rule.status === 'G' ? /没有(统一)?规定/ : /缺省|司法部令第75号/);
  }
});
