import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startClock } from '../deadlines/clockChanges.ts';
import type { Role } from '../platform/actor.ts';
import { guard } from '../procedures/guard.ts';
import type { Poster } from '../procedures/kind.ts';
import { mayKnow } from '../procedures/owners.ts';
import type { Dispute } from './dispute.ts';
import { disputeKind } from './kind.ts';
import { statuses } from './procedure.ts';
import { clockRuleOf } from './rules.ts';
import { seenBy } from './seenBy.ts';
import { standingOf } from './standing.ts';
import { aContext, aDispute } from './testing/aDispute.ts';
import { anyDispute } from './testing/anyDispute.ts';
import { justice, network, street } from './testing/network.ts';
import { closer, directoryWith, id, jiaMin, leader, wuZhiqiang } from './testing/people.ts';
import { todosOf } from './todos.ts';

const owed = (dispute: Dispute) =>
  todosOf(dispute, dispute.clocks, aContext()).map(({ owner, act }) => `${act} ${owner}`);
const desk = 'c:140106-center#dispatcher';
const handler = `p:${wuZhiqiang.postId}`;
const unassigned = { handlerPostId: null };

test.each([
  ['at the door', aDispute(), [`accept ${desk}`]],
  ['accepted', aDispute({ status: 'accepted' }), [`triage ${desk}`]],
  ['triaged', aDispute({ status: 'accepted', difficulty: 'simple' }), [`dispatch ${desk}`]],
  [
    'sent to a unit',
    aDispute({ status: 'dispatched' }),
    ['acknowledge u:140106-housing#unitHead', 'acknowledge h:140106-housing'],
  ],
  [
    'sent to a street’s center',
    aDispute({ status: 'dispatched', leadUnitId: street }),
    [
      'acknowledge c:140106004-center#centerLeader',
      'acknowledge c:140106004-center#dispatcher',
      'acknowledge h:140106004-center',
    ],
  ],
  ['signed for by the head', aDispute({ status: 'inMediation', ...unassigned }), ['assign u:140106-housing#unitHead']],
  ['in a handler’s hand', aDispute({ status: 'inMediation' }), [`settle ${handler}`]],
  ['settled', aDispute({ status: 'settled' }), [`submitClosure ${handler}`]],
  [
    'failed, the handler gone',
    aDispute({ status: 'mediationFailed', ...unassigned }),
    ['submitClosure u:140106-housing#unitHead'],
  ],
  [
    'withdrawn before anybody had it',
    aDispute({ status: 'withdrawn', leadUnitId: null, ...unassigned }),
    [`submitClosure ${desk}`],
  ],
  ['submitted', aDispute({ status: 'closureSubmitted' }), ['verifyClosure c:140106-center#closer']],
  ['closed', aDispute({ status: 'closed' }), [`recordReturnVisit p:${jiaMin.postId}`]],
  ['visited', aDispute({ status: 'closed', returnVisited: true }), ['strikeOff c:140106-center#closer']],
  ['struck off', aDispute({ status: 'struckOff' }), ['archive c:140106-center#closer']],
  ['contested', aDispute({ status: 'archived', contested: true }), ['reopen c:140106-center#centerLeader']],
  ['declined', aDispute({ status: 'declined' }), []],
  ['archived', aDispute({ status: 'archived' }), []],
])('%s: who owes what', (_where, dispute, expected) => {
  expect(owed(dispute)).toEqual(expected);
});

const asking = (state: 'proposed' | 'approved') =>
  aDispute({
    status: 'inMediation',
    materials: [
      {
        id: id(1),
        what: '照片',
        state,
        limitAt: new Date(0),
        askedByPostId: wuZhiqiang.postId,
        ground: 'material',
        unitId: null,
      },
    ],
  });

test('a pause that was asked for is owed by the approver, and the handler works on meanwhile', () => {
  expect(owed(asking('proposed'))).toEqual(['decidePause c:140106-center#approver', `settle ${handler}`]);
});

test('while the clock stands still, what is owed is to take in what comes', () => {
  expect(owed(asking('approved'))).toEqual([`receiveMaterial ${handler}`]);
});

test('more time after the limit is for the leader to decide, and where the leader asked, for the approver', () => {
  const ruleOf = (kind: string) => clockRuleOf(aContext().rules, kind, 'ordinary');
  const change = startClock('handle', { ...aContext(), step: 'test', ruleOf });
  const clocks = change.kind === 'start' ? [change.clock] : [];
  const asked = (askedByPostId: string) => ({
    ...{
      id: id(1),
      clockId: clocks[0]?.id ?? '',
      length: 3,
      unit: 'naturalDay' as const,
      reason: '',
      plan: '',
      late: true,
    },
    ...{ state: 'proposed' as const, askedByPostId },
  });
  const decides = (askedByPostId: string) =>
    owed(aDispute({ status: 'inMediation', clocks, extensionRequests: [asked(askedByPostId)] })).slice(-1);
  expect(decides(wuZhiqiang.postId)).toEqual(['decideExtension c:140106-center#centerLeader']);
  expect(decides(leader.postId)).toEqual(['decideExtension c:140106-center#approver']);
});

test('where a center has no such desk, its leader owes it as well', () => {
  const submitted = { status: 'closureSubmitted', receivingCenterId: street } as const;
  const keys = ['closer', 'centerLeader'].map((role) => `verifyClosure c:140106004-center#${role}`);
  expect(owed(aDispute(submitted))).toEqual(keys);
});

test('each supporting unit owes its own task until that is done', () => {
  const supportingUnits = [
    { unitId: justice, task: '法律意见', doneAt: null },
    { unitId: street, task: '到场', doneAt: null },
    { unitId: '140106-court', task: '指导', doneAt: new Date(0) },
  ];
  expect(owed(aDispute({ status: 'inMediation', supportingUnits }))).toEqual([
    `settle ${handler}`,
    'report u:140106-justice#unitHead',
    'report c:140106004-center#centerLeader',
  ]);
});

test('on a restricted matter the leader owes what the desk would, and the named ones what the unit would', () => {
  const named = { restricted: true, namedPostIds: [wuZhiqiang.postId] };
  expect(owed(aDispute({ restricted: true }))).toEqual(['accept c:140106-center#centerLeader']);
  expect(owed(aDispute({ status: 'dispatched', ...named }))).toEqual([`acknowledge ${handler}`]);
  expect(owed(aDispute({ status: 'closureSubmitted', ...named }))).toEqual([
    'verifyClosure c:140106-center#centerLeader',
  ]);
});

test('where nobody is named who could do it, the leader owes naming somebody', () => {
  const restricted = { restricted: true, namedPostIds: [] };
  const name = ['restrict c:140106-center#centerLeader'];
  expect(owed(aDispute({ status: 'dispatched', ...restricted }))).toEqual(name);
  expect(owed(aDispute({ status: 'inMediation', ...unassigned, ...restricted }))).toEqual(name);
  const byHandler = { ...restricted, namedPostIds: [wuZhiqiang.postId] };
  expect(owed(aDispute({ status: 'inMediation', ...unassigned, ...byHandler }))).toEqual(name);
  const submitted = { status: 'closureSubmitted', submittedByPostId: leader.postId } as const;
  expect(owed(aDispute({ ...submitted, ...restricted }))).toEqual(name);
  const toCloser = { ...restricted, namedPostIds: [closer.postId] };
  expect(owed(aDispute({ ...submitted, ...toCloser }))).toEqual([`verifyClosure p:${closer.postId}`]);
  const ownCenter = { ...restricted, leadUnitId: '140106-center' };
  expect(owed(aDispute({ status: 'dispatched', ...ownCenter }))).toEqual(['acknowledge c:140106-center#centerLeader']);
});

test('whatever is not over is owed by somebody', () => {
  // What follows another is owed there.
  const over = new Set<Dispute['status']>(['declined', 'archived', 'linked']);
  fc.assert(
    fc.property(anyDispute, (dispute) => {
      const count = owed(dispute).length;
      if (!over.has(dispute.status)) expect(count).toBeGreaterThan(0);
      else expect(count).toBe(dispute.contested ? 1 : 0);
    }),
  );
  expect(statuses.filter((status) => over.has(status))).toHaveLength(3);
});

test('who owes something can see the matter', () => {
  fc.assert(
    fc.property(anyDispute, (dispute) => {
      const keys = seenBy(dispute, network);
      expect(todosOf(dispute, dispute.clocks, aContext()).filter(({ owner }) => !mayKnow(keys, owner))).toEqual([]);
    }),
  );
});

/** The post behind a key, as the guard would meet it. */
function holderOf(owner: string): Poster {
  const [kind = '', rest = ''] = owner.split(/:(.*)/s);
  const [unitId = '', role = 'handler'] = rest.split('#');
  if (kind === 'p') {
    const post = directoryWith().post(rest);
    if (!post) throw new Error(`nobody holds ${owner}`);
    return { ...post, centerId: post.unitId.endsWith('-center') ? post.unitId : null };
  }
  return { postId: 'somebody', role: role as Role, unitId, centerId: unitId.endsWith('-center') ? unitId : null };
}

test('who owes something may do it: no debt leads to a closed door', () => {
  fc.assert(
    fc.property(anyDispute, (drawn) => {
      // A handler is of the lead unit, and the first contact of the receiving center: assigning and registering see to that.
      const ofHousing = drawn.leadUnitId === '140106-housing';
      const dispute = {
        ...drawn,
        handlerPostId: ofHousing ? drawn.handlerPostId : null,
        receivingCenterId: '140106-center',
      };
      for (const { owner, act } of todosOf(dispute, dispute.clocks, aContext()))
        expect([act, owner, guard(disputeKind, act, standingOf(dispute), holderOf(owner))?.message]).toEqual([
          act,
          owner,
          undefined,
        ]);
    }),
  );
});

test('a debt carries the date of its running clock, and none when that clock stopped', () => {
  fc.assert(
    fc.property(anyDispute, (dispute) => {
      for (const todo of todosOf(dispute, dispute.clocks, aContext())) {
        const clock = dispute.clocks.find(({ kind, stoppedAt }) => kind === todo.clockKind && stoppedAt === null);
        expect(todo.dueAt).toEqual(clock?.dueAt ?? null);
      }
    }),
  );
});
