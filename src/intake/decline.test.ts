import { expect, test } from 'vitest';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { refusalOf, toldTo } from '../disputes/testing/applyDecision.ts';
import { approver } from '../disputes/testing/people.ts';
import { lawfulGrounds } from '../law/data/grounds.ts';
import { type DeclineInput, decline } from './decline.ts';

const context = () => aContext({ actor: approver });
const input: DeclineInput = {
  ground: 'reconsideration',
  reason: '征收补偿决定归区政府，要走复议',
  way: 'administrativeReconsideration',
  goTo: '迎泽区政府行政复议窗口',
  startedOn: '2026-09-01',
};
const declined = (over: Partial<DeclineInput> = {}) => decline(aDispute(), { ...input, ...over }, context());
const noted = (over: Partial<DeclineInput> = {}) =>
  Object.fromEntries((declined(over).notes ?? []).map(({ kind, body }) => [kind, body]));
const refused = (over: Partial<DeclineInput>) => refusalOf(() => declined(over));

test('whoever is sent elsewhere reads why, on what basis, where to go, until when and with what', () => {
  // Sixty days from 1 September end on 31 October, a Saturday.
  expect(noted()).toEqual({
    decline: '征收补偿决定归区政府，要走复议',
    basis: '《信访工作条例》第二十三条、第三十一条',
    goTo: '迎泽区政府行政复议窗口',
    limit: '从知道或者应当知道这个行政行为起六十日内提出，从2026年9月1日算，最晚2026年11月2日。',
    papers: '复议申请书、身份证、决定书',
  });
  const told = toldTo(declined(), 'resident');
  expect(told).toBe(
    '这件事要到别处办。您可以去：迎泽区政府行政复议窗口，最晚2026年11月2日。不同意可以请中心重新审查。',
  );
});

test('the limit runs as the applicant’s own, so that it is reminded of; where no day is known none runs', () => {
  expect(declined().clocks).toMatchObject([
    { act: 'start', kind: 'reconsiderationRequest', partyId: aDispute().parties[0]?.id },
  ]);
  expect(declined({ startedOn: null }).clocks).toEqual([]);
});

test('where nobody knows when the limit began, it says so instead of a date; where the law has none, that', () => {
  expect(noted({ startedOn: null }).limit).toBe(
    '从知道或者应当知道这个行政行为起六十日内提出。从哪天起算还没有查清，请尽早去。',
  );
  expect(noted({ way: 'none' }).limit).toBe('法律没有定去那里的期限，请尽早去。');
});

test('not willing to mediate is no ground: art. 17 forbids mediating, not registering', () => {
  expect(lawfulGrounds.map(({ code }) => code)).not.toContain('refused');
  expect(lawfulGrounds.some(({ basis }) => basis.includes('第十七条'))).toBe(false);
  expect(refused({ ground: 'refused' })).toBe('unknownGround');
});

test('a day to come, no day and no way are refused at their fields', () => {
  expect(refused({ startedOn: '2027-01-01' })).toBe('dayToCome');
  expect(refused({ startedOn: '2026-02-30' })).toBe('noSuchDay');
  expect(refused({ way: '' })).toBe('unknownWay');
});

test('the event names ground, basis and way, not the words', () => {
  expect(declined().data).toEqual({
    ground: 'reconsideration',
    basis: '《信访工作条例》第二十三条、第三十一条',
    way: 'administrativeReconsideration',
    startedOn: '2026-09-01',
  });
});
