import { type Static, Type } from 'typebox';
import { Id } from '../matters/fields.ts';
import { command, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { addDays, isDay, toIso } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { AppointmentInput, spokenCode } from './appointment.ts';
import { type AppointmentRow, findAppointment, listAppointments, listTaken } from './appointments.sql.ts';
import { arrive, bookAppointment, cancelAppointment } from './book.sql.ts';
import { type HallDeps, tags } from './deps.ts';
import { atDesk } from './desk.routes.ts';
import { freeSlots } from './freeSlots.ts';
import { ticketView } from './hallView.ts';
import { sendSlip } from './sendSlip.routes.ts';
import { serviceLabel } from './services.ts';
import { slotText } from './slots.ts';
import { appointmentSlip } from './ticketSlip.ts';

const DayQuery = Type.Object(
  { day: Type.Optional(Type.String({ format: 'date', title: '哪一天' })) },
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

function readRoutes(app: Http, deps: HallDeps): void {
  const querystring = DayQuery;
  app.get('/api/appointments', { schema: { tags, summary: '一天的预约', querystring } }, async (request) => {
    const { actor, place, rules, now, today } = await atDesk(request, deps);
    const { day = today } = request.query as Static<typeof DayQuery>;
    if (!isDay(day)) refuseField('day', '没有这一天。');
    const [rows, taken] = await reading(deps.db, actor, (queries) =>
      Promise.all([
        listAppointments(queries, place, day),
        listTaken(queries, place, today, addDays(today, rules.daysAhead)),
      ]),
    );
    return {
      day,
      asOf: toIso(now),
      items: rows.map((row) => lineOf(deps, row)),
      days: freeSlots(rules, deps.reference().calendarFor(actor.countyCode, place.centerId), now, taken),
      services: rules.bookable.map((service) => ({ service, label: serviceLabel(service) })),
    };
  });
  const printing = { tags, summary: '打印预约单', params };
  app.get('/api/appointments/:id/slip.pdf', { schema: printing }, async (request, reply) => {
    const { actor, place, rules } = await atDesk(request, deps);
    const row = await reading(deps.db, actor, (queries) => findAppointment(queries, place, request.params.id));
    if (!row) refuse('notFound', 'noSuchAppointment', '没有这个预约。');
    const unit = deps.reference().network.unit(place.centerId);
    const facts = { center: unit?.name ?? '', phone: unit?.phone ?? null, ...row, code: spokenCode(row.code) };
    return sendSlip(reply, appointmentSlip(rules, facts), `appointment-${row.code}`);
  });
}

/** Who is expected, and by telephone somebody who books for them; whoever comes gets a number. */
export function appointmentRoutes(app: Http, deps: HallDeps): void {
  readRoutes(app, deps);
  const booking = { tags, summary: '替人预约', body: AppointmentInput };
  app.post('/api/appointments', { schema: booking }, async (request, reply) => {
    const { actor, place } = await atDesk(request, deps);
    const { id, code } = await bookAppointment(deps, place, request.body, actor);
    const { day, slot } = request.body;
    return reply.code(201).send({ id, code: spokenCode(code), day, slotText: slotText(day, slot) });
  });
  app.post('/api/appointments/:id/arrivals', { schema: { tags, summary: '来了，取号', params } }, async (request) => {
    const { actor, place, rules, now } = await atDesk(request, deps);
    const by = { id: request.params.id };
    return ticketView(rules, await command(deps.db, actor, (tx) => arrive(tx, deps, place, by, actor)), now);
  });
  const cancelling = { tags, summary: '取消预约', params };
  app.post('/api/appointments/:id/cancellations', { schema: cancelling }, async (request, reply) => {
    const { actor, place, now } = await atDesk(request, deps);
    const by = { id: request.params.id };
    await command(deps.db, actor, (tx) => cancelAppointment(tx, place, by, actor, now));
    return reply.code(204).send();
  });
}
