import { type CenterRow, CITY_CODE, type RegionRow, type UnitRow, unitIdOf } from '../network.ts';
import { centers } from './centers.ts';
import { initialsOf } from './initials.ts';
import { industryMediation } from './mediation.ts';
import { knownRegion, officialPrefix, regionsAt, stemOf } from './regions.ts';
import { type UnitNaming, unitKinds } from './unitKinds.ts';

const COMPOSED = '名称按通用规则生成，待各县确认';

type Names = { name: string; short: string };

function namesOf(region: RegionRow, naming: UnitNaming): Names {
  if (region.code === CITY_CODE && naming.city !== undefined) return naming.city;
  if (naming.kind === 'politicalLegal') {
    return { name: `中共${officialPrefix(region)}委${naming.label}`, short: `${region.name}委政法委` };
  }
  const { branch } = naming;
  if (region.code !== CITY_CODE && branch !== undefined && (branch.everywhere || region.name.endsWith('区'))) {
    const kind = naming.short.replace(/局$/, '');
    return { name: `${branch.stem}${stemOf(region)}分局`, short: `${stemOf(region)}${kind}分局` };
  }
  return { name: `${officialPrefix(region)}${naming.label}`, short: `${region.name}${naming.short}` };
}

function governmentUnit(region: RegionRow, naming: UnitNaming): UnitRow {
  const names = namesOf(region, naming);
  return {
    id: unitIdOf(region.code, naming.kind),
    countyCode: region.code,
    regionCode: region.code,
    level: region.code === CITY_CODE ? 'city' : 'county',
    kind: naming.kind,
    ...names,
    initials: initialsOf(names.short),
    assumed: naming.certain !== true,
    note: naming.certain ? null : (naming.note ?? COMPOSED),
  };
}

function officeNames(township: RegionRow): Names {
  const county = officialPrefix(knownRegion(township.countyCode));
  if (township.statistical) {
    return { name: `${township.name}管理机构（名称待确认）`, short: `${township.short}管理机构` };
  }
  if (township.name.endsWith('街道')) {
    return { name: `${county}人民政府${township.name}办事处`, short: `${township.short}办事处` };
  }
  return { name: `${county}${township.name}人民政府`, short: `${township.short}政府` };
}

function townshipUnit(township: RegionRow, kind: 'office' | 'mediationCommittee'): UnitRow {
  const mediation = `${township.short}人民调解委员会`;
  const names = kind === 'office' ? officeNames(township) : { name: mediation, short: `${township.short}调委会` };
  const assumed = kind === 'mediationCommittee' || township.statistical;
  return {
    id: unitIdOf(township.code, kind),
    countyCode: township.countyCode,
    regionCode: township.code,
    level: 'township',
    kind,
    ...names,
    initials: initialsOf(names.short),
    assumed,
    note: assumed ? (township.note ?? COMPOSED) : null,
  };
}

/** A center is a responsible unit as well: it keeps disputes for itself, and people hold posts in it. */
function centerAsUnit(center: CenterRow): UnitRow {
  const { id, countyCode, regionCode, level, name, short, initials, assumed, note } = center;
  return { id, countyCode, regionCode, level, kind: 'center', name, short, initials, assumed, note };
}

const seats = [knownRegion(CITY_CODE), ...regionsAt('county')];

export const governmentUnits: readonly UnitRow[] = seats.flatMap((seat) =>
  unitKinds.map((naming) => governmentUnit(seat, naming)),
);

export const townshipUnits: readonly UnitRow[] = regionsAt('township').flatMap((township) => [
  townshipUnit(township, 'office'),
  townshipUnit(township, 'mediationCommittee'),
]);

export const centerUnits: readonly UnitRow[] = centers.map(centerAsUnit);

/** Every unit that a dispute can be sent to or a person can work in, centers included. */
export const units: readonly UnitRow[] = [...governmentUnits, ...townshipUnits, ...industryMediation, ...centerUnits];

export const unitById: ReadonlyMap<string, UnitRow> = new Map(units.map((unit) => [unit.id, unit]));
