import { expect, test } from 'vitest';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { applyDecision, refusalOf, toldTo } from '../disputes/testing/applyDecision.ts';
import { id, jiaMin } from '../disputes/testing/people.ts';
import { type ReturnVisitInput, recordReturnVisit } from './recordReturnVisit.ts';

const closed = aDispute({ status: 'closed' });
const context = aContext({ actor: jiaMin });
const input: ReturnVisitInput = {
  partyId: id(101),
  method: 'phone',
  outcome: 'settled',
  performed: 'performing',
  words: '修好了，钱给了一半',
};
const visit = (over: Partial<ReturnVisitInput>, dispute = closed) =>
  recordReturnVisit(dispute, { ...input, ...over }, context);

test('who was asked, how, and whether the agreement is kept', () => {
  const decided = visit({});
  expect(decided.inserts).toMatchObject([
    {
      into: 'return_visit',
      values: { party_id: id(101), method: 'phone', outcome: 'settled', performed: 'performing' },
    },
  ]);
  expect(decided.notes).toMatchObject([{ visibility: 'shared', body: '修好了，钱给了一半' }]);
  expect(applyDecision('recordReturnVisit', closed, decided, context).returnVisited).toBe(true);
});

test('nobody reached is a visit too, and can be recorded', () => {
  expect(visit({ partyId: null, outcome: 'unreachable', performed: 'none' }).data).toMatchObject({
    outcome: 'unreachable',
  });
});

test('"not settled" on a visit is the same as when she says it herself', () => {
  const decided = visit({ outcome: 'notSettled' });
  const after = applyDecision('recordReturnVisit', closed, decided, context);
  expect(after.contested).toBe(true);
  expect(after.clocks.map(({ kind }) => kind)).toEqual(['contest']);
  expect(toldTo(decided, 'c:140106-center#centerLeader')).toContain('要决定是否重新办理');
});

test('"not settled" said before is not counted twice', () => {
  const decided = visit({ outcome: 'notSettled' }, { ...closed, contested: true });
  expect(decided.tell).toEqual([]);
  expect(decided.clocks).toEqual([]);
});

test('only a party of this matter was asked', () => {
  expect(refusalOf(() => visit({ partyId: id(999) }))).toBe('unknownParty');
});
