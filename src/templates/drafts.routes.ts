import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Id } from '../matters/fields.ts';
import { formKeys, forms } from '../papers/forms.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Tx } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { refuse } from '../platform/refusal.ts';
import type { SittingEngine } from '../sittings/sittingEngine.ts';
import { previewTemplate, printPreview } from './previewTemplate.sql.ts';
import { readForms } from './readForms.sql.ts';
import { type CountyTemplate, checkTemplate, type KeepingDoor, publishTemplate, requireKeeper } from './template.ts';
import { findTemplate, lastVersion, recordEnd, recordPublished, recordTemplateTrail } from './templates.sql.ts';

export const tags = ['文书样式 paper templates'];
export const formParams = Type.Object({ form: Type.Union(formKeys.map((key) => Type.Literal(key))) });
const idParams = Type.Object({ id: Id });

export async function keeper(request: FastifyRequest, engine: SittingEngine, door: KeepingDoor): Promise<Actor> {
  const actor = await requireActor(request, engine);
  requireKeeper(actor, door);
  return actor;
}

async function getDraft(tx: Tx, actor: Actor, id: string): Promise<CountyTemplate> {
  const found = await findTemplate(tx, actor.countyCode, id);
  return found?.state === 'draft'
    ? found
    : refuse('notFound', 'noSuchDraft', '没有这一稿，可能已经发布或者不用了。刷新再看。');
}

/** What becomes of a draft. */
export function draftRoutes(app: Http, engine: SittingEngine): void {
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
  endRoutes(app, engine);
}

/** A draft that is not wanted, and a county's form given up for ours. */
function endRoutes(app: Http, engine: SittingEngine): void {
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
