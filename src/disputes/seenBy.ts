import { type Network, superiorCenterId } from '../network/lookup.ts';
import { leaderKey, unique, unitKey } from '../procedures/owners.ts';
import type { Dispute } from './dispute.ts';
import { mediating } from './mediators.ts';
import { inForce } from './taskForce.ts';

type Placed = Pick<
  Dispute,
  | 'id'
  | 'status'
  | 'restricted'
  | 'regionCode'
  | 'receivingCenterId'
  | 'leadUnitId'
  | 'handlerPostId'
  | 'firstContactPostId'
  | 'formerUnitIds'
  | 'namedPostIds'
  | 'supportingUnits'
  | 'contactPostId'
  | 'formerPostIds'
  | 'handingPostIds'
> &
  Partial<Pick<Dispute, 'follows' | 'importUndone' | 'mediators' | 'taskForce'>>;

function centersAbove(centerId: string, network: Network): string[] {
  const chain: string[] = [];
  for (let id: string | null = centerId; id !== null; ) {
    chain.push(`c:${id}`);
    const unit = network.unit(id);
    id = unit ? superiorCenterId(unit) : null;
  }
  return chain;
}

/** The places a ledger post may stand over: 140106004001 is seen from grid, community, township, county and city. */
function placesOver(regionCode: string): string[] {
  const lengths = [6, 9, 12, 15].filter((length) => length <= regionCode.length);
  const codes = new Set([`${regionCode.slice(0, 4)}00`, ...lengths.map((length) => regionCode.slice(0, length))]);
  return [...codes].map((code) => `r:${code}`);
}

/** Who is to know of the dispute at all (access.md). What each sees of it is the field mask's business. */
export function seenBy(dispute: Placed, network: Network): string[] {
  if (dispute.importUndone) return ['system'];
  const always = ['system', `party:${dispute.id}`];
  for (const postId of [dispute.firstContactPostId, dispute.contactPostId]) if (postId) always.push(`p:${postId}`);
  const mediators = mediating(dispute).map(({ postId }) => postId);
  if (dispute.restricted) {
    const leading = dispute.follows?.leadHandlerPostId ?? null;
    const named = [dispute.handlerPostId, leading, ...mediators, ...dispute.namedPostIds].filter(
      (post) => post !== null,
    );
    return unique([...always, leaderKey(dispute.receivingCenterId), ...named.map((post) => `p:${post}`)]);
  }
  const keys = [...always, ...centersAbove(dispute.receivingCenterId, network), ...placesOver(dispute.regionCode)];
  for (const unitId of [
    dispute.leadUnitId,
    ...dispute.formerUnitIds,
    ...dispute.supportingUnits.map((unit) => unit.unitId),
    dispute.follows?.leadUnitId,
    dispute.follows?.leadCenterId,
  ])
    if (unitId) keys.push(unitKey(unitId));
  // Until somebody takes it, everyone who could take it must see what it is.
  const stood = dispute.follows?.since ?? dispute.status;
  if (stood === 'dispatched' && dispute.leadUnitId) keys.push(`h:${dispute.leadUnitId}`);
  const people = [dispute.handlerPostId, ...dispute.namedPostIds, ...dispute.handingPostIds, ...dispute.formerPostIds];
  people.push(...mediators, ...inForce(dispute));
  if (dispute.follows) people.push(dispute.follows.leadHandlerPostId);
  for (const postId of people) if (postId) keys.push(`p:${postId}`);
  return unique(keys);
}
