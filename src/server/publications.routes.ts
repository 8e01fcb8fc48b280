import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Actor } from '../platform/actor.ts';
import { plainly } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { jobView } from '../platform/jobs.routes.ts';
import { startJob } from '../platform/startJob.sql.ts';
import { mayDraft, requirePublisher, requireState } from '../settings/draft.ts';
import { getDraft } from '../settings/drafts.sql.ts';
import { tags } from '../settings/knowledge.ts';
import { type Passing, type PublishDeps, previewOpen, publish, publishToOpen } from './publish.sql.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const PublishInput = Type.Object(
  {
    /** The preview that was looked at; null: open matters keep the version they began with. */
    applyRun: Type.Union([Type.String({ format: 'uuid' }), Type.Null()]),
  },
  { additionalProperties: false },
);

const passing = ({ gate }: PublishDeps, request: FastifyRequest, actor: Actor, id: string): Passing => ({
  actor,
  id,
  trail: (tx, row) => gate.recordTrail(tx, request, actor, row),
});

/** Publishing, and what it would do to open matters. Both move matters, which only the server knows together with rules. */
export function publicationRoutes(app: Http, deps: PublishDeps): void {
  const { db, gate } = deps;
  const previewing = { tags, summary: '会动开着的哪些时限', params };
  app.post('/api/settings/drafts/:id/previews', { schema: previewing }, async (request, reply) => {
    const actor = await gate.requireActor(request);
    const { id } = request.params;
    const draft = await plainly(db, (queries) => getDraft(queries, actor, id));
    if (!mayDraft(actor, draft.countyCode)) requirePublisher(actor, { ...draft, editorIds: [] });
    const started = {
      kind: 'settings.preview',
      countyCode: draft.countyCode,
      owner: `p:${actor.postId}`,
      input: { id },
    };
    const job = await startJob(deps, actor, started, async (run) => {
      const { id: runId, counties, tally } = await previewOpen(deps, actor, id, (done, total) => run.step(done, total));
      return { runId, counties, tally };
    });
    return reply.code(202).send(jobView(job));
  });
  const publishing = { tags, summary: '发布', params, body: PublishInput };
  app.post('/api/settings/drafts/:id/publications', { schema: publishing }, async (request, reply) => {
    const actor = await gate.requireActor(request);
    const { id } = request.params;
    const { applyRun } = request.body;
    if (applyRun === null) return reply.code(201).send(await publish(deps, passing(deps, request, actor, id)));
    const draft = await plainly(db, (queries) => getDraft(queries, actor, id));
    requirePublisher(actor, draft);
    requireState(draft, 'submitted');
    const started = { kind: 'settings.apply', countyCode: draft.countyCode, owner: `p:${actor.postId}`, input: { id } };
    const job = await startJob(deps, actor, started, (run) =>
      publishToOpen(deps, passing(deps, request, actor, id), applyRun, (done, total) => run.step(done, total)),
    );
    return reply.code(202).send(jobView(job));
  });
}
