import type { FastifyReply, FastifyRequest } from 'fastify';
import { command, reading } from '../../platform/db.ts';
import { type Http, overTls } from '../../platform/http.ts';
import { idFor, newId } from '../../platform/ids.ts';
import { dayOf, formatClock, formatDocumentDay } from '../../platform/now.ts';
import { httpStatusOf, Refusal, refuse } from '../../platform/refusal.ts';
import { readAppointmentCode } from '../../reception/appointment.ts';
import { type HallDeps, hallRulesOf } from '../../reception/deps.ts';
import type { Device } from '../../reception/device.ts';
import { groupOf } from '../../reception/hallRules.ts';
import { aheadOf } from '../../reception/hallView.ts';
import { ticketLabel } from '../../reception/line.ts';
import { arriveAtMachine } from '../../reception/ownAppointment.sql.ts';
import { ticketLines } from '../../reception/ticketSlip.ts';
import { findTicket, hallScope, issueTicket, listTickets } from '../../reception/tickets.sql.ts';
import { requireDevice } from './device.routes.ts';
import { arrivePage, takePage, ticketPage } from './kioskPages.ts';

const SIZE = 'fengqiao_hall_large';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** One machine, many people: enough for a crowd, too slow for a script that empties the roll of paper. */
const rate = { rateLimit: { max: 60, timeWindow: 60_000 } };

export const isLarge = ({ cookies }: FastifyRequest): boolean => cookies[SIZE] === '1';

const send = (reply: FastifyReply, text: string, status = 200) =>
  reply.code(status).type('text/html; charset=utf-8').send(text);

type Query = { Querystring: Readonly<Record<string, string | undefined>> };
type Sent = { Body: Readonly<Record<string, string | undefined>> };

async function requireKiosk(request: FastifyRequest, deps: HallDeps): Promise<Device> {
  const device = await requireDevice(request, deps);
  if (device.kind !== 'kiosk') refuse('forbidden', 'noKiosk', '这台设备只用来看，取号在取号机上。');
  return device;
}

async function showTicket(request: FastifyRequest, reply: FastifyReply, deps: HallDeps, id: string) {
  const device = await requireKiosk(request, deps);
  const now = deps.now();
  const [row, rows] = await reading(deps.db, hallScope(device), (queries) =>
    Promise.all([
      findTicket(queries, device, uuid.test(id) ? id : newId(now)),
      listTickets(queries, device, dayOf(now)),
    ]),
  );
  if (!row) refuse('notFound', 'noSuchTicket', '今天没有这个号，请重新取。');
  const rules = hallRulesOf(deps, device.countyCode);
  const around = aroundOf(deps, device, request);
  const lines = ticketLines(rules, { row, ...aheadOf(rules, rows, row, now) });
  const time = `${formatDocumentDay(row.day)} ${formatClock(row.issued_at)}`;
  return send(reply, ticketPage(around, { label: ticketLabel(row), lines, time, paper: rules.paper as '58' | '80' }));
}

const aroundOf = (deps: HallDeps, { centerId }: Device, request: FastifyRequest) => ({
  center: deps.reference().network.unit(centerId)?.name ?? '',
  large: isLarge(request),
});

async function giveNumber(request: FastifyRequest<Sent>, reply: FastifyReply, deps: HallDeps) {
  const device = await requireKiosk(request, deps);
  const now = deps.now();
  const rules = hallRulesOf(deps, device.countyCode);
  const { kind = '', priority = '', commandId = '' } = request.body ?? {};
  if (!groupOf(rules, kind)) return reply.redirect('/hall', 303);
  const known = rules.priorities.some(({ code }) => code === priority);
  const id = uuid.test(commandId) ? idFor(commandId, device.id, kind, priority) : undefined;
  const wanted = { prefix: kind, priority: known ? priority : null, origin: 'kiosk' as const };
  const ticket = await command(deps.db, hallScope(device), (tx) =>
    issueTicket(tx, device, { ...wanted, day: dayOf(now), dueAt: null, id }, now),
  );
  return reply.redirect(`/hall/tickets/${ticket.id}`, 303);
}

async function letArrive(request: FastifyRequest<Sent>, reply: FastifyReply, deps: HallDeps) {
  const device = await requireKiosk(request, deps);
  const code = readAppointmentCode(request.body?.code ?? '');
  try {
    const ticket = await arriveAtMachine(deps, device, code, request.ip);
    return reply.redirect(`/hall/tickets/${ticket.id}`, 303);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return send(reply, arrivePage(aroundOf(deps, device, request), code, error.message), httpStatusOf[error.kind]);
  }
}

/** Taking a number at the machine: what for, whether one may go first, the number. */
export function kioskRoutes(app: Http, deps: HallDeps): void {
  const schema = { hide: true };
  app.get<Query>('/take', { schema }, async (request, reply) => {
    const device = await requireKiosk(request, deps);
    const rules = hallRulesOf(deps, device.countyCode);
    const group = groupOf(rules, request.query.kind ?? '');
    if (!group) return reply.redirect('/hall', 303);
    return send(reply, takePage(aroundOf(deps, device, request), rules, group, newId(deps.now())));
  });
  app.post<Sent>('/tickets', { schema, config: rate }, (request, reply) => giveNumber(request, reply, deps));
  app.get<{ Params: { id: string } }>('/tickets/:id', { schema }, (request, reply) =>
    showTicket(request, reply, deps, request.params.id),
  );
  app.get('/arrive', { schema }, async (request, reply) =>
    send(reply, arrivePage(aroundOf(deps, await requireKiosk(request, deps), request), '', null)),
  );
  app.post<Sent>('/arrivals', { schema, config: rate }, (request, reply) => letArrive(request, reply, deps));
  app.get<Query>('/size', { schema }, async (request, reply) => {
    const value = request.query.to === 'large' ? '1' : '0';
    reply.setCookie(SIZE, value, { path: '/hall', httpOnly: true, sameSite: 'lax', secure: overTls(deps) });
    return reply.redirect('/hall', 303);
  });
}
