import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ancestorsOf, centerIdOf, isWithin, townshipOf } from '../network/network.ts';
import type { Actor } from '../platform/actor.ts';
import type { Dispute } from './dispute.ts';
import { seenBy } from './seenBy.ts';
import { anyActor, anyDispute } from './testing/anyDispute.ts';
import { network } from './testing/network.ts';
import { jiaMin, justiceHead, leader, theResident, wuZhiqiang } from './testing/people.ts';

const desks = ['receptionist', 'dispatcher', 'referee', 'approver', 'centerLeader', 'closer'];

/** access.md once more, without keys: what each line says of one post and one dispute. */
function shouldSee({ role, postId, unitId, centerId, regionCode }: Actor, dispute: Dispute): boolean {
  const { receivingCenterId, leadUnitId, handlerPostId, firstContactPostId, namedPostIds, follows } = dispute;
  // Whoever works on the dispute it is handled together with works on this one as well.
  if ([firstContactPostId, handlerPostId, follows?.leadHandlerPostId, ...namedPostIds].includes(postId)) return true;
  if (dispute.restricted) return role === 'centerLeader' && centerId === receivingCenterId;
  const above = ancestorsOf(receivingCenterId.replace('-center', '')).map(centerIdOf);
  const leading = [follows?.leadUnitId, follows?.leadCenterId];
  const concerned = [
    leadUnitId,
    ...leading,
    ...dispute.formerUnitIds,
    ...dispute.supportingUnits.map((each) => each.unitId),
  ];
  const here = concerned.includes(unitId);
  if (centerId !== null && (desks.includes(role) || role === 'unitHead'))
    return here || centerId === receivingCenterId || above.includes(centerId);
  if (role === 'unitHead') return here;
  if (role === 'handler') return dispute.status === 'dispatched' && leadUnitId === unitId;
  if (role === 'supervisor') return centerId !== null && isWithin(dispute.regionCode, regionCode);
  if (role === 'politicalLegalMember' || role === 'gridWorker') return isWithin(dispute.regionCode, regionCode);
  if (role === 'informationOfficer') return isWithin(dispute.regionCode, townshipOf(regionCode) ?? regionCode);
  return false;
}

const known = fc.constantFrom(jiaMin, wuZhiqiang, justiceHead, leader);

test('a post sees a dispute exactly when access.md says so, whoever it is and wherever the dispute stands', () => {
  const seen = { yes: 0, no: 0 };
  fc.assert(
    fc.property(anyDispute, fc.oneof({ weight: 4, arbitrary: anyActor }, known), (dispute, actor) => {
      const keys = new Set(seenBy(dispute, network));
      const visible = actor.viewers.some((viewer) => keys.has(viewer));
      seen[visible ? 'yes' : 'no'] += 1;
      expect([actor.role, actor.unitId, visible]).toEqual([actor.role, actor.unitId, shouldSee(actor, dispute)]);
    }),
    { numRuns: 3000 },
  );
  // Neither side of "exactly when" may be empty, or the property says nothing.
  expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(200);
});

test('a resident sees the own matter in every state, restricted or not', () => {
  fc.assert(
    fc.property(anyDispute, (dispute) => {
      const keys = seenBy(dispute, network);
      expect(theResident(dispute.id).viewers.every((viewer) => keys.includes(viewer))).toBe(true);
    }),
  );
});
