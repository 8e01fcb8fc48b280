import { buffer } from 'node:stream/consumers';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Id } from '../matters/fields.ts';
import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import type { Http } from '../platform/http.ts';
import { refuseField } from '../platform/refusal.ts';
import { whileWaiting } from '../platform/whileWaiting.ts';
import { mimeOf, type OfficeFile } from './filledFile.sql.ts';
import { addForm, changeForm, type FormFacts, renewForm, saveMapping, type Upload } from './formChanges.sql.ts';
import { readForms, readFormView } from './formPages.sql.ts';
import { formOf } from './forms.sql.ts';
import { Mapping } from './mapping.ts';
import type { ReportDeps } from './reports.sql.ts';

export const formTags = ['上级的表 forms'];
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

async function uploaded(request: FastifyRequest, reply: FastifyReply): Promise<Upload> {
  const part = await request.file();
  if (part === undefined) return refuseField('file', '选一个空表文件再传。');
  return { name: part.filename, bytes: await part.toBuffer(), signal: whileWaiting(reply) };
}

export function sendFile(reply: FastifyReply, { name, mime, bytes }: OfficeFile): FastifyReply {
  const ending = name.slice(name.lastIndexOf('.'));
  return reply
    .type(mime)
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="form${ending}"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(bytes);
}

/** Who may keep and fill a center's forms. */
export const keeperOf =
  (deps: ReportDeps) =>
  async (request: FastifyRequest): Promise<Actor> => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'reportForms');
    return actor;
  };

function keepingRoutes(app: Http, deps: ReportDeps): void {
  const keeper = keeperOf(deps);
  app.get('/api/report-forms', { schema: { tags: formTags, summary: '上级的表' } }, async (request) =>
    readForms(deps, await keeper(request)),
  );
  const upload = { tags: formTags, summary: '上传一张空表', querystring: uploadQuery };
  app.post('/api/report-forms', { schema: upload }, async (request, reply) => {
    const actor = await keeper(request);
    const file = await uploaded(request, reply);
    const { name = file.name.replace(/\.\w+$/, '').slice(0, 60), issuer = '' } = request.query;
    return reply.code(201).send(await addForm(deps, actor, file, { name, issuer }));
  });
  app.get(
    '/api/report-forms/:id',
    { schema: { tags: formTags, summary: '一张表和它的对应', params } },
    async (request) => readFormView(deps, await keeper(request), request.params.id),
  );
  app.put(
    '/api/report-forms/:id',
    { schema: { tags: formTags, summary: '改表名、日期、填表人', params, body: FormBody } },
    async (request) => changeForm(deps, await keeper(request), request.params.id, request.body as FormFacts),
  );
  app.put(
    '/api/report-forms/:id/mapping',
    { schema: { tags: formTags, summary: '改每格填什么', params, body: MappingBody } },
    async (request) =>
      saveMapping(
        deps,
        await keeper(request),
        request.params.id,
        request.body as { revision: number; mapping: Mapping },
      ),
  );
}

function fileRoutes(app: Http, deps: ReportDeps): void {
  const keeper = keeperOf(deps);
  app.post(
    '/api/report-forms/:id/versions',
    { schema: { tags: formTags, summary: '上传空表的新版', params } },
    async (request, reply) => {
      const actor = await keeper(request);
      return reply.code(201).send(await renewForm(deps, actor, request.params.id, await uploaded(request, reply)));
    },
  );
  app.get(
    '/api/report-forms/:id/file',
    { schema: { tags: formTags, summary: '取空表', params } },
    async (request, reply) => {
      const form = await formOf(deps, await keeper(request), request.params.id);
      const bytes = await buffer(await deps.files.read(form.sha256));
      return sendFile(reply, { name: form.file_name, mime: mimeOf[form.kind], bytes });
    },
  );
}

/** Blank forms of superiors: kept, mapped, and renewed when the superior changes them. */
export function formRoutes(app: Http, deps: ReportDeps): void {
  keepingRoutes(app, deps);
  fileRoutes(app, deps);
}
