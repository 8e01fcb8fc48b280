import { Type } from 'typebox';
import { requireActor, requireRole } from '../people/requireActor.routes.ts';
import { recordTrail } from '../people/trail.sql.ts';
import { command, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { dayOf } from '../platform/now.ts';
import { refuseField } from '../platform/refusal.ts';
import { countersIn, deskRoles, type HallDeps, hallRulesOf, placeOf, tags } from './deps.ts';
import { lineView } from './hallView.ts';
import { listSeats, recordSeat } from './seats.sql.ts';
import { listTickets } from './tickets.sql.ts';

const SeatInput = Type.Object(
  { counter: Type.Integer({ minimum: 1, maximum: 999, title: '窗口' }) },
  { additionalProperties: false },
);

/** The strip above the form: my counter, whom I have, who waits. One read of the day's numbers of the own center. */
export function hallRoutes(app: Http, deps: HallDeps): void {
  app.get('/api/hall', { schema: { tags, summary: '我的窗口和排队' } }, async (request) => {
    const actor = await requireActor(request, deps);
    requireRole(actor, ...deskRoles);
    const place = placeOf(actor);
    const now = deps.now();
    const [rows, seats] = await reading(deps.db, actor, (queries) =>
      Promise.all([listTickets(queries, place, dayOf(now)), listSeats(queries, place, dayOf(now))]),
    );
    const { book, network } = deps.reference();
    const rules = hallRulesOf(deps, actor.countyCode);
    const counter = seats.find(({ postId }) => postId === actor.postId)?.counter ?? null;
    return {
      center: network.unit(place.centerId)?.short ?? '',
      counter,
      counters: countersIn(book, place.centerId).map((each) => ({
        ...each,
        takenBy: seats.filter((seat) => seat.counter === each.number && seat.postId !== actor.postId).length,
      })),
      groups: rules.groups.map(({ prefix, name }) => ({ prefix, name })),
      priorities: rules.priorities,
      ...lineView(rules, rows, { counter, now }),
    };
  });
  const body = SeatInput;
  app.put('/api/hall/counter', { schema: { tags, summary: '今天坐几号窗', body } }, async (request, reply) => {
    const actor = await requireActor(request, deps);
    requireRole(actor, ...deskRoles);
    const place = placeOf(actor);
    const { counter } = request.body;
    const known = countersIn(deps.reference().book, place.centerId);
    if (!known.some(({ number }) => number === counter)) refuseField('counter', '这个中心没有这个窗口。');
    const now = deps.now();
    await command(deps.db, actor, async (tx) => {
      recordSeat(tx, place, dayOf(now), { postId: actor.postId, counter }, now);
      const detail = { counter };
      recordTrail(tx, { at: now, act: 'hall.counterChosen', actor, subject: place.centerId, detail });
    });
    return reply.code(204).send();
  });
}
