import { CITY_CODE, townshipOf } from '../network/network.ts';
import { NO_MATTERS } from '../platform/actor.ts';
import { isAdministrator } from './roles.ts';

/** What visibility depends on: a post, and the unit it is in. `centerId` is set when that unit is a center. */
export type PostFacts = {
  readonly postId: string;
  readonly role: string;
  readonly unitId: string;
  readonly centerId: string | null;
  readonly regionCode: string;
  readonly countyCode: string;
  /** What this post, its unit and its place took the place of: their keys go with them. */
  readonly before?: readonly Predecessor[];
};
export type Predecessor = { readonly holds: 'unit' | 'region' | 'post'; readonly id: string };

const centerRoles = new Set(['receptionist', 'dispatcher', 'referee', 'approver', 'centerLeader', 'closer']);
const packetRoles = new Set(['courtClerk', 'arbitrator', 'reconsiderationOfficer', 'notary', 'legalAidOfficer']);

function keysOfRole({ role, unitId, centerId, regionCode }: PostFacts): string[] {
  if (centerId !== null && centerRoles.has(role)) return [`c:${centerId}`, `c:${centerId}#${role}`];
  // The ledger of the region, not the center's own desk.
  if (centerId !== null && role === 'supervisor') return [`r:${regionCode}`, `c:${centerId}#supervisor`];
  if (role === 'politicalLegalMember') return [`r:${regionCode}`, `r:${regionCode}#politicalLegalMember`];
  if (role === 'informationOfficer') return [`r:${townshipOf(regionCode) ?? regionCode}`];
  if (role === 'gridWorker') return [`r:${regionCode}`];
  if (role === 'unitHead') return [centerId === null ? `u:${unitId}` : `c:${centerId}`, `u:${unitId}#unitHead`];
  if (role === 'handler') return [`h:${unitId}`];
  if (packetRoles.has(role)) return [`u:${unitId}#${role}`];
  return [];
}

/**
 * The keys a post holds; a matter is visible when its `seen_by` names one of them (access.md). Mediators, police officers of
 * the beat hold only their own: they see what names them, or nothing. The three administrators see no matter, also one that names
 * them; their own key is for what they are told and what they have started.
 */
export function viewersOf(post: PostFacts): string[] {
  const own = [...(isAdministrator(post.role) ? [NO_MATTERS] : []), `p:${post.postId}`, ...keysOfRole(post)];
  const inherited = (post.before ?? []).flatMap(({ holds, id }) => {
    if (holds === 'post') return [`p:${id}`];
    if (holds === 'region') return keysOfRole({ ...post, regionCode: id });
    return keysOfRole({ ...post, unitId: id, centerId: id.endsWith('-center') ? id : null });
  });
  return [...new Set([...own, ...inherited])];
}

/** A post of the city reaches every county, by an explicit list; any other its own. */
export function countiesOf(post: Pick<PostFacts, 'countyCode'>, allCounties: readonly string[]): string[] {
  return post.countyCode === CITY_CODE ? [...allCounties] : [post.countyCode];
}
