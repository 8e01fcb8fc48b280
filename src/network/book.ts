import { categories as shippedCategories } from './data/categories.ts';
import { initialsOf } from './data/initials.ts';
import { makeNetwork, type Network } from './lookup.ts';
import {
  type Category,
  CITY_CODE,
  countyOf,
  type DutyEntry,
  levelOfCode,
  parentOf,
  type RegionRow,
} from './network.ts';
import type { CategoryForm } from './subjects/category.ts';
import type { CenterForm } from './subjects/center.ts';
import type { CounterForm } from './subjects/counter.ts';
import type { DutyForm, DutyVersion } from './subjects/duty.ts';
import type { PresenceForm } from './subjects/presence.ts';
import type { RegionForm } from './subjects/region.ts';
import type { RoomForm } from './subjects/room.ts';
import type { UnitForm } from './subjects/unit.ts';

/** What people keep about the network, as they fill it in: one form a thing. */
export type Forms = {
  regions: RegionForm;
  units: UnitForm;
  centers: CenterForm;
  counters: CounterForm;
  rooms: RoomForm;
  presences: PresenceForm;
  categories: CategoryForm;
  duties: DutyForm;
};
export type Noun = keyof Forms;
export type AnyForm = Forms[Noun];

/** The whole network by key. Of a duty the newest version; all of them, oldest first, are in `dutyVersions`. */
export type Book = { readonly [N in Noun]: Map<string, Forms[N]> } & {
  readonly dutyVersions: Map<string, DutyVersion[]>;
};

export const emptyBook = (): Book => ({
  regions: new Map(),
  units: new Map(),
  centers: new Map(),
  counters: new Map(),
  rooms: new Map(),
  presences: new Map(),
  categories: new Map(),
  duties: new Map(),
  dutyVersions: new Map(),
});

/** The city first, then its counties by code. */
export function countiesOf(book: Book): string[] {
  const codes = [...book.regions.keys()].filter((code) => code.length === 6);
  return codes.toSorted((a, b) => Number(b === CITY_CODE) - Number(a === CITY_CODE) || a.localeCompare(b));
}

const known = new Map<string, string>();

/** Pinyin of the whole network takes some 40 ms: names that stay are not spelled again. */
function spelled(name: string): string {
  const before = known.get(name);
  if (before !== undefined) return before;
  const initials = initialsOf(name);
  known.set(name, initials);
  return initials;
}

function regionRow(form: RegionForm): RegionRow {
  const { active: _, ...region } = form;
  const { code } = form;
  const place = { parentCode: parentOf(code), countyCode: countyOf(code), level: levelOfCode(code) };
  return { ...region, ...place, initials: spelled(form.short) };
}

function unitOf(form: UnitForm) {
  const { assumed: _, note: __, ...unit } = form;
  const level = levelOfCode(form.regionCode) as 'city' | 'county' | 'township' | 'community';
  return { ...unit, countyCode: countyOf(form.regionCode), level, initials: spelled(form.short) };
}

const shippedKeys = new Map(shippedCategories.map(({ code, key }) => [code, key]));

function categoryOf(form: CategoryForm): Category {
  const { active: _, position: __, ...category } = form;
  return { ...category, key: shippedKeys.get(form.code) ?? form.code, initials: spelled(form.name) };
}

function entryOf(version: DutyVersion): DutyEntry {
  const { id, regionCode, categoryCode, target, unitId, supportingUnitIds, basis, reason, status } = version;
  const countyCode = countyOf(regionCode);
  const date = version.effectiveFrom;
  return { id, countyCode, regionCode, categoryCode, target, unitId, supportingUnitIds, basis, reason, date, status };
}

const inForce = (duty: DutyForm, day: string) =>
  duty.effectiveFrom <= day && (duty.effectiveTo === null || day <= duty.effectiveTo);

/** What decisions look things up in. Its lists hold what is in use; by code everything is found that ever was. */
export function networkOf(book: Book, day: string): Network {
  const duties = [...book.dutyVersions.values()].flat().filter((duty) => inForce(duty, day));
  const all = makeNetwork({
    regions: [...book.regions.values()].map(regionRow),
    units: [...book.units.values()].map(unitOf),
    categories: [...book.categories.values()].map(categoryOf),
    duties: duties.toSorted((a, b) => b.regionCode.length - a.regionCode.length).map(entryOf),
  });
  return {
    ...all,
    regions: all.regions.filter(({ code }) => book.regions.get(code)?.active),
    units: all.units.filter(({ active }) => active),
    categories: all.categories.filter(({ code }) => book.categories.get(code)?.active),
  };
}
