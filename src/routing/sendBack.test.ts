import { expect, test } from 'vitest';
import { aContext, aDispute, tuesday } from '../disputes/testing/aDispute.ts';
import { applyDecision, toldTo } from '../disputes/testing/applyDecision.ts';
import { court, housing } from '../disputes/testing/network.ts';
import { id, wuZhiqiang } from '../disputes/testing/people.ts';
import { sendBack } from './sendBack.ts';

const waiting = {
  id: id(1),
  what: '房产证',
  state: 'approved',
  limitAt: tuesday,
  askedByPostId: wuZhiqiang.postId,
} as const;
const inHand = aDispute({ status: 'inMediation', formerUnitIds: [court], materials: [waiting] });
const context = aContext({ actor: wuZhiqiang });
const decided = sendBack(inHand, { reason: '是物业共用管道', basis: '《物业管理条例》第五十条' }, context);
const after = applyDecision('sendBack', inHand, decided, context);

test('it is back at the desk, with nobody’s name on it, and has to be routed today', () => {
  expect(after).toMatchObject({ status: 'accepted', leadUnitId: null, handlerPostId: null });
  expect(after.clocks.map(({ kind }) => kind)).toEqual(['deploy']);
});

test('the unit keeps sight of it as a former one', () => {
  expect(after.formerUnitIds).toEqual([court, housing]);
});

test('reason and basis stand together, and the center is told which unit sent it back', () => {
  expect(decided.notes).toMatchObject([
    { visibility: 'shared', body: '是物业共用管道\n依据：《物业管理条例》第五十条' },
  ]);
  expect(toldTo(decided, 'c:140106-center#dispatcher')).toBe('迎泽区住建局退回一件，重新分流。');
  expect(toldTo(decided, 'resident')).toBe('正在重新确定您这件事由哪个单位办理。');
});

test('what that unit was waiting for is not waited for any more', () => {
  expect(after.materials.map(({ state }) => state)).toEqual(['expired']);
});
