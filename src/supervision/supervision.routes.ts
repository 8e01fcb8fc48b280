import type { FastifyReply } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { renderPdf } from '../documents/typst.ts';
import { UnitId } from '../matters/fields.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import { reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { AnswerInput, SendBackAnswerInput } from './answerNotice.ts';
import { OpinionInput, WithdrawInput } from './endNotice.ts';
import { issueByHand, previewIssueByHand } from './issueNotice.sql.ts';
import { IssueInput } from './issueNotice.ts';
import { type NoticeNoun, previewStepOf, readNotice, takeNoticeStep } from './noticeCommands.sql.ts';
import { cursorAfter, filterOf, listRow, type NoticeQuery } from './noticeList.ts';
import { countNotices, listNoticesAcross } from './notices.across.sql.ts';
import type { SupervisionEngine } from './supervisionEngine.ts';
import { supervisionNotice } from './supervisionNotice.ts';

const tags = ['督办 supervision'];
const disputeParams = Type.Object({ code: Type.String({ pattern: '^\\d{15}$' }) });
const params = Type.Object({ code: Type.String({ pattern: '^DB\\d{14}$' }) });
const listQuery = Type.Object(
  {
    state: Type.Union(
      (['open', 'sent', 'answered', 'ended', 'all'] as const).map((state) => Type.Literal(state)),
      { default: 'open', title: '状态' },
    ),
    unit: Type.Optional(UnitId),
    level: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, title: '至少第几次' })),
    listed: Type.Optional(Type.Boolean({ title: '约谈通报名单' })),
    about: Type.Optional(Type.String({ pattern: '^\\d{15}$', title: '哪件事' })),
    after: Type.Optional(Type.String({ maxLength: 300 })),
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 50 }),
  },
  { additionalProperties: false },
);

const steps: Readonly<Record<NoticeNoun, { summary: string; body: TSchema }>> = {
  answers: { summary: '回复督办单', body: AnswerInput },
  'answer-returns': { summary: '回复退回重报', body: SendBackAnswerInput },
  liftings: { summary: '核销督办单', body: OpinionInput },
  withdrawals: { summary: '撤销督办单', body: WithdrawInput },
};

function issueRoutes(app: Http, engine: SupervisionEngine): void {
  const schema = { tags, params: disputeParams, body: IssueInput };
  app.post(
    '/api/disputes/:code/supervision-notices',
    { schema: { ...schema, summary: '发督办单' } },
    async (request, reply) => {
      const actor = await requireActor(request, engine);
      return reply.code(201).send(await issueByHand(engine, actor, request.params.code, request.body));
    },
  );
  app.post(
    '/api/disputes/:code/supervision-notice-previews',
    { schema: { ...schema, summary: '发督办单之前看看会发生什么' } },
    async (request) => {
      const actor = await requireActor(request, engine);
      return previewIssueByHand(engine, actor, request.params.code, request.body);
    },
  );
}

/** One address for each step on a notice, and its preview beside it. */
function stepRoutes(app: Http, engine: SupervisionEngine, noun: NoticeNoun): void {
  const { summary, body } = steps[noun];
  const schema = { tags, params, body };
  app.post(`/api/supervision-notices/:code/${noun}`, { schema: { ...schema, summary } }, async (request) => {
    const actor = await requireActor(request, engine);
    return takeNoticeStep(engine, actor, request.params.code, noun, request.body as object);
  });
  app.post(
    `/api/supervision-notices/:code/${noun.slice(0, -1)}-previews`,
    { schema: { ...schema, summary: `${summary}之前看看会发生什么` } },
    async (request) => {
      const actor = await requireActor(request, engine);
      return previewStepOf(engine, actor, request.params.code, noun, request.body as object);
    },
  );
}

async function sendPaper(engine: SupervisionEngine, reply: FastifyReply, view: Awaited<ReturnType<typeof readNotice>>) {
  const pdf = await renderPdf(supervisionNotice(view, engine.now()));
  return reply
    .type('application/pdf')
    .header('cache-control', 'no-store')
    .header('content-disposition', `inline; filename="${view.code}.pdf"`)
    .send(pdf);
}

/** Supervision notices 督办单: issued to units, answered by each, checked, lifted; their lists and their paper. */
export function supervisionRoutes(app: Http, engine: SupervisionEngine): void {
  issueRoutes(app, engine);
  for (const noun of Object.keys(steps) as NoticeNoun[]) stepRoutes(app, engine, noun);
  app.get(
    '/api/supervision-notices',
    { schema: { tags, summary: '督办单', querystring: listQuery } },
    async (request) => {
      const actor = await requireActor(request, engine);
      const query = request.query as NoticeQuery;
      const now = engine.now();
      const { network } = engine.reference();
      const [rows, counts] = await reading(engine.db, actor, (queries) =>
        Promise.all([
          listNoticesAcross(queries, actor.counties, actor.viewers, filterOf(query)),
          countNotices(queries, actor.counties, actor.viewers),
        ]),
      );
      const page = rows.slice(0, query.limit);
      return {
        asOf: now.toISOString(),
        counts,
        rows: page.map((row) => listRow(row, network, now)),
        next: rows.length > query.limit ? cursorAfter(page.at(-1)) : null,
      };
    },
  );
  app.get('/api/supervision-notices/:code', { schema: { tags, summary: '一张督办单', params } }, async (request) => {
    const actor = await requireActor(request, engine);
    return readNotice(engine, actor, request.params.code);
  });
  app.get(
    '/api/supervision-notices/:code/notice.pdf',
    { schema: { tags, summary: '打印督办单', params } },
    async (request, reply) => {
      const actor = await requireActor(request, engine);
      return sendPaper(engine, reply, await readNotice(engine, actor, request.params.code));
    },
  );
}
