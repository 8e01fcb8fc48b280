import type { FastifyReply, FastifyRequest } from 'fastify';
import { takeOne } from '../../attempts/takeOne.sql.ts';
import type { Engine } from '../../disputes/engine.ts';
import type { Unit } from '../../network/lookup.ts';
import { reading } from '../../platform/db.ts';
import type { Http } from '../../platform/http.ts';
import { newId } from '../../platform/ids.ts';
import { addDays, dayOf } from '../../platform/now.ts';
import { httpStatusOf, Refusal, refuse } from '../../platform/refusal.ts';
import { readAppointmentCode, spokenCode } from '../../reception/appointment.ts';
import { listTaken } from '../../reception/appointments.sql.ts';
import { bookAppointment } from '../../reception/book.sql.ts';
import { freeSlots } from '../../reception/freeSlots.ts';
import { cancelOwn, lookUpAppointment, noSuchAppointment } from '../../reception/ownAppointment.sql.ts';
import { sendSlip } from '../../reception/sendSlip.routes.ts';
import { appointmentSlip } from '../../reception/ticketSlip.ts';
import { bookedPage, bookingPage, daysPage, minePage, placesPage, type Typed } from './appointmentPages.ts';
import { around } from './around.ts';
import { isLarge, sendPage } from './ask.routes.ts';
import { MOST_BOOKINGS, tooManyBookings } from './enough.ts';
import { type Fields, readForm } from './form.ts';
import { problemOf } from './problems.ts';

type Query = { Querystring: Readonly<Record<string, string | undefined>> };
/** Booking and cancelling cost a person a minute and a script nothing: one address gets a few tries. */
const rate = { rateLimit: { max: 30, timeWindow: 600_000 } };
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const house = (countyCode: string) => ({ counties: [countyCode], viewers: ['system'] });

function frame(request: FastifyRequest, engine: Engine, path: string, center?: Unit) {
  const own = around(engine.reference().network, null, isLarge(request), path);
  return center ? { ...own, centerName: center.name, phone: center.phone } : own;
}

function countiesOf({ reference }: Engine) {
  const { network, counties } = reference();
  return counties.map((code) => ({ id: code, name: network.region(code)?.name ?? code }));
}

function centerOf({ reference }: Engine, id: string | undefined): Unit {
  const unit = reference().network.unit(id ?? '');
  return unit?.kind === 'center' && unit.active ? unit : refuse('notFound', 'noSuchCenter', '没有这个中心。');
}

async function freeDays(engine: Engine, center: Unit) {
  const { calendarFor, rulesFor } = engine.reference();
  const { hall } = rulesFor(center.countyCode).rules;
  const now = engine.now();
  const place = { countyCode: center.countyCode, centerId: center.id };
  const [from, to] = [dayOf(now), addDays(dayOf(now), hall.daysAhead)];
  const taken = await reading(engine.db, house(center.countyCode), (queries) => listTaken(queries, place, from, to));
  return { hall, days: freeSlots(hall, calendarFor(center.countyCode, center.id), now, taken) };
}

function showPlaces(request: FastifyRequest<Query>, reply: FastifyReply, engine: Engine) {
  const { county } = request.query;
  const around = frame(request, engine, '/c/appointments');
  if (county === undefined) {
    const places = countiesOf(engine).map((each) => ({ ...each, href: `/c/appointments?county=${each.id}` }));
    return sendPage(reply, placesPage(around, '去哪里办？先选区县', places));
  }
  const centers = engine
    .reference()
    .network.units.filter((unit) => unit.kind === 'center' && unit.active && unit.countyCode === county)
    .map(({ id, name }) => ({ id, name, href: `/c/appointments?center=${id}` }));
  return sendPage(reply, placesPage(around, '去哪个中心？', centers));
}

type Asked = { centerId: string | undefined; day: string | undefined; typed: Typed; refusal?: Refusal };

async function showForm(request: FastifyRequest, reply: FastifyReply, engine: Engine, asked: Asked) {
  const center = centerOf(engine, asked.centerId);
  const { hall, days } = await freeDays(engine, center);
  const day = days.find((each) => each.day === asked.day);
  const place = { id: center.id, name: center.name };
  const path = `/c/appointments?center=${center.id}`;
  if (!day) return sendPage(reply, daysPage(frame(request, engine, path, center), place, days));
  const own = frame(request, engine, `${path}&day=${day.day}`, center);
  const problem = asked.refusal && problemOf(asked.refusal);
  const form = { center: place, day, services: hall.bookable, typed: asked.typed, commandId: newId(engine.now()) };
  const status = asked.refusal ? httpStatusOf[asked.refusal.kind] : 200;
  return sendPage(reply, bookingPage(own, { ...form, problem }), status);
}

const typedIn = ({ slot = '', service = '', name = '', phone = '' }: Fields): Typed => ({ slot, service, name, phone });

async function book(request: FastifyRequest, reply: FastifyReply, engine: Engine) {
  const { fields } = await readForm(request, async () => {});
  const center = centerOf(engine, fields.center);
  const typed = typedIn(fields);
  const place = { countyCode: center.countyCode, centerId: center.id };
  try {
    const input = { day: fields.day ?? '', ...typed };
    const id = uuid.test(fields.commandId ?? '') ? fields.commandId : undefined;
    await takeOne(engine, `bookings-from/${request.ip}`, MOST_BOOKINGS, () => tooManyBookings(center));
    const { code } = await bookAppointment(engine, place, input, null, id);
    return reply.redirect(`/c/appointments/booked?county=${center.countyCode}&code=${code}`, 303);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showForm(request, reply, engine, { centerId: center.id, day: fields.day, typed, refusal: error });
  }
}

async function bookedOf(request: FastifyRequest<Query>, engine: Engine) {
  const { county = '', code = '' } = request.query;
  if (!engine.reference().counties.includes(county)) throw noSuchAppointment();
  const row = await lookUpAppointment(engine, county, readAppointmentCode(code), request.ip);
  return { row, center: centerOf(engine, row.center_id) };
}

async function showBooked(request: FastifyRequest<Query>, reply: FastifyReply, engine: Engine) {
  const { row, center } = await bookedOf(request, engine);
  const path = `/c/appointments/booked?county=${row.county_code}&code=${row.code}`;
  const print = `/c/appointments/slip.pdf?county=${row.county_code}&code=${row.code}`;
  const booked = { ...row, center: center.name, cancelled: row.state === 'cancelled' };
  return sendPage(reply, bookedPage({ ...frame(request, engine, path, center), print }, booked));
}

async function showSlip(request: FastifyRequest<Query>, reply: FastifyReply, engine: Engine) {
  const { row, center } = await bookedOf(request, engine);
  const { hall } = engine.reference().rulesFor(row.county_code).rules;
  const facts = { ...row, center: center.name, phone: center.phone, code: spokenCode(row.code) };
  return sendSlip(reply, appointmentSlip(hall, facts), 'appointment');
}

/** Whoever holds the number and knows the telephone it was made with. */
async function cancel(request: FastifyRequest, reply: FastifyReply, engine: Engine) {
  const { fields } = await readForm(request, async () => {});
  const { county = '', code = '', last4 = '' } = fields;
  try {
    if (!engine.reference().counties.includes(county)) throw noSuchAppointment();
    const asked = { code: readAppointmentCode(code), last4: last4.normalize('NFKC').replace(/\D/g, '') };
    await cancelOwn(engine, county, asked, request.ip);
    return reply.redirect(`/c/appointments/booked?county=${county}&code=${asked.code}`, 303);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const mine = { county, code, last4, counties: countiesOf(engine), problem: problemOf(error) };
    return sendPage(reply, minePage(frame(request, engine, '/c/appointments/mine'), mine), httpStatusOf[error.kind]);
  }
}

/** Appointments without a log-in and without a script: where, which day, which half hour, who. */
export function citizenAppointmentRoutes(app: Http, engine: Engine): void {
  const schema = { hide: true };
  app.get<Query>('/appointments', { schema }, (request, reply) => {
    const { center, day } = request.query;
    if (center === undefined) return showPlaces(request, reply, engine);
    return showForm(request, reply, engine, { centerId: center, day, typed: typedIn({}) });
  });
  app.post('/appointments', { schema, config: rate }, (request, reply) => book(request, reply, engine));
  app.get<Query>('/appointments/booked', { schema, config: rate }, (request, reply) =>
    showBooked(request, reply, engine),
  );
  app.get<Query>('/appointments/slip.pdf', { schema, config: rate }, (request, reply) =>
    showSlip(request, reply, engine),
  );
  app.get<Query>('/appointments/mine', { schema }, async (request, reply) => {
    const empty = { county: '', code: '', last4: '', counties: countiesOf(engine), problem: undefined };
    return sendPage(reply, minePage(frame(request, engine, '/c/appointments/mine'), empty));
  });
  app.post('/appointments/cancellations', { schema, config: rate }, (request, reply) => cancel(request, reply, engine));
}
