import { Type } from 'typebox';
import { printPdf } from '../documents/pressApart.ts';
import { DayField, Id, UnitId } from '../matters/fields.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import type { Http } from '../platform/http.ts';
import { dayOf, isDay } from '../platform/now.ts';
import { refuseField } from '../platform/refusal.ts';
import { type AttendanceEngine, placeOf, refuseAdministrators } from './attendanceEngine.ts';
import { addEntry, handOver, readDutyDay, settleEntry, takeOver } from './dutyDay.sql.ts';
import { dutySheet } from './dutySheet.ts';
import { dutyLogPage } from './dutyView.ts';
import { refuseOutsiders } from './roster.routes.ts';
import { EntryInput, GiveInput, SettleInput, TakeInput } from './shiftLog.ts';

const tags = ['值班 duty'];
const query = Type.Object(
  { center: Type.Optional(UnitId), day: Type.Optional(DayField) },
  { additionalProperties: false },
);

async function readPage(engine: AttendanceEngine, actor: Actor, asked: { center?: string; day?: string }) {
  refuseAdministrators(actor);
  const place = placeOf(engine, actor, asked.center);
  refuseOutsiders(engine, actor, place);
  const now = engine.now();
  const day = asked.day ?? dayOf(now);
  if (!isDay(day)) refuseField('day', '没有这一天。');
  return dutyLogPage(await readDutyDay(engine, actor, place, day), { engine, actor, place, day, now });
}

/** 值班日志: written shift by shift, handed over with two signatures, printed. */
export function dutyLogRoutes(app: Http, engine: AttendanceEngine): void {
  app.get('/api/duty-log', { schema: { tags, summary: '值班日志', querystring: query } }, async (request) =>
    readPage(engine, await requireActor(request, engine), request.query),
  );
  const paper = { tags, summary: '打印值班日志', querystring: query };
  app.get('/api/duty-log/sheet.pdf', { schema: paper }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const page = await readPage(engine, actor, request.query);
    const pdf = await printPdf(dutySheet(page, actor.name, engine.now()));
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', `inline; filename="duty-${page.day}.pdf"`)
      .send(pdf);
  });
  app.post(
    '/api/duty-log/entries',
    { schema: { tags, summary: '记一笔', body: EntryInput } },
    async (request, reply) => {
      const actor = await requireActor(request, engine);
      refuseAdministrators(actor);
      return reply.code(201).send(await addEntry(engine, actor, request.body));
    },
  );
  signingRoutes(app, engine);
}

/** What earlier shifts left, and the two signatures under a shift. */
function signingRoutes(app: Http, engine: AttendanceEngine): void {
  const settling = { tags, summary: '留下的办了', params: Type.Object({ id: Id }), body: SettleInput };
  app.post('/api/duty-log/entries/:id/settlements', { schema: settling }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    return reply.code(201).send(await settleEntry(engine, actor, request.params.id, request.body.words));
  });
  app.post(
    '/api/duty-log/handovers',
    { schema: { tags, summary: '交班签字', body: GiveInput } },
    async (request, reply) => {
      const actor = await requireActor(request, engine);
      refuseAdministrators(actor);
      return reply.code(201).send(await handOver(engine, actor, request.body));
    },
  );
  app.post(
    '/api/duty-log/takeovers',
    { schema: { tags, summary: '接班签字', body: TakeInput } },
    async (request, reply) => {
      const actor = await requireActor(request, engine);
      refuseAdministrators(actor);
      return reply.code(201).send(await takeOver(engine, actor, request.body));
    },
  );
}
