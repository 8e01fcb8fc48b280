import { expect, test } from 'vitest';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { applyDecision, toldTo } from '../disputes/testing/applyDecision.ts';
import { approver } from '../disputes/testing/people.ts';
import { reconsider } from './reconsider.ts';

const context = aContext({ actor: approver });
const decided = reconsider(aDispute({ status: 'declined' }), { reason: '材料补来了，属于本中心' }, context);

test('a declined matter that is looked at again stands at the door with a new day to answer', () => {
  const after = applyDecision('reconsider', aDispute({ status: 'declined' }), decided, context);
  expect(after.status).toBe('registered');
  expect(after.clocks.map(({ kind, stoppedAt }) => [kind, stoppedAt])).toEqual([['accept', null]]);
});

test('the resident reads why it is looked at again, and the desk is told', () => {
  expect(decided.notes).toMatchObject([{ visibility: 'resident', body: '材料补来了，属于本中心' }]);
  expect(toldTo(decided, 'resident')).toBe('中心正在重新审查您的事。');
  expect(toldTo(decided, 'c:140106-center#dispatcher')).toBe('一件不予受理的事要重新审查。');
});
