import { Type } from 'typebox';
import { codeParams } from '../disputes/codeParams.ts';
import { getDispute } from '../disputes/disputes.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import { seesFacts, sightOf } from '../disputes/sight.ts';
import { paperSheet } from '../documents/paperSheet.ts';
import { printPdf } from '../documents/pressApart.ts';
import { Id } from '../matters/fields.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import { reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { refuse } from '../platform/refusal.ts';
import { makeAgreementPaper } from './agreementPaper.sql.ts';
import { listAgreements } from './agreements.sql.ts';

const tags = ['协议 agreements'];
const paperParams = Type.Object({ ...codeParams.properties, agreementId: Id });
const paperQuery = Type.Object(
  {
    version: Type.Optional(Type.Integer({ minimum: 1, maximum: 9999, title: '第几稿' })),
    largePrint: Type.Boolean({ default: false, title: '大字' }),
  },
  { additionalProperties: false },
);

/** The agreements of a dispute. Writing and locking one are steps of the dispute. */
export function agreementRoutes(app: Http, engine: Engine): void {
  const schema = { tags, summary: '一件事的协议，每一稿', params: codeParams };
  app.get('/api/disputes/:code/agreements', { schema }, async (request) => {
    const actor = await requireActor(request, engine);
    return reading(engine.db, actor, async (queries) => {
      const dispute = await getDispute(queries, request.params.code);
      if (!seesFacts(sightOf(actor, dispute))) refuse('forbidden', 'notYourAgreement', '协议由办这件事的人看。');
      return { agreements: await listAgreements(queries, dispute, engine.reference().directory) };
    });
  });
  const printing = { tags, summary: '打印协议书', params: paperParams, querystring: paperQuery };
  app.get('/api/disputes/:code/agreements/:agreementId/agreement.pdf', { schema: printing }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const { code, agreementId } = request.params;
    const { version = null, largePrint } = request.query;
    const { frame, paper } = await reading(engine.db, actor, async (queries) => {
      const dispute = await getDispute(queries, code);
      if (sightOf(actor, dispute) !== 'full') refuse('forbidden', 'mayNotPrint', '协议书由办这件事的人打印。');
      return makeAgreementPaper(engine, queries, actor, dispute, { agreementId, version, largePrint });
    });
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', `inline; filename="agreement-${code}.pdf"`)
      .send(await printPdf(paperSheet(frame, paper)));
  });
}
