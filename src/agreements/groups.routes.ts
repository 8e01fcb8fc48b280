import { Type } from 'typebox';
import { codeParams } from '../disputes/codeParams.ts';
import { getDispute } from '../disputes/disputes.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import { seesFacts, sightOf } from '../disputes/sight.ts';
import { Id } from '../matters/fields.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { type Queries, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { refuse } from '../platform/refusal.ts';
import { listAgreements } from './agreements.sql.ts';
import { readGroup } from './groups.sql.ts';
import { groupsOf } from './groupViews.ts';

const tags = ['协议 agreements'];
const groupParams = Type.Object({ ...codeParams.properties, groupId: Id });
const agreementParams = Type.Object({ ...codeParams.properties, agreementId: Id });

async function readable(queries: Queries, actor: Actor, code: string) {
  const dispute = await getDispute(queries, code);
  if (!seesFacts(sightOf(actor, dispute))) refuse('forbidden', 'notYourAgreement', '协议由办这件事的人看。');
  return dispute;
}

/** Agreements written for many: each group on one line, what is in it, and one of them in full. */
export function groupRoutes(app: Http, engine: Engine): void {
  const list = { tags, summary: '一件事的各组协议', params: codeParams };
  app.get('/api/disputes/:code/agreement-groups', { schema: list }, async (request) => {
    const actor = await requireActor(request, engine);
    return reading(engine.db, actor, async (queries) => {
      const { agreements } = await readable(queries, actor, request.params.code);
      return { groups: groupsOf(agreements) };
    });
  });
  const one = { tags, summary: '一组协议：条款、各人的金额、办到哪一步', params: groupParams };
  app.get('/api/disputes/:code/agreement-groups/:groupId', { schema: one }, async (request) => {
    const actor = await requireActor(request, engine);
    const { code, groupId } = request.params;
    return reading(engine.db, actor, async (queries) =>
      readGroup(queries, await readable(queries, actor, code), groupId),
    );
  });
  const full = { tags, summary: '一份协议，每一稿', params: agreementParams };
  app.get('/api/disputes/:code/agreements/:agreementId', { schema: full }, async (request) => {
    const actor = await requireActor(request, engine);
    const { code, agreementId } = request.params;
    return reading(engine.db, actor, async (queries) => {
      const dispute = await readable(queries, actor, code);
      const [found] = await listAgreements(queries, dispute, engine.reference().directory, { agreementId });
      return found ?? refuse('notFound', 'noSuchAgreement', '没有这份协议。刷新以后再看。');
    });
  });
}
