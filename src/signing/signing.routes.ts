import { Type } from 'typebox';
import { makeAgreementPaper } from '../agreements/agreementPaper.sql.ts';
import { codeParams } from '../disputes/codeParams.ts';
import type { Dispute } from '../disputes/dispute.ts';
import { getDispute } from '../disputes/disputes.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import { sightOf } from '../disputes/sight.ts';
import { paperSheet } from '../documents/paperSheet.ts';
import { printPdf } from '../documents/pressApart.ts';
import { Id } from '../matters/fields.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { type Queries, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { refuse } from '../platform/refusal.ts';
import { makeProof, readProved } from './makeProof.sql.ts';
import { readOwnWords, readSigningTable } from './signingTable.sql.ts';

const tags = ['签字 signing'];
const proofParams = Type.Object({ ...codeParams.properties, agreementId: Id });
const placeParams = Type.Object({ ...codeParams.properties, agreementId: Id, partyId: Id });

/** The table is for those who have the dispute in hand and its center: not for other units, nor for who had it before. */
export async function getAtTable(queries: Queries, actor: Actor, code: string): Promise<Dispute> {
  const dispute = await getDispute(queries, code);
  if (sightOf(actor, dispute) !== 'full') refuse('forbidden', 'notYourTable', '签字由办这件事的人主持。');
  return dispute;
}

/** What the signing table shows. Signing itself is a step of the dispute. */
export function signingRoutes(app: Http, engine: Engine): void {
  const table = { tags, summary: '签字桌：谁签了，谁没签', params: codeParams };
  app.get('/api/disputes/:code/signing', { schema: table }, async (request) => {
    const actor = await requireActor(request, engine);
    return reading(engine.db, actor, async (queries) => {
      const dispute = await getAtTable(queries, actor, request.params.code);
      return readSigningTable(queries, dispute, engine.reference().directory, engine.now());
    });
  });
  const own = { tags, summary: '一个人要签的内容', params: placeParams };
  app.get('/api/disputes/:code/signing/:agreementId/:partyId', { schema: own }, async (request) => {
    const actor = await requireActor(request, engine);
    return reading(engine.db, actor, async (queries) => {
      const dispute = await getAtTable(queries, actor, request.params.code);
      return readOwnWords(queries, dispute, request.params);
    });
  });
  const proof = { tags, summary: '签名证明：协议书、签名清单、离线核对页', params: proofParams };
  app.get('/api/disputes/:code/agreements/:agreementId/proof.tar', { schema: proof }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const { code, agreementId } = request.params;
    const { form, proved } = await reading(engine.db, actor, async (queries) => {
      const dispute = await getAtTable(queries, actor, code);
      const asked = { agreementId, version: null, largePrint: false };
      const found = await readProved(queries, dispute, agreementId);
      return { proved: found, form: await makeAgreementPaper(engine, queries, actor, dispute, asked) };
    });
    return reply
      .type('application/x-tar')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="agreement-${code}.tar"`)
      .send(await makeProof(engine, proved, await printPdf(paperSheet(form.frame, form.paper))));
  });
}
