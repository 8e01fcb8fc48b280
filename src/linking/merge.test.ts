import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startClock } from '../deadlines/clockChanges.ts';
import { computeDue } from '../deadlines/due.ts';
import type { Dispute } from '../disputes/dispute.ts';
import { type Status, statuses } from '../disputes/procedure.ts';
import { clockRuleOf } from '../disputes/rules.ts';
import { seenBy } from '../disputes/seenBy.ts';
import { aContext, aDispute, tuesday } from '../disputes/testing/aDispute.ts';
import { anyDispute } from '../disputes/testing/anyDispute.ts';
import { refusalOf, take, toldTo } from '../disputes/testing/applyDecision.ts';
import { housing, network, street, yingze } from '../disputes/testing/network.ts';
import { aPost, cityLeader, id, jiaMin, leader, liNa, wuZhiqiang } from '../disputes/testing/people.ts';
import { atTime, endOfDay } from '../platform/now.ts';
import { asLed } from '../residents/residentTogether.ts';
import { merge } from './merge.ts';
import { passedOn } from './passedOn.ts';
import { split } from './split.ts';

const earlier = atTime('2026-09-21', '09:00');
const lead = aDispute({ id: id(200), code: '140106260000019', status: 'inMediation', openedAt: earlier });
const input = { leadCode: lead.code, reason: '说的是同一根水管。' };
const at = (other: Dispute, actor = liNa, now = tuesday) => ({ ...aContext({ actor, now }), other });
const running = (kind: string, dispute: Dispute = aDispute()) => {
  const ruleOf = (name: string) => clockRuleOf(aContext().rules, name, dispute.difficulty);
  const change = startClock(kind, { ...aContext(), step: 'test', ruleOf });
  return change.kind === 'start' ? [change.clock] : [];
};
const later = (over: Partial<Dispute> = {}) => aDispute({ status: 'accepted', clocks: running('deploy'), ...over });
const join = (dispute: Dispute, other: Dispute, actor = liNa) => take('merge', merge, dispute, input, at(other, actor));
const part = (dispute: Dispute, now = tuesday, actor = liNa) =>
  take('split', split, dispute, { reason: '不是一根水管。' }, aContext({ actor, now }));

test('the later one follows: who works on the earlier one sees it, its own clocks rest, its resident is told', () => {
  const merged = join(later(), lead);
  expect(merged.status).toBe('linked');
  expect(merged.clocks.map(({ dueAt }) => dueAt)).toEqual([null]);
  expect(merged.seenBy).toEqual(expect.arrayContaining([`u:${housing}`, `p:${wuZhiqiang.postId}`]));
  const told = merge(later(), input, at(lead));
  expect(toldTo(told, 'resident')).toContain('您的编号、查询密码和评价都是您自己的');
  expect(toldTo(told, `p:${wuZhiqiang.postId}`)).toContain('同一件事');
});

test('the earlier one leads, whichever page one stands on; nothing follows itself or a follower', () => {
  expect(refusalOf(() => merge(lead, input, at(later())))).toBe('earlierLeads');
  expect(refusalOf(() => merge(later(), input, aContext()))).toBe('sameDispute');
  const follower = aDispute({ id: id(201), status: 'linked', openedAt: earlier });
  expect(refusalOf(() => merge(later(), input, at(follower)))).toBe('leadFollows');
});

test('nothing joins what has an outcome, or while it waits for material', () => {
  const open: readonly Status[] = ['registered', 'accepted', 'dispatched', 'routingDisputed', 'inMediation'];
  for (const status of statuses.filter((each) => each !== 'linked')) {
    const result = refusalOf(() => merge(later(), input, at(aDispute({ id: id(202), status, openedAt: earlier }))));
    expect([status, result.startsWith('not refused')]).toEqual([status, open.includes(status)]);
  }
  const wait = { id: id(203), what: '照片', state: 'approved', limitAt: tuesday, askedByPostId: null } as const;
  const waiting = later({ status: 'inMediation', materials: [{ ...wait, ground: 'material', unitId: null }] });
  expect(refusalOf(() => merge(waiting, input, at(lead)))).toBe('waits');
});

test('a restricted matter goes only with one that the very same people may know of', () => {
  const secret = later({ restricted: true, namedPostIds: [wuZhiqiang.postId] });
  const hidden = { ...lead, restricted: true, namedPostIds: [wuZhiqiang.postId] };
  expect(join(secret, hidden, leader).status).toBe('linked');
  for (const other of [lead, { ...hidden, namedPostIds: [] }, { ...hidden, receivingCenterId: street }])
    expect(refusalOf(() => join(secret, other, leader))).toMatch(/restrictedApart|seesNotBoth/);
  expect(refusalOf(() => join(later(), hidden, leader))).toBe('restrictedApart');
});

test('both must be read in full; the center above may put together what two centers received', () => {
  const far = { ...lead, receivingCenterId: street, leadUnitId: null, handlerPostId: null };
  const streetDesk = aPost('dispatcher', street);
  expect(refusalOf(() => join(later({ receivingCenterId: street }), { ...lead, leadUnitId: null }, streetDesk))).toBe(
    'seesNotBoth',
  );
  expect(join(later(), far, cityLeader).status).toBe('linked');
  expect(join(later(), far, jiaMin).status).toBe('linked');
});

test('merged and split again, whatever it was, it stands where it stood and nobody lost sight of it in between', () => {
  const open = new Set<Status>(['registered', 'accepted', 'dispatched', 'routingDisputed', 'inMediation']);
  const before = fc
    .tuple(anyDispute, fc.integer({ min: 0, max: 20 }))
    .filter(
      ([{ status, restricted, materials }]) =>
        open.has(status) && !restricted && !materials.some(({ state }) => state === 'proposed' || state === 'approved'),
    );
  fc.assert(
    fc.property(before, ([dispute, days]) => {
      const stood = { ...dispute, receivingCenterId: yingze };
      const merged = join(stood, { ...lead, receivingCenterId: yingze }, leader);
      const sawIt = seenBy(stood, network);
      expect(sawIt.filter((key) => !merged.seenBy.includes(key))).toEqual([]);
      const apart = part(merged, new Date(tuesday.getTime() + days * 86_400_000), leader);
      const { clocks, seenBy: seen, version, ...rest } = apart;
      const { clocks: then, seenBy: _then, version: first, ...was } = stood;
      expect(rest).toEqual(was);
      expect(version).toBe(first + 2);
      expect(seen.toSorted()).toEqual(sawIt.toSorted());
      expect(clocks.map(({ kind, stoppedAt, startedAt }) => [kind, stoppedAt, startedAt])).toEqual(
        then.map(({ kind, stoppedAt, startedAt }) => [kind, stoppedAt, startedAt]),
      );
      for (const [index, clock] of clocks.entries())
        expect(clock.dueAt && then[index]?.dueAt && clock.dueAt >= (then[index]?.dueAt ?? 0)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a clock that rested comes back with the days it had', () => {
  const [clock] = join(later({ clocks: running('handle') }), lead).clocks;
  const left = computeDue(clock?.rule as never, aContext().calendar, tuesday, clock?.pauses).left;
  const apart = part(join(later({ clocks: running('handle') }), lead), atTime('2026-10-20', '09:00'));
  const [moved] = apart.clocks;
  const anew = computeDue(clock?.rule as never, aContext().calendar, atTime('2026-10-20', '09:00'), []);
  expect(left).toBeGreaterThan(0);
  expect(moved?.dueAt).toEqual(anew.dueAt);
});

test('a resident who was promised an earlier day keeps it', () => {
  const promised = running('handle');
  const merged = join(later({ clocks: promised }), lead);
  const leadsClock = { ...promised[0], dueAt: endOfDay('2026-11-30') } as (typeof promised)[0];
  const shown = (clocks: Dispute['clocks']) =>
    asLed({
      dispute: merged,
      entries: [],
      partyId: null,
      score: null,
      centerAddress: null,
      agreements: [],
      visits: [],
      lead: { status: 'inMediation', leadUnitId: housing, handlerPostId: null, openedAt: earlier, clocks },
      context: aContext(),
    } as never).dispute.clocks.find(({ kind }) => kind === 'handle')?.dueAt;
  expect(shown([leadsClock])).toEqual(promised[0]?.dueAt);
  const sooner = { ...leadsClock, dueAt: atTime('2026-09-30', '09:00') };
  expect(shown([sooner])).toEqual(sooner.dueAt);
});

test('those who follow are told what is true for all, and no word that was meant for the leading one’s people', () => {
  const resident = (text: string) => [{ owner: 'resident', text }];
  expect(passedOn({ type: 'assign', tell: resident('您的事由武志强办理。') })).toHaveLength(1);
  expect(passedOn({ type: 'report', tell: resident('郭秀兰的病历收到了。') })[0]?.text).not.toContain('郭秀兰');
  expect(passedOn({ type: 'requestMaterial', tell: resident('请补交病历。') })).toEqual([]);
  expect(passedOn({ type: 'message', tell: resident('郭姨，明天来。') })).toEqual([]);
});
