import { expect, test } from 'vitest';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { applyDecision, refusalOf, toldTo } from '../disputes/testing/applyDecision.ts';
import { street } from '../disputes/testing/network.ts';
import { closer, leader, wuZhiqiang } from '../disputes/testing/people.ts';
import { returnClosure } from './returnClosure.ts';
import { submitClosure } from './submitClosure.ts';
import { verifyClosure } from './verifyClosure.ts';

const submitted = aDispute({ status: 'closureSubmitted' });
const checking = aContext({ actor: closer });

test('the unit says that it is done: the center’s closer and the resident learn it, and two working days begin', () => {
  const context = aContext({ actor: wuZhiqiang });
  const settled = aDispute({ status: 'settled' });
  const decided = submitClosure(settled, { result: '协议签了，第一笔已付' }, context);
  expect(toldTo(decided, 'c:140106-center#closer')).toBe('提交了办结，等审核。');
  expect(toldTo(decided, 'resident')).toBe('办理单位说办完了，中心正在核对。');
  const after = applyDecision('submitClosure', settled, decided, context);
  expect(after.status).toBe('closureSubmitted');
  expect(after.clocks.map(({ kind }) => kind)).toEqual(['verify']);
});

test('the center verifies; first contact makes the return visit, and the resident may rate or say it is not over', () => {
  const decided = verifyClosure(submitted, { opinion: '材料齐全' }, checking);
  expect(decided.matter).toEqual({ closed_at: checking.now });
  expect(toldTo(decided, `p:${submitted.firstContactPostId}`)).toBe('办结了，做回访。');
  expect(toldTo(decided, 'resident')).toContain('没有解决');
  const after = applyDecision('verifyClosure', submitted, decided, checking);
  expect(after.clocks.map(({ kind }) => kind)).toEqual(['returnVisit', 'strikeOff']);
});

test('nobody verifies what they submitted themselves', () => {
  const own = aDispute({ status: 'closureSubmitted', submittedByPostId: leader.postId });
  expect(refusalOf(() => verifyClosure(own, { opinion: '可以' }, aContext({ actor: leader })))).toBe('ownSubmission');
});

test('not done yet: the one who has it is told why, and a new handling clock runs', () => {
  const decided = returnClosure(submitted, { reason: '协议没有对方签字' }, checking);
  expect(toldTo(decided, `p:${wuZhiqiang.postId}`)).toBe('办结没有通过，退回补办。');
  const after = applyDecision('returnClosure', submitted, decided, checking);
  expect(after).toMatchObject({ status: 'inMediation', outcome: null, handlerPostId: wuZhiqiang.postId });
  expect(after.clocks.map(({ kind }) => kind)).toEqual(['handle']);
});

test('what no unit ever had cannot be returned to one', () => {
  const nobody = aDispute({ status: 'closureSubmitted', leadUnitId: null, handlerPostId: null });
  expect(refusalOf(() => returnClosure(nobody, { reason: '再看看' }, checking))).toBe('nobodyToReturnTo');
});

test('sent back to a center that nobody was assigned in, its leader hears of it', () => {
  const ofStreet = aDispute({ status: 'closureSubmitted', leadUnitId: street, handlerPostId: null });
  const decided = returnClosure(ofStreet, { reason: '再看看' }, checking);
  expect(toldTo(decided, 'c:140106004-center#centerLeader')).toBe('办结没有通过，退回补办。');
});
