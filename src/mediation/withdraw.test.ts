import { expect, test } from 'vitest';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { toldTo } from '../disputes/testing/applyDecision.ts';
import { street } from '../disputes/testing/network.ts';
import { wuZhiqiang } from '../disputes/testing/people.ts';
import { withdraw } from './withdraw.ts';

const words = { reason: '我们自己说好了' };
const closing = '申请人撤回了，写明后提交办结。';

test('it is recorded in her own words, which she can read', () => {
  const decided = withdraw(aDispute({ status: 'inMediation' }), words, aContext());
  expect(decided.notes).toMatchObject([{ visibility: 'resident', body: '我们自己说好了' }]);
  expect(toldTo(decided, 'resident')).toBe('您撤回了这件事。以后还可以再来。');
  expect(decided.own).toEqual({ outcome: 'withdrawn' });
});

test.each([
  ['the handler, when there is one', aDispute({ status: 'inMediation' }), `p:${wuZhiqiang.postId}`],
  ['the unit it was sent to', aDispute({ status: 'dispatched' }), 'u:140106-housing#unitHead'],
  [
    'the center it was sent to',
    aDispute({ status: 'dispatched', leadUnitId: street }),
    'c:140106004-center#centerLeader',
  ],
  ['the desk, when nobody has it yet', aDispute({ status: 'accepted' }), 'c:140106-center#dispatcher'],
])('%s is told, and has to close it', (_who, dispute, owner) => {
  expect(toldTo(withdraw(dispute, words, aContext()), owner)).toBe(closing);
});
