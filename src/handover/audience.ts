import type { Decision } from '../matters/decision.ts';
import type { Network } from '../network/lookup.ts';
import { headKey, leaderKey, unique, unitKey } from '../procedures/owners.ts';
import type { Door, Officer } from './door.ts';

type Sided = Pick<Door, 'applicantIds' | 'parties' | 'servedOn'>;
type Kept = { secret: boolean; officers: readonly Officer[] };

/**
 * Which parties a door reaches: those who ask and who speaks for them; the other side once it was served by law. What is secret
 * reaches the other side never: legal aid, protection, police, counseling (access.md).
 */
export function audience({ applicantIds, parties, servedOn }: Sided, { secret }: Pick<Kept, 'secret'>): string[] {
  const staying = parties.filter(({ left }) => !left);
  if (!secret && servedOn !== null) return staying.map(({ id }) => id);
  return staying.flatMap(({ id, representsPartyId }) =>
    applicantIds.includes(id) || (representsPartyId !== null && applicantIds.includes(representsPartyId)) ? [id] : [],
  );
}

/** Whatever a step says to residents reaches nobody else. */
export function keepAmong(door: Sided, kept: Pick<Kept, 'secret'>, decision: Decision): Decision {
  const reached = audience(door, kept);
  const tell = (decision.tell ?? []).flatMap((each) => {
    if (each.owner !== 'resident') return [each];
    const partyIds = (each.partyIds ?? reached).filter((id) => reached.includes(id));
    return partyIds.length === 0 ? [] : [{ ...each, partyIds }];
  });
  return { ...decision, tell };
}

/** Whether it is the body's yet: a form that nobody handed in is read by nobody there. */
export const isHandedIn = ({ handedInOn }: Pick<Door, 'handedInOn'>): boolean => handedInOn !== null;

/** Keys of everybody at the body who may have it in hand. */
export const bodyKeys = (unitId: string, officers: readonly Officer[]): string[] => [
  headKey(unitId),
  `h:${unitId}`,
  ...officers.map((role) => `${unitKey(unitId)}#${role}`),
];

/** Who may know of a door at all. */
export function doorSeenBy(door: Door, kept: Kept, _network: Network): string[] {
  const { receivingCenterId, openerPostId, about, restricted, namedPostIds, bodyUnitId, handlerPostId } = door;
  const parties = audience(door, kept).map((id) => `party:${id}`);
  const people = [openerPostId, about.handlerPostId].flatMap((post) => (post ? [`p:${post}`] : []));
  const body = bodyUnitId !== null && isHandedIn(door) ? bodyKeys(bodyUnitId, kept.officers) : [];
  const taken = handlerPostId ? [`p:${handlerPostId}`] : [];
  const always = ['system', ...parties, leaderKey(receivingCenterId), ...body, ...taken];
  if (restricted) return unique([...always, ...people, ...namedPostIds.map((post) => `p:${post}`)]);
  if (kept.secret) return unique([...always, ...people]);
  const lead = about.leadUnitId ? [headKey(about.leadUnitId)] : [];
  return unique([...always, ...people, `c:${receivingCenterId}`, ...lead]);
}
