import { type Static, Type } from 'typebox';
import type { CountyRules } from '../disputes/rules.ts';
import type { Actor } from '../platform/actor.ts';
import { command, plainly, reading } from '../platform/db.ts';
import { openScope } from '../platform/gate.ts';
import type { Http } from '../platform/http.ts';
import { jobView } from '../platform/jobs.routes.ts';
import { findJob } from '../platform/jobs.sql.ts';
import { refuse } from '../platform/refusal.ts';
import { startJob } from '../platform/startJob.sql.ts';
import type { ReplayLine } from '../replays/rehearsalFacts.ts';
import { mayDraft, requirePublisher } from '../settings/draft.ts';
import { getDraft, type KeptDraft } from '../settings/drafts.sql.ts';
import { tags } from '../settings/knowledge.ts';
import type { PublishDeps } from './publish.sql.ts';
import { listRehearsals, listSeen } from './rehearsalMatters.sql.ts';
import { type RehearsalResult, readLines, rehearse } from './rehearse.sql.ts';

const params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const RehearsalInput = Type.Object(
  { months: Type.Integer({ minimum: 1, maximum: 12, title: '过去几个月' }) },
  { additionalProperties: false },
);
const filter = Type.Object(
  {
    what: Type.Union(['late', 'notice', 'complex', 'sentBackInTime'].map((what) => Type.Literal(what))),
    /** Under which rules: today's, the draft's, or only under one of them. */
    side: Type.Union(['today', 'draft', 'onlyDraft', 'onlyToday'].map((side) => Type.Literal(side))),
    unit: Type.Optional(Type.String({ maxLength: 60 })),
    from: Type.Integer({ minimum: 0, maximum: 100_000, default: 0 }),
  },
  { additionalProperties: false },
);
type Filter = Static<typeof filter>;
const PAGE = 50;

const sides: Readonly<Record<string, (line: ReplayLine) => boolean>> = {
  today: ({ holds }) => holds[0],
  draft: ({ holds }) => holds[1],
  onlyDraft: ({ holds }) => holds[1] && !holds[0],
  onlyToday: ({ holds }) => holds[0] && !holds[1],
};

const chosen = (lines: readonly ReplayLine[], { what, side, unit }: Filter): ReplayLine[] =>
  lines.filter((line) => line.what === what && sides[side]?.(line) && (unit === undefined || line.unitId === unit));

/** Everybody who may write, or may publish, may look at what a draft would have done. */
function requireReader(actor: Actor, draft: KeptDraft): void {
  if (!mayDraft(actor, draft.countyCode)) requirePublisher(actor, { ...draft, editorIds: [] });
}

function startingRoutes(app: Http, deps: PublishDeps): void {
  const { db, gate, reference } = deps;
  const schema = { tags, summary: '试算：过去几个月照草稿会怎样', params, body: RehearsalInput };
  app.post('/api/settings/drafts/:id/rehearsals', { schema }, async (request, reply) => {
    const actor = await gate.requireActor(request);
    const { months } = request.body;
    const draft = await plainly(db, (queries) => getDraft(queries, actor, request.params.id));
    requireReader(actor, draft);
    if (!deps.rules.fits(draft.value)) refuse('conflict', 'draftDoesNotFit', '草稿里有没填对的，改好了再试算。');
    const { id, countyCode, revision } = draft;
    const input = { draft: id, revision, months };
    const started = { kind: 'settings.rehearsal', countyCode, owner: `p:${actor.postId}`, input };
    const asked = { ...input, countyCode, rules: draft.value as CountyRules };
    const job = await startJob(deps, actor, started, (run) =>
      rehearse(deps, reference.current(), asked, (done, total) => run.step(done, total)),
    );
    const noted = { act: 'settings.rehearsed', subject: `settings/${countyCode}`, detail: input };
    await command(db, openScope, async (tx) => gate.recordTrail(tx, request, actor, noted));
    return reply.code(202).send(jobView(job));
  });
  const listing = { tags, summary: '这份草稿的试算', params };
  app.get('/api/settings/drafts/:id/rehearsals', { schema: listing }, async (request) => {
    const actor = await gate.requireActor(request);
    return plainly(db, async (queries) => {
      const draft = await getDraft(queries, actor, request.params.id);
      requireReader(actor, draft);
      return listRehearsals(queries, draft.countyCode, draft.id);
    });
  });
}

/** The list behind a count: only what the reader may see, and how many more there are. */
function matterRoutes(app: Http, deps: PublishDeps): void {
  const { db, gate, reference } = deps;
  const schema = { tags, summary: '试算的一个数是哪些件', params, querystring: filter };
  app.get('/api/settings/rehearsals/:id/matters', { schema }, async (request) => {
    const actor = await gate.requireActor(request);
    const job = await findJob(db, request.params.id);
    const none = () => refuse('notFound', 'noSuchRehearsal', '没有这次试算，或者不归您看。');
    if (job?.kind !== 'settings.rehearsal' || job.state !== 'done') none();
    const result = job?.result as RehearsalResult;
    const draft = await plainly(db, (queries) => getDraft(queries, actor, result.draft));
    requireReader(actor, draft);
    const lines = chosen(await readLines(deps, result.list), request.query);
    const seen = await reading(db, actor, (queries) => listSeen(queries, lines));
    const visible = lines.filter(({ matterId }) => seen.has(matterId));
    const { network } = reference.current();
    const page = visible.slice(request.query.from, request.query.from + PAGE);
    return {
      total: lines.length,
      visible: visible.length,
      next: request.query.from + PAGE < visible.length ? request.query.from + PAGE : null,
      rows: page.map(({ matterId, kind, unitId, dues, endedAt, holds }) => {
        const matter = seen.get(matterId);
        const unit = network.unit(unitId)?.short ?? '';
        const ends = dues.map((due) => (due === null ? null : new Date(due).toISOString()));
        const label = result.labels[kind] ?? '';
        const over = endedAt === null ? null : new Date(endedAt).toISOString();
        return { code: matter?.code, title: matter?.title, kind, label, unit, dues: ends, endedAt: over, holds };
      }),
    };
  });
}

export function rehearsalRoutes(app: Http, deps: PublishDeps): void {
  startingRoutes(app, deps);
  matterRoutes(app, deps);
}
