import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { calendarTags, requireCityKeeper, yearParams } from '../calendar/calendar.routes.ts';
import { findDraft } from '../calendar/drafts.sql.ts';
import { publishYear } from '../calendar/publishYear.ts';
import type { Network } from '../network/lookup.ts';
import type { Actor } from '../platform/actor.ts';
import { plainly, reading } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import type { Gate } from '../platform/gate.ts';
import type { Http } from '../platform/http.ts';
import { jobView } from '../platform/jobs.routes.ts';
import { refuse } from '../platform/refusal.ts';
import { startJob } from '../platform/startJob.sql.ts';
import { type CalendarPlan, type CalendarReference, subjectOf } from './calendarMoves.ts';
import type { NamedCount } from './calendarViews.ts';
import { countProvisional, listMovedClocks, listProvisional } from './movedClocks.sql.ts';
import { findRun, listRuns, type MoveRun } from './moves.sql.ts';
import { planCalendar, publishCalendar } from './publishCalendar.sql.ts';
import type { Count } from './tally.ts';

export type PublishDeps = Deps & {
  readonly gate: Gate;
  readonly reference: { current(): CalendarReference & { readonly network: Network }; refresh(): Promise<void> };
  readonly onError?: (error: unknown) => void;
};

const tags = calendarTags;
const uuid = Type.String({ format: 'uuid' });
const uuidShape = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const after = Type.Optional(Type.String({ pattern: `^${uuidShape}/${uuidShape}$` }));
const PAGE = 50;

const named = (parts: Record<string, Count>, nameOf: (code: string) => string): NamedCount[] =>
  Object.entries(parts)
    .map(([code, count]) => ({ code, name: nameOf(code), ...count }))
    .sort((a, b) => b.moved - a.moved || (a.code < b.code ? -1 : 1));

function runView({ id, state, plan, tally, plannedAt, appliedAt }: MoveRun<CalendarPlan>, network: Network) {
  const { counties, units, ...whole } = tally;
  return {
    id,
    state,
    year: plan.year,
    version: plan.version,
    source: plan.source,
    plannedAt,
    appliedAt,
    whole,
    counties: named(counties ?? {}, (code) => network.region(code)?.name ?? code),
    units: named(units ?? {}, (code) => network.unit(code)?.short ?? code),
  };
}

const page = <Row extends { key: string }>(rows: readonly Row[]) => ({
  items: rows.slice(0, PAGE),
  next: rows.length > PAGE ? (rows[PAGE - 1]?.key ?? null) : null,
});

/** What a change of the calendar does to open clocks, before and after: preview, publication, the moved dates. */
export function publishCalendarRoutes(app: Http, deps: PublishDeps): void {
  previews(app, deps);
  publications(app, deps);
  const { gate, db } = deps;
  const listing = { tags, summary: '放假安排改了，哪些日期变了（只列看得到的）' };
  const asked = { params: Type.Object({ run: uuid }), querystring: Type.Object({ after }) };
  app.get('/api/calendar/previews/:run/moves', { schema: { ...listing, ...asked } }, async (request) => {
    const actor = await gate.requireActor(request);
    const { run } = request.params;
    const from = request.query.after;
    return page(await reading(db, actor, (queries) => listMovedClocks(queries, actor.counties, run, from, PAGE + 1)));
  });
  const provisional = { tags, summary: '暂定的日期：那一年的放假安排还没有录入', querystring: Type.Object({ after }) };
  app.get('/api/calendar/provisional', { schema: provisional }, async (request) => {
    const actor = await gate.requireActor(request);
    const from = request.query.after;
    const rows = await reading(db, actor, (queries) => listProvisional(queries, actor.counties, from, PAGE + 1));
    return { count: await countProvisional(db, actor.counties), ...page(rows) };
  });
}

async function draftOf(deps: PublishDeps, year: number, revision: number) {
  const draft = await plainly(deps.db, (queries) => findDraft(queries, year));
  if (!draft) return refuse('conflict', 'noDraft', '没有草稿可以预演，请先录入。');
  if (draft.revision !== revision) return refuse('conflict', 'movedOn', '草稿刚被改过，请先看看新的一稿。');
  return publishYear(year, draft, deps.reference.current().calendar.years.get(year)?.version ?? 0);
}

const owned = (kind: string, actor: Actor, input: object) => ({
  kind,
  countyCode: actor.countyCode,
  owner: `p:${actor.postId}`,
  input,
});

function previews(app: Http, deps: PublishDeps): void {
  const { gate, reference, onError } = deps;
  const asking = { tags, summary: '看看会动哪些时限', params: yearParams };
  const body = Type.Object({ revision: Type.Integer({ minimum: 1 }) }, { additionalProperties: false });
  app.post('/api/calendar/:year/previews', { schema: { ...asking, body } }, async (request, reply) => {
    const actor = await requireCityKeeper(gate, request);
    const plan = await draftOf(deps, request.params.year, request.body.revision);
    const work = async ({ step }: { step(done: number, total: number): Promise<void> }) => {
      const { id } = await planCalendar(deps, actor, plan, step);
      return { run: id };
    };
    const started = owned('calendar.preview', actor, { year: plan.year });
    return reply.code(201).send(jobView(await startJob(deps, actor, started, work, onError)));
  });
  const newest = { tags, summary: '这一年最近的预演和发布', params: yearParams };
  app.get('/api/calendar/:year/previews', { schema: newest }, async (request) => {
    await requireCityKeeper(gate, request);
    const subject = subjectOf(request.params.year);
    const runs = await plainly(deps.db, (queries) => listRuns<CalendarPlan>(queries, subject));
    const { network } = reference.current();
    return runs.filter(({ state }) => state !== 'planning').map((run) => runView(run, network));
  });
}

function publications(app: Http, deps: PublishDeps): void {
  const { gate, onError } = deps;
  const schema = {
    tags,
    summary: '发布放假安排，按预演改时限',
    params: yearParams,
    body: Type.Object({ run: uuid }, { additionalProperties: false }),
  };
  app.post('/api/calendar/:year/publications', { schema }, async (request, reply) => {
    const actor = await requireCityKeeper(gate, request);
    const { run: id } = request.body;
    const run = await plainly(deps.db, (queries) => findRun<CalendarPlan>(queries, id));
    if (!run || run.subject !== subjectOf(request.params.year))
      return refuse('notFound', 'noSuchPlan', '没有这份预演，请再看一遍会动哪些时限。');
    if (run.state === 'applied') return refuse('conflict', 'alreadyApplied', '这次改动已经生效，不用再按。');
    const { year, version, source } = run.plan;
    const note = (tx: Parameters<Gate['recordTrail']>[0]) => {
      const detail = { version, source, moved: run.tally.clocks };
      gate.recordTrail(tx, request as FastifyRequest, actor, {
        act: 'calendar.published',
        subject: `calendar/${year}`,
        detail,
      });
    };
    const work = ({ step }: { step(done: number, total: number): Promise<void> }) =>
      publishCalendar(deps, actor, id, step, note);
    const started = owned('calendar.publication', actor, { year, run: id });
    return reply.code(201).send(jobView(await startJob(deps, actor, started, work, onError)));
  });
}
