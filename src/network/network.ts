/** The tree of places, and what stands in it. Pure: types and the arithmetic of region codes. */

export const CITY_CODE = '140100';

export type RegionLevel = 'city' | 'county' | 'township' | 'community' | 'grid';

/** Code lengths: 6 city and county (GB/T 2260), 9 township, 12 community (both NBS), 15 grid = community + serial. */
export type RegionRow = {
  code: string;
  parentCode: string | null;
  countyCode: string;
  level: RegionLevel;
  name: string;
  short: string;
  initials: string;
  /** A unit that exists for statistics only: no street office, town government or residents' committee by law. */
  statistical: boolean;
  /** True when the row is a placeholder of ours, not a fact of the source. */
  assumed: boolean;
  note: string | null;
};

export type UnitKind =
  | 'court'
  | 'procuratorate'
  | 'publicSecurity'
  | 'justice'
  | 'petition'
  | 'politicalLegal'
  | 'humanResources'
  | 'laborArbitration'
  | 'housing'
  | 'health'
  | 'education'
  | 'civilAffairs'
  | 'naturalResources'
  | 'ecology'
  | 'marketSupervision'
  | 'urbanManagement'
  | 'emergency'
  | 'transport'
  | 'agriculture'
  | 'cultureTourism'
  | 'veterans'
  | 'womensFederation'
  | 'tradeUnion'
  | 'lawSociety'
  | 'legalAid'
  | 'notary'
  | 'office'
  | 'mediationCommittee'
  | 'industryMediation'
  | 'center';

export type CenterLevel = 'city' | 'county' | 'township';

/** `id` is readable and stable: 140106-court, 140106004-office, 140106004-center. */
export type UnitRow = {
  id: string;
  countyCode: string;
  regionCode: string;
  level: CenterLevel;
  kind: UnitKind;
  name: string;
  short: string;
  initials: string;
  assumed: boolean;
  note: string | null;
};

/** Numbers the customer's source states about a center; what it does not state is absent, never guessed. */
export type StatedFact =
  | 'counters'
  | 'residentCounters'
  | 'rotatingCounters'
  | 'halls'
  | 'hearingRooms'
  | 'functionRooms'
  | 'supportRooms'
  | 'zones'
  | 'units'
  | 'residentUnits'
  | 'mediationBodies'
  | 'townships'
  | 'communities'
  | 'townshipCenters'
  | 'gridWorkers';

export type CenterRow = {
  id: string;
  countyCode: string;
  regionCode: string;
  parentId: string | null;
  level: CenterLevel;
  name: string;
  short: string;
  initials: string;
  areaM2: number | null;
  stated: Readonly<Partial<Record<StatedFact, number>>>;
  zones: readonly string[];
  address: string | null;
  phone: string | null;
  assumed: boolean;
  note: string | null;
};

/** A service counter 服务窗口. `assumed` speaks of its name: how many there are may still be a stated number. */
export type CounterRow = {
  id: string;
  countyCode: string;
  centerId: string;
  number: number;
  name: string;
  zone: string | null;
  mode: 'resident' | 'rotating';
  assumed: boolean;
};

export type RoomKind = 'hall' | 'hearingRoom' | 'functionRoom' | 'supportRoom';

export type RoomRow = {
  id: string;
  countyCode: string;
  centerId: string;
  number: number;
  kind: RoomKind;
  name: string;
  zone: string | null;
  assumed: boolean;
};

export type PresenceMode = 'resident' | 'rotating' | 'onCall' | 'invited';

/** Times are HH:mm in Asia/Shanghai; null means the center's own opening hours. Weekdays are 1 (Monday) to 7. */
export type PresenceRow = {
  id: string;
  countyCode: string;
  centerId: string;
  unitId: string;
  mode: PresenceMode;
  weekdays: readonly number[];
  from: string | null;
  to: string | null;
  assumed: boolean;
  note: string | null;
};

export type Category = {
  code: string;
  key: string;
  name: string;
  english: string;
  initials: string;
  /** Names of the political-legal committee's list that the category maps to. */
  politicalLegalNames: readonly string[];
  /** What in such a dispute no court confirms, in the words of the law; null when nothing is excluded by its kind. */
  neverConfirmable: string | null;
  note: string | null;
};

export type DutyTarget = 'unit' | 'township' | 'center';

/** Who answers for a category in a county. `township` means: the township center of the place. */
export type DutyEntry = {
  id: string;
  countyCode: string;
  /** The place it holds for; the whole county without it. */
  regionCode?: string;
  categoryCode: string;
  target: DutyTarget;
  unitId: string | null;
  supportingUnitIds: readonly string[];
  basis: string;
  reason: string;
  /** The day the list was drawn up, not a day from which it binds anybody. */
  date: string;
  /** G: our default, waiting for the county; V: confirmed by the county's own document. */
  status: 'G' | 'V';
};

const LEVEL_BY_LENGTH: Readonly<Record<number, RegionLevel>> = {
  6: 'county',
  9: 'township',
  12: 'community',
  15: 'grid',
};

export function isRegionCode(code: string): boolean {
  return /^\d+$/.test(code) && LEVEL_BY_LENGTH[code.length] !== undefined;
}

/** Throws RangeError on what is no region code: check input with isRegionCode first. */
export function levelOfCode(code: string): RegionLevel {
  const level = LEVEL_BY_LENGTH[code.length];
  if (level === undefined || !/^\d+$/.test(code)) throw new RangeError(`not a region code: ${code}`);
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
