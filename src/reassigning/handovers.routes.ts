import { Type } from 'typebox';
import type { Engine } from '../disputes/engine.ts';
import { DayField, Id } from '../matters/fields.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import { isAdministrator } from '../people/roles.ts';
import type { Actor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { newId } from '../platform/ids.ts';
import { jobView } from '../platform/jobs.routes.ts';
import { dayOf } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import { startJob } from '../platform/startJob.sql.ts';
import { takeStep } from '../procedures/takeStep.sql.ts';
import { acknowledgeHandovers } from './acknowledgeHandovers.sql.ts';
import { countGiven, listHandovers, listRunCodes } from './handovers.sql.ts';
import { handoverView } from './handoverView.ts';
import { getHolder } from './holders.routes.ts';
import { eachMatter, foreseeHandover, runHandover } from './runHandover.sql.ts';

const tags = ['移交 handovers'];
const code = Type.String({ pattern: '^\\d{15}$' });
const item = Type.Object(
  { code, toPostId: Id, note: Type.Optional(Type.String({ maxLength: 500, title: '移交的话' })) },
  { additionalProperties: false },
);
const order = Type.Object(
  {
    fromPostId: Id,
    until: Type.Optional({ ...DayField, title: '交接到哪天' }),
    items: Type.Array(item, { minItems: 1, maxItems: 300, title: '移交哪几件' }),
  },
  { additionalProperties: false },
);
const sideQuery = Type.Object({ side: Type.Enum(['received', 'given'] as const) }, { additionalProperties: false });
const ids = Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: 300 }) }, { additionalProperties: false });
const runParams = Type.Object({ run: Id });
const LISTED = 200;

async function requireHands(engine: Engine, request: Parameters<typeof requireActor>[0]): Promise<Actor> {
  const actor = await requireActor(request, engine);
  if (isAdministrator(actor.role)) refuse('forbidden', 'noMatters', '管理员不经手纠纷，移交由单位负责人做。');
  return actor;
}

/** Giving work away, many matters at once: look first, then as one job with a result for each. */
function givingRoutes(app: Http, engine: Engine): void {
  const looking = { tags, summary: '移交之前看看告诉谁', body: order };
  app.post('/api/handovers/previews', { schema: looking }, async (request) => {
    const actor = await requireHands(engine, request);
    await getHolder(engine, actor, request.body.fromPostId);
    return foreseeHandover(engine, actor, request.body);
  });
  app.post('/api/handovers', { schema: { tags, summary: '移交', body: order } }, async (request, reply) => {
    const actor = await requireHands(engine, request);
    await getHolder(engine, actor, request.body.fromPostId);
    const runId = newId(engine.now());
    const { fromPostId, items } = request.body;
    const started = { kind: 'handover', countyCode: actor.countyCode, owner: `p:${actor.postId}` };
    const input = { runId, fromPostId, count: items.length };
    const job = await startJob(
      engine,
      actor,
      { ...started, input },
      (run) => runHandover(engine, actor, request.body, runId, run.step),
      (error) => app.log.error(error),
    );
    return reply.code(202).send({ ...jobView(job), runId });
  });
  const undoing = { tags, summary: '当天收回一次移交', params: runParams };
  app.post('/api/handovers/:run/withdrawals', { schema: undoing }, async (request) => {
    const actor = await requireHands(engine, request);
    const { run } = request.params;
    const codes = await reading(engine.db, actor, (queries) => listRunCodes(queries, actor.counties, run));
    if (codes.length === 0) refuse('notFound', 'noSuchHandover', '没有这次移交，或者已经收回。');
    const items = codes.map((each) => ({ code: each }));
    return eachMatter(engine, run, items, async (each) => {
      await takeStep(engine, engine.kinds.dispute, actor, each.code, 'undoReassign', { runId: run });
      return '已收回。';
    });
  });
}

/** 我交出去的, 移交给我的, and 「收到」. */
export function handoverRoutes(app: Http, engine: Engine): void {
  givingRoutes(app, engine);
  const listing = { tags, summary: '我交出去的，移交给我的', querystring: sideQuery };
  app.get('/api/handovers', { schema: listing }, async (request) => {
    const actor = await requireHands(engine, request);
    const { side } = request.query;
    const { rows, given } = await reading(engine.db, actor, async (queries) => ({
      rows: await listHandovers(queries, actor.counties, side, actor.postId, LISTED),
      given: await countGiven(queries, actor.counties, actor.postId),
    }));
    return { runs: handoverView(rows, engine.reference().network, dayOf(engine.now()), actor.postId), given };
  });
  const taking = { tags, summary: '收到移交', body: ids };
  app.post('/api/handovers/acknowledgements', { schema: taking }, async (request) => {
    const actor = await requireHands(engine, request);
    return { acknowledged: await acknowledgeHandovers(engine, actor, request.body.ids) };
  });
}
