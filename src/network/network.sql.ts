import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import { type Book, emptyBook } from './book.ts';
import type { StatedFact, UnitKind } from './network.ts';
import type { CenterForm } from './subjects/center.ts';
import { dutyKey } from './subjects/duty.ts';
import { subjects } from './subjects.ts';

type CenterFacts = { zones?: string[]; stated?: Partial<Record<StatedFact, number>> };

async function loadPlaces(queries: Queries, book: Book): Promise<void> {
  for (const row of await queries
    .selectFrom('region')
    .selectAll()
    .orderBy(sql`length(code)`)
    .orderBy('code')
    .execute()) {
    const { code, name, short_name: short, statistical, assumed, note, active } = row;
    book.regions.set(code, { code, name, short, statistical, assumed, note, active });
  }
  for (const row of await queries.selectFrom('unit').selectAll().orderBy('id').execute()) {
    const { id, region_code: regionCode, name, short_name: short, phone, note, assumed, active } = row;
    book.units.set(id, { id, regionCode, kind: row.kind as UnitKind, name, short, phone, note, assumed, active });
  }
}

function centerOf(
  book: Book,
  row: { id: string; address: string | null; area_m2: string | null; facts: unknown; note: string | null },
): CenterForm | undefined {
  const unit = book.units.get(row.id);
  if (unit === undefined) return undefined;
  const { regionCode, name, short, phone, assumed, active } = unit;
  const { zones = [], stated = {} } = row.facts as CenterFacts;
  const areaM2 = row.area_m2 === null ? null : Number(row.area_m2);
  return {
    regionCode,
    name,
    short,
    address: row.address,
    phone,
    areaM2,
    zones,
    stated,
    note: row.note,
    assumed,
    active,
  };
}

const numberOf = (id: string | null): number => Number(/[0-9]+$/.exec(id ?? '')?.[0] ?? 0);

async function loadCenters(queries: Queries, book: Book): Promise<void> {
  for (const row of await queries.selectFrom('center').selectAll().execute()) {
    const center = centerOf(book, row);
    if (center) book.centers.set(row.id, center);
  }
  for (const row of await queries.selectFrom('counter').selectAll().execute()) {
    const { id, center_id: centerId, number, name, zone, mode, assumed, active } = row;
    book.counters.set(id, { centerId, number, name, zone, mode, assumed, active });
  }
  for (const row of await queries.selectFrom('room').selectAll().execute()) {
    const { id, center_id: centerId, name, zone, assumed, active } = row;
    const kind = row.purpose as 'functionRoom';
    book.rooms.set(id, { centerId, number: numberOf(id), kind, name, zone, assumed, active });
  }
}

async function loadPresences(queries: Queries, book: Book): Promise<void> {
  for (const row of await queries.selectFrom('presence').selectAll().execute()) {
    const { center_id: centerId, unit_id: unitId, mode, weekdays, note, assumed, active } = row;
    const form = { centerId, unitId, mode, weekdays, from: row.from_time, to: row.to_time, note, assumed, active };
    const counterNumber = row.counter_id === null ? null : numberOf(row.counter_id);
    book.presences.set(subjects.presences.key({ ...form, counterNumber, callMinutes: null }), {
      ...form,
      counterNumber,
      callMinutes: row.call_minutes,
    });
  }
}

async function loadCategories(queries: Queries, book: Book): Promise<void> {
  for (const row of await queries.selectFrom('category').selectAll().orderBy('position').orderBy('code').execute()) {
    const { code, name, english, note, position, active } = row;
    const politicalLegalNames = row.mapped_to?.split('、').filter(Boolean) ?? [];
    const neverConfirmable = row.never_confirmable;
    book.categories.set(code, { code, name, english, politicalLegalNames, neverConfirmable, note, position, active });
  }
}

async function loadDuties(queries: Queries, book: Book): Promise<void> {
  for (const row of await queries.selectFrom('duty_entry').selectAll().orderBy('version').execute()) {
    const { id, version, target, basis, reason, status } = row;
    const { region_code: regionCode, category_code: categoryCode, unit_id: unitId } = row;
    const { supporting_unit_ids: supportingUnitIds, effective_from: effectiveFrom, effective_to: effectiveTo } = row;
    const content = { regionCode, categoryCode, target, unitId, supportingUnitIds, basis, reason, status };
    const form = { ...content, effectiveFrom, effectiveTo };
    const key = dutyKey(form);
    book.duties.set(key, form);
    book.dutyVersions.set(key, [...(book.dutyVersions.get(key) ?? []), { ...form, id, version }]);
  }
}

/** The whole network: some 3,000 small rows. */
export async function loadBook(queries: Queries): Promise<Book> {
  const book = emptyBook();
  await loadPlaces(queries, book);
  await loadCenters(queries, book);
  await loadPresences(queries, book);
  await loadCategories(queries, book);
  await loadDuties(queries, book);
  return book;
}
