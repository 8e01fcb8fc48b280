import type { Engine } from '../disputes/engine.ts';
import { stepOf } from '../disputes/procedure.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import { roleLabel } from '../people/roles.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command } from '../platform/db.ts';
import { openScope } from '../platform/gate.ts';
import type { Http } from '../platform/http.ts';
import { jobView } from '../platform/jobs.routes.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { startJob } from '../platform/startJob.sql.ts';
import { actsOf, type BatchAsked, BatchInput, BatchPreviewInput, isGrave, refuseUnsaid } from './batch.ts';
import { tags } from './ledger.routes.ts';
import { foreseeBatch, runBatch } from './runBatch.sql.ts';
import { confirmFactor, hasToken } from './secondFactor.sql.ts';

function refuseAct(actor: Actor, { act }: BatchAsked): void {
  if (actsOf(actor.role).includes(act)) return;
  const { label } = stepOf(act);
  refuse('forbidden', 'notYourStep', `「${label}」不由${roleLabel(actor.role)}来做。`);
}

function recordAsked(engine: Engine, actor: Actor, asked: BatchInput, address: string): Promise<void> {
  const at = engine.now();
  const detail = { act: asked.act, rows: asked.codes.length, ...(asked.reason && { reason: asked.reason.trim() }) };
  return command(engine.db, openScope, async (tx) =>
    recordTrail(tx, { at, act: 'ledger.batch', actor, subject: asked.act, detail, address }),
  );
}

/** Several matters at once: foreseen for each, then done as a job with an answer for each. */
export function batchRoutes(app: Http, engine: Engine): void {
  const foreseeing = { tags, summary: '成批办之前，一件一件看会发生什么', body: BatchPreviewInput };
  app.post('/api/ledger/batch-previews', { schema: foreseeing }, async (request) => {
    const actor = await requireActor(request, engine);
    const asked = request.body as BatchAsked & { codes: string[] };
    refuseAct(actor, asked);
    const grave = isGrave(asked.act);
    return {
      rows: await foreseeBatch(engine, actor, asked, asked.codes),
      asksReason: grave,
      asksToken: grave && (await hasToken(engine, actor)),
    };
  });
  const doing = { tags, summary: '成批办', body: BatchInput };
  app.post('/api/ledger/batches', { schema: doing }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const asked = request.body as BatchInput;
    refuseAct(actor, asked);
    refuseUnsaid(asked);
    const { batchRows } = engine.reference().rulesFor(actor.countyCode).rules.ledger;
    if (asked.codes.length > batchRows) refuseField('codes', `一次最多办 ${batchRows} 件，分几次来。`);
    if (isGrave(asked.act)) await confirmFactor(engine, actor, asked.totp, request.ip);
    await recordAsked(engine, actor, asked, request.ip);
    const started = {
      kind: 'ledger.batch',
      countyCode: actor.countyCode,
      owner: `p:${actor.postId}`,
      input: { act: asked.act, codes: asked.codes },
    };
    const job = await startJob(
      engine,
      actor,
      started,
      (run) => runBatch(engine, actor, asked, run),
      (error) => request.log.error(error),
    );
    return reply.code(201).send(jobView(job));
  });
}
