import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { formInForce } from '../documents/countyForms.sql.ts';
import { type Form, paper, paragraph } from '../documents/paper.ts';
import { paperDocx } from '../documents/paperDocx.ts';
import { readTemplateApart } from '../documents/templateApart.ts';
import { Id } from '../matters/fields.ts';
import { papers } from '../papers/catalogue.ts';
import { type FormKey, formKeys, forms } from '../papers/forms.ts';
import { mayEnter } from '../people/doors.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { command, plainly, type Tx } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { newId } from '../platform/ids.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { whileWaiting } from '../platform/whileWaiting.ts';
import type { SittingEngine } from '../sittings/sittingEngine.ts';
import { previewTemplate, printPreview } from './previewTemplate.sql.ts';
import {
  type CountyTemplate,
  checkTemplate,
  type KeepingDoor,
  publishTemplate,
  requireKeeper,
  titled,
} from './template.ts';
import {
  findTemplate,
  lastVersion,
  listTemplates,
  recordDraft,
  recordEnd,
  recordPublished,
  recordTemplateTrail,
} from './templates.sql.ts';
import type { FormsView, TemplateView } from './templateViews.ts';

const tags = ['文书样式 paper templates'];
const formParams = Type.Object({ form: Type.Union(formKeys.map((key) => Type.Literal(key))) });
const idParams = Type.Object({ id: Id });
const wordQuery = Type.Object(
  { ours: Type.Boolean({ default: false, title: '系统原来的样式' }) },
  { additionalProperties: false },
);
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function keeper(request: FastifyRequest, engine: SittingEngine, door: KeepingDoor): Promise<Actor> {
  const actor = await requireActor(request, engine);
  requireKeeper(actor, door);
  return actor;
}

function viewOf(actor: Actor, one: CountyTemplate | undefined): TemplateView | null {
  if (!one) return null;
  return {
    ...{ id: one.id, version: one.version, title: one.template.title, fileName: one.fileName, by: one.authorName },
    ...{ at: one.madeAt.toISOString(), mine: one.authorUserId === actor.userId, notCarried: one.notCarried },
    faults: checkTemplate(one.template, forms[one.form].fields),
  };
}

async function readForms(engine: SittingEngine, actor: Actor): Promise<FormsView> {
  const kept = await plainly(engine.db, (queries) => listTemplates(queries, actor.countyCode));
  const of = (form: FormKey, state: string) => kept.find((each) => each.form === form && each.state === state);
  return {
    forms: formKeys.map((form) => ({
      ...{ form, name: papers[form].name, fields: [...forms[form].fields] },
      ...{ own: viewOf(actor, of(form, 'published')), draft: viewOf(actor, of(form, 'draft')) },
    })),
    mayDraft: mayEnter('draftingTemplates', actor.role),
    mayPublish: mayEnter('publishingTemplates', actor.role),
  };
}

/** The form as a Word file with its fields in braces, to be changed and sent back. */
async function sendWord(reply: FastifyReply, engine: SittingEngine, actor: Actor, { template }: Form) {
  const centerName = engine.reference().network.unit(actor.unitId)?.name ?? '综治中心';
  const frame = { centerName, codeGrouped: '（每件事自己的编号）', largePrint: false, qrText: engine.config.publicUrl };
  // The title stands first in the text as well, so that it can be changed with the rest.
  const blocks = [paragraph('title', template.title), ...template.blocks];
  const file = await paperDocx(frame, paper(template.title, blocks));
  return reply
    .type(WORD)
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${template.title}.docx`)}`)
    .send(file);
}

async function getDraft(tx: Tx, actor: Actor, id: string): Promise<CountyTemplate> {
  const found = await findTemplate(tx, actor.countyCode, id);
  return found?.state === 'draft'
    ? found
    : refuse('notFound', 'noSuchDraft', '没有这一稿，可能已经发布或者不用了。刷新再看。');
}

async function draftOf(
  engine: SittingEngine,
  actor: Actor,
  form: FormKey,
  request: FastifyRequest,
  signal: AbortSignal,
) {
  const part = request.isMultipart() ? await request.file() : undefined;
  if (!part) return refuseField('file', '选一个改好的 Word 文件再传。');
  const read = await readTemplateApart(await part.toBuffer(), signal);
  if (read.blocks.length === 0) return refuseField('file', '这个文件里没有字。传改好的样式。');
  const now = engine.now();
  return {
    ...{ id: newId(now), countyCode: actor.countyCode, form, version: 0, state: 'draft' as const },
    template: titled(read.blocks, forms[form].template.title),
    ...{ notCarried: read.left, fileName: part.filename.slice(0, 200), authorUserId: actor.userId },
    ...{ authorName: actor.name, madeAt: now, publishedBy: null, publishedAt: null },
  };
}

/** A county's own forms: taken as Word, changed, sent back, looked at on real matters, published by somebody else. */
export function templateRoutes(app: Http, engine: SittingEngine): void {
  app.get('/api/paper-templates', { schema: { tags, summary: '文书样式' } }, async (request) =>
    readForms(engine, await keeper(request, engine, 'templates')),
  );
  const word = { tags, summary: '下载样式（Word）', params: formParams, querystring: wordQuery };
  app.get('/api/paper-templates/:form/template.docx', { schema: word }, async (request, reply) => {
    const actor = await keeper(request, engine, 'templates');
    const { form } = request.params;
    const inForce = await plainly(engine.db, (queries) => formInForce(queries, actor.countyCode, form, forms[form]));
    return sendWord(reply, engine, actor, request.query.ours ? forms[form] : inForce);
  });
  const upload = { tags, summary: '传改好的样式', params: formParams, consumes: ['multipart/form-data'] };
  app.post('/api/paper-templates/:form/drafts', { schema: upload }, async (request, reply) => {
    const actor = await keeper(request, engine, 'draftingTemplates');
    const { form } = request.params;
    const draft = await draftOf(engine, actor, form, request, whileWaiting(reply));
    const made = await command(engine.db, actor, async (tx) => {
      const numbered = { ...draft, version: (await lastVersion(tx, actor.countyCode, form)) + 1 };
      recordDraft(tx, numbered, { actor, at: engine.now() });
      return viewOf(actor, numbered);
    });
    return reply.code(201).send(made);
  });
  draftRoutes(app, engine);
}

/** What becomes of a draft. */
function draftRoutes(app: Http, engine: SittingEngine): void {
  const find = (actor: Actor, id: string) => command(engine.db, actor, (tx) => getDraft(tx, actor, id));
  const preview = { tags, summary: '拿最近十件事预览', params: idParams };
  app.get('/api/paper-template-drafts/:id/preview', { schema: preview }, async (request) => {
    const actor = await keeper(request, engine, 'templates');
    const made = await previewTemplate(engine, actor, await find(actor, request.params.id));
    return { matters: made.map(({ matter }) => matter) };
  });
  const printed = { tags, summary: '拿最近十件事预览（PDF）', params: idParams };
  app.get('/api/paper-template-drafts/:id/preview.pdf', { schema: printed }, async (request, reply) => {
    const actor = await keeper(request, engine, 'templates');
    const made = await previewTemplate(engine, actor, await find(actor, request.params.id));
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'inline; filename="preview.pdf"')
      .send(await printPreview(made));
  });
  const publish = { tags, summary: '发布样式', params: idParams };
  app.post('/api/paper-template-drafts/:id/publications', { schema: publish }, async (request, reply) => {
    const actor = await keeper(request, engine, 'publishingTemplates');
    await command(engine.db, actor, async (tx) => {
      const draft = await getDraft(tx, actor, request.params.id);
      publishTemplate(draft, actor, checkTemplate(draft.template, forms[draft.form].fields));
      recordPublished(tx, draft, { actor, at: engine.now() });
    });
    return reply.code(201).send(await readForms(engine, actor));
  });
  const withdraw = { tags, summary: '不用这一稿', params: idParams };
  app.post('/api/paper-template-drafts/:id/withdrawals', { schema: withdraw }, async (request, reply) => {
    const actor = await keeper(request, engine, 'draftingTemplates');
    await command(engine.db, actor, async (tx) => {
      const by = { actor, at: engine.now() };
      const draft = await getDraft(tx, actor, request.params.id);
      recordEnd(tx, draft, 'withdrawn', by);
      recordTemplateTrail(tx, 'template.withdrawn', draft, by);
    });
    return reply.code(201).send(await readForms(engine, actor));
  });
  const giveUp = { tags, summary: '换回系统的样式', params: formParams };
  app.post('/api/paper-templates/:form/returns', { schema: giveUp }, async (request, reply) => {
    const actor = await keeper(request, engine, 'publishingTemplates');
    await command(engine.db, actor, async (tx) => {
      const by = { actor, at: engine.now() };
      const version = await lastVersion(tx, actor.countyCode, request.params.form);
      recordEnd(tx, { countyCode: actor.countyCode, form: request.params.form }, 'ended', by);
      recordTemplateTrail(tx, 'template.returned', { form: request.params.form, version }, by);
    });
    return reply.code(201).send(await readForms(engine, actor));
  });
}
