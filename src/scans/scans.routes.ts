import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { codeParams } from '../disputes/codeParams.ts';
import type { Engine } from '../disputes/engine.ts';
import { Id, Reason } from '../matters/fields.ts';
import { paperKeys } from '../papers/catalogue.ts';
import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { command, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { jobView } from '../platform/jobs.routes.ts';
import { refuse } from '../platform/refusal.ts';
import { type JobRun, startJob } from '../platform/startJob.sql.ts';
import { whileWaiting } from '../platform/whileWaiting.ts';
import { filePages } from './filePages.sql.ts';
import { listFiled } from './listFiled.sql.ts';
import { findPlaces } from './placesOf.sql.ts';
import { readScanFiles } from './readScan.sql.ts';
import {
  findPicture,
  getScan,
  listScans,
  ownerOf,
  type Put,
  readScan,
  recordScan,
  setAside,
  storeScan,
} from './scans.sql.ts';

const tags = ['扫描件 scans'];
const MOST_FILES = 30;
const params = Type.Object({ id: Id });
const PageNumber = Type.Integer({ minimum: 1, maximum: 999 });
const Pages = Type.Array(PageNumber, { minItems: 1, maxItems: 300, title: '哪几页' });
const pictureParams = Type.Object({
  id: Id,
  page: PageNumber,
  size: Type.Union([Type.Literal('small'), Type.Literal('large')]),
});
const Wanted = Type.Object(
  {
    code: codeParams.properties.code,
    form: Type.Union(paperKeys.map((key) => Type.Literal(key))),
    subjectId: Type.Union([Id, Type.Null()]),
    pages: Pages,
  },
  { additionalProperties: false },
);
const FilingInput = Type.Object(
  { papers: Type.Array(Wanted, { minItems: 1, maxItems: 300, title: '归位哪些' }) },
  { additionalProperties: false },
);
const AsideInput = Type.Object(
  { pages: Pages, reason: Type.Union([Reason, Type.Null()], { title: '为什么先放一边' }) },
  { additionalProperties: false },
);

/** Reads it behind the answer: the page tells how far it is. */
function startReading(engine: Engine, actor: Actor, request: FastifyRequest, id: string) {
  const started = { kind: 'scans.read', countyCode: actor.countyCode, owner: ownerOf(actor), input: { scan: id } };
  const work = (run: JobRun) => readScanFiles(engine, actor, id, run);
  return startJob(engine, actor, started, work, (error) => request.log.error(error));
}

const scannerOf = async (request: FastifyRequest, engine: Engine): Promise<Actor> => {
  const actor = await requireActor(request, engine);
  requireDoor(actor, 'scanning');
  return actor;
};

/** Signed paper comes back: put in, read, looked at. */
export function scanRoutes(app: Http, engine: Engine): void {
  app.get('/api/scans', { schema: { tags, summary: '待归位的扫描件' } }, async (request) => {
    const actor = await scannerOf(request, engine);
    return reading(engine.db, actor, (queries) => listScans(engine, queries, actor));
  });
  const putting = { tags, summary: '传扫描件', consumes: ['multipart/form-data'] };
  app.post('/api/scans', { schema: putting }, async (request, reply) => {
    const actor = await scannerOf(request, engine);
    const files: Put[] = [];
    for await (const part of request.files({ limits: { files: MOST_FILES } }))
      files.push(await storeScan(engine, { name: part.filename, bytes: await part.toBuffer() }, whileWaiting(reply)));
    if (files.length === 0) refuse('invalid', 'noFile', '没有选文件。', { file: '没有选文件。' });
    const id = await command(engine.db, actor, async (tx) => recordScan(tx, actor, files, engine.now()));
    return reply.code(201).send({ id, job: jobView(await startReading(engine, actor, request, id)) });
  });
  app.get('/api/scans/:id', { schema: { tags, summary: '一份扫描件：每一页去哪里', params } }, async (request) => {
    const actor = await scannerOf(request, engine);
    return reading(engine.db, actor, (queries) => readScan(engine, queries, actor, request.params.id));
  });
  app.post('/api/scans/:id/readings', { schema: { tags, summary: '再读一次', params } }, async (request, reply) => {
    const actor = await scannerOf(request, engine);
    const { id } = request.params;
    const { state } = await reading(engine.db, actor, (queries) => getScan(queries, actor, id));
    if (state === 'read') refuse('conflict', 'alreadyRead', '这份已经读好了。');
    return reply.code(201).send(jobView(await startReading(engine, actor, request, id)));
  });
  const seeing = { tags, summary: '一页的图', params: pictureParams };
  app.get('/api/scans/:id/pages/:page/:size', { schema: seeing }, async (request, reply) => {
    const actor = await scannerOf(request, engine);
    const sha256 = await reading(engine.db, actor, (queries) => findPicture(engine, queries, actor, request.params));
    return reply
      .type('image/jpeg')
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'private, no-store')
      .send(await engine.files.read(sha256));
  });
}

/** What becomes of the pages. */
export function filingRoutes(app: Http, engine: Engine): void {
  const filing = { tags, summary: '归位', params, body: FilingInput };
  app.post('/api/scans/:id/filings', { schema: filing }, async (request) => {
    const actor = await scannerOf(request, engine);
    return filePages(engine, actor, request.params.id, request.body.papers);
  });
  const putAside = { tags, summary: '先放一边，或者拿回来', params, body: AsideInput };
  app.post('/api/scans/:id/asides', { schema: putAside }, async (request) => {
    const actor = await scannerOf(request, engine);
    const { id } = request.params;
    await setAside(engine, actor, id, request.body.pages, request.body.reason);
    return reading(engine.db, actor, (queries) => readScan(engine, queries, actor, id));
  });
  const places = { tags, summary: '一件事的卷里有哪些位置', params: codeParams };
  app.get('/api/disputes/:code/paper-places', { schema: places }, async (request) => {
    const actor = await requireActor(request, engine);
    const { facts } = await reading(engine.db, actor, (queries) =>
      findPlaces(engine, queries, actor, request.params.code),
    );
    return { codeShort: facts.codeShort, title: facts.title, ended: facts.ended, subjects: facts.subjects };
  });
  const filed = { tags, summary: '归了位的扫描件', params: codeParams };
  app.get('/api/disputes/:code/filed-papers', { schema: filed }, async (request) => {
    const actor = await requireActor(request, engine);
    return reading(engine.db, actor, (queries) => listFiled(engine, queries, actor, request.params.code));
  });
}
