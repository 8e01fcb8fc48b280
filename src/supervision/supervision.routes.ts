import type { FastifyReply } from 'fastify';
import { Type } from 'typebox';
import { printPdf } from '../documents/pressApart.ts';
import { UnitId } from '../matters/fields.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { getMatter } from '../procedures/lock.sql.ts';
import { namesOf } from '../procedures/names.sql.ts';
import { contextFor } from '../procedures/takeStep.sql.ts';
import { issueByHand, previewIssueByHand } from './issueNotice.sql.ts';
import { IssueInput } from './issueNotice.ts';
import { readNoticeDetail } from './noticeDetail.sql.ts';
import { cursorAfter, filterOf, listRow, type NoticeQuery } from './noticeList.ts';
import { countNotices, listNoticesAcross } from './notices.across.sql.ts';
import { noticeView } from './noticeView.ts';
import type { NoticeView } from './noticeViews.ts';
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

function readNotice(engine: SupervisionEngine, actor: Actor, code: string): Promise<NoticeView> {
  const bound = engine.kinds.supervision;
  return reading(engine.db, actor, async (queries) => {
    const notice = await getMatter(bound, queries, code);
    const detail = await readNoticeDetail(queries, notice);
    const about = { countyCode: notice.countyCode, id: notice.about.id };
    const names = await namesOf(engine, queries, actor, [about]);
    return noticeView(bound, notice, detail, contextFor(engine, actor, notice), names.get(about.id));
  });
}

async function sendPaper(engine: SupervisionEngine, reply: FastifyReply, view: NoticeView) {
  const pdf = await printPdf(supervisionNotice(view, engine.now()));
  return reply
    .type('application/pdf')
    .header('cache-control', 'no-store')
    .header('content-disposition', `inline; filename="${view.code}.pdf"`)
    .send(pdf);
}

/** Supervision notices 督办单: issued to units; their lists and their paper. Steps on one are registered as for every kind. */
export function supervisionRoutes(app: Http, engine: SupervisionEngine): void {
  issueRoutes(app, engine);
  app.get(
    '/api/supervision-notices',
    { schema: { tags, summary: '督办单', querystring: listQuery } },
    async (request) => {
      const actor = await requireActor(request, engine);
      const query = request.query as NoticeQuery;
      const now = engine.now();
      const { network } = engine.reference();
      const [rows, counts, names] = await reading(engine.db, actor, async (queries) => {
        const [found, counted] = await Promise.all([
          listNoticesAcross(queries, actor.counties, actor.viewers, filterOf(query)),
          countNotices(queries, actor.counties, actor.viewers),
        ]);
        const about = found.map(({ countyCode, aboutId }) => ({ countyCode, id: aboutId }));
        return [found, counted, await namesOf(engine, queries, actor, about)] as const;
      });
      const page = rows.slice(0, query.limit);
      return {
        asOf: now.toISOString(),
        counts,
        rows: page.map((row) => listRow(row, names, network, now)),
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
