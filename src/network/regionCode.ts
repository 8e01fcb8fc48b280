import { refuse } from '../platform/refusal.ts';
import type { DutyEntry, RegionLevel, UnitKind } from './network.ts';

/** What a region code says, and the ids that are made of one. Pure arithmetic: nothing is looked up. */

export const CITY_CODE = '140100';

const LEVEL_BY_LENGTH: Readonly<Record<number, RegionLevel>> = {
  6: 'county',
  9: 'township',
  12: 'community',
  15: 'grid',
};

export function isRegionCode(code: string): boolean {
  return /^\d+$/.test(code) && LEVEL_BY_LENGTH[code.length] !== undefined;
}

/** Refuses what is no code of a place: it came from somebody's address bar. */
export function levelOfCode(code: string): RegionLevel {
  const level = LEVEL_BY_LENGTH[code.length];
  if (level === undefined || !/^\d+$/.test(code))
    return refuse('invalid', 'noSuchRegion', '没有这个地方，从名单里选。');
  return level === 'county' && code.endsWith('00') ? 'city' : level;
}

/** The county a place belongs to; the city is its own. */
export function countyOf(code: string): string {
  levelOfCode(code);
  return code.slice(0, 6);
}

/** The township a place lies in, or null above township level. */
export function townshipOf(code: string): string | null {
  levelOfCode(code);
  return code.length >= 9 ? code.slice(0, 9) : null;
}

/** From the city down to the parent, without the place itself. */
export function ancestorsOf(code: string): string[] {
  if (levelOfCode(code) === 'city') return [];
  const city = `${code.slice(0, 4)}00`;
  return [city, ...[6, 9, 12].filter((length) => length < code.length).map((length) => code.slice(0, length))];
}

export function parentOf(code: string): string | null {
  return ancestorsOf(code).at(-1) ?? null;
}

/** Whether the first center stands anywhere above the second. */
export const standsAbove = (centerId: string, belowId: string): boolean =>
  ancestorsOf(belowId.replace(/-center$/, '')).some((code) => centerIdOf(code) === centerId);

/** Does `code` lie in `area`, or is it the area itself? */
export function isWithin(code: string, area: string): boolean {
  return code === area || ancestorsOf(code).includes(area);
}

/** 太原市迎泽区迎泽街道菜园东街社区; places that `nameOf` does not know are left out. */
export function regionPath(code: string, nameOf: (code: string) => string | undefined, from?: RegionLevel): string {
  const line = [...ancestorsOf(code), code];
  const start = from === undefined ? 0 : line.findIndex((each) => levelOfCode(each) === from);
  return line
    .slice(Math.max(start, 0))
    .map((each) => nameOf(each) ?? '')
    .join('');
}

export function centerIdOf(regionCode: string): string {
  return `${regionCode}-center`;
}

export function unitIdOf(regionCode: string, kind: UnitKind): string {
  return kind === 'mediationCommittee' ? `${regionCode}-mediation` : `${regionCode}-${kind}`;
}

/** The center that answers at a place: of its township, or of the county where no township is known. */
export function centerAt(placeCode: string): string {
  return centerIdOf(townshipOf(placeCode) ?? countyOf(placeCode));
}

/** The unit (or center, which is a unit too) that a duty entry names for a dispute at a place. */
export function dutyUnitId(entry: DutyEntry, placeCode: string): string {
  if (entry.target === 'unit' && entry.unitId !== null) return entry.unitId;
  return entry.target === 'township' ? centerAt(placeCode) : centerIdOf(entry.countyCode);
}
