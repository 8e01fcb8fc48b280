import { Type } from 'typebox';
import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';
import type { Gate } from './gate.ts';
import type { Http } from './http.ts';
import { askToCancel, findJob, type Job } from './jobs.sql.ts';
import { refuse } from './refusal.ts';

const tags = ['后台工作 jobs'];
const params = Type.Object({ id: Type.String({ format: 'uuid' }) });

/** As people see it; the input may name things that only the owner's page knows how to show. */
export const jobView = ({ id, kind, state, done, total, result, problem, startedAt, endedAt }: Job) => ({
  id,
  kind,
  state,
  done,
  total,
  result: state === 'done' ? result : null,
  problem,
  startedAt,
  endedAt,
});

/** Long work: how far it is, and stopping it. Whoever may not see it is told that it does not exist. */
export function jobRoutes(app: Http, deps: Deps & { readonly gate: Gate }): void {
  const owned = async (actor: Actor, id: string): Promise<Job> => {
    const job = await findJob(deps.db, id);
    if (!job || !actor.viewers.includes(job.owner)) refuse('notFound', 'noSuchJob', '没有这件后台工作，或者不归您看。');
    return job;
  };
  app.get('/api/jobs/:id', { schema: { tags, summary: '做到哪了', params } }, async (request) => {
    const actor = await deps.gate.requireActor(request);
    return jobView(await owned(actor, request.params.id));
  });
  app.post('/api/jobs/:id/cancellations', { schema: { tags, summary: '停下', params } }, async (request, reply) => {
    const actor = await deps.gate.requireActor(request);
    await askToCancel(deps.db, (await owned(actor, request.params.id)).id);
    return reply.code(204).send();
  });
}
