import { type Static, Type } from 'typebox';
import { Id } from '../matters/fields.ts';
import { requireActor, requireRole } from '../people/requireActor.routes.ts';
import { command, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { dayOf, isDay, toIso } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { AppointmentInput, spokenCode } from './appointment.ts';
import { type AppointmentRow, findAppointment, listAppointments, listTaken } from './appointments.sql.ts';
import { arrive, bookAppointment, cancelAppointment } from './book.sql.ts';
import { deskRoles, type HallDeps, hallRulesOf, placeOf, tags } from './deps.ts';
import { ticketView } from './hallView.ts';
import { sendSlip } from './sendSlip.routes.ts';
import { serviceLabel } from './services.ts';
import { bookableDays, slotsOn, slotText } from './slots.ts';
import { appointmentSlip } from './ticketSlip.ts';

const DayQuery = Type.Object(
  { day: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', title: '哪一天' })) },
  { additionalProperties: false },
);
const params = Type.Object({ id: Id });
const stateWords = { booked: '约着', arrived: '来了，已取号', cancelled: '取消了' } as const;

/** The desk reads whom to expect: a name to call somebody by, and the last digits to tell two of them apart. */
function lineOf(deps: HallDeps, row: AppointmentRow) {
  const phone = deps.crypto.open(row.county_code, row.phone_sealed);
  return {
    id: row.id,
    code: spokenCode(row.code),
    slot: row.slot,
    slotText: slotText(row.day, row.slot),
    service: serviceLabel(row.service),
    name: deps.crypto.open(row.county_code, row.name_sealed),
    phone: `…${phone.slice(-4)}`,
    madeBy: row.made_by === 'counter' ? '窗口' : '自己',
    state: row.state,
    stateLabel: stateWords[row.state],
  };
}

export function freeSlots(
  deps: Pick<HallDeps, 'now'> & { reference(): Pick<ReturnType<HallDeps['reference']>, 'calendarFor' | 'rulesFor'> },
  place: { countyCode: string; centerId: string },
  taken: ReadonlyMap<string, number>,
) {
  const { calendarFor, rulesFor } = deps.reference();
  const { hall: rules } = rulesFor(place.countyCode).rules;
  const calendar = calendarFor(place.countyCode, place.centerId);
  const now = deps.now();
  if (rules.slotCapacity < 1) return [];
  return bookableDays(calendar, now, rules.daysAhead).map((day) => ({
    day,
    slots: slotsOn(calendar, day)
      .filter((slot) => new Date(`${day}T${slot}:00+08:00`) > now)
      .map((slot) => ({
        slot,
        text: slotText(day, slot),
        left: Math.max(0, rules.slotCapacity - (taken.get(`${day} ${slot}`) ?? 0)),
      })),
  }));
}

export function appointmentRoutes(app: Http, deps: HallDeps): void {
  const querystring = DayQuery;
  app.get('/api/appointments', { schema: { tags, summary: '一天的预约', querystring } }, async (request) => {
    const actor = await requireActor(request, deps);
    requireRole(actor, ...deskRoles);
    const place = placeOf(actor);
    const now = deps.now();
    const day = (request.query as Static<typeof DayQuery>).day ?? dayOf(now);
    if (!isDay(day)) refuseField('day', '没有这一天。');
    const rules = hallRulesOf(deps, actor.countyCode);
    const days = bookableDays(deps.reference().calendarFor(actor.countyCode, place.centerId), now, rules.daysAhead);
    const [rows, taken] = await reading(deps.db, actor, (queries) =>
      Promise.all([
        listAppointments(queries, place, day),
        listTaken(queries, place, dayOf(now), days.at(-1) ?? dayOf(now)),
      ]),
    );
    return {
      day,
      asOf: toIso(now),
      items: rows.map((row) => lineOf(deps, row)),
      days: freeSlots(deps, place, taken),
      services: rules.bookable.map((service) => ({ service, label: serviceLabel(service) })),
    };
  });
  const booking = { tags, summary: '替人预约', body: AppointmentInput };
  app.post('/api/appointments', { schema: booking }, async (request, reply) => {
    const actor = await requireActor(request, deps);
    requireRole(actor, ...deskRoles);
    const { id, code } = await bookAppointment(deps, placeOf(actor), request.body, actor);
    const { day, slot } = request.body;
    return reply.code(201).send({ id, code: spokenCode(code), day, slotText: slotText(day, slot) });
  });
  app.post('/api/appointments/:id/arrivals', { schema: { tags, summary: '来了，取号', params } }, async (request) => {
    const actor = await requireActor(request, deps);
    requireRole(actor, ...deskRoles);
    const by = { id: request.params.id };
    const ticket = await command(deps.db, actor, (tx) => arrive(tx, deps, placeOf(actor), by, actor));
    return ticketView(hallRulesOf(deps, actor.countyCode), ticket, deps.now());
  });
  const cancelling = { tags, summary: '取消预约', params };
  app.post('/api/appointments/:id/cancellations', { schema: cancelling }, async (request, reply) => {
    const actor = await requireActor(request, deps);
    requireRole(actor, ...deskRoles);
    const by = { id: request.params.id };
    await command(deps.db, actor, (tx) => cancelAppointment(tx, placeOf(actor), by, actor, deps.now()));
    return reply.code(204).send();
  });
  const printing = { tags, summary: '打印预约单', params };
  app.get('/api/appointments/:id/slip.pdf', { schema: printing }, async (request, reply) => {
    const actor = await requireActor(request, deps);
    requireRole(actor, ...deskRoles);
    const place = placeOf(actor);
    const row = await reading(deps.db, actor, (queries) => findAppointment(queries, place, request.params.id));
    if (!row) refuse('notFound', 'noSuchAppointment', '没有这个预约。');
    const unit = deps.reference().network.unit(place.centerId);
    const facts = { center: unit?.name ?? '', phone: unit?.phone ?? null, ...row, code: spokenCode(row.code) };
    return sendSlip(reply, appointmentSlip(hallRulesOf(deps, actor.countyCode), facts), `appointment-${row.code}`);
  });
}
