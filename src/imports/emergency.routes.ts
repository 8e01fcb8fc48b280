import { Type } from 'typebox';
import type { Engine } from '../disputes/engine.ts';
import { Id } from '../matters/fields.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import { recordTrail } from '../people/trail.sql.ts';
import { command } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { jobView } from '../platform/jobs.routes.ts';
import { findJob, listJobs } from '../platform/jobs.sql.ts';
import { refuse } from '../platform/refusal.ts';
import { startJob } from '../platform/startJob.sql.ts';
import { makeEmergencySheet } from './emergency.sql.ts';
import { requirePaperKeeper } from './pads.sql.ts';

const tags = ['停机备用 paper'];
const kind = 'paper.emergencySheet';
const params = Type.Object({ id: Id });

/** The sheet of what is open, made when asked for, fetched again by any colleague of the center. */
export function emergencyRoutes(app: Http, engine: Engine): void {
  app.get('/api/emergency-sheets', { schema: { tags, summary: '做过的应急清单' } }, async (request) => {
    const actor = await requireActor(request, engine);
    const jobs = await listJobs(engine.db, kind, [`c:${requirePaperKeeper(actor)}`], 5);
    return jobs.map(jobView);
  });
  app.post('/api/emergency-sheets', { schema: { tags, summary: '做一份应急清单' } }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const centerId = requirePaperKeeper(actor);
    const started = { kind, countyCode: actor.countyCode, owner: `c:${centerId}`, input: {} };
    const work = (run: Parameters<typeof makeEmergencySheet>[3]) => makeEmergencySheet(engine, actor, centerId, run);
    const job = await startJob(engine, actor, started, work, (error) => request.log.error(error));
    return reply.code(201).send(jobView(job));
  });
  app.get('/api/emergency-sheets/:id', { schema: { tags, summary: '取应急清单', params } }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    requirePaperKeeper(actor);
    const job = await findJob(engine.db, request.params.id);
    const result = job?.result as { sha256?: string } | null | undefined;
    if (!job || job.kind !== kind || !actor.viewers.includes(job.owner) || !result?.sha256)
      return refuse('notFound', 'noSuchSheet', '没有这份清单，或者还没有做好。');
    await command(engine.db, actor, async (tx) =>
      recordTrail(tx, { at: engine.now(), actor, act: 'paper.sheetFetched', subject: job.id, address: request.ip }),
    );
    return reply
      .type('application/pdf')
      .header('cache-control', 'private, no-store')
      .header('content-disposition', 'inline; filename="emergency-sheet.pdf"')
      .send(await engine.files.read(result.sha256));
  });
}
