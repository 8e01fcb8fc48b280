import { ancestorsOf, centerIdOf } from '../network/network.ts';
import type { Actor } from '../platform/actor.ts';
import type { Dispute } from './dispute.ts';
import type { Sight } from './views.ts';

type Seen = Pick<
  Dispute,
  | 'receivingCenterId'
  | 'leadUnitId'
  | 'handlerPostId'
  | 'firstContactPostId'
  | 'namedPostIds'
  | 'formerUnitIds'
  | 'supportingUnits'
  | 'status'
>;

const ledgerRoles = new Set(['supervisor', 'politicalLegalMember']);
const placeRoles = new Set(['informationOfficer', 'gridWorker']);

const isAbove = (centerId: string, receivingCenterId: string): boolean =>
  ancestorsOf(receivingCenterId.replace(/-center$/, '')).some((code) => centerIdOf(code) === centerId);

/** How much of a dispute this post sees, once row security has let it see the dispute at all (access.md, line by line). */
export function sightOf(actor: Actor, dispute: Seen, concernedByNotice = false): Sight {
  const own = [dispute.handlerPostId, dispute.firstContactPostId, ...dispute.namedPostIds].includes(actor.postId);
  if (own || actor.role === 'party' || actor.role === 'system') return 'full';
  if (ledgerRoles.has(actor.role)) return concernedByNotice ? 'superior' : 'ledger';
  if (placeRoles.has(actor.role)) return 'place';
  if (actor.centerId !== null && actor.centerId === dispute.receivingCenterId && actor.role !== 'handler')
    return 'full';
  if (actor.unitId === dispute.leadUnitId) return 'full';
  // A center above loses nothing by having led or helped for a while.
  if (actor.centerId !== null && isAbove(actor.centerId, dispute.receivingCenterId)) return 'superior';
  if (dispute.supportingUnits.some((unit) => unit.unitId === actor.unitId)) return 'support';
  if (dispute.formerUnitIds.includes(actor.unitId)) return 'former';
  return 'ledger';
}

/** Whether a post may ask, with a purpose, to read an unmasked value. */
export const mayReveal = (sight: Sight): boolean => sight === 'full' || sight === 'superior';
export const seesFacts = (sight: Sight): boolean => sight === 'full' || sight === 'superior' || sight === 'support';

/** Whether a note or file of this visibility is for this post. */
export function mayRead(visibility: string, sight: Sight, actor: Actor, own: boolean): boolean {
  if (own) return true;
  if (visibility.startsWith('sealed:')) return visibility === `sealed:${actor.postId}`;
  if (visibility.startsWith('unit:')) return visibility === `unit:${actor.unitId}`;
  return seesFacts(sight);
}
