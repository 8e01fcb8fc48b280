import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Engine } from '../disputes/engine.ts';
import { Id } from '../matters/fields.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { jobView } from '../platform/jobs.routes.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { type JobRun, startJob } from '../platform/startJob.sql.ts';
import { ask } from './ask.ts';
import { columnOf, type Layout, readLayout, withFirst } from './columns.ts';
import { exportLedger } from './exportLedger.sql.ts';
import { tags } from './ledger.routes.ts';
import { countHidden, type Fetch, findOutput, listFetches, listOutputs } from './outputs.sql.ts';
import { ExportInput, type Output, type OutputView, PrintListInput, PrintPapersInput } from './outputs.ts';
import { printLedger } from './printLedger.sql.ts';
import { printPapers } from './printPapers.sql.ts';
import { kept, readLedgerSearch } from './search.ts';
import { confirmFactor } from './secondFactor.sql.ts';

const fileParams = Type.Object({ id: Id, file: Type.Integer({ minimum: 0, maximum: 999 }) });

function start(
  engine: Engine,
  request: FastifyRequest,
  actor: Actor,
  kind: string,
  work: (run: JobRun) => Promise<unknown>,
) {
  const started = { kind, countyCode: actor.countyCode, owner: `p:${actor.postId}`, input: {} };
  return startJob(engine, actor, started, work, (error) => request.log.error(error));
}

function layoutOf(text: string): Layout {
  const layout = readLayout(text);
  if (layout.length === 0) refuseField('columns', '选几列再导出。');
  return withFirst(layout);
}

function makingRoutes(app: Http, engine: Engine): void {
  const exporting = { tags, summary: '导出台账 Excel', body: ExportInput };
  app.post('/api/ledger/exports', { schema: exporting }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const search = kept(readLedgerSearch(request.body.search));
    ask(search, actor, engine.reference());
    const layout = layoutOf(request.body.columns);
    const purpose = request.body.purpose?.trim() ?? '';
    const personal = layout.some(({ key }) => columnOf(key).personal !== undefined);
    if (purpose !== '') {
      if (!personal) refuseField('purpose', '没有选电话、证件号的列，不用写用途。');
      if (purpose.length < 2) refuseField('purpose', '写明为什么要完整的电话、证件号。');
      await confirmFactor(engine, actor, request.body.totp, request.ip);
    }
    const job = await start(engine, request, actor, 'ledger.export', (run) =>
      exportLedger(engine, actor, { search, layout, purpose }, run),
    );
    return reply.code(201).send(jobView(job));
  });
  const listing = { tags, summary: '打印台账', body: PrintListInput };
  app.post('/api/ledger/list-prints', { schema: listing }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const search = kept(readLedgerSearch(request.body.search));
    ask(search, actor, engine.reference());
    const layout = layoutOf(request.body.columns).filter(({ key }) => columnOf(key).personal === undefined);
    const job = await start(engine, request, actor, 'ledger.print', (run) =>
      printLedger(engine, actor, { search, layout }, run),
    );
    return reply.code(201).send(jobView(job));
  });
}

function printingRoutes(app: Http, engine: Engine): void {
  const papers = { tags, summary: '成批打印小票、办理进度', body: PrintPapersInput };
  app.post('/api/ledger/paper-prints', { schema: papers }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const { batchRows } = engine.reference().rulesFor(actor.countyCode).rules.ledger;
    if (request.body.codes.length > batchRows) refuseField('codes', `一次最多打印 ${batchRows} 件，分几次来。`);
    const job = await start(engine, request, actor, 'ledger.papers', (run) =>
      printPapers(engine, actor, request.body, run),
    );
    return reply.code(201).send(jobView(job));
  });
}

function outputView(engine: Engine, actor: Actor, output: Output, fetches: readonly Fetch[]): OutputView {
  return {
    id: output.id,
    kind: output.kind,
    title: output.title,
    sentence: output.sentence,
    rowCount: output.rowCount,
    asOf: output.asOf.toISOString(),
    by: engine.reference().directory.post(output.postId)?.name ?? '',
    mine: output.postId === actor.postId,
    shared: output.shared,
    unmasked: output.unmasked,
    purpose: output.purpose,
    files: output.files.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
    keepUntil: output.keepUntil.toISOString(),
    removed: output.removedAt !== null,
    fetches: fetches
      .filter(({ subject }) => subject === output.id)
      .slice(0, 20)
      .map(({ at, name }) => ({ at: at.toISOString(), who: name ?? '' })),
  };
}

/** The file, if every matter in it is still this post's to see; each fetch is noted. */
async function fetchable(engine: Engine, actor: Actor, id: string, file: number, address: string) {
  const found = await command(engine.db, actor, async (tx) => {
    const output = await findOutput(tx, actor, id);
    if (!output) return refuse('notFound', 'noSuchOutput', '没有这个文件，或者它不归这个岗位取。');
    if (output.removedAt !== null) refuse('notFound', 'outputGone', '这个文件已经到期删去。照原来的条件再导出一次。');
    const hidden = await countHidden(tx, output);
    if (hidden > 0)
      refuse('forbidden', 'outputHidden', `里面有 ${hidden} 件现在不归这个岗位看。照原来的条件重新导出一份。`);
    const which = output.files[file] ?? refuse('notFound', 'noSuchFile', '没有这一部分。');
    const detail = { file, sha256: which.sha256 };
    recordTrail(tx, { at: engine.now(), act: 'ledger.fetched', actor, subject: id, detail, address });
    return which;
  });
  return { ...found, content: await engine.files.read(found.sha256) };
}

/** Excel files and prints of the ledger: made as jobs, kept for some days, fetched again by whoever may. */
export function outputRoutes(app: Http, engine: Engine): void {
  makingRoutes(app, engine);
  printingRoutes(app, engine);
  app.get('/api/ledger/outputs', { schema: { tags, summary: '导出与打印的文件' } }, async (request) => {
    const actor = await requireActor(request, engine);
    return reading(engine.db, actor, async (queries) => {
      const outputs = await listOutputs(queries, actor);
      const fetches = await listFetches(
        queries,
        outputs.map(({ id }) => id),
      );
      return outputs.map((output) => outputView(engine, actor, output, fetches));
    });
  });
  const fetching = { tags, summary: '取文件', params: fileParams };
  app.get('/api/ledger/outputs/:id/files/:file', { schema: fetching }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const { id, file } = request.params;
    const { name, mime, size, content } = await fetchable(engine, actor, id, file, request.ip);
    return reply
      .type(mime)
      .header('cache-control', 'no-store')
      .header('content-length', size)
      .header(
        'content-disposition',
        `attachment; filename="ledger${name.slice(name.lastIndexOf('.'))}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      )
      .send(content);
  });
}
