import { Type } from 'typebox';
import { codeParams } from '../disputes/codeParams.ts';
import { getDispute } from '../disputes/disputes.sql.ts';
import { recordLook } from '../disputes/looks.sql.ts';
import { seesFacts, sightOf } from '../disputes/sight.ts';
import { paperDocx } from '../documents/paperDocx.ts';
import { paperSheet } from '../documents/paperSheet.ts';
import type { DoorEngine } from '../handover/doorEngine.ts';
import { doorKind } from '../handover/doorKind.ts';
import { wayOf } from '../handover/doorLife.ts';
import { findDoorFile, listDoorsOf } from '../handover/doorRows.sql.ts';
import { fileHeaders } from '../matters/fileHeaders.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Queries, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { refuse } from '../platform/refusal.ts';
import { contextFor } from '../procedures/takeStep.sql.ts';
import { sendPdf } from '../residents/papers.routes.ts';
import { readDoorFacts } from './doorFacts.sql.ts';
import { doorRow } from './doorView.ts';
import type { DoorsAbout, DoorView } from './doorViews.ts';
import { previewDoor, recordDoor, specOf } from './openDoor.sql.ts';
import { hindersOpening } from './openDoor.ts';
import { OpenDoorInput } from './openDoorInput.ts';
import { getDoor, readApplication, readDoorView } from './readDoor.sql.ts';
import { waysOpen } from './waysOpen.ts';

const tags = ['法律的门 doors'];
const doorParams = (engine: DoorEngine) =>
  Type.Object({ code: Type.String({ pattern: `^(${engine.doors.map(({ letters }) => letters).join('|')})\\d{14}$` }) });

function openingRoutes(app: Http, engine: DoorEngine): void {
  const schema = { tags, params: codeParams, body: OpenDoorInput };
  app.post(
    '/api/disputes/:code/doors',
    { schema: { ...schema, summary: '开一扇法律的门' } },
    async (request, reply) => {
      const actor = await requireActor(request, engine);
      return reply.code(201).send(await recordDoor(engine, actor, request.params.code, request.body));
    },
  );
  app.post(
    '/api/disputes/:code/door-previews',
    { schema: { ...schema, summary: '开门之前看看会发生什么' } },
    async (request) => {
      const actor = await requireActor(request, engine);
      return previewDoor(engine, actor, request.params.code, request.body);
    },
  );
}

async function doorsAbout(engine: DoorEngine, queries: Queries, actor: Actor, code: string): Promise<DoorsAbout> {
  const dispute = await getDispute(queries, code);
  if (!seesFacts(sightOf(actor, dispute))) refuse('forbidden', 'notYourDoors', '还能走的路由办这件事的人看。');
  const [doors, facts] = await Promise.all([listDoorsOf(queries, dispute), readDoorFacts(engine, queries, dispute)]);
  const context = contextFor(engine, actor, dispute);
  return {
    asOf: context.now.toISOString(),
    mayOpen: hindersOpening(actor, dispute) === null,
    doors: doors.map((door) => {
      const spec = specOf(engine, door.way);
      return doorRow(doorKind(spec), wayOf(spec, door), door, contextFor(engine, actor, door));
    }),
    ways: waysOpen(engine.doors, dispute.countyCode, facts, context),
    parties: dispute.parties
      .filter(({ left, representsPartyId }) => !left && representsPartyId === null)
      .map(({ id, name, side }) => ({ id, name, side })),
  };
}

function printingRoutes(app: Http, engine: DoorEngine): void {
  const params = doorParams(engine);
  const querystring = Type.Object(
    { largePrint: Type.Boolean({ default: false, title: '大字' }) },
    { additionalProperties: false },
  );
  const fill = (actor: Actor, code: string, largePrint: boolean) =>
    command(engine.db, actor, async (tx) => {
      const made = await readApplication(engine, tx, actor, code, largePrint);
      if (!made) return refuse('forbidden', 'mayNotPrint', '申请书由受理中心和办这件事的人打印。');
      // It bears whole numbers, since the body asks for them: printing it is a look like any other.
      recordLook(tx, 'sheetPrinted', actor, code, { form: 'application' }, engine.now());
      return made;
    });
  const pdf = { tags, summary: '打印申请书', params, querystring };
  app.get('/api/doors/:code/application.pdf', { schema: pdf }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const { frame, paper } = await fill(actor, request.params.code, request.query.largePrint);
    return sendPdf(reply, paperSheet(frame, paper), request.params.code);
  });
  const word = { tags, summary: '申请书的 Word 文件', params, querystring };
  app.get('/api/doors/:code/application.docx', { schema: word }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const { frame, paper } = await fill(actor, request.params.code, request.query.largePrint);
    return reply
      .type('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${request.params.code}.docx"`)
      .send(await paperDocx(frame, paper));
  });
}

/** Doors of law about disputes. Steps on a door are registered as for every kind, under the path of its own kind. */
export function doorRoutes(app: Http, engine: DoorEngine): void {
  openingRoutes(app, engine);
  const listed = { tags, summary: '一件事还能走的路和开了的门', params: codeParams };
  app.get('/api/disputes/:code/doors', { schema: listed }, async (request) => {
    const actor = await requireActor(request, engine);
    return reading(engine.db, actor, (queries) => doorsAbout(engine, queries, actor, request.params.code));
  });
  printingRoutes(app, engine);
  const params = doorParams(engine);
  app.get(
    '/api/doors/:code',
    { schema: { tags, summary: '一扇法律的门', params } },
    async (request): Promise<DoorView> => {
      const actor = await requireActor(request, engine);
      return reading(engine.db, actor, (queries) => readDoorView(engine, queries, actor, request.params.code));
    },
  );
  const fileParams = Type.Object({ ...params.properties, id: Type.String({ format: 'uuid' }) });
  const file = { tags, summary: '门里的一份材料', params: fileParams };
  app.get('/api/doors/:code/files/:id', { schema: file }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const { code, id } = request.params;
    const found = await reading(engine.db, actor, async (queries) =>
      findDoorFile(queries, (await getDoor(engine, queries, code)).door, id),
    );
    if (!found) return refuse('notFound', 'noSuchFile', '没有这份材料，或者您的岗位看不到它。');
    return reply.headers(fileHeaders(found)).send(await engine.files.read(found.sha256));
  });
}
