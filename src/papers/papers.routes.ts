import { type Static, Type } from 'typebox';
import { codeParams } from '../disputes/codeParams.ts';
import type { Dispute } from '../disputes/dispute.ts';
import { getDispute, lockDispute } from '../disputes/disputes.sql.ts';
import { recordLook } from '../disputes/looks.sql.ts';
import { sightOf } from '../disputes/sight.ts';
import { paperDocx } from '../documents/paperDocx.ts';
import { paperSheet } from '../documents/paperSheet.ts';
import { Id } from '../matters/fields.ts';
import * as matters from '../matters/record.sql.ts';
import { recordAside } from '../matters/state.sql.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Queries, reading, type Tx } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refusal.ts';
import { sendPdf } from '../residents/papers.routes.ts';
import type { SittingEngine } from '../sittings/sittingEngine.ts';
import { type PaperKey, papers } from './catalogue.ts';
import { formKeys } from './forms.ts';
import { listPapers } from './listPapers.sql.ts';
import { fillPaper } from './makePaper.sql.ts';

const tags = ['文书 papers'];
const closed = { additionalProperties: false };
const params = Type.Object({
  ...codeParams.properties,
  form: Type.Union(
    formKeys.map((key) => Type.Literal(key)),
    { title: '哪一种文书' },
  ),
});
const query = Type.Object(
  {
    subject: Type.Optional(Type.Unsafe<string>({ ...Id, title: '关于哪一个' })),
    largePrint: Type.Boolean({ default: false, title: '大字' }),
    purpose: Type.Optional(Type.String({ minLength: 2, maxLength: 200, title: '为什么要印完整的电话' })),
  },
  closed,
);
type Asked = Static<typeof query>;

/** Whoever has the dispute in hand, in the center or in the unit that leads. */
async function getOwn(queries: Queries | Tx, actor: Actor, code: string, locked = false): Promise<Dispute> {
  const dispute = await (locked ? lockDispute(queries as Tx, code) : getDispute(queries, code));
  if (sightOf(actor, dispute) !== 'full') refuse('forbidden', 'mayNotPrint', '文书由受理中心和办这件事的人打印。');
  return dispute;
}

/** Numbers that are unmasked on a paper are a reveal like one on the screen: with a purpose, an event and a row of the trail. */
function recordPlain(tx: Tx, engine: SittingEngine, actor: Actor, dispute: Dispute, form: PaperKey, purpose: string) {
  const now = engine.now();
  matters.recordAsSystem(tx);
  recordAside(tx, dispute, { eventId: newId(now), at: now, actor, type: 'reveal', data: { form } });
  recordLook(tx, 'revealed', actor, dispute.code, { form, purpose }, now);
}

/** Every form of a dispute, as PDF and as Word from one source (docs/decisions/0077). */
export function paperFormRoutes(app: Http, engine: SittingEngine): void {
  const listing = { tags, summary: '一件事的文书', params: codeParams };
  app.get('/api/disputes/:code/papers', { schema: listing }, async (request) => {
    const actor = await requireActor(request, engine);
    return reading(engine.db, actor, async (queries) => {
      const dispute = await getOwn(queries, actor, request.params.code);
      const entries = await listPapers(engine, queries, dispute);
      return { papers: entries.map((entry) => ({ ...entry, place: papers[entry.form].place })) };
    });
  });

  const fill = (actor: Actor, code: string, form: PaperKey, { subject, largePrint, purpose }: Asked) =>
    command(engine.db, actor, async (tx) => {
      const subjectId = subject ?? null;
      const dispute = await getOwn(tx, actor, code, purpose !== undefined);
      const asked = { largePrint, plain: purpose !== undefined };
      const filled = await fillPaper(engine, tx, actor, dispute, { form, subjectId }, asked);
      recordLook(tx, 'sheetPrinted', actor, code, { form, subjectId }, engine.now());
      if (purpose !== undefined) recordPlain(tx, engine, actor, dispute, form, purpose.trim());
      return filled;
    });
  const pdf = { tags, summary: '打印一份文书', params, querystring: query };
  app.get('/api/disputes/:code/papers/:form.pdf', { schema: pdf }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const { code, form } = request.params;
    const { frame, paper } = await fill(actor, code, form, request.query);
    return sendPdf(reply, paperSheet(frame, paper), `${form}-${code}`);
  });
  const word = { tags, summary: '一份文书的 Word 文件', params, querystring: query };
  app.get('/api/disputes/:code/papers/:form.docx', { schema: word }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const { code, form } = request.params;
    const { frame, paper } = await fill(actor, code, form, request.query);
    return reply
      .type('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${form}-${code}.docx"`)
      .send(await paperDocx(frame, paper));
  });
}
