import { CITY_CODE } from '../network/network.ts';
import type { Actor } from '../platform/actor.ts';
import type { BoardFilter, BoardTab } from './boardInput.ts';

/** Whose disputes a board counts: explicit counties, and within them everything, a place, a center's own, or a unit's. */
export type BoardScope = {
  counties: readonly string[];
  within: { kind: 'all' } | { kind: 'region' | 'center' | 'unit'; key: string };
};

/** A unit's head sees the row of the own unit, with the numbers that others see of it. */
function withinOf({ role, centerId, unitId, regionCode }: Actor): BoardScope['within'] {
  if (role === 'unitHead') return { kind: 'unit', key: unitId };
  const leads = role === 'centerLeader' || role === 'dispatcher';
  const place = leads && centerId !== null ? centerId.replace(/-center$/, '') : regionCode;
  // The city reaches all of its counties, a county's post all of its own county: the list of counties says it already.
  if (place.length === 6) return { kind: 'all' };
  return leads && centerId !== null ? { kind: 'center', key: centerId } : { kind: 'region', key: place };
}

/** The counties asked for, as far as the post reaches them: none when it does not. */
export function boardScope(actor: Actor, { county, region }: BoardFilter): BoardScope {
  const asked = county ?? (region === CITY_CODE ? undefined : region?.slice(0, 6));
  const counties = actor.counties.filter((each) => asked === undefined || each === asked);
  return { counties, within: withinOf(actor) };
}

/** How many digits of a place make a row: the counties of a city, the townships of a county, and so on down. */
export function placeDigits(actor: Pick<Actor, 'regionCode'>, { region, county }: BoardFilter): number {
  const area = region ?? county ?? actor.regionCode;
  if (area === CITY_CODE) return 6;
  return Math.min(area.length + 3, 15);
}

/** What opens below a row: the same figures of one place, until there is nothing below it. */
export function drillOf(by: BoardTab, key: string, digits: number): string | null {
  return by === 'region' && key.length === digits && digits < 15 && key !== CITY_CODE ? key : null;
}
