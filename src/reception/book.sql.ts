import { recordTrail } from '../people/trail.sql.ts';
import type { Actor, Scope } from '../platform/actor.ts';
import { command, reading, type Tx } from '../platform/db.ts';
import { idFor, newId } from '../platform/ids.ts';
import { atTime, dayOf } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import { type AppointmentInput, checkAppointment, newAppointmentCode, slotFull } from './appointment.ts';
import {
  type AppointmentRow,
  countOfPhone,
  findAppointment,
  findByCode,
  freePlace,
  lockAppointment,
  recordAppointment,
  recordAppointmentEnd,
  takePlace,
} from './appointments.sql.ts';
import { type HallDeps, hallRulesOf } from './deps.ts';
import { groupFor } from './hallRules.ts';
import type { TicketRow } from './ticketRow.ts';
import { issueTicket, type Place } from './tickets.sql.ts';

type Reference = Pick<HallDeps, 'db' | 'crypto'> & { now(): Date } & {
  reference(): Pick<ReturnType<HallDeps['reference']>, 'calendarFor' | 'rulesFor'>;
};

const house = ({ countyCode }: Place): Scope => ({ counties: [countyCode], viewers: ['system'] });

/** Whoever sends the id of another's booking finds nothing under it. */
function bookingId(commandId: string, place: Place, input: AppointmentInput, by: Actor | null): string {
  const { day, slot, service, name, phone } = input;
  return idFor(commandId, by?.postId ?? 'resident', place.centerId, day, slot, service, name, phone);
}

/** By a resident without a log-in, or at the counter for somebody on the telephone: the same checks, the same places. */
export async function bookAppointment(
  deps: Reference,
  place: Place,
  input: AppointmentInput,
  by: Actor | null,
  commandId?: string,
): Promise<{ id: string; code: string }> {
  const now = deps.now();
  const id = commandId === undefined ? newId(now) : bookingId(commandId, place, input, by);
  const made = { id, code: newAppointmentCode() };
  const before = commandId && (await reading(deps.db, house(place), (q) => findAppointment(q, place, id)));
  if (before) return { id: before.id, code: before.code };
  const { calendarFor, rulesFor } = deps.reference();
  const { hall: rules } = rulesFor(place.countyCode).rules;
  const calendar = calendarFor(place.countyCode, place.centerId);
  const { phone } = checkAppointment(input, { rules, calendar, now });
  const wanted = { ...made, day: input.day, slot: input.slot, service: input.service };
  await command(deps.db, house(place), async (tx) => {
    const index = deps.crypto.blindIndex(place.countyCode, 'phone', phone);
    const [booked, taken] = await Promise.all([
      countOfPhone(tx, place.countyCode, index, dayOf(now)),
      findByCode(tx, place.countyCode, made.code),
    ]);
    if (taken) refuse('conflict', 'tryAgain', '没有约上，请再按一次。');
    if (booked >= rules.perPhone)
      refuse('conflict', 'enoughAppointments', `这个电话已经约着 ${booked} 个，先取消一个再约。`, {
        phone: `这个电话已经约着 ${booked} 个，先取消一个再约。`,
      });
    if (!(await takePlace(tx, place, wanted, rules.slotCapacity))) slotFull();
    const person = { name: input.name.trim(), phone };
    const madeBy = by ? ('counter' as const) : ('resident' as const);
    recordAppointment(tx, deps.crypto, place, { ...wanted, ...person, madeBy, postId: by?.postId ?? null }, now);
    recordTrail(tx, { at: now, act: 'appointment.made', actor: by ?? undefined, subject: made.id });
  });
  return { id: made.id, code: made.code };
}

type By = { id: string } | { code: string };
const notFound = (): never => refuse('notFound', 'noSuchAppointment', '没有这个预约号。看看有没有输错。');

async function lockBooked(tx: Tx, place: Place, by: By): Promise<AppointmentRow> {
  const row = (await lockAppointment(tx, place, by)) ?? notFound();
  if (row.state === 'cancelled') refuse('conflict', 'appointmentCancelled', '这个预约已经取消了，可以直接取号。');
  if (row.state === 'arrived') refuse('conflict', 'appointmentArrived', '这个预约已经取过号了。');
  return row;
}

/** Whoever comes gets a number that goes first from the appointed time on. */
export async function arrive(tx: Tx, deps: HallDeps, place: Place, by: By, actor: Actor | null): Promise<TicketRow> {
  const now = deps.now();
  const row = await lockBooked(tx, place, by);
  if (row.day !== dayOf(now)) refuse('conflict', 'otherDay', `这个预约是 ${row.day} 的，今天可以直接取号。`);
  const rules = hallRulesOf(deps, place.countyCode);
  const prefix = groupFor(rules, row.service)?.prefix ?? 'A';
  const wanted = { prefix, priority: null, origin: 'appointment' as const, day: row.day };
  const ticket = await issueTicket(tx, place, { ...wanted, dueAt: atTime(row.day, row.slot) }, now);
  recordAppointmentEnd(tx, place, row.id, { state: 'arrived', ticket_id: ticket.id, ended_at: now });
  recordTrail(tx, { at: now, act: 'appointment.arrived', actor: actor ?? undefined, subject: row.id });
  return ticket;
}

export async function cancelAppointment(tx: Tx, place: Place, by: By, actor: Actor | null, now: Date): Promise<void> {
  const row = await lockBooked(tx, place, by);
  freePlace(tx, place, row);
  recordAppointmentEnd(tx, place, row.id, { state: 'cancelled', ended_at: now });
  recordTrail(tx, { at: now, act: 'appointment.cancelled', actor: actor ?? undefined, subject: row.id });
}
