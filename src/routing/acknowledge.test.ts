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

test('the month of people’s mediation begins', () => {
  const context = aContext({ actor: wuZhiqiang });
  const after = applyDecision('acknowledge', sent, acknowledge(sent, {}, context), context);
  expect(after.clocks.map(({ kind }) => kind)).toEqual(['mediation']);
});
