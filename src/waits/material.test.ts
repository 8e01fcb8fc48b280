import { expect, test } from 'vitest';
import { startClock } from '../deadlines/clockChanges.ts';
import { yingzeRules } from '../disputes/defaultRules.ts';
import { clockRuleOf } from '../disputes/rules.ts';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { applyDecision, refusalOf, toldTo } from '../disputes/testing/applyDecision.ts';
import { approver, wuZhiqiang } from '../disputes/testing/people.ts';
import { atTime, formatDue } from '../platform/now.ts';
import { decidePause } from './decidePause.ts';
import { receiveMaterial } from './receiveMaterial.ts';
import { requestMaterial } from './requestMaterial.ts';

const by = (actor: typeof approver, day: string, time: string) =>
  aContext({ actor, rules: yingzeRules, now: atTime(day, time) });
const dispatched = by(wuZhiqiang, '2026-09-29', '16:40');
const begun = startClock('handle', {
  ...dispatched,
  step: 'dispatch',
  ruleOf: (kind) => clockRuleOf(yingzeRules, kind, 'ordinary'),
});
const inHand = aDispute({ status: 'inMediation', clocks: begun.kind === 'start' ? [begun.clock] : [] });
const dueOf = (dispute: typeof inHand) => {
  const { dueAt } = dispute.clocks.find(({ kind }) => kind === 'handle') ?? {};
  return dueAt ? formatDue(dueAt) : dueAt;
};

const asked = by(wuZhiqiang, '2026-10-10', '15:00');
const request = requestMaterial(inHand, { what: '房产证复印件', workingDays: 5 }, asked);
const waiting = applyDecision('requestMaterial', inHand, request, asked);
const approved = by(approver, '2026-10-12', '09:10');
const decision = decidePause(waiting, { approve: true, reason: '没有房产证定不了责任' }, approved);
const paused = applyDecision('decidePause', waiting, decision, approved);

test('the resident reads what to bring and until when; 10月10日 is a working Saturday', () => {
  expect(toldTo(request, 'resident')).toBe('请您补交：房产证复印件。10月16日24时前交到承办人或中心窗口。');
  expect(toldTo(request, 'c:140106-center#approver')).toContain('等您审批');
});

test('asking alone stops no clock', () => {
  expect(dueOf(inHand)).toBe('10月14日24时');
  expect(dueOf(waiting)).toBe('10月14日24时');
});

test('somebody else approves, and the clock stands still with the reason and the name', () => {
  expect(dueOf(paused)).toBe(null);
  const handle = paused.clocks.find(({ kind }) => kind === 'handle');
  expect(handle?.pauses).toMatchObject([
    { to: null, ground: 'material', reason: '当事人补交房产证复印件', approvedBy: '王芳' },
  ]);
  const [, materials] = paused.clocks;
  expect([materials?.kind, materials?.dueAt]).toEqual(['materials', atTime('2026-10-17', '00:00')]);
  expect(toldTo(decision, `p:${wuZhiqiang.postId}`)).toBe('停钟申请同意了。');
});

test('who asked cannot approve', () => {
  const own = by(wuZhiqiang, '2026-10-12', '09:10');
  expect(refusalOf(() => decidePause(waiting, { approve: true, reason: '我自己批' }, own))).toBe('ownRequest');
});

test('when the papers come the next day, the due date moves by the two days it really took', () => {
  const context = by(wuZhiqiang, '2026-10-13', '16:20');
  const received = receiveMaterial(paused, { note: '房产证收到' }, context);
  const after = applyDecision('receiveMaterial', paused, received, context);
  expect(dueOf(after)).toBe('10月16日24时');
  expect(after.materials.map(({ state }) => state)).toEqual(['received']);
  expect(after.clocks.find(({ kind }) => kind === 'materials')?.stoppedAt).toEqual(context.now);
  expect(toldTo(received, 'resident')).toBe('您补交的材料收到了，接着办。');
});

test('her date and the clock’s are one, so a pause is not approved on the last day or later', () => {
  const late = by(approver, '2026-10-16', '09:00');
  expect(refusalOf(() => decidePause(waiting, { approve: true, reason: '再等等' }, late))).toBe('limitOver');
  expect(decidePause(waiting, { approve: false, reason: '不等了' }, late).clocks).toEqual([]);
});

test('a pause that is not approved changes no date, and the request can be made anew', () => {
  const refused = decidePause(waiting, { approve: false, reason: '现场就能看清' }, approved);
  const after = applyDecision('decidePause', waiting, refused, approved);
  expect(dueOf(after)).toBe('10月14日24时');
  expect(after.clocks.map(({ kind }) => kind)).toEqual(['handle']);
  expect(requestMaterial(after, { what: '照片', workingDays: 2 }, asked).type).toBe('requestMaterial');
});

test('one request at a time, and not longer than the county’s limit', () => {
  const ask = (dispute: typeof inHand, workingDays: number) =>
    refusalOf(() => requestMaterial(dispute, { what: '照片', workingDays }, asked));
  expect(ask(waiting, 5)).toBe('alreadyWaiting');
  expect(ask(paused, 5)).toBe('alreadyWaiting');
  expect(ask(inHand, 11)).toBe('pauseTooLong');
});

test('what nobody asked for is neither approved nor received', () => {
  expect(refusalOf(() => decidePause(inHand, { approve: true, reason: '同意' }, approved))).toBe('nothingProposed');
  expect(refusalOf(() => receiveMaterial(inHand, {}, asked))).toBe('notWaiting');
});
