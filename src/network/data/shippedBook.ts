import { type Book, emptyBook } from '../book.ts';
import { type DutyForm, dutyKey, dutyRows } from '../subjects/duty.ts';
import { subjects } from '../subjects.ts';
import { networkData } from './networkData.ts';

/** The shipped duty list proposes from the first day of the year on; nobody is bound by it (its basis says so). */
const DUTIES_FROM = '2026-01-01';
const active = true;

const { regions, units, centers, counters, rooms, presence, categories, dutyList } = networkData;

function without<T extends object, K extends keyof T>(row: T, ...keys: K[]): Omit<T, K> {
  const rest = { ...row };
  for (const key of keys) delete rest[key];
  return rest;
}

const regionForms = regions.map((row) => ({
  ...without(row, 'parentCode', 'countyCode', 'level', 'initials'),
  active,
}));
const unitForms = units.map((row) => ({ ...without(row, 'countyCode', 'level', 'initials'), phone: null, active }));
const centerForms = centers.map((row) => ({
  ...without(row, 'id', 'countyCode', 'parentId', 'level', 'initials'),
  zones: [...row.zones],
  active,
}));
const counterForms = counters.map((row) => ({ ...without(row, 'id', 'countyCode'), active }));
const roomForms = rooms.map((row) => ({ ...without(row, 'id', 'countyCode'), active }));
const presenceForms = presence.map((row) => ({
  ...without(row, 'id', 'countyCode'),
  weekdays: [...row.weekdays],
  counterNumber: null,
  callMinutes: null,
  active,
}));
const categoryForms = categories.map((row, index) => ({
  ...without(row, 'key', 'initials'),
  politicalLegalNames: [...row.politicalLegalNames],
  position: index + 1,
  active,
}));
const dutyForms: DutyForm[] = dutyList.map((row) => ({
  ...without(row, 'id', 'countyCode', 'date'),
  regionCode: row.countyCode,
  supportingUnitIds: [...row.supportingUnitIds],
  effectiveFrom: DUTIES_FROM,
  effectiveTo: null,
}));

function fill<F extends object>(map: Map<string, F>, key: (form: F) => string, forms: readonly F[]): void {
  for (const form of forms) map.set(key(form), form);
}

/** The network that a new installation starts with. */
export function shippedBook(): Book {
  const book = emptyBook();
  fill(book.regions, subjects.regions.key, regionForms);
  fill(book.units, subjects.units.key, unitForms);
  fill(book.centers, subjects.centers.key, centerForms);
  fill(book.counters, subjects.counters.key, counterForms);
  fill(book.rooms, subjects.rooms.key, roomForms);
  fill(book.presences, subjects.presences.key, presenceForms);
  fill(book.categories, subjects.categories.key, categoryForms);
  fill(book.duties, dutyKey, dutyForms);
  for (const [key, duty] of book.duties) book.dutyVersions.set(key, dutyRows(duty, []));
  return book;
}
