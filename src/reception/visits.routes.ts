import { type Static, Type } from 'typebox';
import { Id } from '../matters/fields.ts';
import { requireActor, requireRole } from '../people/requireActor.routes.ts';
import { recordTrail } from '../people/trail.sql.ts';
import { command, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { dayOf, endOfDay, isDay, startOfDay, toIso } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { deskRoles, type HallDeps, hallRulesOf, placeOf, tags } from './deps.ts';
import { ticketLabel } from './line.ts';
import { findSeat } from './seats.sql.ts';
import { serviceLabel } from './services.ts';
import {
  checkCorrection,
  type VisitCorrection,
  VisitCorrection as VisitCorrectionSchema,
  VisitInput,
} from './visitInput.ts';
import { listVisits, lockVisit, recordVisit, recordVisitChange } from './visits.sql.ts';

const ListQuery = Type.Object(
  {
    day: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', title: '哪一天' })),
    service: Type.Optional(Type.String({ maxLength: 40 })),
    kind: Type.Optional(Type.Enum(['group', 'dispute', 'confidential'])),
    after: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);
const params = Type.Object({ id: Id });
const recorders = [...deskRoles, 'informationOfficer'] as const;
const PAGE = 100;

function spanOf(day: string | undefined, today: string) {
  const asked = day ?? today;
  if (!isDay(asked)) refuseField('day', '没有这一天。');
  return { day: asked, from: startOfDay(asked), to: endOfDay(asked) };
}

type Listed = Awaited<ReturnType<typeof listVisits>>['rows'][number];

function lineOf(row: Listed, nameOf: (postId: string) => string) {
  return {
    id: row.id,
    at: toIso(row.at),
    services: row.services.map((service) => ({ service, label: serviceLabel(service) })),
    headCount: row.head_count,
    memo: row.memo,
    confidential: row.confidential,
    ticket: row.prefix !== null && row.number !== null ? ticketLabel({ prefix: row.prefix, number: row.number }) : null,
    counter: row.counter_number,
    postId: row.post_id,
    by: nameOf(row.post_id),
    /** Null where there is none, or where the reader may not see it. */
    code: row.code,
    isDispute: row.matter_id !== null,
    corrected: row.corrected_at !== null,
    withdrawn: row.withdrawn_at !== null,
  };
}
export type VisitLine = ReturnType<typeof lineOf>;

/** Visits of the own center: recorded, listed, put right the same day by whoever recorded them. */
export function visitRoutes(app: Http, deps: HallDeps): void {
  const schema = { tags, summary: '记一次接待', body: VisitInput };
  app.post('/api/visits', { schema }, async (request, reply) => {
    const actor = await requireActor(request, deps);
    requireRole(actor, ...recorders);
    const now = deps.now();
    const id = await command(deps.db, actor, async (tx) => {
      const place = { countyCode: actor.countyCode, centerId: actor.centerId ?? actor.unitId };
      const counter = await findSeat(tx, place, dayOf(now), actor.postId);
      return recordVisit(tx, actor, { ...(request.body as VisitInput), matterId: null, counter }, now);
    });
    return reply.code(201).send({ id });
  });
  const list = { tags, summary: '一天的接待', querystring: ListQuery };
  app.get('/api/visits', { schema: list }, async (request) => {
    const actor = await requireActor(request, deps);
    requireRole(actor, ...deskRoles);
    const { day: asked, service, kind, after } = request.query as Static<typeof ListQuery>;
    const { day, from, to } = spanOf(asked, dayOf(deps.now()));
    const { groupFrom } = hallRulesOf(deps, actor.countyCode);
    const filter = { from, to, service, kind, groupFrom, after, limit: PAGE };
    const { rows, next } = await reading(deps.db, actor, (queries) => listVisits(queries, placeOf(actor), filter));
    const { directory } = deps.reference();
    const items = rows.map((row) => lineOf(row, (postId) => directory.post(postId)?.name ?? ''));
    return { day, asOf: toIso(deps.now()), items, next };
  });
  const one = { tags, summary: '一次接待', params };
  app.get('/api/visits/:id', { schema: one }, async (request) => {
    const actor = await requireActor(request, deps);
    requireRole(actor, ...deskRoles);
    const { from, to } = spanOf(undefined, dayOf(deps.now()));
    const filter = { id: request.params.id, from, to, groupFrom: 0, limit: 1 };
    const { rows } = await reading(deps.db, actor, (queries) => listVisits(queries, placeOf(actor), filter));
    const [row] = rows;
    if (!row) refuse('notFound', 'noSuchVisit', '今天没有这次接待。');
    return lineOf(row, (postId) => deps.reference().directory.post(postId)?.name ?? '');
  });
  const correction = { tags, summary: '当天改一次接待', params, body: VisitCorrectionSchema };
  app.put('/api/visits/:id', { schema: correction }, async (request, reply) => {
    const actor = await requireActor(request, deps);
    requireRole(actor, ...deskRoles);
    const [now, place] = [deps.now(), placeOf(actor)];
    const { id } = request.params;
    await command(deps.db, actor, async (tx) => {
      const visit = (await lockVisit(tx, place, id)) ?? refuse('notFound', 'noSuchVisit', '没有这次接待。');
      checkCorrection(visit, actor, dayOf(now));
      const after = { ...(request.body as VisitCorrection), confidential: visit.confidential };
      recordVisitChange(tx, place, id, { correction: after }, now);
      // Numbers and services are nobody's personal data; what was written beside them stays out of the trail.
      const before = { services: visit.services, headCount: visit.headCount };
      recordTrail(tx, { at: now, act: 'visit.corrected', actor, subject: id, detail: { before } });
    });
    return reply.code(204).send();
  });
  const withdrawal = { tags, summary: '当天撤掉记错的接待', params };
  app.post('/api/visits/:id/withdrawals', { schema: withdrawal }, async (request, reply) => {
    const actor = await requireActor(request, deps);
    requireRole(actor, ...deskRoles);
    const [now, place] = [deps.now(), placeOf(actor)];
    const { id } = request.params;
    await command(deps.db, actor, async (tx) => {
      const visit = (await lockVisit(tx, place, id)) ?? refuse('notFound', 'noSuchVisit', '没有这次接待。');
      checkCorrection(visit, actor, dayOf(now));
      if (visit.matterId !== null) refuse('conflict', 'visitOfDispute', '这次接待登记成了纠纷，撤不掉，只能改。');
      recordVisitChange(tx, place, id, { withdrawn: true }, now);
      const before = { services: visit.services, headCount: visit.headCount };
      recordTrail(tx, { at: now, act: 'visit.withdrawn', actor, subject: id, detail: { before } });
    });
    return reply.code(204).send();
  });
}
