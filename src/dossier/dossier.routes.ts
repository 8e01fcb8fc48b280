import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { codeParams } from '../disputes/codeParams.ts';
import { recordLook } from '../disputes/looks.sql.ts';
import { Id } from '../matters/fields.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { command, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { jobView } from '../platform/jobs.routes.ts';
import { type JobRun, startJob } from '../platform/startJob.sql.ts';
import type { SittingEngine } from '../sittings/sittingEngine.ts';
import { bindDossier } from './bindDossier.sql.ts';
import { KeepDossierInput, type LotMade, PrintLotInput } from './dossier.ts';
import { keepDossier } from './keepDossier.sql.ts';
import { getMade } from './made.sql.ts';
import { printLot } from './printLot.sql.ts';
import { getForDossier, readDossier } from './readDossier.sql.ts';

const tags = ['卷宗 dossier'];
const fileParams = Type.Object({ ...codeParams.properties, id: Id, file: Type.Integer({ minimum: 0, maximum: 999 }) });

/** Whoever may not see the file learns it at once, not from a job that failed. */
async function start(
  engine: SittingEngine,
  request: FastifyRequest,
  actor: Actor,
  code: string,
  work: (run: JobRun) => Promise<LotMade>,
) {
  const { countyCode } = await reading(engine.db, actor, (queries) => getForDossier(queries, actor, code));
  const job = { kind: 'dossier', countyCode, owner: `p:${actor.postId}`, input: {} };
  return startJob(engine, actor, job, work, (error) => request.log.error(error));
}

function pageRoutes(app: Http, engine: SittingEngine): void {
  const seeing = { tags, summary: '卷宗：有什么，还缺什么', params: codeParams };
  app.get('/api/disputes/:code/dossier', { schema: seeing }, async (request) => {
    const actor = await requireActor(request, engine);
    return reading(engine.db, actor, (queries) => readDossier(engine, queries, actor, request.params.code));
  });
  const keeping = { tags, summary: '保存卷宗封面、情况说明和选好的证据', params: codeParams, body: KeepDossierInput };
  app.put('/api/disputes/:code/dossier', { schema: keeping }, async (request) => {
    const actor = await requireActor(request, engine);
    const { code } = request.params;
    await command(engine.db, actor, (tx) => keepDossier(engine, tx, actor, code, request.body));
    return reading(engine.db, actor, (queries) => readDossier(engine, queries, actor, code));
  });
}

function makingRoutes(app: Http, engine: SittingEngine): void {
  const binding = { tags, summary: '装订成卷', params: codeParams };
  app.post('/api/disputes/:code/dossier/bindings', { schema: binding }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const { code } = request.params;
    const job = await start(engine, request, actor, code, (run) => bindDossier(engine, actor, code, run));
    return reply.code(201).send(jobView(job));
  });
  const printing = { tags, summary: '成批打印一件事的文书', params: codeParams, body: PrintLotInput };
  app.post('/api/disputes/:code/dossier/paper-prints', { schema: printing }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const { code } = request.params;
    const input = request.body as PrintLotInput;
    const job = await start(engine, request, actor, code, (run) => printLot(engine, actor, code, input, run));
    return reply.code(201).send(jobView(job));
  });
}

function fetchingRoutes(app: Http, engine: SittingEngine): void {
  const fetching = { tags, summary: '取装订好的卷宗', params: fileParams };
  app.get('/api/disputes/:code/dossier/files/:id/:file', { schema: fetching }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const { code, id, file } = request.params;
    const found = await command(engine.db, actor, async (tx) => {
      const which = await getMade(tx, await getForDossier(tx, actor, code), id, file);
      recordLook(tx, 'dossierFetched', actor, code, { output: id, file, sha256: which.sha256 }, engine.now());
      return which;
    });
    return reply
      .type(found.mime)
      .header('cache-control', 'private, no-store')
      .header('x-content-type-options', 'nosniff')
      .header(
        'content-disposition',
        `attachment; filename="dossier${found.name.slice(found.name.lastIndexOf('.'))}"; filename*=UTF-8''${encodeURIComponent(found.name)}`,
      )
      .send(await engine.files.read(found.sha256));
  });
}

/** 卷宗: what it holds and lacks, its cover, binding it, and fetching what was bound. */
export function dossierRoutes(app: Http, engine: SittingEngine): void {
  pageRoutes(app, engine);
  makingRoutes(app, engine);
  fetchingRoutes(app, engine);
}
