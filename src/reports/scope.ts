import { CITY_CODE } from '../network/network.ts';
import type { Actor } from '../platform/actor.ts';

/** Whose disputes and visits are counted: explicit counties, and within them everything, a place, a center's own, or a unit's. */
export type ReportScope = {
  counties: readonly string[];
  within: { kind: 'all' } | { kind: 'region' | 'center' | 'unit'; key: string };
};

const placeOfCenter = (centerId: string): string => centerId.replace(/-center$/, '');

/** A center of a county counts its county, that of a township what it received or leads, the city's all counties. */
export function centerScope(centerId: string, counties: readonly string[]): ReportScope {
  const place = placeOfCenter(centerId);
  const own = place === CITY_CODE ? counties : counties.filter((each) => each === place.slice(0, 6));
  return { counties: own, within: place.length === 6 ? { kind: 'all' } : { kind: 'center', key: centerId } };
}

/** What a post counts, narrowed to one county where it reaches several: none when it does not reach that one. */
export function reportScope(actor: Actor, county?: string): ReportScope {
  const counties = actor.counties.filter((each) => county === undefined || each === county);
  if (actor.role === 'politicalLegalMember')
    return {
      counties,
      within: actor.regionCode.length === 6 ? { kind: 'all' } : { kind: 'region', key: actor.regionCode },
    };
  if (actor.centerId !== null) return centerScope(actor.centerId, counties);
  return { counties, within: { kind: 'unit', key: actor.unitId } };
}

/** The keys that see what a post handed in or keeps: its center and the center's supervisor, or the post alone. */
export function keepersOf({ centerId, postId }: Pick<Actor, 'centerId' | 'postId'>): string[] {
  return centerId === null ? [`p:${postId}`] : [`c:${centerId}`, `c:${centerId}#supervisor`, `p:${postId}`];
}
