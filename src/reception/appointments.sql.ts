import type { Selectable } from 'kysely';
import { type Queries, record, type Tx } from '../platform/db.ts';
import type { FieldCrypto } from '../platform/fieldCrypto.ts';
import type { AppointmentTable } from '../platform/schema.ts';
import { hallKey, type Place } from './tickets.sql.ts';

export type AppointmentRow = Selectable<AppointmentTable>;

const ofCenter = (queries: Queries, { countyCode, centerId }: Place) =>
  queries.selectFrom('appointment').selectAll().where('county_code', '=', countyCode).where('center_id', '=', centerId);

export function listAppointments(queries: Queries, place: Place, day: string): Promise<AppointmentRow[]> {
  return ofCenter(queries, place).where('day', '=', day).orderBy('slot').orderBy('made_at').limit(500).execute();
}

export function findAppointment(queries: Queries, place: Place, id: string): Promise<AppointmentRow | undefined> {
  return ofCenter(queries, place).where('id', '=', id).executeTakeFirst();
}

export async function listTaken(
  queries: Queries,
  { countyCode, centerId }: Place,
  from: string,
  to: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await queries
    .selectFrom('appointment_slot')
    .select(['day', 'slot', 'taken'])
    .where('county_code', '=', countyCode)
    .where('center_id', '=', centerId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute();
  return new Map(rows.map(({ day, slot, taken }) => [`${day} ${slot}`, taken]));
}

/** One place of the slot, or none left: counted in the row itself, so that two who press at once cannot share the last. */
export async function takePlace(tx: Tx, place: Place, at: { day: string; slot: string }, capacity: number) {
  const { countyCode, centerId } = place;
  if (capacity < 1) return false;
  const row = await tx
    .insertInto('appointment_slot')
    .values({ county_code: countyCode, center_id: centerId, day: at.day, slot: at.slot, taken: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['county_code', 'center_id', 'day', 'slot'])
        .doUpdateSet((eb) => ({ taken: eb('appointment_slot.taken', '+', 1) }))
        .where('appointment_slot.taken', '<', capacity),
    )
    .returning('taken')
    .executeTakeFirst();
  return row !== undefined;
}

export function freePlace(tx: Tx, { countyCode, centerId }: Place, { day, slot }: { day: string; slot: string }): void {
  const own = tx
    .updateTable('appointment_slot')
    .set((eb) => ({ taken: eb('taken', '-', 1) }))
    .where('county_code', '=', countyCode)
    .where('center_id', '=', centerId);
  record(tx, own.where('day', '=', day).where('slot', '=', slot).where('taken', '>', 0));
}

export async function countOfPhone(queries: Queries, countyCode: string, phoneIndex: string, from: string) {
  const row = await queries
    .selectFrom('appointment')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('county_code', '=', countyCode)
    .where('phone_index', '=', phoneIndex)
    .where('day', '>=', from)
    .where('state', '=', 'booked')
    .executeTakeFirstOrThrow();
  return row.count;
}

export type NewAppointment = {
  id: string;
  code: string;
  day: string;
  slot: string;
  service: string;
  name: string;
  phone: string;
  madeBy: 'counter' | 'resident';
  postId: string | null;
};

export function recordAppointment(tx: Tx, crypto: FieldCrypto, place: Place, made: NewAppointment, now: Date): void {
  const { countyCode, centerId } = place;
  const { name, phone, madeBy, postId, ...plain } = made;
  const values = {
    ...plain,
    county_code: countyCode,
    center_id: centerId,
    owner: `c:${centerId}`,
    hall: hallKey(centerId),
    name_sealed: crypto.seal(countyCode, name),
    phone_sealed: crypto.seal(countyCode, phone),
    phone_index: crypto.blindIndex(countyCode, 'phone', phone),
    phone_last4_index: crypto.lastFour(countyCode, 'phone', phone.slice(-4)),
    made_by: madeBy,
    made_at: now,
    post_id: postId,
    state: 'booked' as const,
  };
  record(tx, tx.insertInto('appointment').values(values));
}

export function lockAppointment(tx: Tx, place: Place, by: { id: string } | { code: string }) {
  const one =
    'id' in by ? ofCenter(tx, place).where('id', '=', by.id) : ofCenter(tx, place).where('code', '=', by.code);
  return one.forUpdate().executeTakeFirst();
}

/** By its number alone, whichever center of the county it is at. */
export function findByCode(queries: Queries, countyCode: string, code: string): Promise<AppointmentRow | undefined> {
  return queries
    .selectFrom('appointment')
    .selectAll()
    .where('county_code', '=', countyCode)
    .where('code', '=', code)
    .executeTakeFirst();
}

type Ended = { state: 'arrived'; ticket_id: string; ended_at: Date } | { state: 'cancelled'; ended_at: Date };

export function recordAppointmentEnd(tx: Tx, { countyCode }: Place, id: string, ended: Ended): void {
  record(tx, tx.updateTable('appointment').set(ended).where('county_code', '=', countyCode).where('id', '=', id));
}
