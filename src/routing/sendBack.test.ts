import { expect, test } from 'vitest';
import { startClock } from '../deadlines/clockChanges.ts';
import { defaultCountyRules } from '../disputes/defaultRules.ts';
import { clockRuleOf } from '../disputes/rules.ts';
import { aContext, aDispute, tuesday } from '../disputes/testing/aDispute.ts';
import { applyDecision, refusalOf, toldTo } from '../disputes/testing/applyDecision.ts';
import { court, housing, street } from '../disputes/testing/network.ts';
import { aPost, directoryWith, id, wuZhiqiang } from '../disputes/testing/people.ts';
import { atTime } from '../platform/now.ts';
import type { Refusal } from '../platform/refusal.ts';
import { hindersSendBack, sendBackLimit } from './court.ts';
import type { CourtRules } from './rules.ts';
import { sendBack } from './sendBack.ts';

const waiting = {
  id: id(1),
  what: '房产证',
  state: 'approved',
  limitAt: tuesday,
  askedByPostId: wuZhiqiang.postId,
  ground: 'material',
  unitId: null,
} as const;
const row = { id: id(2), unitId: housing, sentBack: false, result: null };
const referee = aPost('referee', '140106-center', '高林峰');
const under = (court: Partial<CourtRules>) => ({
  ...defaultCountyRules,
  court: { ...defaultCountyRules.court, ...court },
});

/** Dispatched on Tuesday at 9:30, and everything that runs since. */
function inHand(over: Parameters<typeof aDispute>[0] = {}) {
  const ruleOf = (kind: string) => clockRuleOf(defaultCountyRules, kind, 'ordinary');
  const clocks = ['acknowledge', 'report', 'handle'].flatMap((kind) => {
    const begun = startClock(kind, { ...aContext(), step: 'dispatch', ruleOf });
    return begun.kind === 'start' ? [begun.clock] : [];
  });
  return aDispute({
    status: 'inMediation',
    formerUnitIds: [court],
    materials: [waiting],
    lastDispatch: row,
    clocks,
    ...over,
  });
}
const context = aContext({ actor: wuZhiqiang, directory: directoryWith(referee) });
const input = { reason: '是物业共用管道', basis: '《物业管理条例》第五十条' };
const decided = sendBack(inHand(), input, context);
const after = applyDecision('sendBack', inHand(), decided, context);

test('it is with the referee, with nobody’s name on it, and the resident’s date goes on', () => {
  expect(after).toMatchObject({ status: 'routingDisputed', leadUnitId: null, handlerPostId: null });
  expect(after.clocks.filter(({ stoppedAt }) => stoppedAt === null).map(({ kind }) => kind)).toEqual([
    'handle',
    'ruling',
  ]);
  expect(toldTo(decided, 'resident')).toBe('正在重新确定您这件事由哪个单位办理，办完的日期不变。');
});

test('the unit keeps sight of it as a former one, and the row by which it got it says when it came back', () => {
  expect(after.formerUnitIds).toEqual([court, housing]);
  expect(after.lastDispatch).toEqual({ ...row, sentBack: true });
});

test('reason and basis stand together; referee and desk are told which unit sent it back', () => {
  expect(decided.notes).toMatchObject([
    { visibility: 'shared', body: '是物业共用管道\n依据：《物业管理条例》第五十条' },
  ]);
  expect(toldTo(decided, 'c:140106-center#referee')).toBe('迎泽区住建局退回一件，等裁定。');
  expect(toldTo(decided, 'c:140106-center#dispatcher')).toBe('迎泽区住建局退回一件，由裁定岗裁定。');
});

test('a center without a referee: its leader is told', () => {
  const nobody = sendBack(inHand(), input, aContext({ actor: wuZhiqiang }));
  expect(toldTo(nobody, 'c:140106-center#centerLeader')).toBe('迎泽区住建局退回一件，等裁定。');
});

test('what that unit was waiting for is not waited for any more', () => {
  expect(after.materials.map(({ state }) => state)).toEqual(['expired']);
});

test('whom the unit thinks competent is kept; itself it cannot name', () => {
  expect(sendBack(inHand(), { ...input, betterUnitId: street }, context).data).toEqual({
    fromUnitId: housing,
    betterUnitId: street,
  });
  expect(refusalOf(() => sendBack(inHand(), { ...input, betterUnitId: housing }, context))).toBe('sameUnit');
});

test('within the set hours only; the refusal says from when to when, and which ways are left', () => {
  const rules = under({ sendBackWithin: { length: 8, unit: 'hour' } });
  const at = (time: string) => ({ ...context, rules, now: atTime('2026-09-29', time) });
  expect(hindersSendBack(inHand(), at('17:30'))).toBeNull();
  const late = hindersSendBack(inHand(), at('17:31')) as Refusal;
  expect(late.message).toBe(
    '退回要在收到后8小时内提出：9月29日09:30 收到，到 9月29日17:30，已经过了。可以请中心转办，或者签收后提级。',
  );
  expect(refusalOf(() => sendBack(inHand(), input, at('17:31')))).toBe('sendBackTooLate');
});

test('hours are counted from the last time it was given to a unit, and days end at 24:00', () => {
  const days = { ...context, rules: under({ sendBackWithin: { length: 5, unit: 'workingDay' } }) };
  expect(sendBackLimit(inHand(), days)?.due.dueAt).toEqual(atTime('2026-10-12', '24:00'));
  const later = { kind: 'acknowledge', startedAt: atTime('2026-10-09', '10:00') };
  const again = { ...inHand(), clocks: [...inHand().clocks, later] };
  expect(sendBackLimit(again, days)?.since).toEqual(later.startedAt);
});

test('whom a ruling gave it to cannot send it back, unless the county says so', () => {
  const ruled = inHand({ ruledUnitId: housing });
  expect(refusalOf(() => sendBack(ruled, input, context))).toBe('alreadyRuled');
  expect(hindersSendBack({ ...ruled, ruledUnitId: court }, context)).toBeNull();
  expect(hindersSendBack(ruled, { ...context, rules: under({ final: false }) })).toBeNull();
});

test('a county without rulings: it is back at the desk, which has its day to dispatch', () => {
  const rules = under({ needsRuling: false });
  const plain = sendBack(inHand(), input, { ...context, rules });
  const left = applyDecision('sendBack', inHand(), plain, { ...context, rules });
  expect(left.status).toBe('accepted');
  expect(left.clocks.filter(({ stoppedAt }) => stoppedAt === null).map(({ kind }) => kind)).toEqual([
    'handle',
    'deploy',
  ]);
  expect(toldTo(plain, 'c:140106-center#dispatcher')).toBe('迎泽区住建局退回一件，重新分流。');
});

test('what came to a unit by another way than dispatching gets its row in the figures when it comes back', () => {
  const escalated = sendBack(inHand({ lastDispatch: { ...row, unitId: court } }), input, context);
  expect(escalated.inserts).toMatchObject([{ into: 'unit_dispatch', values: { unit_id: housing } }]);
});
