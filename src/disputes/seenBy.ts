import type { Telling } from '../matters/decision.ts';
import { type Network, superiorCenterId } from '../network/lookup.ts';
import type { Dispute } from './dispute.ts';

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
  Partial<Pick<Dispute, 'follows'>>;

export const unitKey = (unitId: string): string => `${unitId.endsWith('-center') ? 'c' : 'u'}:${unitId}`;

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
  const always = ['system', `party:${dispute.id}`, `p:${dispute.firstContactPostId}`];
  if (dispute.contactPostId) always.push(`p:${dispute.contactPostId}`);
  if (dispute.restricted) {
    const leading = dispute.follows?.leadHandlerPostId ?? null;
    const named = [dispute.handlerPostId, leading, ...dispute.namedPostIds].filter((post) => post !== null);
    return unique([...always, `c:${dispute.receivingCenterId}#centerLeader`, ...named.map((post) => `p:${post}`)]);
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
  if (dispute.follows) people.push(dispute.follows.leadHandlerPostId);
  for (const postId of people) if (postId) keys.push(`p:${postId}`);
  return unique(keys);
}

/**
 * Whether those who hold a key such as c:X#dispatcher may know of a matter that these keys see: who holds c:X#dispatcher
 * holds c:X as well. What is owed and told on a restricted matter goes only to those who may know of it.
 */
export function mayKnow(seenBy: readonly string[], owner: string): boolean {
  const [holder = owner] = owner.split('#');
  return owner === 'resident' || seenBy.includes(owner) || seenBy.includes(holder);
}

/** A notice names the code, so on a restricted matter the center's leader hears what others may not even know of. */
export function whoIsTold(
  dispute: Pick<Dispute, 'restricted' | 'receivingCenterId'>,
  seenBy: readonly string[],
  tell: readonly Telling[],
): Telling[] {
  if (!dispute.restricted) return [...tell];
  const leader = `c:${dispute.receivingCenterId}#centerLeader`;
  const moved = tell.map((each) => (mayKnow(seenBy, each.owner) ? each : { ...each, owner: leader }));
  return [...new Map(moved.map((each) => [`${each.owner} ${each.text}`, each])).values()];
}

const unique = (keys: readonly string[]): string[] => [...new Set(keys)];
