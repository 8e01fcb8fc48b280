import { expect, test } from 'vitest';
import type { Dispute } from '../disputes/dispute.ts';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { refusalOf, take } from '../disputes/testing/applyDecision.ts';
import { wuZhiqiang } from '../disputes/testing/people.ts';
import { atTime, dueDay } from '../platform/now.ts';
import { type InterruptLimitationInput, interruptLimitation } from './interruptLimitation.ts';
import { startStatutory } from './startStatutory.ts';

const at = (day: string) => aContext({ actor: wuZhiqiang, now: atTime(day, '10:00') });
const inHand = aDispute({ status: 'inMediation' });
const [her = '', him = ''] = inHand.parties.map(({ id }) => id);
const asked = (over: Partial<InterruptLimitationInput> = {}): InterruptLimitationInput => ({
  partyId: her,
  way: 'committee',
  body: '老军营街道人民调解委员会',
  claim: '赔偿 8000 元',
  day: '2026-10-09',
  ...over,
});
const words = (over: Partial<InterruptLimitationInput> = {}, before: Dispute = inHand) =>
  interruptLimitation(before, asked(over), at('2026-10-12')).notes?.[0]?.body ?? '';
const limited = (kind: string, day: string, before: Dispute = inHand, partyId = her) =>
  take('startStatutory', startStatutory, before, { kind, day, note: '知道了', partyId }, at('2026-10-12'));
const after = (before: Dispute, over: Partial<InterruptLimitationInput> = {}) =>
  take('interruptLimitation', interruptLimitation, before, asked(over), at('2026-10-12'));
const dues = ({ clocks }: Dispute) => clocks.map(({ stoppedAt, dueAt }) => (stoppedAt ? '止' : dueAt && dueDay(dueAt)));

test('who asked a mediation committee for what, and when, interrupts limitation from that day', () => {
  const debt = limited('civilLimitation', '2024-03-11');
  expect(dues(debt)).toEqual(['2027-03-11']);
  expect(dues(after(debt))).toEqual(['止', '2029-10-09']);
  expect(words({}, debt)).toBe(
    '2026年10月9日向老军营街道人民调解委员会提出请求：赔偿 8000 元。诉讼时效从这天起中断（诉讼时效规定第12条），重新计算。',
  );
});

test('the fact is kept for the party who asked, with the paper, also where nobody counts the limitation yet', () => {
  const decided = interruptLimitation(inHand, asked({ paper: '调解申请书' }), at('2026-10-12'));
  expect(decided.notes).toMatchObject([{ kind: 'claim', visibility: `party:${her}` }]);
  expect(decided.notes?.[0]?.body).toContain('凭：调解申请书。');
  expect(decided.data).toEqual({ partyId: her, way: 'committee', day: '2026-10-09', clockKinds: [] });
  expect(decided.tell).toEqual([
    { owner: 'resident', partyIds: [her], text: '您提出请求的事记下了，查询页和办理进度单上有，可以到窗口打印。' },
  ]);
});

test('another body is named with the law that lets it resolve such disputes; without it nothing is cited', () => {
  expect(refusalOf(() => words({ way: 'authority', body: '迎泽区市场监督管理局' }))).toBe('powerNeeded');
  expect(words({ way: 'authority', body: '消费者协会', power: '消费者权益保护法第37条' })).toContain(
    '（诉讼时效规定第12条；消费者权益保护法第37条）',
  );
});

test('registering at the center’s desk is no such request, and is not recorded as one', () => {
  for (const body of ['迎泽区综治中心', '太原市迎泽区社会治安综合治理中心窗口'])
    expect(refusalOf(() => words({ body }))).toBe('centerIsNone');
  expect(refusalOf(() => words({ body: '迎泽区住房和城乡建设局' }))).toBe('noCommittee');
});

test.each([
  ['opponent', '向对方要求', '民法典第195条'],
  ['acknowledged', '对方同意履行', '民法典第195条'],
  ['suit', '起诉或者申请仲裁', '民法典第195条'],
  ['police', '报案、控告', '诉讼时效规定第13条'],
] as const)('%s interrupts too, by its own article', (way, said, basis) => {
  expect(words({ way })).toContain(said);
  expect(words({ way })).toContain(basis);
  expect(words({ way })).not.toContain('第12条');
});

test('limitation of labor arbitration begins anew by its own law', () => {
  const labor = limited('laborLimitation', '2026-01-09');
  expect(dues(labor)).toEqual(['2027-01-11']);
  expect(dues(after(labor, { way: 'opponent' }))).toEqual(['止', '2027-10-11']);
  expect(words({}, labor)).toContain('仲裁时效从这天起中断（劳动争议调解仲裁法第27条）');
  expect(words({}, labor)).not.toContain('诉讼时效规定');
  // To a police station a wage is no matter of the arbitration law.
  expect(dues(after(labor, { way: 'police' }))).toEqual(['2027-01-11']);
});

test('only the limitation of who asked begins anew, and only if it was not over by then', () => {
  const his = limited('civilLimitation', '2024-03-11', inHand, him);
  expect(dues(after(his))).toEqual(['2027-03-11']);
  const over = limited('civilLimitation', '2022-01-10');
  expect(dues(after(over))).toEqual(['2025-01-10']);
  expect(words({}, over)).toContain('时效在2025年1月10日已经届满，没有中断');
});

test('a day that is yet to come, and a stranger, are refused', () => {
  expect(refusalOf(() => words({ day: '2026-10-13' }))).toBe('whenWrong');
  expect(refusalOf(() => words({ partyId: '0190a000-0000-7000-8000-0000000000bb' }))).toBe('unknownParty');
});
