import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from '../platform/actor.ts';
import { mayKnow, whoIsTold } from '../procedures/owners.ts';
import type { Dispute } from './dispute.ts';
import { seenBy } from './seenBy.ts';
import { aDispute } from './testing/aDispute.ts';
import { anyDispute } from './testing/anyDispute.ts';
import {
  city,
  community,
  court,
  grid,
  housing,
  justice,
  network,
  street,
  xiaodian,
  yingze,
} from './testing/network.ts';
import * as people from './testing/people.ts';

const { aPost } = people;
const inHand = aDispute({ status: 'inMediation', supportingUnits: [{ unitId: justice, task: '协办', doneAt: null }] });
const sees = (actor: Actor, dispute: Dispute = inHand): boolean => {
  const keys = new Set(seenBy(dispute, network));
  return actor.viewers.some((viewer) => keys.has(viewer));
};

test('who first received it sees it always, wherever it went and whatever became of it', () => {
  const gone = aDispute({ status: 'archived', leadUnitId: city, restricted: true });
  for (const dispute of [aDispute(), inHand, gone]) expect(sees(people.jiaMin, dispute)).toBe(true);
});

test('everybody at the desks of the receiving center sees it; other desks of other counties do not', () => {
  for (const actor of [people.liNa, people.approver, people.leader, people.closer, aPost('receptionist', yingze)])
    expect(sees(actor)).toBe(true);
  expect(sees(people.otherCounty)).toBe(false);
  expect(sees(aPost('centerLeader', xiaodian))).toBe(false);
});

test('centers above see what a street’s center received; the street does not see the county’s', () => {
  const streets = aDispute({ receivingCenterId: street });
  expect(sees(people.leader, streets)).toBe(true);
  expect(sees(people.cityLeader, streets)).toBe(true);
  expect(sees(people.streetLeader, inHand)).toBe(false);
});

test('of the lead unit its head and the assigned handler; the other handlers no more once it is signed for', () => {
  expect(sees(people.housingHead)).toBe(true);
  expect(sees(people.wuZhiqiang)).toBe(true);
  expect(sees(people.otherHandler)).toBe(false);
});

test('until somebody signs, every handler of the unit sees what there is to take', () => {
  const sent = aDispute({ status: 'dispatched' });
  expect(sees(people.wuZhiqiang, sent)).toBe(true);
  expect(sees(people.otherHandler, sent)).toBe(true);
  expect(sees(people.justiceHandler, sent)).toBe(false);
});

test('the head of a supporting unit sees it, of a unit never asked not', () => {
  expect(sees(people.justiceHead)).toBe(true);
  expect(sees(people.courtHead)).toBe(false);
});

test('a mediator sees it while appointed', () => {
  expect(sees(people.housingMediator)).toBe(false);
  expect(sees(people.housingMediator, { ...inHand, handlerPostId: people.housingMediator.postId })).toBe(true);
});

test('court clerk, arbitrator and the like see nothing before a packet is handed to their unit', () => {
  expect(sees(people.courtClerk)).toBe(false);
  expect(sees(people.courtClerk, aDispute({ status: 'inMediation', leadUnitId: court }))).toBe(false);
  for (const role of ['arbitrator', 'reconsiderationOfficer', 'notary', 'legalAidOfficer'] as const)
    expect(sees(aPost(role, justice))).toBe(false);
});

test('the police officer of the beat sees nothing without a referral', () => {
  expect(sees(aPost('communityOfficer', '140106-publicSecurity', '民警', undefined, community))).toBe(false);
});

test('grid worker and information officer see those of their own grid and township', () => {
  const worker = aPost('gridWorker', '140106004-office', '网格员', undefined, grid);
  const neighbor = aPost('gridWorker', '140106004-office', '网格员', undefined, '140106004001002');
  const ofTheGrid = aDispute({ regionCode: grid });
  expect(sees(worker, ofTheGrid)).toBe(true);
  expect(sees(neighbor, ofTheGrid)).toBe(false);
  expect(sees(people.informant, ofTheGrid)).toBe(true);
  expect(sees(people.informant, aDispute({ regionCode: '140106005' }))).toBe(false);
});

test('supervisor and political-legal member see the ledger of their region', () => {
  const member = aPost('politicalLegalMember', street);
  expect(sees(people.supervisor)).toBe(true);
  expect(sees(member)).toBe(true);
  expect(sees(member, aDispute({ regionCode: '140106005001' }))).toBe(false);
  expect(sees(aPost('supervisor', xiaodian))).toBe(false);
});

test('the party sees the own matter and no other', () => {
  expect(sees(people.theResident(inHand.id))).toBe(true);
  expect(sees(people.theResident(people.id(555)))).toBe(false);
});

test('administrators see no matters', () => {
  for (const role of ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const)
    expect(sees(aPost(role, yingze))).toBe(false);
});

test('a former unit still finds it by its head', () => {
  const former = aDispute({ status: 'accepted', leadUnitId: null, formerUnitIds: [housing] });
  expect(sees(people.housingHead, former)).toBe(true);
  expect(sees(people.wuZhiqiang, former)).toBe(false);
});

test('a restricted matter: the named, the handler, first contact and the receiving center’s leader, and nobody else', () => {
  const restricted = { ...inHand, restricted: true, namedPostIds: [people.justiceHead.postId] };
  for (const actor of [people.leader, people.jiaMin, people.wuZhiqiang, people.justiceHead])
    expect(sees(actor, restricted)).toBe(true);
  for (const actor of [people.liNa, people.approver, people.closer, people.supervisor, people.housingHead])
    expect(sees(actor, restricted)).toBe(false);
  for (const actor of [people.cityLeader, people.informant, people.otherHandler])
    expect(sees(actor, restricted)).toBe(false);
});

test('no key of a place, a unit, a pool or a whole center ever opens a restricted matter', () => {
  fc.assert(
    fc.property(anyDispute, (dispute) => {
      const keys = seenBy({ ...dispute, restricted: true }, network);
      const kinds = new Set(
        keys.map((key) => (key.includes('#') ? key.replace(/^.*#/, '#') : key.replace(/:.*$/, ':'))),
      );
      expect([...kinds].filter((kind) => !['p:', 'party:', 'system', '#centerLeader'].includes(kind))).toEqual([]);
    }),
  );
});

test('no key is named twice, and the receiving center never loses sight', () => {
  fc.assert(
    fc.property(anyDispute, (dispute) => {
      const keys = seenBy(dispute, network);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.some((key) => key.startsWith(`c:${dispute.receivingCenterId}`))).toBe(true);
    }),
  );
});

test('a desk may know of what its center sees; on a restricted matter only the leader’s desk', () => {
  const open = seenBy(inHand, network);
  const restricted = seenBy({ ...inHand, restricted: true }, network);
  expect(mayKnow(open, `c:${yingze}#dispatcher`)).toBe(true);
  expect(mayKnow(open, `u:${housing}#unitHead`)).toBe(true);
  expect(mayKnow(open, `h:${housing}`)).toBe(false);
  expect(mayKnow(restricted, `c:${yingze}#dispatcher`)).toBe(false);
  expect(mayKnow(restricted, `c:${yingze}#centerLeader`)).toBe(true);
  expect(mayKnow(restricted, 'resident')).toBe(true);
});

test('of a restricted matter the leader hears, once, what desks and pools must not even know of', () => {
  const restricted = { ...inHand, restricted: true };
  const keys = seenBy(restricted, network);
  const tell = [
    { owner: `c:${yingze}#dispatcher`, text: '有新的进展。' },
    { owner: `h:${housing}`, text: '有新的进展。' },
    { owner: `p:${people.wuZhiqiang.postId}`, text: '指派给你一件。' },
    { owner: 'resident', text: '正在调解。' },
  ];
  expect(whoIsTold(inHand, seenBy(inHand, network), tell)).toEqual(tell);
  expect(whoIsTold(restricted, keys, tell)).toEqual([
    { owner: `c:${yingze}#centerLeader`, text: '有新的进展。' },
    { owner: `p:${people.wuZhiqiang.postId}`, text: '指派给你一件。' },
    { owner: 'resident', text: '正在调解。' },
  ]);
});
