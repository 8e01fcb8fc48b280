import { expect, test } from 'vitest';
import { strikeOff } from '../closing/strikeOff.ts';
import { statutoryClocks } from '../deadlines/rules.statutory.ts';
import { defaultCountyRules } from '../disputes/defaultRules.ts';
import type { Dispute } from '../disputes/dispute.ts';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { refusalOf, take, toldTo } from '../disputes/testing/applyDecision.ts';
import { housing, street } from '../disputes/testing/network.ts';
import { closer, liNa, wuZhiqiang } from '../disputes/testing/people.ts';
import { settle } from '../mediation/settle.ts';
import { atTime, endOfDay, formatDue } from '../platform/now.ts';
import { rightsOf } from '../residents/residentClock.ts';
import { dispatch } from '../routing/dispatch.ts';
import { transfer } from '../routing/transfer.ts';
import { type StartStatutoryInput, startStatutory } from './startStatutory.ts';
import { stopStatutory } from './stopStatutory.ts';

const at = (actor: typeof wuZhiqiang, day: string, time = '10:00') => aContext({ actor, now: atTime(day, time) });
const inHand = aDispute({ status: 'inMediation' });
const event = (over: Partial<StartStatutoryInput> = {}): StartStatutoryInput => ({
  kind: 'laborMediation',
  day: '2026-10-09',
  note: '收到调解申请',
  ...over,
});
const start = (over: Partial<StartStatutoryInput> = {}, dispute: Dispute = inHand) =>
  take('startStatutory', startStatutory, dispute, event(over), at(wuZhiqiang, '2026-10-12'));
const [her = '', him = ''] = inHand.parties.map(({ id }) => id);
const refused = (over: Partial<StartStatutoryInput>, dispute?: Dispute) => refusalOf(() => start(over, dispute));

test('no limit of law has the name of a clock of ours', () => {
  const ours = new Set(Object.values(defaultCountyRules.clocks).map(({ kind }) => kind));
  expect([...statutoryClocks.keys()].filter((kind) => ours.has(kind))).toEqual([]);
});

test('a limit of law counts from the day its event happened, by its own rule', () => {
  const [clock] = start().clocks;
  expect(clock).toMatchObject({ kind: 'laborMediation', binds: 'ours', unitId: housing, stoppedAt: null });
  expect(clock?.dueAt && formatDue(clock.dueAt)).toBe('10月24日24时');
  expect(clock?.rule.basis).toBe('劳动争议调解仲裁法第14条');
});

test('what has not happened, what no law knows and what runs already is refused', () => {
  expect(refused({ day: '2026-10-13' })).toBe('whenWrong');
  expect(refused({ day: '2026-10-12', time: '10:01' })).toBe('whenWrong');
  expect(refused({ day: '2026-02-30' })).toBe('whenWrong');
  expect(refused({ kind: 'handle' })).toBe('unknownClock');
  expect(refused({}, start())).toBe('alreadyRunning');
});

test('an authority’s act of 2022 may still be taken to reconsideration: whether the law is in force is asked of today', () => {
  const [clock] = start({ kind: 'reconsiderationLimit', day: '2022-05-06', partyId: her }).clocks;
  expect(clock?.dueAt && formatDue(clock.dueAt)).toBe('5月6日24时');
  expect(clock?.dueAt?.getFullYear()).toBe(2027);
});

test('what a body received before its law was in force is not counted by that law', () => {
  expect(refused({ kind: 'reconsiderationAcceptance', day: '2023-12-29' })).toBe('notInForce');
  expect(refused({ kind: 'reconsiderationAcceptance', day: '2024-01-02' })).toContain('not refused');
});

test.each([...statutoryClocks.values()].map(({ rule, before }) => [rule.kind, rule.binds, rule.who, before] as const))(
  'the limit %s can be started on a dispute',
  (kind, binds, who, before) => {
    const whose = binds === 'party' && who !== '双方当事人共同' ? { partyId: her } : {};
    const [clock] = start({ kind, time: '09:00', ...whose, ...(before && { day: '2026-11-20' }) }).clocks;
    expect(clock).toMatchObject({ kind, binds });
    expect(clock?.dueAt).not.toBe(null);
  },
);

// By a calendar of its own: 20 November 2026 is a Friday; 10 October is worked, 1 to 7 October are not.
test.each([
  ['laborHearingNotice', '2026-11-20', '2026-11-13'],
  ['laborHearingPostponement', '2026-11-20', '2026-11-17'],
  ['laborHearingNotice', '2026-11-23', '2026-11-16'],
])('%s before a hearing on %s ends on %s: counted back from a day to come', (kind, hearing, last) => {
  const whose = kind === 'laborHearingPostponement' ? { partyId: her } : {};
  const [clock] = start({ kind, day: hearing, ...whose }).clocks;
  expect(clock?.dueAt).toEqual(endOfDay(last));
  expect(clock?.rule.basis).toContain('从开庭那天倒数');
});

test('what is counted back from a hearing needs a day to come, with enough days before it', () => {
  expect(refused({ kind: 'laborHearingNotice', day: '2026-10-09' })).toBe('dayToCome');
  expect(refused({ kind: 'laborHearingNotice', day: '2026-10-16' })).toBe('tooNear');
  // 12 October itself is the fifth working day before the 19th.
  expect(start({ kind: 'laborHearingNotice', day: '2026-10-19' }).clocks[0]?.dueAt).toEqual(endOfDay('2026-10-12'));
});

test('a limit of one party asks whose it is, and tells that party alone, with its body, its article and what to know', () => {
  expect(refused({ kind: 'laborSuit' })).toBe('partyNeeded');
  expect(refused({ kind: 'laborSuit', partyId: 'somebody' })).toBe('unknownParty');
  expect(refused({ kind: 'confirmationRequest', partyId: her })).toBe('everybodys');
  expect(refused({ kind: 'laborMediation', partyId: her })).toBe('nobodys');
  const { tell } = startStatutory(inHand, event({ kind: 'laborSuit', partyId: her }), at(wuZhiqiang, '2026-10-12'));
  expect(tell).toEqual([
    {
      owner: 'resident',
      partyIds: [her],
      text: '对其他裁决起诉的期限到10月26日24时。要办，在这之前去人民法院办（劳动争议调解仲裁法第50条）。期满不起诉裁决生效。',
    },
  ]);
});

test('a limit of a court or another body is told to the party who applied, and to nobody where nobody is named', () => {
  const order = event({ kind: 'protectionOrder', time: '09:00' });
  // Hours begin with the next full one: 09:00 counts from 10:00.
  const told = (partyId?: string) =>
    startStatutory(inHand, { ...order, ...(partyId && { partyId }) }, at(liNa, '2026-10-12')).tell?.filter(
      ({ owner }) => owner === 'resident',
    );
  expect(told()).toEqual([]);
  expect(told(her)).toEqual([
    {
      owner: 'resident',
      partyIds: [her],
      text: '「人身安全保护令」：法院要在10月12日10:00前办（反家庭暴力法第28条）。',
    },
  ]);
  const { clocks } = start({ kind: 'protectionOrder', time: '09:00', partyId: her });
  const reads = (partyId: string | null) =>
    rightsOf(clocks, atTime('2026-10-10', '10:00'), { partyId, parties: inHand.parties });
  expect(reads(her)).toEqual(['「人身安全保护令」：法院要在10月12日（周一）前办（反家庭暴力法第28条）。']);
  expect([reads(him), reads(null)]).toEqual([[], []]);
});

test('who speaks for a party hears of that party’s limit too', () => {
  const agent = {
    id: 'agent',
    side: 'third',
    kind: 'person',
    name: '石海燕',
    minor: false,
    representsPartyId: her,
  } as const;
  const dispute = { ...inHand, parties: [...inHand.parties, agent] };
  const { tell } = startStatutory(dispute, event({ kind: 'laborSuit', partyId: her }), at(wuZhiqiang, '2026-10-12'));
  expect(tell?.[0]?.partyIds).toEqual([her, 'agent']);
});

test('each side has its own days to appeal: the second starts beside the first', () => {
  const first = start({ kind: 'judgmentAppeal', day: '2026-10-09', partyId: her });
  const both = start({ kind: 'judgmentAppeal', day: '2026-10-12', partyId: him }, first);
  expect(both.clocks.map(({ partyId, dueAt }) => [partyId, dueAt && formatDue(dueAt)])).toEqual([
    [her, '10月26日24时'],
    [him, '10月27日24时'],
  ]);
  expect(refused({ kind: 'judgmentAppeal', partyId: her }, first)).toBe('alreadyRunning');
  const ended = take(
    'stopStatutory',
    stopStatutory,
    both,
    { kind: 'judgmentAppeal', partyId: him, day: '2026-10-12', note: '上诉了' },
    at(wuZhiqiang, '2026-10-12'),
  );
  expect(ended.clocks.map(({ stoppedAt }) => stoppedAt === null)).toEqual([true, false]);
});

test('a protection order lasts as long as it says, at most six months', () => {
  const order = { kind: 'protectionOrderValidity', partyId: her, day: '2026-10-09' } as const;
  const lasts = (length?: number) => start({ ...order, ...(length ? { length } : {}) }).clocks[0]?.dueAt;
  expect(lasts(3)).toEqual(atTime('2027-01-10', '00:00'));
  expect(lasts()).toEqual(atTime('2027-04-10', '00:00'));
  expect(refused({ ...order, length: 7 })).toBe('tooLong');
  expect(refused({ kind: 'laborMediation', length: 3 })).toBe('lengthIsFixed');
});

test('it ends on the day it ended: in time or not, whenever it is written down', () => {
  const end = (day: string) =>
    take(
      'stopStatutory',
      stopStatutory,
      start(),
      { kind: 'laborMediation', day, note: '调解结束' },
      at(liNa, '2026-11-02'),
    );
  expect(end('2026-10-24').clocks[0]?.stoppedAt).toEqual(atTime('2026-10-24', '23:59'));
  expect(end('2026-11-02').clocks[0]?.stoppedAt).toEqual(atTime('2026-11-02', '10:00'));
  expect(refusalOf(() => end('2026-10-08'))).toBe('beforeStart');
  expect(refusalOf(() => end('2026-11-03'))).toBe('whenWrong');
});

test('a clock of 13710 is not ended as if it were a limit of law', () => {
  const input = { kind: 'handle', day: '2026-10-12', note: '办完' };
  expect(refusalOf(() => stopStatutory(inHand, input, at(wuZhiqiang, '2026-10-12')))).toBe('notRunning');
});

const agreement = {
  form: 'written',
  terms: '赔偿 8000 元',
  effectiveOn: '2026-10-14',
  mediatedBy: 'committee' as const,
  contains: [],
  totalCents: null,
  items: [],
} as const;
const settled = (form: 'written' | 'oral' | 'onTheSpot') =>
  take('settle', settle, inHand, { ...agreement, form, items: [] }, at(wuZhiqiang, '2026-10-14'));

test('an agreement starts the parties’ 30 days for judicial confirmation; performed on the spot it does not', () => {
  const [clock] = settled('written').clocks;
  expect(clock).toMatchObject({ kind: 'confirmationRequest', binds: 'party', unitId: null });
  expect(clock?.dueAt && formatDue(clock.dueAt)).toBe('11月13日24时');
  expect(settled('oral').clocks).toHaveLength(1);
  expect(settled('onTheSpot').clocks).toEqual([]);
  expect(toldTo(settle(inHand, { ...agreement, items: [] }, at(wuZhiqiang, '2026-10-14')), 'resident')).toContain(
    '（到11月13日24时）',
  );
});

test('a second agreement starts the 30 days anew', () => {
  const again = { ...settled('written'), status: 'inMediation' as const };
  const after = take(
    'settle',
    settle,
    again,
    { ...agreement, effectiveOn: '2026-10-20', items: [] },
    at(wuZhiqiang, '2026-10-20'),
  );
  expect(after.clocks.map(({ stoppedAt, dueAt }) => [stoppedAt === null, dueAt && formatDue(dueAt)])).toEqual([
    [false, '11月13日24时'],
    [true, '11月19日24时'],
  ]);
});

test('the parties are warned of a right they may miss, and told when it is over', () => {
  const { clocks } = settled('written');
  const both = { partyId: her, parties: inHand.parties };
  expect(rightsOf(clocks, atTime('2026-10-14', '10:00'), both)).toEqual([
    '双方当事人一起申请司法确认的期限到11月13日（周五）。要办，在这之前去人民法院办（民事诉讼法第205条）。人民调解法第33条同。',
  ]);
  expect(rightsOf(clocks, atTime('2026-11-14', '00:00'), both)).toEqual([
    '双方当事人一起申请司法确认的期限11月13日（周五）已经过了。',
  ]);
});

const readyToStrike = (dispute: Dispute): Dispute => ({
  ...aDispute({ status: 'closed', returnVisited: true, rated: true }),
  clocks: dispute.clocks,
});

test('the zero: a limit of law that binds us and runs holds the dispute on the list, a party’s own never', () => {
  const strike = (dispute: Dispute) => () => strikeOff(readyToStrike(dispute), {}, at(closer, '2026-10-20'));
  expect(strike(start())).toThrow('法定时限「劳动争议调解」还在走（到 10月24日24时），先写明它怎么结束，再销号。');
  expect(refusalOf(strike(settled('written')))).toContain('not refused');
});

test('a clock is charged to the unit that leads, and to the next one only from the day it got it', () => {
  const accepted = aDispute({ status: 'accepted', difficulty: 'ordinary' });
  const given = take(
    'dispatch',
    dispatch,
    accepted,
    { leadUnitId: housing, supportingUnitIds: [], message: '' },
    at(liNa, '2026-09-29'),
  );
  const charges = ({ clocks }: Dispute) =>
    clocks.filter(({ stoppedAt }) => !stoppedAt).map(({ kind, unitId, unitSince }) => [kind, unitId, unitSince]);
  const since = atTime('2026-09-29', '10:00');
  expect(charges(given)).toEqual(['acknowledge', 'report', 'handle'].map((kind) => [kind, housing, since]));
  const moved = take('transfer', transfer, given, { leadUnitId: street, reason: '属地办理' }, at(liNa, '2026-10-10'));
  const later = atTime('2026-10-10', '10:00');
  expect(charges(moved)).toEqual([
    ['report', street, later],
    ['handle', street, later],
    ['acknowledge', street, later],
  ]);
});
