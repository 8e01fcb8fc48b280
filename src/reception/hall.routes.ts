import { Type } from 'typebox';
import { recordTrail } from '../people/trail.sql.ts';
import { command, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { refuseField } from '../platform/refusal.ts';
import { countersIn, type HallDeps, tags } from './deps.ts';
import { atDesk } from './desk.routes.ts';
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
    const { actor, place, rules, now, today } = await atDesk(request, deps);
    const [rows, seats] = await reading(deps.db, actor, (queries) =>
      Promise.all([listTickets(queries, place, today), listSeats(queries, place, today)]),
    );
    const { book, network } = deps.reference();
    const counter = seats.find(({ postId }) => postId === actor.postId)?.counter ?? null;
    const others = (number: number) =>
      seats.filter((seat) => seat.counter === number && seat.postId !== actor.postId).length;
    return {
      center: network.unit(place.centerId)?.short ?? '',
      counter,
      counters: countersIn(book, place.centerId).map((each) => ({ ...each, takenBy: others(each.number) })),
      groups: rules.groups.map(({ prefix, name }) => ({ prefix, name })),
      priorities: rules.priorities,
      ...lineView(rules, rows, { counter, now }),
    };
  });
  const body = SeatInput;
  app.put('/api/hall/counter', { schema: { tags, summary: '今天坐几号窗', body } }, async (request, reply) => {
    const { actor, place, now, today } = await atDesk(request, deps);
    const { counter } = request.body;
    const known = countersIn(deps.reference().book, place.centerId);
    if (!known.some(({ number }) => number === counter)) refuseField('counter', '这个中心没有这个窗口。');
    await command(deps.db, actor, async (tx) => {
      recordSeat(tx, place, today, { postId: actor.postId, counter }, now);
      recordTrail(tx, { at: now, act: 'hall.counterChosen', actor, subject: place.centerId, detail: { counter } });
    });
    return reply.code(204).send();
  });
}
