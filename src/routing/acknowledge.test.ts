import { expect, test } from 'vitest';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { applyDecision, refusalOf, toldTo } from '../disputes/testing/applyDecision.ts';
import { housingHead, wuZhiqiang } from '../disputes/testing/people.ts';
import { atTime } from '../platform/now.ts';
import { acknowledge } from './acknowledge.ts';
import { undoDispatch } from './undoDispatch.ts';

const sent = aDispute({ status: 'dispatched' });

test('a handler who signs takes it, and the resident learns the name', () => {
  const decided = acknowledge(sent, { plan: '下午上门' }, aContext({ actor: wuZhiqiang }));
  expect(decided.matter).toEqual({ handler_post_id: wuZhiqiang.postId });
  expect(toldTo(decided, 'resident')).toBe('迎泽区住建局已经接手，由武志强办理。');
  expect(toldTo(decided, 'c:140106-center#dispatcher')).toBe('迎泽区住建局已签收。');
  expect(decided.notes).toMatchObject([{ visibility: 'shared', body: '下午上门' }]);
});

test('a head who signs has not taken it yet: somebody is still to be assigned', () => {
  const decided = acknowledge(sent, {}, aContext({ actor: housingHead }));
  expect(decided.matter).toEqual({ handler_post_id: null });
  expect(toldTo(decided, 'resident')).toBe('迎泽区住建局已经接手。');
});

test('what is signed for cannot be withdrawn any more, even within the minutes', () => {
  const context = aContext({ actor: wuZhiqiang, now: atTime('2026-09-29', '16:45') });
  const before = { ...sent, dispatchUndoUntil: atTime('2026-09-29', '16:55') };
  const after = applyDecision('acknowledge', before, acknowledge(before, {}, context), context);
  expect(after.status).toBe('inMediation');
  expect(refusalOf(() => undoDispatch(after, {}, context))).toBe('undoTooLate');
});

const begun = (leadUnitId: string, categoryCode = '02') => {
  const before = { ...sent, leadUnitId, categoryCode };
  const context = aContext({ actor: { ...wuZhiqiang, unitId: leadUnitId } });
  return applyDecision('acknowledge', before, acknowledge(before, {}, context), context).clocks;
};
const committee = '140106004-mediation';

test('the month of people’s mediation binds a people’s mediation committee, and says that its start is ours', () => {
  const [clock, ...rest] = begun(committee);
  expect(clock).toMatchObject({ kind: 'mediation', rule: { unit: 'month', length: 1, status: 'V2' } });
  expect(rest).toEqual([]);
  expect(clock?.rule.basis).toContain('只约束人民调解委员会');
  expect(clock?.rule.basis).toContain('从签收起算是系统缺省');
});

test('an office, a court or a center that mediates is no such committee: no limit of people’s mediation runs for it', () => {
  expect(begun('140106-housing')).toEqual([]);
  expect(begun('140106004-center')).toEqual([]);
});

test.each([
  ['140106-mediation-medical', '15', 'medicalMediation', 30, 'workingDay', '医疗纠纷预防和处理条例第38条'],
  ['140106-mediation-labor', '11', 'laborMediation', 15, 'naturalDay', '劳动争议调解仲裁法第14条'],
  [committee, '10', 'laborMediation', 15, 'naturalDay', '劳动争议调解仲裁法第14条'],
])(
  'at %s a dispute of category %s runs under %s, not under the month',
  (unit, category, kind, length, unitOf, basis) => {
    const clocks = begun(unit, category);
    expect(clocks).toMatchObject([{ kind, unitId: unit, rule: { length, unit: unitOf } }]);
    expect(clocks[0]?.rule.basis).toBe(`${basis}；从签收起算是系统缺省`);
  },
);

test('whatever mediation ran ends with the mediation', () => {
  const before = aDispute({ status: 'inMediation', leadUnitId: committee, clocks: begun(committee, '11') });
  const context = aContext({ actor: { ...wuZhiqiang, unitId: committee } });
  const failed = applyDecision('fail', before, { type: 'fail' }, context);
  expect(failed.clocks.map(({ stoppedAt }) => stoppedAt === null)).toEqual([false]);
});
