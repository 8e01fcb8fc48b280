import { expect, test } from 'vitest';
import type { Dispute } from '../disputes/dispute.ts';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { applyDecision, toldTo } from '../disputes/testing/applyDecision.ts';
import { housing, justice } from '../disputes/testing/network.ts';
import { justiceHead, wuZhiqiang } from '../disputes/testing/people.ts';
import { checkInput } from '../platform/checkInput.ts';
import { dispatch } from '../routing/dispatch.ts';
import { ReportInput, report } from './report.ts';

const ready = aDispute({ status: 'accepted', difficulty: 'ordinary' });
const sent = applyDecision(
  'dispatch',
  ready,
  dispatch(ready, { leadUnitId: housing, supportingUnitIds: [justice], message: '' }, aContext()),
  aContext(),
);
const inHand: Dispute = { ...sent, status: 'inMediation', handlerPostId: wuZhiqiang.postId };
const stopped = (kind: string, after = inHand) => after.clocks.find((clock) => clock.kind === kind)?.stoppedAt !== null;

test('the handler’s report meets the three days; the resident reads what was written for her', () => {
  const context = aContext({ actor: wuZhiqiang });
  const decided = report(inHand, { text: '看了现场，水管老化', forResident: '师傅周五来修' }, context);
  expect(stopped('report', applyDecision('report', inHand, decided, context))).toBe(true);
  expect(decided.notes?.map(({ visibility, body }) => [visibility, body])).toEqual([
    ['shared', '看了现场，水管老化'],
    ['resident', '师傅周五来修'],
  ]);
  expect(toldTo(decided, 'resident')).toBe('师傅周五来修');
});

test('a report says something to the resident: without a sentence for her it is not taken', () => {
  expect(checkInput(ReportInput, { text: '看了现场' })).toHaveProperty('forResident');
  expect(checkInput(ReportInput, { text: '看了现场', forResident: '' })).toHaveProperty('forResident');
});

test('a supporting unit finishes its own task; the lead unit’s three days go on', () => {
  const context = aContext({ actor: justiceHead });
  const decided = report(inHand, { text: '法律意见写好了', forResident: '法律意见写好了', taskDone: true }, context);
  const after = applyDecision('report', inHand, decided, context);
  expect(stopped('report', after)).toBe(false);
  expect(after.supportingUnits).toEqual([{ unitId: justice, task: '协办', doneAt: context.now }]);
  expect(decided.data).toEqual({ supporting: true, taskDone: true });
});

test('the lead unit cannot tick off another unit’s task', () => {
  const decided = report(
    inHand,
    { text: '都办好了', forResident: '都办好了', taskDone: true },
    aContext({ actor: wuZhiqiang }),
  );
  expect(decided.changes).toEqual([]);
});
