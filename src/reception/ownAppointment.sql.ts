import { guess } from '../attempts/guess.sql.ts';
import { recordTrail } from '../people/trail.sql.ts';
import { houseOf } from '../platform/actor.ts';
import type { Tx } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import { Refusal } from '../platform/refusal.ts';
import { type AppointmentRow, findByCode } from './appointments.sql.ts';
import { arrive, cancelAppointment } from './book.sql.ts';
import type { HallDeps } from './deps.ts';
import type { Device } from './device.ts';
import type { TicketRow } from './ticketRow.ts';
import { hallScope } from './tickets.sql.ts';

export const noSuchAppointment = (): Refusal =>
  new Refusal('notFound', 'noSuchAppointment', '没有这个预约，或者电话后四位不对。');

/** Of one address at numbers that it makes up. */
const numbers = { most: 20, withinMinutes: 60, lockMinutes: 60 };
/** Of anybody at the telephone of one number, whether it is there or not. */
const lastFours = { most: 5, withinMinutes: 60, lockMinutes: 30 };

const wrongBy = (now: Date, subject: string, address: string) => (tx: Tx) =>
  recordTrail(tx, { at: now, act: 'appointment.refused', subject, address });

/** By its number alone, as it stands on the slip. */
export async function lookUpAppointment(
  deps: Deps,
  county: string,
  code: string,
  address: string,
): Promise<AppointmentRow> {
  const found: AppointmentRow[] = [];
  const now = deps.now();
  await guess({
    ...{ db: deps.db, scope: houseOf(county), now, key: `appointments-from/${address}`, brake: numbers, clears: false },
    async check(tx) {
      const row = await findByCode(tx, county, code);
      if (row) found.push(row);
      return row ? null : noSuchAppointment();
    },
    recordWrong: wrongBy(now, code, address),
  });
  return found[0] as AppointmentRow;
}

/** Whoever holds the number and knows the telephone it was made with. */
export function cancelOwn(
  deps: Deps,
  county: string,
  { code, last4 }: { code: string; last4: string },
  address: string,
): Promise<void> {
  const now = deps.now();
  return guess({
    ...{
      db: deps.db,
      scope: houseOf(county),
      now,
      key: `appointment/${county}/${code}`,
      brake: lastFours,
      clears: true,
    },
    async check(tx) {
      const row = await findByCode(tx, county, code);
      const index = last4.length === 4 ? deps.crypto.lastFour(county, 'phone', last4) : '';
      if (row?.phone_last4_index !== index) return noSuchAppointment();
      await cancelAppointment(tx, { countyCode: county, centerId: row.center_id }, { id: row.id }, null, now);
      return null;
    },
    recordWrong: wrongBy(now, code, address),
  });
}

/** At the machine in the hall: whoever stands there types the number and gets one for the line. */
export async function arriveAtMachine(
  deps: HallDeps,
  device: Device,
  code: string,
  address: string,
): Promise<TicketRow> {
  const given: TicketRow[] = [];
  const now = deps.now();
  await guess({
    ...{ db: deps.db, scope: hallScope(device), now, key: `arrivals-at/${device.id}`, brake: numbers, clears: true },
    async check(tx) {
      try {
        given.push(await arrive(tx, deps, device, { code }, null));
        return null;
      } catch (error) {
        if (error instanceof Refusal && error.code === 'noSuchAppointment') return error;
        throw error;
      }
    },
    recordWrong: wrongBy(now, code, address),
  });
  return given[0] as TicketRow;
}
