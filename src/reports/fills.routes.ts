import { Type } from 'typebox';
import { Id } from '../matters/fields.ts';
import { recordTrail } from '../people/trail.sql.ts';
import { command } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { filledFile } from './filledFile.sql.ts';
import { answerByHand, fillMonth, type ManualInput } from './fills.sql.ts';
import { readFill } from './formPages.sql.ts';
import { formTags, keeperOf, sendFile } from './forms.routes.ts';
import { handInFill } from './handInFill.sql.ts';
import type { ReportDeps } from './reports.sql.ts';

const params = Type.Object({ id: Id });
const Revision = Type.Integer({ minimum: 1 });
const ManualBody = Type.Object(
  {
    revision: Revision,
    address: Type.String({ pattern: '^[0-9]{1,2}![A-Z]{1,3}[0-9]{1,6}$' }),
    value: Type.Union([Type.Number(), Type.String({ minLength: 1, maxLength: 200 }), Type.Null()], { title: '写什么' }),
    reason: Type.String({ minLength: 2, maxLength: 300, title: '根据什么' }),
  },
  { additionalProperties: false },
);
const HandInBody = Type.Object(
  { revision: Revision, leaveEmpty: Type.Boolean({ title: '空着报' }) },
  { additionalProperties: false },
);
const MonthBody = Type.Object(
  { month: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}$', title: '哪个月' }) },
  { additionalProperties: false },
);

/** The months of a form: filled, answered by hand, fetched, handed in. */
export function fillRoutes(app: Http, deps: ReportDeps): void {
  const keeper = keeperOf(deps);
  app.post(
    '/api/report-forms/:id/fills',
    { schema: { tags: formTags, summary: '填一期', params, body: MonthBody } },
    async (request, reply) => {
      const actor = await keeper(request);
      return reply.code(201).send(await fillMonth(deps, actor, request.params.id, request.body.month));
    },
  );
  app.get('/api/report-fills/:id', { schema: { tags: formTags, summary: '填好的一期', params } }, async (request) =>
    readFill(deps, await keeper(request), request.params.id),
  );
  app.put(
    '/api/report-fills/:id/answers',
    { schema: { tags: formTags, summary: '人工填一格', params, body: ManualBody } },
    async (request) => answerByHand(deps, await keeper(request), request.params.id, request.body as ManualInput),
  );
  app.post(
    '/api/report-fills/:id/hand-ins',
    { schema: { tags: formTags, summary: '报出', params, body: HandInBody } },
    async (request, reply) =>
      reply.code(201).send(await handInFill(deps, await keeper(request), request.params.id, request.body)),
  );
  app.get(
    '/api/report-fills/:id/file',
    { schema: { tags: formTags, summary: '取填好的表', params } },
    async (request, reply) => {
      const actor = await keeper(request);
      const { file } = await filledFile(deps, actor, request.params.id);
      await command(deps.db, actor, async (tx) =>
        recordTrail(tx, { at: deps.now(), act: 'reportFill.fetched', actor, subject: request.params.id }),
      );
      return sendFile(reply, file);
    },
  );
}
