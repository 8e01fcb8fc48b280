import { expect, test } from 'vitest';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { toldTo } from '../disputes/testing/applyDecision.ts';
import { wuZhiqiang } from '../disputes/testing/people.ts';
import { terminate } from './terminate.ts';

test('when one side plainly refuses, mediation ends and both read which ways remain', () => {
  const decided = terminate(
    aDispute({ status: 'inMediation', categoryCode: '11' }),
    { reason: '用人单位明确拒绝调解' },
    aContext({ actor: wuZhiqiang }),
  );
  expect(decided.own).toEqual({ outcome: 'terminated' });
  expect(toldTo(decided, 'resident')).toBe('调解终止了。您还可以：申请劳动仲裁、向劳动保障监察投诉、申请法律援助。');
  expect(decided.notes?.map(({ kind, visibility }) => [kind, visibility])).toEqual([
    ['terminate', 'shared'],
    ['routes', 'resident'],
  ]);
});
