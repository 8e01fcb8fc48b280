import { expect, test } from 'vitest';
import { type Clock, untouched } from '../deadlines/clock.ts';
import type { ClockRule } from '../deadlines/clockRule.ts';
import { computeDue } from '../deadlines/due.ts';
import { clockState } from '../deadlines/state.ts';
import type { Dispute } from '../disputes/dispute.ts';
import { clockRuleOf } from '../disputes/rules.ts';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { applyDecision, refusalOf, take, toldTo } from '../disputes/testing/applyDecision.ts';
import { housing, justice } from '../disputes/testing/network.ts';
import { approver, jiaMin, theResident, wuZhiqiang } from '../disputes/testing/people.ts';
import { todosOf } from '../disputes/todos.ts';
import { atTime, formatDue } from '../platform/now.ts';
import { decidePause } from './decidePause.ts';
import { endWait } from './endWait.ts';
import { expireMaterial } from './expireMaterial.ts';
import { receiveMaterial } from './receiveMaterial.ts';
import { requestMaterial } from './requestMaterial.ts';
import { type RequestWaitInput, requestWait } from './requestWait.ts';

const start = atTime('2026-10-08', '09:00');
const grounds: ClockRule['pauseGrounds'] = ['material', 'court', 'otherUnit'];

/** 7 working days from 10月8日: 10月9日, 10日 (worked), 12日–16日. */
function clockOf(kind: string, over: Partial<ClockRule> = {}): Clock {
  const context = aContext();
  const rule = { ...clockRuleOf(context.rules, kind, 'ordinary'), unit: 'workingDay' as const, length: 7, ...over };
  const { dueAt } = computeDue(rule, context.calendar, start);
  return { ...untouched, id: `clock-${kind}`, kind, rule, startedAt: start, stoppedAt: null, dueAt, unitId: housing };
}
const handle = clockOf('handle', { pauseGrounds: grounds, maxPauseDays: 10 });
const inHand = aDispute({
  status: 'inMediation',
  clocks: [
    handle,
    clockOf('mediation', { pauseGrounds: ['court'] }),
    clockOf('report', { pauseGrounds: ['material'] }),
  ],
  supportingUnits: [{ unitId: justice, task: '协办', doneAt: null }],
});
const at = (actor: typeof approver, day: string, time = '09:00') => aContext({ actor, now: atTime(day, time) });
const wait = (over: Partial<RequestWaitInput> = {}): RequestWaitInput => ({
  ground: 'court',
  what: '诉前鉴定结论',
  until: '2026-10-16',
  ...over,
});
const dates = ({ clocks }: Dispute) =>
  clocks.filter(({ stoppedAt }) => !stoppedAt).map(({ kind, dueAt }) => `${kind} ${dueAt ? formatDue(dueAt) : '—'}`);

const asked = take('requestWait', requestWait, inHand, wait(), at(wuZhiqiang, '2026-10-12'));
const context = at(approver, '2026-10-12', '10:00');
const approved = decidePause(asked, { approve: true, reason: '要等鉴定' }, context);
const still = applyDecision('decidePause', asked, approved, context);

test('asking stops no clock; approved, only the clocks whose rule names the court stand still', () => {
  expect(dates(asked)).toEqual(['handle 10月16日24时', 'mediation 10月16日24时', 'report 10月16日24时']);
  expect(dates(still)).toEqual(['handle —', 'mediation —', 'report 10月16日24时', 'wait 10月16日24时']);
  expect(still.clocks[0]?.pauses).toMatchObject([{ ground: 'court', reason: '诉前鉴定结论', approvedBy: '王芳' }]);
});

test('the chip says whom we wait for, and the wait itself binds nobody of ours', () => {
  const [first] = still.clocks;
  expect(first && clockState(first, context.calendar, context.now).chip).toBe('暂停 等法院');
  expect(still.clocks.at(-1)).toMatchObject({ kind: 'wait', binds: 'other', unitId: null, rule: { label: '等法院' } });
});

test('a wait hides nothing: it stays on the list of who works on it, until the day it ends', () => {
  expect(todosOf(still, still.clocks, aContext())).toContainEqual({
    owner: `p:${wuZhiqiang.postId}`,
    act: 'endWait',
    clockKind: 'wait',
    dueAt: atTime('2026-10-16', '24:00'),
  });
});

test('the resident reads whom we wait for, for what and until when', () => {
  expect(toldTo(approved, 'resident')).toBe('您的事在等法院：诉前鉴定结论，到10月16日24时。这段时间不算在办理时限里。');
});

test('when it comes the clocks go on with the working days it really took, also handed in at the counter', () => {
  const after = take('endWait', endWait, still, { note: '法院送来鉴定结论' }, at(jiaMin, '2026-10-14', '16:00'));
  expect(dates(after)).toEqual(['handle 10月21日24时', 'mediation 10月21日24时', 'report 10月16日24时']);
  expect(after.materials.map(({ state }) => state)).toEqual(['received']);
  const told = endWait(still, { note: '法院送来鉴定结论' }, at(jiaMin, '2026-10-14', '16:00'));
  expect(toldTo(told, 'resident')).toBe('法院那边有结果了，接着办。');
  expect(toldTo(told, `p:${wuZhiqiang.postId}`)).toBe('不用再等法院了，钟接着走。');
});

test('when it does not come by its day the clocks go on by themselves', () => {
  const system = { ...theResident(inHand.id), role: 'system' as const };
  const after = take('expireMaterial', expireMaterial, still, {}, at(system, '2026-10-17', '00:00'));
  expect(dates(after)[0]).toBe('handle 10月23日24时');
  const told = expireMaterial(still, {}, at(system, '2026-10-17', '00:00'));
  expect(toldTo(told, 'resident')).toBe('等法院的日期到了，还没有结果，先接着办，日期接着算。');
});

test('a ground that no running clock knows is refused, and so is a day that is over', () => {
  const refusal = (over: Partial<RequestWaitInput>) =>
    refusalOf(() => requestWait(inHand, wait(over), at(wuZhiqiang, '2026-10-12')));
  expect(refusal({ ground: 'forceMajeure' })).toBe('groundNotAllowed');
  expect(refusal({ until: '2026-10-12' })).toBe('untilPast');
  expect(refusal({ until: '2026-02-30' })).toBe('untilPast');
});

test('all pauses of a clock together stay under its ceiling in working days', () => {
  const ended = take('endWait', endWait, still, { note: '先办别的' }, at(wuZhiqiang, '2026-10-14', '16:00'));
  const refuse = (until: string) => () => requestWait(ended, wait({ until }), at(wuZhiqiang, '2026-10-15'));
  expect(refuse('2026-10-27')).toThrow('「办结」合计最多停 10 个工作日，已经停了 3 个，还可以停 7 个。');
  expect(refusalOf(refuse('2026-10-26'))).toContain('not refused');
});

test('another unit that is waited for is a supporting one, is named, and its head is told', () => {
  const unit = wait({ ground: 'otherUnit', what: '现场勘验', unitId: justice });
  const by = at(wuZhiqiang, '2026-10-12');
  expect(refusalOf(() => requestWait(inHand, wait({ ground: 'otherUnit' }), by))).toBe('notSupporting');
  expect(refusalOf(() => requestWait(inHand, { ...unit, unitId: '140106-health' }, by))).toBe('notSupporting');
  const decision = requestWait(inHand, unit, by);
  expect(toldTo(decision, `u:${justice}#unitHead`)).toMatch(/在等你单位：现场勘验，到10月16日24时。$/);
  const waiting = applyDecision('requestWait', inHand, decision, by);
  const named = decidePause(waiting, { approve: true, reason: '同意' }, at(approver, '2026-10-12'));
  expect(toldTo(named, 'resident')).toContain(`您的事在等${aContext().network.unit(justice)?.short}：现场勘验`);
});

test('one wait at a time, and each is ended by its own step', () => {
  const by = at(wuZhiqiang, '2026-10-13');
  expect(refusalOf(() => requestWait(still, wait(), by))).toBe('alreadyWaiting');
  expect(refusalOf(() => requestMaterial(still, { what: '照片', workingDays: 2 }, by))).toBe('alreadyWaiting');
  expect(refusalOf(() => receiveMaterial(still, {}, by))).toBe('notWaiting');
  expect(refusalOf(() => endWait(inHand, { note: '没有在等' }, by))).toBe('notWaiting');
  const material = take('requestMaterial', requestMaterial, inHand, { what: '照片', workingDays: 2 }, by);
  expect(refusalOf(() => endWait(material, { note: '照片来了' }, by))).toBe('notWaiting');
});

test('a clock without a list stands still for material, a clock of law only for what its law names', () => {
  const law = clockOf('notarization', { pauseGrounds: undefined as never });
  const matter = aDispute({
    status: 'inMediation',
    clocks: [clockOf('report', { pauseGrounds: undefined as never }), law],
  });
  const by = at(wuZhiqiang, '2026-10-12');
  const waiting = take('requestMaterial', requestMaterial, matter, { what: '照片', workingDays: 2 }, by);
  const after = take('decidePause', decidePause, waiting, { approve: true, reason: '同意' }, context);
  expect(dates(after).slice(0, 2)).toEqual(['report —', 'notarization 10月16日24时']);
});
