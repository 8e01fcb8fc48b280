import { Type } from 'typebox';
import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { plainly, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { dayOf } from '../platform/now.ts';
import { startJob } from '../platform/startJob.sql.ts';
import { applyReorganization } from './applyReorganization.sql.ts';
import { listOrphans } from './orphans.sql.ts';
import { ReorganizationInput } from './planReorganization.ts';
import { confirm, draft, foresee, type ReorganizingDeps, withdraw } from './reorganizationActs.sql.ts';
import { listReorganizations } from './reorganizations.sql.ts';
import { reorganizationView } from './reorganizationView.ts';

const tags = ['机构调整 reorganizations'];
const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const confirmation = Type.Object(
  {
    name: Type.String({ maxLength: 60, title: '被撤并的名称' }),
    reason: Type.String({ minLength: 2, maxLength: 300, title: '理由' }),
  },
  { additionalProperties: false },
);

async function keeperOf(request: Parameters<typeof requireActor>[0], deps: ReorganizingDeps): Promise<Actor> {
  const actor = await requireActor(request, deps);
  requireDoor(actor, 'house');
  return actor;
}

function writing(app: Http, deps: ReorganizingDeps): void {
  app.post(
    '/api/reorganizations/previews',
    { schema: { tags, summary: '撤并之前看看牵连什么', body: ReorganizationInput } },
    async (request) => {
      const actor = await keeperOf(request, deps);
      return (await foresee(deps, actor, request.body)).view;
    },
  );
  app.post(
    '/api/reorganizations',
    { schema: { tags, summary: '起草撤并', body: ReorganizationInput } },
    async (request, reply) => {
      const actor = await keeperOf(request, deps);
      return reply.code(201).send(await draft(deps, actor, request.body, request.ip));
    },
  );
}

function deciding(app: Http, deps: ReorganizingDeps): void {
  app.post(
    '/api/reorganizations/:id/confirmations',
    { schema: { tags, summary: '确认撤并', params, body: confirmation } },
    async (request, reply) => {
      const actor = await keeperOf(request, deps);
      const { id } = request.params;
      const found = await confirm(deps, actor, id, request.body, request.ip);
      if (found.effectiveOn > dayOf(deps.now())) return reply.code(202).send({ id, jobId: null });
      const started = {
        kind: 'reorganization',
        countyCode: found.countyCode,
        owner: `p:${actor.postId}`,
        input: { id },
      };
      const work = (run: { step(done: number, total: number): Promise<void> }) =>
        applyReorganization(deps, deps.house(actor.counties), id, run.step);
      const job = await startJob(deps, actor, started, work, (error) => app.log.error(error));
      return reply.code(202).send({ id, jobId: job.id });
    },
  );
  app.post(
    '/api/reorganizations/:id/withdrawals',
    { schema: { tags, summary: '作废撤并草稿', params } },
    async (request, reply) => {
      const actor = await keeperOf(request, deps);
      await withdraw(deps, actor, request.params.id, request.ip);
      return reply.code(204).send();
    },
  );
}

/** Closing and merging units and places, and the check that nothing was left behind. */
export function reorganizationRoutes(app: Http, deps: ReorganizingDeps): void {
  writing(app, deps);
  deciding(app, deps);
  app.get('/api/reorganizations', { schema: { tags, summary: '机构调整' } }, async (request) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'house');
    const rows = await plainly(deps.db, (queries) => listReorganizations(queries, actor.counties));
    return rows.map((row) => reorganizationView(row, deps.book(), actor.userId));
  });
  app.get('/api/orphans', { schema: { tags, summary: '没有人管的：停用了还被指着的' } }, async (request) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'orphans');
    const orphans = await reading(deps.db, { counties: actor.counties, viewers: ['system'] }, (queries) =>
      listOrphans(queries, actor.counties, deps.reference(), dayOf(deps.now())),
    );
    return { asOf: deps.now().toISOString(), orphans };
  });
}
