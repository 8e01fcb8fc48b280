import { Type } from 'typebox';
import { codeParams } from '../disputes/codeParams.ts';
import type { Dispute } from '../disputes/dispute.ts';
import { getDispute } from '../disputes/disputes.sql.ts';
import { seesFacts, sightOf } from '../disputes/sight.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { type Queries, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { refuse } from '../platform/refusal.ts';
import { sendPdf } from '../residents/papers.routes.ts';
import type { Path } from './pathViews.ts';
import { type PathEngine, pathSheet, readPath, readToday } from './readPath.sql.ts';

const tags = ['法律的门 doors'];

async function getReadable(queries: Queries, actor: Actor, code: string): Promise<Dispute> {
  const dispute = await getDispute(queries, code);
  if (!seesFacts(sightOf(actor, dispute))) refuse('forbidden', 'notYourDoors', '还能走的路由办这件事的人看。');
  return dispute;
}

/** 调不成怎么办: on the screen and on one A4. */
export function pathRoutes(app: Http, engine: PathEngine): void {
  const read = async (actor: Actor, code: string): Promise<Path> => {
    const { receivingCenterId } = await reading(engine.db, actor, (queries) => getReadable(queries, actor, code));
    const today = await readToday(engine, receivingCenterId);
    return reading(engine.db, actor, async (queries) =>
      readPath(engine, queries, await getReadable(queries, actor, code), today, { actor, partyId: null }),
    );
  };
  const shown = { tags, summary: '调不成怎么办：还能走的路', params: codeParams };
  app.get('/api/disputes/:code/path', { schema: shown }, async (request) =>
    read(await requireActor(request, engine), request.params.code),
  );
  const querystring = Type.Object(
    { largePrint: Type.Boolean({ default: false, title: '大字' }) },
    { additionalProperties: false },
  );
  const printed = { tags, summary: '调不成怎么办，一张纸', params: codeParams, querystring };
  app.get('/api/disputes/:code/path.pdf', { schema: printed }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const { largePrint } = request.query;
    const path = await read(actor, request.params.code);
    return sendPdf(reply, pathSheet(engine, path, { printedBy: actor.name, largePrint }), `path-${path.code}`);
  });
}
