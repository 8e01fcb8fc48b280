import { Type } from 'typebox';
import { countyOf } from '../network/network.ts';
import { requireActor, requireRole } from '../people/requireActor.routes.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, plainly, reading, record } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { newId } from '../platform/ids.ts';
import { dayOf } from '../platform/now.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { startJob } from '../platform/startJob.sql.ts';
import { type Applying, applyReorganization } from './applyReorganization.sql.ts';
import { listOrphans } from './orphans.sql.ts';
import { planReorganization, ReorganizationInput } from './planReorganization.ts';
import type { Reorganization } from './reorganizationRow.ts';
import {
  countReferences,
  findReorganization,
  listPostsAt,
  listReorganizations,
  lockReorganization,
  recordReorganizationState,
} from './reorganizations.sql.ts';
import { planView, reorganizationView } from './reorganizationView.ts';

export type ReorganizingDeps = Applying & {
  readonly house: (counties: readonly string[]) => Actor;
  readonly book: () => Parameters<typeof planReorganization>[0];
};

const tags = ['机构调整 reorganizations'];
const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const confirmation = Type.Object(
  {
    name: Type.String({ maxLength: 60, title: '被撤并的名称' }),
    reason: Type.String({ minLength: 2, maxLength: 300, title: '理由' }),
  },
  { additionalProperties: false },
);

const asHouse = (actor: Actor) => ({
  counties: actor.counties,
  viewers: ['system'],
});

/** What goes where, who goes along, and how much hangs on it. Nothing is written. */
async function foresee(deps: ReorganizingDeps, actor: Actor, input: ReorganizationInput) {
  const book = deps.book();
  const plan = planReorganization(book, input, actor, dayOf(deps.now()));
  const [units, regions] = [Object.keys(plan.units), Object.keys(plan.regions)];
  const { posts, counts } = await reading(deps.db, asHouse(actor), async (queries) => {
    const standing = await listPostsAt(queries, units, regions, input.effectiveOn);
    const gone = { units, regions, posts: standing.map(({ id }) => id) };
    return { posts: standing, counts: await countReferences(queries, gone) };
  });
  return { plan, counts, view: planView(book, plan, posts, counts, input.posts === 'move') };
}

async function getOwn(deps: ReorganizingDeps, actor: Actor, id: string): Promise<Reorganization> {
  const found = await plainly(deps.db, (queries) => findReorganization(queries, id));
  if (!found || !actor.counties.includes(found.countyCode))
    return refuse('notFound', 'noSuchReorganization', '没有这次调整。');
  return found;
}

/** Confirmed by another administrator, who types what is closed; from the effective day on it cannot be taken back. */
async function confirm(
  deps: ReorganizingDeps,
  actor: Actor,
  id: string,
  typed: { name: string; reason: string },
  address: string,
) {
  const own = await getOwn(deps, actor, id);
  const name = reorganizationView(own, deps.book(), actor.userId).subjectName;
  if (typed.name.trim() !== name) refuseField('name', `照着写：${name}`);
  return command(deps.db, asHouse(actor), async (tx) => {
    const found = await lockReorganization(tx, id);
    if (found?.state !== 'drafted') refuse('conflict', 'movedOn', '这次调整已经有人确认或作废了。');
    if (found.draftedBy === actor.userId)
      refuse('forbidden', 'anotherConfirms', '起草的人不能自己确认，请另一位系统管理员来看。');
    planReorganization(deps.book(), found.plan.input, actor, dayOf(deps.now()));
    const change = { state: 'applying' as const, confirmed_by: actor.userId, confirmed_at: deps.now() };
    recordReorganizationState(tx, id, change);
    const detail = { subject: found.plan.input.subject, successor: found.plan.input.successor };
    recordTrail(tx, { at: deps.now(), act: 'reorganization.confirmed', actor, subject: id, detail, address });
    return found;
  });
}

async function draft(deps: ReorganizingDeps, actor: Actor, input: ReorganizationInput, address: string) {
  const { plan, counts } = await foresee(deps, actor, input);
  const at = deps.now();
  const id = newId(at);
  const county = countyOf(deps.book().units.get(input.subject)?.regionCode ?? input.subject);
  await command(deps.db, asHouse(actor), async (tx) => {
    const { kind, subject, reason, basis, effectiveOn } = input;
    const row = {
      id,
      county_code: county,
      kind,
      subject,
      reason,
      basis,
      effective_on: effectiveOn,
      drafted_by: actor.userId,
    };
    const kept = { plan: JSON.stringify({ input, plan, posts: null }), counts: JSON.stringify(counts) };
    record(tx, tx.insertInto('reorganization').values({ ...row, ...kept, state: 'drafted', drafted_at: at }));
    const detail = { kind, subject, successor: input.successor };
    recordTrail(tx, { at, act: 'reorganization.drafted', actor, subject: id, detail, address });
  });
  return { id };
}

function writing(app: Http, deps: ReorganizingDeps): void {
  const keeper = async (request: Parameters<typeof requireActor>[0]) => {
    const actor = await requireActor(request, deps);
    requireRole(actor, 'systemAdmin');
    return actor;
  };
  app.post(
    '/api/reorganizations/previews',
    { schema: { tags, summary: '撤并之前看看牵连什么', body: ReorganizationInput } },
    async (request) => {
      const actor = await keeper(request);
      return (await foresee(deps, actor, request.body)).view;
    },
  );
  app.post(
    '/api/reorganizations',
    { schema: { tags, summary: '起草撤并', body: ReorganizationInput } },
    async (request, reply) => {
      const actor = await keeper(request);
      return reply.code(201).send(await draft(deps, actor, request.body, request.ip));
    },
  );
  app.post(
    '/api/reorganizations/:id/confirmations',
    { schema: { tags, summary: '确认撤并', params, body: confirmation } },
    async (request, reply) => {
      const actor = await keeper(request);
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
      const actor = await keeper(request);
      const { id } = await getOwn(deps, actor, request.params.id);
      await command(deps.db, asHouse(actor), async (tx) => {
        const found = await lockReorganization(tx, id);
        if (found?.state !== 'drafted') refuse('conflict', 'movedOn', '只有还没确认的可以作废。');
        recordReorganizationState(tx, id, { state: 'withdrawn' });
        recordTrail(tx, { at: deps.now(), act: 'reorganization.withdrawn', actor, subject: id, address: request.ip });
      });
      return reply.code(204).send();
    },
  );
}

/** Closing and merging units and places, and the check that nothing was left behind. */
export function reorganizationRoutes(app: Http, deps: ReorganizingDeps): void {
  writing(app, deps);
  app.get('/api/reorganizations', { schema: { tags, summary: '机构调整' } }, async (request) => {
    const actor = await requireActor(request, deps);
    requireRole(actor, 'systemAdmin');
    const rows = await plainly(deps.db, (queries) => listReorganizations(queries, actor.counties));
    return rows.map((row) => reorganizationView(row, deps.book(), actor.userId));
  });
  app.get('/api/orphans', { schema: { tags, summary: '没有人管的：停用了还被指着的' } }, async (request) => {
    const actor = await requireActor(request, deps);
    requireRole(actor, 'systemAdmin', 'centerLeader', 'supervisor');
    const orphans = await reading(deps.db, { counties: actor.counties, viewers: ['system'] }, (queries) =>
      listOrphans(queries, actor.counties, deps.reference(), dayOf(deps.now())),
    );
    return { asOf: deps.now().toISOString(), orphans };
  });
}
