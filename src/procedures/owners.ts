import type { Telling } from '../matters/decision.ts';

/** The viewer key of everybody in a unit, a center or an office. */
export const unitKey = (unitId: string): string => `${unitId.endsWith('-center') ? 'c' : 'u'}:${unitId}`;

/** Who answers for a unit. */
export const headKey = (unitId: string): string =>
  `${unitKey(unitId)}#${unitId.endsWith('-center') ? 'centerLeader' : 'unitHead'}`;

export const leaderKey = (centerId: string): string => `c:${centerId}#centerLeader`;

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
  { restricted, receivingCenterId }: { restricted: boolean; receivingCenterId: string },
  seenBy: readonly string[],
  tell: readonly Telling[],
): Telling[] {
  if (!restricted) return [...tell];
  const leader = leaderKey(receivingCenterId);
  const moved = tell.map((each) => (mayKnow(seenBy, each.owner) ? each : { ...each, owner: leader }));
  return [...new Map(moved.map((each) => [`${each.owner} ${each.partyIds ?? ''} ${each.text}`, each])).values()];
}

export const unique = (keys: readonly string[]): string[] => [...new Set(keys)];
