import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Id } from '../matters/fields.ts';
import { recordTrail } from '../people/trail.sql.ts';
import { command, reading, type Tx } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { idFor } from '../platform/ids.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { callNext, stepTicket } from './callNext.sql.ts';
import { countersIn, type HallDeps, tags } from './deps.ts';
import { type AtDesk, atDesk } from './desk.routes.ts';
import { groupOf } from './hallRules.ts';
import { aheadOf, ticketView } from './hallView.ts';
import { ticketLabel } from './line.ts';
import { sendSlip } from './sendSlip.routes.ts';
import type { TicketRow } from './ticketRow.ts';
import { ticketSlip } from './ticketSlip.ts';
import { type TicketStep, ticketSteps } from './ticketSteps.ts';
import { findTicket, issueTicket, listTickets } from './tickets.sql.ts';

const NewTicketInput = Type.Object(
  {
    prefix: Type.String({ pattern: '^[A-Z]$', title: '哪一类号' }),
    priority: Type.Union([Type.String({ maxLength: 40 }), Type.Null()], { title: '先办的情况' }),
    commandId: Type.Optional(Id),
  },
  { additionalProperties: false },
);
const HandOver = Type.Object(
  { counter: Type.Integer({ minimum: 1, maximum: 999, title: '转到几号窗' }) },
  { additionalProperties: false },
);
const params = Type.Object({ id: Id });

/** Address → step; the noun is what one makes: a recall, a departure. */
const nouns: Readonly<Record<string, TicketStep>> = {
  recalls: 'recall',
  servings: 'serve',
  finishes: 'finish',
  skips: 'skip',
  absences: 'missing',
  departures: 'leave',
  requeues: 'requeue',
};

type Work = (tx: Tx, at: AtDesk) => Promise<TicketRow>;

/** One transaction: what happens to the number, and the row of the trail that says so. */
async function act(request: FastifyRequest, deps: HallDeps, name: string, work: Work) {
  const at = await atDesk(request, deps);
  const { actor, rules, now } = at;
  const row = await command(deps.db, actor, async (tx) => {
    const done = await work(tx, at);
    const detail = { ticket: done.id, counter: done.counter_number };
    recordTrail(tx, { at: now, act: `ticket.${name}`, actor, subject: ticketLabel(done), detail });
    return done;
  });
  return ticketView(rules, row, now);
}

function issueRoute(app: Http, deps: HallDeps): void {
  const schema = { tags, summary: '取一个号', body: NewTicketInput };
  app.post('/api/tickets', { schema }, async (request, reply) => {
    const { prefix, priority, commandId } = request.body;
    const view = await act(request, deps, 'issued', (tx, { actor, place, rules, now, today }) => {
      if (!groupOf(rules, prefix)) refuseField('prefix', '没有这一类号。');
      if (priority !== null && !rules.priorities.some(({ code }) => code === priority))
        refuseField('priority', '没有这种先办的情况。');
      const id = commandId && idFor(commandId, actor.postId, place.centerId, prefix, priority ?? '');
      const wanted = { prefix, priority, origin: 'counter' as const, day: today, dueAt: null, id };
      return issueTicket(tx, place, wanted, now);
    });
    return reply.code(201).send(view);
  });
}

const schemaOf = (step: TicketStep) => ({ tags, summary: ticketSteps[step].label, params });

function stepRoutes(app: Http, deps: HallDeps): void {
  app.post('/api/tickets/calls', { schema: { tags, summary: '叫下一号' } }, (request) =>
    act(request, deps, 'called', (tx, at) => callNext(tx, at)),
  );
  for (const [noun, step] of Object.entries(nouns))
    app.post<{ Params: { id: string } }>(`/api/tickets/:id/${noun}`, { schema: schemaOf(step) }, (request) =>
      act(request, deps, step, (tx, at) => stepTicket(tx, at, { id: request.params.id, step })),
    );
  app.post('/api/tickets/:id/hand-overs', { schema: { ...schemaOf('handOver'), body: HandOver } }, (request) =>
    act(request, deps, 'handOver', (tx, at) => {
      const forCounter = request.body.counter;
      if (!countersIn(deps.reference().book, at.place.centerId).some(({ number }) => number === forCounter))
        refuseField('counter', '这个中心没有这个窗口。');
      return stepTicket(tx, at, { id: request.params.id, step: 'handOver', forCounter });
    }),
  );
}

/** Numbers of the own center: given, called, ended, printed. The number itself keeps when and where. */
export function ticketRoutes(app: Http, deps: HallDeps): void {
  issueRoute(app, deps);
  stepRoutes(app, deps);
  app.get('/api/tickets/:id/slip.pdf', { schema: { tags, summary: '打印号票', params } }, async (request, reply) => {
    const { actor, place, rules, now, today } = await atDesk(request, deps);
    const [row, rows] = await reading(deps.db, actor, (queries) =>
      Promise.all([findTicket(queries, place, request.params.id), listTickets(queries, place, today)]),
    );
    if (!row) refuse('notFound', 'noSuchTicket', '今天没有这个号。');
    const center = deps.reference().network.unit(place.centerId);
    const facts = { center: center?.name ?? '', row, ...aheadOf(rules, rows, row, now), now };
    return sendSlip(reply, ticketSlip(rules, facts), `ticket-${ticketLabel(row)}`);
  });
}
