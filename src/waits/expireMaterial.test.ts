import { expect, test } from 'vitest';
import type { Dispute } from '../disputes/dispute.ts';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { applyDecision, refusalOf, toldTo } from '../disputes/testing/applyDecision.ts';
import { id, wuZhiqiang } from '../disputes/testing/people.ts';
import { atTime } from '../platform/now.ts';
import { expireMaterial } from './expireMaterial.ts';

const limitAt = atTime('2026-10-17', '00:00');
const waitingFor = (state: Dispute['materials'][number]['state']) =>
  aDispute({
    status: 'inMediation',
    materials: [{ id: id(1), what: '照片', state, limitAt, askedByPostId: null, ground: 'material', unitId: null }],
  });
const waiting = waitingFor('approved');
const at = (time: string, day = '2026-10-16') => aContext({ now: atTime(day, time) });

test('at the end of the last day the wait is over, and both sides learn it', () => {
  const context = at('00:00', '2026-10-17');
  const decided = expireMaterial(waiting, {}, context);
  expect(applyDecision('expireMaterial', waiting, decided, context).materials[0]?.state).toBe('expired');
  expect(toldTo(decided, `p:${wuZhiqiang.postId}`)).toBe('补材料的期限到了，钟继续走。');
  expect(toldTo(decided, 'resident')).toBe('补材料的日期过了，先接着办。材料找到了随时可以再交。');
});

test('not a minute before, and not where no clock stands still for it', () => {
  expect(refusalOf(() => expireMaterial(waiting, {}, at('23:59')))).toBe('notOver');
  for (const state of ['proposed', 'received', 'refused'] as const)
    expect(refusalOf(() => expireMaterial(waitingFor(state), {}, at('09:00', '2026-11-01')))).toBe('notOver');
});
