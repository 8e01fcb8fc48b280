import type { FastifyBaseLogger, FastifyRequest } from 'fastify';
import type { Engine } from '../disputes/engine.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { jobView } from '../platform/jobs.routes.ts';
import { refuse } from '../platform/refusal.ts';
import { type JobRun, startJob } from '../platform/startJob.sql.ts';
import { applyRun } from './applyRun.sql.ts';
import { checkRun } from './checkRun.sql.ts';
import { params, tags } from './imports.routes.ts';
import { noCounts, type RunCounts, type RunState } from './importViews.ts';
import { refuseFixed } from './mapRun.sql.ts';
import { countRows, getRun, isWorking, type Run, recordRun, requireImporter } from './runs.sql.ts';
import { undoRun } from './undoRun.sql.ts';

type Act = {
  kind: 'import.check' | 'import.apply' | 'import.undo';
  trail: string;
  /** Whether it may be begun on a run that stands so; throws in a sentence. */
  begins(run: Run, counts: RunCounts): { state: RunState } | null;
  work(run: Run, counts: RunCounts, job: JobRun): Promise<unknown>;
};

type Asked = { request: FastifyRequest; id: string; log: FastifyBaseLogger };

/** One job of a run at a time; its state is set before the job begins, so that a second press is refused. */
async function begin(engine: Engine, { request, id, log }: Asked, act: (actor: Actor) => Act) {
  const actor = await requireActor(request, engine);
  const centerId = requireImporter(actor);
  const { kind, trail, begins, work } = act(actor);
  const { run, counts } = await command(engine.db, actor, async (tx) => {
    const found = await getRun(tx, actor, id, true);
    if (await isWorking(engine.db, found)) refuse('conflict', 'importBusy', '这份文件正在处理。等它做完，或者先停下。');
    if (kind === 'import.check') await refuseFixed(engine, tx, found);
    const its = (await countRows(tx, found.countyCode, [id])).get(id) ?? noCounts;
    const set = begins(found, its);
    if (set) recordRun(tx, found, set);
    recordTrail(tx, { at: engine.now(), actor, act: trail, subject: id, detail: { ...its }, address: request.ip });
    return { run: found, counts: its };
  });
  const started = { kind, countyCode: actor.countyCode, owner: `c:${centerId}#${actor.role}`, input: { run: id } };
  const onError = (error: unknown) => log.error(error);
  const job = await startJob(engine, actor, started, (step) => work(run, counts, step), onError);
  await command(engine.db, actor, async (tx) => recordRun(tx, run, { job_id: job.id }));
  return jobView(job);
}

const checking =
  (engine: Engine) =>
  (actor: Actor): Act => ({
    kind: 'import.check',
    trail: 'import.checked',
    begins: () => null,
    work: (run, _counts, job) => checkRun(engine, actor, run, job),
  });

const applying =
  (engine: Engine) =>
  (actor: Actor): Act => ({
    kind: 'import.apply',
    trail: 'import.applied',
    begins(run, { waiting }) {
      if (run.revision !== run.checkedRevision || (run.state !== 'checked' && run.state !== 'applying'))
        refuse('conflict', 'notChecked', '对应改过以后还没有检查，或者已经写完。先检查一遍。');
      if (waiting === 0) refuse('conflict', 'nothingToApply', '没有可以写入的行。');
      return { state: 'applying' };
    },
    work: (run, { waiting }, job) => applyRun(engine, actor, run, waiting, job),
  });

const undoing =
  (engine: Engine) =>
  (actor: Actor): Act => ({
    kind: 'import.undo',
    trail: 'import.undone',
    begins(_run, { applied }) {
      if (applied === 0) refuse('conflict', 'nothingToUndo', '这次导入没有写入的，或者已经撤销。');
      return { state: 'undoing' };
    },
    work: (run, { applied }, job) => undoRun(engine, actor, run, applied, job),
  });

/** Reading through, writing and taking back: long work, each with its progress and its trace. */
export function importActRoutes(app: Http, engine: Engine): void {
  const acts = [
    { noun: 'checks', summary: '检查每一行', act: checking(engine) },
    { noun: 'applications', summary: '把好的行写入', act: applying(engine) },
    { noun: 'undos', summary: '撤销整次导入', act: undoing(engine) },
  ];
  for (const { noun, summary, act } of acts)
    app.post(`/api/imports/:id/${noun}`, { schema: { tags, summary, params } }, async (request, reply) => {
      const { id } = request.params as { id: string };
      return reply.code(201).send(await begin(engine, { request, id, log: request.log }, act));
    });
  app.post(
    '/api/imports/:id/withdrawals',
    { schema: { tags, summary: '不导入了', params } },
    async (request, reply) => {
      const actor = await requireActor(request, engine);
      requireImporter(actor);
      await command(engine.db, actor, async (tx) => {
        const run = await getRun(tx, actor, request.params.id, true);
        await refuseFixed(engine, tx, run);
        recordRun(tx, run, { state: 'dropped' });
      });
      return reply.code(204).send();
    },
  );
}
