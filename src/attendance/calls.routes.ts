import { Type } from 'typebox';
import { DayField, Id, UnitId } from '../matters/fields.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import { command, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { addDays, dayOf, isDay } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { answerCallOut, endCallOut } from './answerCalls.sql.ts';
import {
  type AttendanceEngine,
  calledShort,
  isDesk,
  placeOf,
  refuseAdministrators,
  rulesOf,
} from './attendanceEngine.ts';
import { listCallFigures } from './callFigures.sql.ts';
import { AnswerInput, CallInput, contactsIn } from './callOut.ts';
import { callUnit, listCalls, listContacts, recordContacts } from './callOuts.sql.ts';
import { type CallPage, callRow } from './callViews.ts';

const tags = ['随叫 call-outs'];
const params = Type.Object({ id: Id });
const query = Type.Object(
  { center: Type.Optional(UnitId), from: Type.Optional(DayField), to: Type.Optional(DayField) },
  { additionalProperties: false },
);
const FIGURE_DAYS = 30;

function listRoute(app: Http, engine: AttendanceEngine): void {
  const schema = { tags, summary: '叫来的单位和响应', querystring: query };
  app.get('/api/call-outs', { schema }, async (request): Promise<CallPage> => {
    const actor = await requireActor(request, engine);
    refuseAdministrators(actor);
    const place = placeOf(engine, actor, request.query.center);
    const now = engine.now();
    const today = dayOf(now);
    const { from = addDays(today, -FIGURE_DAYS), to = today } = request.query;
    if (!isDay(from) || !isDay(to) || from > to) refuseField('from', '日期不对，或者从的日子晚于到的日子。');
    const [rows, figures] = await reading(engine.db, actor, (queries) =>
      Promise.all([
        listCalls(queries, place, { from: request.query.from ?? today, to }, 200),
        listCallFigures(queries, place, { from, to }),
      ]),
    );
    const { network, directory } = engine.reference();
    const nameOf = (unitId: string) => calledShort(unitId, network);
    const countyShort = network.region(place.countyCode)?.short ?? '';
    const around = {
      now,
      nameOf,
      countyShort,
      directory,
      desk: isDesk(actor, place.centerId),
      ownUnitId: actor.unitId,
    };
    const { smallNumber } = rulesOf(engine, place.countyCode);
    return {
      asOf: now.toISOString(),
      from,
      to,
      smallNumber,
      rows: rows.map((row) => callRow(row, around)),
      figures: figures.map((each) => ({ ...each, unit: nameOf(each.unitId), small: each.calls < smallNumber })),
    };
  });
}

/** Whom a unit wants called, in order: kept by the unit itself or by the center's desk. */
function contactRoutes(app: Http, engine: AttendanceEngine): void {
  const unitParams = Type.Object({ center: UnitId, unit: UnitId });
  const body = Type.Object(
    { postIds: Type.Array(Id, { maxItems: 9, uniqueItems: true, title: '先叫谁' }) },
    { additionalProperties: false },
  );
  const address = '/api/call-contacts/:center/:unit';
  app.get(address, { schema: { tags, summary: '叫谁', params: unitParams } }, async (request) => {
    const actor = await requireActor(request, engine);
    refuseAdministrators(actor);
    const { unit } = request.params;
    const place = placeOf(engine, actor, request.params.center);
    const named = await reading(engine.db, actor, (queries) => listContacts(queries, place, unit));
    const posts = engine.reference().directory.postsOf(unit);
    return {
      named,
      order: contactsIn(named, posts),
      posts: posts.map(({ postId, name, role }) => ({ postId, name, role })),
    };
  });
  app.put(address, { schema: { tags, summary: '改叫谁', params: unitParams, body } }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const { unit } = request.params;
    const place = placeOf(engine, actor, request.params.center);
    if (!isDesk(actor, place.centerId) && actor.unitId !== unit)
      refuse('forbidden', 'notYourUnit', '先叫谁由单位自己定，或者由中心的窗口记。');
    const posts = engine.reference().directory.postsOf(unit);
    if (request.body.postIds.some((postId) => !posts.some((post) => post.postId === postId)))
      refuseField('postIds', '名单里有人不是这个单位的。');
    await command(engine.db, actor, async (tx) => recordContacts(tx, place, unit, request.body.postIds));
    return reply.code(204).send();
  });
}

/** 随叫随到: the desk calls, the unit answers, the arrival is written down. */
export function callRoutes(app: Http, engine: AttendanceEngine): void {
  listRoute(app, engine);
  contactRoutes(app, engine);
  app.post('/api/call-outs', { schema: { tags, summary: '叫单位来', body: CallInput } }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    return reply.code(201).send(await callUnit(engine, actor, request.body));
  });
  const answering = { tags, summary: '回话：来，几分到；来不了，换谁', params, body: AnswerInput };
  app.post('/api/call-outs/:id/answers', { schema: answering }, async (request) => {
    const actor = await requireActor(request, engine);
    return answerCallOut(engine, actor, request.params.id, request.body);
  });
  const ends = { arrivals: '到了', cancellations: '不用来了', departures: '走了' } as const;
  for (const [noun, summary] of Object.entries(ends) as [keyof typeof ends, string][])
    app.post(`/api/call-outs/:id/${noun}`, { schema: { tags, summary, params } }, async (request) => {
      const actor = await requireActor(request, engine);
      return endCallOut(engine, actor, (request.params as { id: string }).id, noun);
    });
}
