import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dispute } from './dispute.ts';
import { seenBy } from './seenBy.ts';
import { mayRead, mayReveal, seesFacts, sightOf } from './sight.ts';
import { aDispute } from './testing/aDispute.ts';
import { anyActor, anyDispute } from './testing/anyDispute.ts';
import { justice, network, street, yingze } from './testing/network.ts';
import * as people from './testing/people.ts';

const inHand = aDispute({ status: 'inMediation', supportingUnits: [{ unitId: justice, task: '协办', doneAt: null }] });
const member = people.aPost('politicalLegalMember', street);
const worker = people.aPost('gridWorker', street);

test.each([
  ['first contact', people.jiaMin, 'full'],
  ['the receiving center’s dispatcher', people.liNa, 'full'],
  ['the city’s center', people.cityLeader, 'superior'],
  ['the head of the lead unit', people.housingHead, 'full'],
  ['the assigned handler', people.wuZhiqiang, 'full'],
  ['the head of a supporting unit', people.justiceHead, 'support'],
  ['the supervisor', people.supervisor, 'ledger'],
  ['the political-legal member', member, 'ledger'],
  ['the information officer', people.informant, 'place'],
  ['the grid worker', worker, 'place'],
  ['the party', people.theResident(inHand.id), 'full'],
])('%s sees so much', (_who, actor, sight) => {
  expect(sightOf(actor, inHand)).toBe(sight);
});

test('the center above a street’s center sees all of it, personal fields masked', () => {
  const streets = aDispute({ status: 'inMediation', receivingCenterId: street });
  expect(sightOf(people.leader, streets)).toBe('superior');
  expect(mayReveal('superior')).toBe(true);
});

test('that center sees no less for having led the matter before, or for helping', () => {
  const once = aDispute({ status: 'inMediation', receivingCenterId: street, formerUnitIds: [yingze] });
  const helping = { ...once, formerUnitIds: [], supportingUnits: [{ unitId: yingze, task: '会商', doneAt: null }] };
  expect(sightOf(people.leader, once)).toBe('superior');
  expect(sightOf(people.leader, helping)).toBe('superior');
});

test('a former unit sees that it was there, not what came after', () => {
  const former = aDispute({ status: 'inMediation', leadUnitId: justice, formerUnitIds: ['140106-housing'] });
  expect(sightOf(people.housingHead, former)).toBe('former');
  expect(seesFacts('former')).toBe(false);
  expect(mayReveal('former')).toBe(false);
});

test('a mediator of the very center that received it, who mediates it no longer, sees that it was there', () => {
  const zhao = people.aPost('mediator', yingze);
  expect(sightOf(zhao, { ...inHand, formerPostIds: [zhao.postId] })).toBe('former');
});

test('supervisor and leader read the text once a notice or instruction concerns them', () => {
  expect(sightOf(people.supervisor, inHand, true)).toBe('superior');
  expect(sightOf(people.informant, inHand, true)).toBe('place');
});

test('an information officer who registered it sees the own report in full', () => {
  expect(sightOf(people.informant, { ...inHand, firstContactPostId: people.informant.postId })).toBe('full');
});

test('a sealed note is for its author, a unit’s note for the unit, what one wrote oneself always', () => {
  const { wuZhiqiang, housingHead, justiceHead } = people;
  expect(mayRead(`sealed:${wuZhiqiang.postId}`, 'full', wuZhiqiang, false)).toBe(true);
  expect(mayRead(`sealed:${wuZhiqiang.postId}`, 'full', housingHead, false)).toBe(false);
  expect(mayRead('unit:140106-housing', 'full', housingHead, false)).toBe(true);
  expect(mayRead('unit:140106-housing', 'support', justiceHead, false)).toBe(false);
  expect(mayRead('shared', 'support', justiceHead, false)).toBe(true);
  expect(mayRead('shared', 'ledger', people.supervisor, false)).toBe(false);
  expect(mayRead('shared', 'former', housingHead, true)).toBe(true);
});

const visible = (dispute: Dispute, viewers: readonly string[]) => {
  const keys = new Set(seenBy(dispute, network));
  return viewers.some((viewer) => keys.has(viewer));
};

test('nobody sees people’s facts without standing in some relation to the matter', () => {
  fc.assert(
    fc.property(anyDispute, anyActor, (dispute, actor) => {
      if (!visible(dispute, actor.viewers) || !seesFacts(sightOf(actor, dispute))) return;
      const centers = [yingze, street, '140100-center'];
      const related = [
        dispute.leadUnitId,
        dispute.follows?.leadUnitId,
        ...dispute.supportingUnits.map(({ unitId }) => unitId),
      ].includes(actor.unitId);
      const { handlerPostId, firstContactPostId, namedPostIds, follows } = dispute;
      const named = [handlerPostId, firstContactPostId, follows?.leadHandlerPostId, ...namedPostIds].includes(
        actor.postId,
      );
      expect(related || named || (actor.centerId !== null && centers.includes(actor.centerId))).toBe(true);
      expect(['supervisor', 'politicalLegalMember', 'gridWorker', 'informationOfficer']).not.toContain(actor.role);
    }),
    { numRuns: 2000 },
  );
});

test('a post of another county that is no center above sees nothing at all', () => {
  fc.assert(
    fc.property(anyDispute, anyActor, (dispute, actor) => {
      if (actor.unitId !== '140105-center') return;
      const ofXiaodian = actor.viewers.filter((viewer) => !viewer.startsWith('r:'));
      expect(visible(dispute, ofXiaodian)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test('administrators, officers of the beat and packet readers hold no key to any dispute', () => {
  const blind = [
    'systemAdmin',
    'securityAdmin',
    'auditAdmin',
    'communityOfficer',
    'courtClerk',
    'arbitrator',
    'notary',
  ];
  fc.assert(
    fc.property(anyDispute, anyActor, (dispute, actor) => {
      if (blind.includes(actor.role)) expect(visible(dispute, actor.viewers)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});
