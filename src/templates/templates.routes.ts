import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { formInForce } from '../documents/countyForms.sql.ts';
import { type Form, paper, paragraph } from '../documents/paper.ts';
import { paperDocx } from '../documents/paperDocx.ts';
import { readTemplateApart } from '../documents/templateApart.ts';
import { type FormKey, forms } from '../papers/forms.ts';
import type { Actor } from '../platform/actor.ts';
import { command, plainly } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { newId } from '../platform/ids.ts';
import { refuseField } from '../platform/refusal.ts';
import { whileWaiting } from '../platform/whileWaiting.ts';
import type { SittingEngine } from '../sittings/sittingEngine.ts';
import { draftRoutes, formParams, keeper, tags } from './drafts.routes.ts';
import { readForms, viewOf } from './readForms.sql.ts';
import { titled } from './template.ts';
import { lastVersion, recordDraft } from './templates.sql.ts';

const wordQuery = Type.Object(
  { ours: Type.Boolean({ default: false, title: '系统原来的样式' }) },
  { additionalProperties: false },
);
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

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
