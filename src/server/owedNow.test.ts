import { expect, test } from 'vitest';
import { type StepName, statuses, stepOf } from '../disputes/procedure.ts';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { approver, closer, liNa, wuZhiqiang } from '../disputes/testing/people.ts';
import { atTime } from '../platform/now.ts';
import { openSteps } from '../procedures/openSteps.ts';
import { owedNow } from '../procedures/owedNow.ts';
import { bindKinds } from './kinds.ts';

const { dispute: bound } = bindKinds(async () => {});
const owed = (over: Partial<Parameters<typeof aDispute>[0]>, actor = liNa, now = atTime('2026-10-20', '09:00')) =>
  owedNow(bound, aDispute(over), aContext({ actor, now }));

test('every status short of the archive owes something that its table allows there; what follows another owes nothing', () => {
  for (const status of statuses) {
    const acts: StepName[] = owed({ status }).map(({ act }) => act);
    const none = ['declined', 'linked', 'archived'].includes(status);
    expect(acts.length > 0, status).toBe(!none);
    for (const act of acts) expect(stepOf(act).from, status).toContain(status);
  }
});

test('a desk with several posts is one row, by the unit’s name; a person is named', () => {
  expect(owed({ status: 'dispatched' })).toMatchObject([{ act: 'acknowledge', who: '迎泽区住建局' }]);
  expect(owed({ status: 'inMediation' }, wuZhiqiang)).toMatchObject([
    { act: 'settle', who: wuZhiqiang.name, mine: true, notYet: null },
  ]);
  expect(owed({ status: 'inMediation' })).toMatchObject([{ act: 'settle', mine: false }]);
});

test('as long as the public may rate, striking off says until when, to the closer and to everybody else', () => {
  const visited = { status: 'closed', returnVisited: true } as const;
  const until = atTime('2026-10-20', '09:00');
  for (const actor of [closer, liNa])
    expect(owed(visited, actor, until)).toMatchObject([
      { act: 'strikeOff', notYet: '评价到10月30日24时，之后可销号；评完了马上可以。' },
    ]);
  expect(owed({ ...visited, rated: true }, closer, until)).toMatchObject([
    { act: 'strikeOff', mine: true, notYet: null },
  ]);
});

test('that another person must decide is no reason why not yet', () => {
  const materials = [
    {
      id: 'm',
      what: '照片',
      state: 'proposed' as const,
      limitAt: atTime('2026-10-30', '23:59'),
      askedByPostId: approver.postId,
      ground: 'material' as const,
      unitId: null,
    },
  ];
  const [first] = owed({ status: 'inMediation', materials }, approver);
  expect(first).toMatchObject({ act: 'decidePause', mine: true, notYet: null });
});

test('what is contested has no button for the archive, and says what it waits for', () => {
  const context = aContext({ actor: closer, now: atTime('2026-10-20', '09:00') });
  const { now, later } = openSteps(bound, aDispute({ status: 'struckOff', contested: true }), context);
  expect(now).not.toContain('archive');
  expect(later).toContainEqual({ name: 'archive', sentence: '当事人说没有解决，先答复再归档。' });
});
