import { standsAbove } from '../network/network.ts';
import { type Actor, holdsPost } from '../platform/actor.ts';
import type { Dispute } from './dispute.ts';
import { mediating } from './mediators.ts';
import { inForce } from './taskForce.ts';
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
  | 'contactPostId'
  | 'formerPostIds'
  | 'handingPostIds'
> &
  Partial<Pick<Dispute, 'follows' | 'mediators' | 'taskForce'>>;

/** Of a unit's people only its head sees all that it has; another was given it once, and it has gone on. */
const byOneself = new Set(['handler', 'mediator']);

const ledgerRoles = new Set(['supervisor', 'politicalLegalMember']);
const placeRoles = new Set(['informationOfficer', 'gridWorker']);

/** How much of a dispute this post sees, once row security has let it see the dispute at all (access.md, line by line). */
export function sightOf(actor: Actor, dispute: Seen, concernedByNotice = false): Sight {
  const { contactPostId, formerPostIds, handingPostIds } = dispute;
  const holders = [dispute.handlerPostId, dispute.firstContactPostId, contactPostId, ...dispute.namedPostIds];
  // Whoever works on the dispute it follows works on this one too.
  const { leadHandlerPostId = null, leadUnitId = null, leadCenterId = null } = dispute.follows ?? {};
  const mediators = mediating(dispute).map(({ postId }) => postId);
  const own = [...holders, ...mediators, ...inForce(dispute), ...handingPostIds, leadHandlerPostId].some((postId) =>
    holdsPost(actor, postId),
  );
  if (own || actor.role === 'party' || actor.role === 'system') return 'full';
  if (ledgerRoles.has(actor.role)) return concernedByNotice ? 'superior' : 'ledger';
  if (placeRoles.has(actor.role)) return 'place';
  if (byOneself.has(actor.role) && formerPostIds.includes(actor.postId)) return 'former';
  if (actor.centerId !== null && actor.centerId === dispute.receivingCenterId && actor.role !== 'handler')
    return 'full';
  if (actor.unitId === dispute.leadUnitId || actor.unitId === leadUnitId) return 'full';
  if (actor.centerId !== null && actor.centerId === leadCenterId && actor.role !== 'handler') return 'full';
  // A center above loses nothing by having led or helped for a while.
  if (actor.centerId !== null && standsAbove(actor.centerId, dispute.receivingCenterId)) return 'superior';
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
