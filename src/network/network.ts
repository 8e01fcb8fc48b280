/** The tree of places, and what stands in it. */
export * from './regionCode.ts';

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
