import { type Category, type DutyEntry, isWithin, type RegionRow, type UnitKind } from './network.ts';

export type Unit = {
  id: string;
  countyCode: string;
  regionCode: string;
  level: 'city' | 'county' | 'township' | 'community';
  kind: UnitKind;
  name: string;
  short: string;
  initials: string;
  phone: string | null;
  active: boolean;
};

/** Read-only look-ups over the reference tables, kept in memory and rebuilt when they change. */
export type Network = {
  region(code: string): RegionRow | undefined;
  unit(id: string): Unit | undefined;
  category(code: string): Category | undefined;
  readonly regions: readonly RegionRow[];
  readonly units: readonly Unit[];
  readonly categories: readonly Category[];
  /** Entries in force on the day that hold at the place, most specific first. */
  duties(countyCode: string, categoryCode: string, placeCode?: string): readonly DutyEntry[];
};

export function makeNetwork(parts: {
  regions: readonly RegionRow[];
  units: readonly Unit[];
  categories: readonly Category[];
  duties: readonly DutyEntry[];
}): Network {
  const regions = new Map(parts.regions.map((row) => [row.code, row]));
  const units = new Map(parts.units.map((row) => [row.id, row]));
  const categories = new Map(parts.categories.map((row) => [row.code, row]));
  const duties = Map.groupBy(parts.duties, (row) => `${row.countyCode}/${row.categoryCode}`);
  return {
    ...parts,
    region: (code) => regions.get(code),
    unit: (id) => units.get(id),
    category: (code) => categories.get(code),
    duties: (countyCode, categoryCode, placeCode = countyCode) =>
      (duties.get(`${countyCode}/${categoryCode}`) ?? []).filter((entry) =>
        isWithin(placeCode, entry.regionCode ?? countyCode),
      ),
  };
}

/** The center above: township → county → city; null for the city. */
export function superiorCenterId(unit: Unit): string | null {
  if (unit.level === 'city') return null;
  return unit.level === 'county' ? '140100-center' : `${unit.countyCode}-center`;
}
