import { expect, test } from 'vitest';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { applyDecision, refusalOf, toldTo } from '../disputes/testing/applyDecision.ts';
import { street } from '../disputes/testing/network.ts';
import { closer, leader, theResident } from '../disputes/testing/people.ts';
import { contest } from './contest.ts';
import { keepClosed } from './keepClosed.ts';
import { reopen } from './reopen.ts';

const closed = aDispute({ status: 'closed' });
const words = { reason: '楼上又漏了' };
const hers = aContext({ actor: theResident(closed.id) });
const contested = applyDecision('contest', closed, contest(closed, words, hers), hers);
const running = (dispute: typeof closed) =>
  dispute.clocks.filter(({ stoppedAt }) => !stoppedAt).map(({ kind }) => kind);

test('"not settled" stays hers to read, the leader has to answer within three working days', () => {
  const decided = contest(closed, words, hers);
  expect(decided.notes).toMatchObject([{ visibility: 'resident', body: '楼上又漏了' }]);
  expect(toldTo(decided, 'c:140106-center#centerLeader')).toBe('当事人说没有解决，要决定是否重新办理。');
  expect(contested).toMatchObject({ status: 'closed', contested: true });
  expect(running(contested)).toEqual(['contest']);
  expect(contested.clocks[0]?.rule).toMatchObject({ length: 3, unit: 'workingDay', status: 'G' });
});

test('said twice, it is one', () => {
  expect(refusalOf(() => contest(contested, words, hers))).toBe('alreadyContested');
});

test('it goes back to the unit that had it, with new clocks, and that unit’s desk is told', () => {
  const context = aContext({ actor: closer });
  const decided = reopen(contested, { reason: '确实又漏了' }, context);
  expect(decided.tell?.map(({ owner }) => owner)).toEqual([
    'u:140106-housing#unitHead',
    'h:140106-housing',
    'resident',
  ]);
  const after = applyDecision('reopen', contested, decided, context);
  expect(after).toMatchObject({
    status: 'dispatched',
    handlerPostId: null,
    closedAt: null,
    outcome: null,
    contested: false,
    reopened: 1,
    returnVisited: false,
    rated: false,
  });
  expect(running(after)).toEqual(['acknowledge', 'report', 'handle']);
  expect(toldTo(reopen({ ...contested, leadUnitId: street }, words, context), 'c:140106004-center#dispatcher')).toBe(
    '一件重新办理，今天签收。',
  );
});

test('what no unit had goes to the desk, and only the desk’s clock runs', () => {
  const context = aContext({ actor: closer });
  const withdrawn = { ...contested, leadUnitId: null, handlerPostId: null, outcome: 'withdrawn' as const };
  const decided = reopen(withdrawn, { reason: '她改主意了' }, context);
  const after = applyDecision('reopen', withdrawn, decided, context);
  expect(after.status).toBe('accepted');
  expect(running(after)).toEqual(['deploy']);
  expect(toldTo(decided, 'c:140106-center#dispatcher')).toBe('一件重新办理，今天分流。');
});

test('it stays closed with a reason she reads, and the way to striking off begins again', () => {
  const context = aContext({ actor: leader });
  const decided = keepClosed(contested, { reason: '这次漏水是另一处，已另行登记' }, context);
  expect(toldTo(decided, 'resident')).toContain('这次漏水是另一处');
  const after = applyDecision('keepClosed', contested, decided, context);
  expect(after.contested).toBe(false);
  expect(running(after)).toEqual(['strikeOff']);
});

test('an archived matter that stays closed needs no striking off', () => {
  const archived = aDispute({ status: 'archived', contested: true });
  const context = aContext({ actor: leader });
  const after = applyDecision('keepClosed', archived, keepClosed(archived, { reason: '已经履行' }, context), context);
  expect(running(after)).toEqual([]);
});

test('nobody answers what was not said', () => {
  expect(refusalOf(() => keepClosed(closed, { reason: '维持' }, aContext({ actor: leader })))).toBe('notContested');
});
