import { Type } from 'typebox';
import { DayField, Id, UnitId } from '../matters/fields.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { addDays, dayOf } from '../platform/now.ts';
import { EndInput, kindWords, outcomeWords, RaiseInput } from './alarm.ts';
import { answerAlarm, closeAlarm, listAlarms, listRunning, raiseAlarm } from './alarms.sql.ts';
import type { AlarmGuide, AlarmRow } from './alarmViews.ts';
import { type AttendanceEngine, isDesk, placeOf, refuseAdministrators, rulesOf } from './attendanceEngine.ts';
import { findOnDuty } from './roster.sql.ts';

const tags = ['报警 alarms'];
const params = Type.Object({ id: Id });
const query = Type.Object(
  { center: Type.Optional(UnitId), from: Type.Optional(DayField), to: Type.Optional(DayField) },
  { additionalProperties: false },
);
const LISTED_DAYS = 90;

type Row = Awaited<ReturnType<typeof listRunning>>[number];

function alarmRow(engine: AttendanceEngine, actor: Actor, row: Row): AlarmRow {
  const { directory, network } = engine.reference();
  const person = (postId: string) => directory.post(postId)?.name ?? '';
  const mine = row.raised_by_post_id === actor.postId;
  return {
    id: row.id,
    kind: row.kind,
    kindLabel: kindWords[row.kind],
    center: network.unit(row.center_id)?.short ?? '',
    place: row.place,
    drill: row.drill,
    raisedAt: row.raised_at.toISOString(),
    raisedBy: person(row.raised_by_post_id),
    told: row.told_post_ids.map(person).filter(Boolean),
    answers: row.answers.map(({ post_id, at }) => ({ name: person(post_id), at: at.toISOString() })),
    endedAt: row.ended_at?.toISOString() ?? null,
    outcomeLabel: row.outcome === null ? null : outcomeWords[row.outcome],
    measures: row.measures,
    mine,
    answered: row.answers.some(({ post_id }) => post_id === actor.postId),
    mayEnd: row.ended_at === null && (mine || row.told_post_ids.includes(actor.postId) || isDesk(actor, row.center_id)),
  };
}

function readRoutes(app: Http, engine: AttendanceEngine): void {
  app.get('/api/alarms', { schema: { tags, summary: '报警和演练的记录', querystring: query } }, async (request) => {
    const actor = await requireActor(request, engine);
    refuseAdministrators(actor);
    const place = placeOf(engine, actor, request.query.center);
    const today = dayOf(engine.now());
    const { from = addDays(today, -LISTED_DAYS), to = today } = request.query;
    const rows = await reading(engine.db, actor, (queries) => listAlarms(queries, place, { from, to }));
    return { asOf: engine.now().toISOString(), from, to, rows: rows.map((row) => alarmRow(engine, actor, row)) };
  });
  app.get('/api/alarms/running', { schema: { tags, summary: '现在响着的' } }, async (request) => {
    const actor = await requireActor(request, engine);
    const rows = await reading(engine.db, actor, (queries) => listRunning(queries, actor.counties));
    return rows.map((row) => alarmRow(engine, actor, row));
  });
  const guide = { tags, summary: '出事了做什么、今天谁值班', querystring: query };
  app.get('/api/alarms/guide', { schema: guide }, async (request): Promise<AlarmGuide> => {
    const actor = await requireActor(request, engine);
    refuseAdministrators(actor);
    const place = placeOf(engine, actor, request.query.center);
    const { violenceGuide, selfHarmGuide, shifts } = rulesOf(engine, place.countyCode);
    const { network, directory } = engine.reference();
    const onDuty = await reading(engine.db, actor, (queries) => findOnDuty(queries, place, shifts, engine.now()));
    const unit = network.unit(place.centerId);
    return {
      center: { id: place.centerId, short: unit?.short ?? '', phone: unit?.phone ?? null },
      violence: violenceGuide,
      selfHarm: selfHarmGuide,
      onDuty: onDuty.map(({ part, postId, phone }) => ({ part, phone, name: directory.post(postId)?.name ?? '' })),
    };
  });
}

/** The alarm button: raised in one request, answered, ended; drills are marked as drills everywhere. */
export function alarmRoutes(app: Http, engine: AttendanceEngine): void {
  readRoutes(app, engine);
  app.post('/api/alarms', { schema: { tags, summary: '报警', body: RaiseInput } }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    refuseAdministrators(actor);
    return reply.code(201).send(await raiseAlarm(engine, actor, request.body));
  });
  app.post('/api/alarms/:id/answers', { schema: { tags, summary: '我去', params } }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    return reply.code(201).send(await answerAlarm(engine, actor, request.params.id));
  });
  const ending = { tags, summary: '记怎么结束的', params, body: EndInput };
  app.post('/api/alarms/:id/endings', { schema: ending }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    return reply.code(201).send(await closeAlarm(engine, actor, request.params.id, request.body));
  });
}
