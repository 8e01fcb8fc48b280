import type { Insertable } from 'kysely';
import type { Schema } from '../platform/schema.ts';
import type { AnyForm, Book, Forms, Noun } from './book.ts';
import { initialsOf } from './data/initials.ts';
import { countyOf, levelOfCode, parentOf } from './network.ts';
import { counterIdOf } from './subjects/counter.ts';
import { type DutyVersion, dutyRows } from './subjects/duty.ts';
import { subjects } from './subjects.ts';

type Table = 'region' | 'unit' | 'center' | 'counter' | 'room' | 'presence' | 'category' | 'duty_entry';
export type Row<T extends Table = Table> = { readonly table: T; readonly row: Insertable<Schema[T]> };

const placeOf = (code: string) => ({ county_code: countyOf(code), level: levelOfCode(code) });

function unitRow(
  id: string,
  form: Pick<Forms['units'], 'regionCode' | 'kind' | 'name' | 'short' | 'phone' | 'note' | 'assumed' | 'active'>,
): Row {
  const { regionCode, kind, name, short, phone, note, assumed, active } = form;
  const place = placeOf(regionCode) as { county_code: string; level: 'county' };
  const row = {
    id,
    region_code: regionCode,
    ...place,
    kind,
    name,
    short_name: short,
    initials: initialsOf(short),
    phone,
    note,
    assumed,
    active,
  };
  return { table: 'unit', row };
}

function dutyRow(version: DutyVersion): Row {
  const {
    id,
    version: number,
    regionCode,
    categoryCode,
    target,
    unitId,
    supportingUnitIds,
    basis,
    reason,
    status,
  } = version;
  const content = { target, unit_id: unitId, supporting_unit_ids: supportingUnitIds, basis, reason, status };
  const dates = { effective_from: version.effectiveFrom, effective_to: version.effectiveTo };
  const key = { id, county_code: countyOf(regionCode), region_code: regionCode, category_code: categoryCode };
  return { table: 'duty_entry', row: { ...key, ...content, ...dates, version: number } };
}

/** How each form lies in its table; a center in two, a change of duties in two rows. */
const rowsFor: { [N in Noun]: (form: Forms[N], id: string, book: Book) => Row[] } = {
  regions: ({ short, code, ...form }) => [
    {
      table: 'region',
      row: {
        ...form,
        code,
        short_name: short,
        parent_code: parentOf(code),
        ...placeOf(code),
        initials: initialsOf(short),
      },
    },
  ],
  units: (form, id) => [unitRow(id, form)],
  centers: ({ address, areaM2, zones, stated, note, ...form }, id) => [
    unitRow(id, { ...form, kind: 'center', note: null }),
    {
      table: 'center',
      row: {
        id,
        address,
        area_m2: areaM2 === null ? null : String(areaM2),
        facts: JSON.stringify({ zones, stated }),
        note,
      },
    },
  ],
  counters: ({ centerId, ...form }, id) => [{ table: 'counter', row: { id, center_id: centerId, ...form } }],
  rooms: ({ centerId, number: _, kind, ...form }, id) => [
    { table: 'room', row: { id, center_id: centerId, purpose: kind, ...form } },
  ],
  presences: ({ centerId, unitId, from, to, counterNumber, callMinutes, ...form }, id) => {
    const counter_id = counterNumber === null ? null : counterIdOf(centerId, counterNumber);
    const times = { from_time: from, to_time: to, counter_id, call_minutes: callMinutes };
    return [{ table: 'presence', row: { id, center_id: centerId, unit_id: unitId, ...times, ...form } }];
  },
  categories: ({ politicalLegalNames, neverConfirmable, ...form }) => [
    {
      table: 'category',
      row: {
        ...form,
        initials: initialsOf(form.name),
        mapped_to: politicalLegalNames.join('、'),
        never_confirmable: neverConfirmable,
      },
    },
  ],
  duties: (form, key, book) => dutyRows(form, book.dutyVersions.get(key) ?? []).map(dutyRow),
};

/** The rows that a form becomes, in an order in which parents come first; `book` as it was before. */
export function rowsOf(noun: Noun, form: AnyForm, book: Book): Row[] {
  const key = subjects[noun].key(form);
  return (rowsFor[noun] as (form: AnyForm, id: string, book: Book) => Row[])(form, key, book);
}

/** Everything as rows, tables in an order in which parents come first. */
export function allRows(book: Book): Row[] {
  const before = { ...book, dutyVersions: new Map() };
  const nouns = ['regions', 'units', 'centers', 'counters', 'rooms', 'presences', 'categories', 'duties'] as const;
  return nouns.flatMap((noun) => [...book[noun].values()].flatMap((form: AnyForm) => rowsOf(noun, form, before)));
}
