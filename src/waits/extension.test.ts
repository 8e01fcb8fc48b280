import { expect, test } from 'vitest';
import { type Clock, untouched } from '../deadlines/clock.ts';
import type { ClockRule } from '../deadlines/clockRule.ts';
import { computeDue } from '../deadlines/due.ts';
import type { Dispute } from '../disputes/dispute.ts';
import { clockRuleOf } from '../disputes/rules.ts';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { applyDecision, refusalOf, take, toldTo } from '../disputes/testing/applyDecision.ts';
import { approver, housingHead, leader, wuZhiqiang } from '../disputes/testing/people.ts';
import { atTime, formatDue } from '../platform/now.ts';
import { decideExtension } from './decideExtension.ts';
import { type RequestExtensionInput, requestExtension } from './requestExtension.ts';

const start = atTime('2026-09-29', '16:40');
const may: ClockRule['extension'] = { length: 10, unit: 'naturalDay', times: 2, by: '中心', needsPlan: false };
const needsPlan = { ...may, length: null, needsPlan: true };

/** 7 days from 9月29日: until 10月6日. */
function handleWith(extension: ClockRule['extension'], over: Partial<Clock> = {}): Clock {
  const { context, rule } = { context: aContext(), rule: clockRuleOf(aContext().rules, 'handle', 'ordinary') };
  const { extension: _own, ...plain } = rule;
  const own = extension ? { ...plain, extension } : plain;
  const { dueAt } = computeDue(own, context.calendar, start);
  return { ...untouched, id: 'handle-1', kind: 'handle', rule: own, startedAt: start, stoppedAt: null, dueAt, ...over };
}
const inHand = (clock: Clock, over: Partial<Dispute> = {}) =>
  aDispute({ status: 'inMediation', clocks: [clock], ...over });
const at = (actor: typeof approver, day: string, time = '09:00') => aContext({ actor, now: atTime(day, time) });
const ask = (over: Partial<RequestExtensionInput> = {}): RequestExtensionInput => ({
  clockKind: 'handle',
  length: 5,
  reason: '楼上住户住院',
  plan: [],
  ...over,
});
const dueOf = ({ clocks }: Dispute): string => formatDue(clocks[0]?.dueAt ?? new Date(0));

const waiting = take(
  'requestExtension',
  requestExtension,
  inHand(handleWith(may)),
  ask(),
  at(wuZhiqiang, '2026-10-05'),
);
const granted = decideExtension(waiting, { approve: true, reason: '情况属实' }, at(approver, '2026-10-05', '15:00'));
const extended = applyDecision('decideExtension', waiting, granted, at(approver, '2026-10-05', '15:00'));

test('asking alone moves no date; the approver learns until when it would run', () => {
  expect(dueOf(waiting)).toBe('10月6日24时');
  const decision = requestExtension(inHand(handleWith(may)), ask(), at(wuZhiqiang, '2026-10-05'));
  expect(toldTo(decision, 'c:140106-center#approver')).toBe('等您审批：申请把「办结」延到10月11日24时。');
});

test('approved, the clock runs until the new day and keeps the old one with why', () => {
  expect(dueOf(extended)).toBe('10月11日24时');
  expect(extended.clocks[0]?.extensions).toMatchObject([{ length: 5, reason: '楼上住户住院', approvedBy: '王芳' }]);
  expect(extended.clocks[0]?.dueHistory).toEqual([
    {
      dueAt: atTime('2026-10-06', '24:00').toISOString(),
      at: atTime('2026-10-05', '15:00').toISOString(),
      why: '延期',
    },
  ]);
});

test('the resident reads the new day, the old one, why, and whom to ask', () => {
  expect(toldTo(granted, 'resident')).toMatch(
    /^您的事办完的日期改到10月11日24时，原来是10月6日（周二）。原因：楼上住户住院。有疑问找.*武志强/,
  );
  expect(toldTo(granted, `p:${wuZhiqiang.postId}`)).toBe('「办结」延期同意了，到10月11日24时。');
});

test('refused, nothing moves and the one who asked learns why', () => {
  const context = at(approver, '2026-10-05', '15:00');
  const refused = decideExtension(waiting, { approve: false, reason: '可以先开协调会' }, context);
  expect(dueOf(applyDecision('decideExtension', waiting, refused, context))).toBe('10月6日24时');
  expect(toldTo(refused, `p:${wuZhiqiang.postId}`)).toBe('「办结」延期没有同意：可以先开协调会');
  expect(toldTo(refused, 'resident')).toBeUndefined();
});

test('who asked never approves, and one request waits at a time', () => {
  const mine = take(
    'requestExtension',
    requestExtension,
    inHand(handleWith(may)),
    ask(),
    at(housingHead, '2026-10-05'),
  );
  const own = { ...at(leader, '2026-10-05'), actor: { ...leader, postId: housingHead.postId } };
  expect(refusalOf(() => decideExtension(mine, { approve: true, reason: '同意' }, own))).toBe('ownRequest');
  expect(refusalOf(() => requestExtension(waiting, ask(), at(wuZhiqiang, '2026-10-05')))).toBe('alreadyAsked');
});

test('once the limit is over only the leader may grant more time, and it stays marked', () => {
  const late = take(
    'requestExtension',
    requestExtension,
    inHand(handleWith(may)),
    ask({ length: 9 }),
    at(wuZhiqiang, '2026-10-08'),
  );
  expect(late.extensionRequests).toMatchObject([{ late: true }]);
  expect(refusalOf(() => decideExtension(late, { approve: true, reason: '同意' }, at(approver, '2026-10-08')))).toBe(
    'leaderOnly',
  );
  const after = take(
    'decideExtension',
    decideExtension,
    late,
    { approve: true, reason: '特批' },
    at(leader, '2026-10-08'),
  );
  expect([dueOf(after), after.clocks[0]?.dueHistory[0]?.why]).toEqual(['10月15日24时', '逾期后延期']);
});

test('what would still be over is refused before and at the decision', () => {
  const late = inHand(handleWith(may));
  expect(refusalOf(() => requestExtension(late, ask({ length: 1 }), at(wuZhiqiang, '2026-10-09')))).toBe('stillLate');
  expect(refusalOf(() => decideExtension(waiting, { approve: true, reason: '同意' }, at(leader, '2026-10-12')))).toBe(
    'stillLate',
  );
});

test('a clock whose rule knows no extension says on what basis it has none', () => {
  const refuse = () => requestExtension(inHand(handleWith(undefined)), ask(), at(wuZhiqiang, '2026-10-05'));
  expect(refusalOf(refuse)).toBe('notExtendable');
  expect(refuse).toThrow(/「办结」不能延期，依据是：13710/);
  expect(
    refusalOf(() => requestExtension(inHand(handleWith(may, { binds: 'party' })), ask(), at(wuZhiqiang, '2026-10-05'))),
  ).toBe('notExtendable');
});

test('the ceiling counts all extensions together, and so does how often', () => {
  const context = at(wuZhiqiang, '2026-10-06');
  const refusal = (length: number) => refusalOf(() => requestExtension(extended, ask({ length }), context));
  expect(refusal(6)).toBe('tooLong');
  expect(refusal(5)).toContain('not refused');
  const again = take('requestExtension', requestExtension, extended, ask({ length: 2 }), context);
  const twice = take(
    'decideExtension',
    decideExtension,
    again,
    { approve: true, reason: '同意' },
    at(approver, '2026-10-06'),
  );
  expect(dueOf(twice)).toBe('10月13日24时');
  expect(refusalOf(() => requestExtension(twice, ask({ length: 1 }), context))).toBe('timesOver');
});

test('13710: where a plan is needed, each of its nodes has a day before the new date', () => {
  const matter = inHand(handleWith(needsPlan));
  const refusal = (plan: RequestExtensionInput['plan']) =>
    refusalOf(() => requestExtension(matter, ask({ length: 20, plan }), at(wuZhiqiang, '2026-10-05')));
  expect(refusal([])).toBe('planMissing');
  expect(refusal([{ on: '2026-10-05', what: '现场勘验' }])).toBe('planDay');
  expect(refusal([{ on: '2026-10-27', what: '现场勘验' }])).toBe('planDay');
  const plan = [
    { on: '2026-10-15', what: '现场勘验' },
    { on: '2026-10-26', what: '开协调会' },
  ];
  const asked = take(
    'requestExtension',
    requestExtension,
    matter,
    ask({ length: 20, plan }),
    at(wuZhiqiang, '2026-10-05'),
  );
  expect(asked.extensionRequests[0]?.plan).toBe('10月15日（周四） 现场勘验；10月26日（周一） 开协调会');
});

test('while the clock stands still more time is granted without a date, and counts when it goes on', () => {
  const pause = { from: atTime('2026-10-04', '09:00'), to: null, reason: '等法院：鉴定', approvedBy: '王芳' };
  const still = inHand(handleWith(may, { pauses: [pause], dueAt: null }));
  const asked = take('requestExtension', requestExtension, still, ask(), at(wuZhiqiang, '2026-10-05'));
  const after = take(
    'decideExtension',
    decideExtension,
    asked,
    { approve: true, reason: '同意' },
    at(approver, '2026-10-05'),
  );
  expect(after.clocks[0]).toMatchObject({ dueAt: null, dueHistory: [] });
  expect(after.clocks[0]?.extensions).toHaveLength(1);
});

test('when its clock has stopped there is nothing left to decide', () => {
  const clocks = waiting.clocks.map((clock) => ({ ...clock, stoppedAt: atTime('2026-10-06', '10:00') }));
  expect(
    refusalOf(() =>
      decideExtension({ ...waiting, clocks }, { approve: true, reason: '同意' }, at(approver, '2026-10-06')),
    ),
  ).toBe('nothingAsked');
});
