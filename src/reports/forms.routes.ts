import { buffer } from 'node:stream/consumers';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Id } from '../matters/fields.ts';
import { requireActor, requireRole } from '../people/requireActor.routes.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { refuseField } from '../platform/refusal.ts';
import { filledFile, mimeOf, type OfficeFile } from './filledFile.sql.ts';
import { answerByHand, fillMonth, handInFill, type ManualInput } from './fills.sql.ts';
import { readFill, readForms, readFormView } from './formPages.sql.ts';
import { addForm, changeForm, type FormFacts, formOf, renewForm, saveMapping } from './forms.sql.ts';
import { Mapping } from './mapping.ts';
import type { ReportDeps } from './reports.sql.ts';
import { formRoles } from './scope.ts';

const tags = ['上级的表 forms'];
const params = Type.Object({ id: Id });
const Name = Type.String({ minLength: 2, maxLength: 60, title: '表名' });
const Issuer = Type.String({ maxLength: 60, title: '哪里要的' });
const Day = (title: string) => Type.Integer({ minimum: 1, maximum: 28, title });
const Revision = Type.Integer({ minimum: 1 });
const uploadQuery = Type.Object(
  { name: Type.Optional(Name), issuer: Type.Optional(Issuer) },
  { additionalProperties: false },
);
const MappingBody = Type.Object({ revision: Revision, mapping: Mapping }, { additionalProperties: false });
const FormBody = Type.Object(
  {
    ...{ revision: Revision, name: Name, issuer: Issuer, draftDay: Day('每月几号出草稿') },
    cutoffDay: Type.Integer({ minimum: 0, maximum: 28, title: '统计到每月几号' }),
    handInDay: Type.Union([Day('每月几号前报'), Type.Null()], { title: '每月几号前报' }),
    fillerPostId: Type.Union([Id, Type.Null()], { title: '填表人' }),
    active: Type.Boolean({ title: '还要不要填' }),
  },
  { additionalProperties: false },
);
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

async function uploaded(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }> {
  const part = await request.file();
  if (part === undefined) return refuseField('file', '选一个空表文件再传。');
  return { name: part.filename, bytes: await part.toBuffer() };
}

function sendFile(reply: FastifyReply, { name, mime, bytes }: OfficeFile): FastifyReply {
  const ending = name.slice(name.lastIndexOf('.'));
  return reply
    .type(mime)
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="form${ending}"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(bytes);
}

function keepingRoutes(app: Http, deps: ReportDeps, keeper: (request: FastifyRequest) => Promise<Actor>): void {
  app.get('/api/report-forms', { schema: { tags, summary: '上级的表' } }, async (request) =>
    readForms(deps, await keeper(request)),
  );
  const upload = { tags, summary: '上传一张空表', querystring: uploadQuery };
  app.post('/api/report-forms', { schema: upload }, async (request, reply) => {
    const actor = await keeper(request);
    const file = await uploaded(request);
    const { name = file.name.replace(/\.\w+$/, '').slice(0, 60), issuer = '' } = request.query;
    return reply.code(201).send(await addForm(deps, actor, file, { name, issuer }));
  });
  app.get('/api/report-forms/:id', { schema: { tags, summary: '一张表和它的对应', params } }, async (request) =>
    readFormView(deps, await keeper(request), request.params.id),
  );
  app.put(
    '/api/report-forms/:id',
    { schema: { tags, summary: '改表名、日期、填表人', params, body: FormBody } },
    async (request) => changeForm(deps, await keeper(request), request.params.id, request.body as FormFacts),
  );
  app.put(
    '/api/report-forms/:id/mapping',
    { schema: { tags, summary: '改每格填什么', params, body: MappingBody } },
    async (request) =>
      saveMapping(
        deps,
        await keeper(request),
        request.params.id,
        request.body as { revision: number; mapping: Mapping },
      ),
  );
  app.post(
    '/api/report-forms/:id/versions',
    { schema: { tags, summary: '上传空表的新版', params } },
    async (request, reply) => {
      const actor = await keeper(request);
      return reply.code(201).send(await renewForm(deps, actor, request.params.id, await uploaded(request)));
    },
  );
  app.get('/api/report-forms/:id/file', { schema: { tags, summary: '取空表', params } }, async (request, reply) => {
    const form = await formOf(deps, await keeper(request), request.params.id);
    const bytes = await buffer(await deps.files.read(form.sha256));
    return sendFile(reply, { name: form.file_name, mime: mimeOf[form.kind], bytes });
  });
}

/** Blank forms of superiors: kept, mapped, filled each month, handed in. */
export function formRoutes(app: Http, deps: ReportDeps): void {
  const keeper = async (request: FastifyRequest): Promise<Actor> => {
    const actor = await requireActor(request, deps);
    requireRole(actor, ...formRoles);
    return actor;
  };
  keepingRoutes(app, deps, keeper);
  app.post(
    '/api/report-forms/:id/fills',
    { schema: { tags, summary: '填一期', params, body: MonthBody } },
    async (request, reply) => {
      const actor = await keeper(request);
      return reply.code(201).send(await fillMonth(deps, actor, request.params.id, request.body.month));
    },
  );
  app.get('/api/report-fills/:id', { schema: { tags, summary: '填好的一期', params } }, async (request) =>
    readFill(deps, await keeper(request), request.params.id),
  );
  app.put(
    '/api/report-fills/:id/answers',
    { schema: { tags, summary: '人工填一格', params, body: ManualBody } },
    async (request) => answerByHand(deps, await keeper(request), request.params.id, request.body as ManualInput),
  );
  app.post(
    '/api/report-fills/:id/hand-ins',
    { schema: { tags, summary: '报出', params, body: HandInBody } },
    async (request, reply) =>
      reply.code(201).send(await handInFill(deps, await keeper(request), request.params.id, request.body)),
  );
  app.get('/api/report-fills/:id/file', { schema: { tags, summary: '取填好的表', params } }, async (request, reply) => {
    const actor = await keeper(request);
    const { file } = await filledFile(deps, actor, request.params.id);
    await command(deps.db, actor, async (tx) =>
      recordTrail(tx, { at: deps.now(), act: 'reportFill.fetched', actor, subject: request.params.id }),
    );
    return sendFile(reply, file);
  });
}
