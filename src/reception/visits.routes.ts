import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { Id } from '../matters/fields.ts';
import { recordAsSystem } from '../matters/record.sql.ts';
import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import { recordTrail } from '../people/trail.sql.ts';
import { command, reading, type Tx } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { dayOf, endOfDay, isDay, startOfDay, toIso } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { type HallDeps, tags } from './deps.ts';
import { type AtDesk, atDesk } from './desk.routes.ts';
import { findSeat } from './seats.sql.ts';
import { type CorrectableVisit, checkCorrection, VisitCorrection, VisitInput } from './visitInput.ts';
import { visitLine } from './visitLine.ts';
import { listVisits, lockVisit, recordVisit, recordVisitChange } from './visits.sql.ts';

const ListQuery = Type.Object(
  {
    day: Type.Optional(Type.String({ format: 'date', title: '哪一天' })),
    service: Type.Optional(Type.String({ maxLength: 40 })),
    kind: Type.Optional(Type.Enum(['group', 'dispute', 'confidential'])),
    after: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);
const params = Type.Object({ id: Id });
const PAGE = 100;

const names = (deps: HallDeps) => (postId: string) => deps.reference().directory.post(postId)?.name ?? '';
const spanOf = (day: string) => ({ from: startOfDay(day), to: endOfDay(day) });

function readRoutes(app: Http, deps: HallDeps): void {
  const list = { tags, summary: '一天的接待', querystring: ListQuery };
  app.get('/api/visits', { schema: list }, async (request) => {
    const { actor, place, rules, now, today } = await atDesk(request, deps);
    const { day = today, ...asked } = request.query as Static<typeof ListQuery>;
    if (!isDay(day)) refuseField('day', '没有这一天。');
    const filter = { ...spanOf(day), ...asked, groupFrom: rules.groupFrom, limit: PAGE };
    const { rows, next } = await reading(deps.db, actor, (queries) => listVisits(queries, place, filter));
    return { day, asOf: toIso(now), items: rows.map((row) => visitLine(row, names(deps))), next };
  });
  app.get('/api/visits/:id', { schema: { tags, summary: '今天的一次接待', params } }, async (request) => {
    const { actor, place, today } = await atDesk(request, deps);
    const filter = { id: request.params.id, ...spanOf(today), groupFrom: 0, limit: 1 };
    const { rows } = await reading(deps.db, actor, (queries) => listVisits(queries, place, filter));
    const [row] = rows;
    if (!row) refuse('notFound', 'noSuchVisit', '今天没有这次接待。');
    return visitLine(row, names(deps));
  });
}

type Locked = NonNullable<Awaited<ReturnType<typeof lockVisit>>> & CorrectableVisit;

/** What is put right is checked on the locked row; the numbers before stay in the trail, words of people do not. */
async function change(
  request: FastifyRequest<{ Params: { id: string } }>,
  deps: HallDeps,
  act: 'corrected' | 'withdrawn',
  work: (tx: Tx, at: AtDesk, visit: Locked) => void,
): Promise<void> {
  const at = await atDesk(request, deps);
  const { actor, place, now, today } = at;
  const { id } = request.params;
  await command(deps.db, actor, async (tx) => {
    const visit = (await lockVisit(tx, place, id)) ?? refuse('notFound', 'noSuchVisit', '没有这次接待。');
    checkCorrection(visit, actor, today);
    work(tx, at, visit);
    const before = { services: visit.services, headCount: visit.headCount };
    recordTrail(tx, { at: now, act: `visit.${act}`, actor, subject: id, detail: { before } });
  });
}

function changeRoutes(app: Http, deps: HallDeps): void {
  const correction = { tags, summary: '当天改一次接待', params, body: VisitCorrection };
  app.put('/api/visits/:id', { schema: correction }, async (request, reply) => {
    await change(request, deps, 'corrected', (tx, { place, now }, { confidential }) => {
      const after = { ...(request.body as VisitCorrection), confidential };
      recordVisitChange(tx, place, request.params.id, { correction: after }, now);
    });
    return reply.code(204).send();
  });
  const withdrawal = { tags, summary: '当天撤掉记错的接待', params };
  app.post('/api/visits/:id/withdrawals', { schema: withdrawal }, async (request, reply) => {
    await change(request, deps, 'withdrawn', (tx, { place, now }, { matterId }) => {
      if (matterId !== null) refuse('conflict', 'visitOfDispute', '这次接待登记成了纠纷，撤不掉，只能改。');
      recordVisitChange(tx, place, request.params.id, { withdrawn: true }, now);
    });
    return reply.code(204).send();
  });
}

/** Visits of the own center: recorded, listed, put right the same day by whoever recorded them. */
export function visitRoutes(app: Http, deps: HallDeps): void {
  const schema = { tags, summary: '记一次接待', body: VisitInput };
  app.post('/api/visits', { schema }, async (request, reply) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'recordingVisits');
    const now = deps.now();
    const id = await command(deps.db, actor, async (tx) => {
      const place = { countyCode: actor.countyCode, centerId: actor.centerId ?? actor.unitId };
      const counter = await findSeat(tx, place, dayOf(now), actor.postId);
      // An information officer records what only the desk reads.
      recordAsSystem(tx);
      return recordVisit(tx, actor, { ...(request.body as VisitInput), matterId: null, counter }, now);
    });
    return reply.code(201).send({ id });
  });
  readRoutes(app, deps);
  changeRoutes(app, deps);
}
