import { Type } from 'typebox';
import { codeParams } from '../disputes/codeParams.ts';
import { getDispute } from '../disputes/disputes.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import { RegisterInput } from '../intake/register.ts';
import { Id } from '../matters/fields.ts';
import { perSession, requireActor, requireDoor } from '../people/requireActor.routes.ts';
import { command } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { listEarlierAlike } from './alikes.sql.ts';
import { joinMatter } from './joinMatter.sql.ts';
import { recordNotSame } from './notSame.sql.ts';
import { pairRoutes } from './pairs.routes.ts';
import { readLinks } from './readLinks.sql.ts';
import { DraftInput } from './sameMatter.ts';
import { listSameMatters } from './sameMatters.sql.ts';

const tags = ['合并办理 linking'];

const DismissalInput = Type.Object(
  { draftId: Id, code: Type.String({ pattern: '^\\d{15}$' }) },
  { additionalProperties: false },
);

function counterRoutes(app: Http, engine: Engine): void {
  // Asked after each field, and slow enough that nobody can try telephones out.
  const same = { schema: { tags, summary: '可能是同一件事', body: DraftInput }, config: perSession(engine, 60) };
  app.post('/api/linking/same-matters', same, async (request) => {
    const actor = await requireActor(request, engine);
    requireDoor(actor, 'sameMatter');
    return listSameMatters(engine, actor, request.body as DraftInput);
  });
  const dismissal = { schema: { tags, summary: '不是同一件，记住', body: DismissalInput } };
  app.post('/api/linking/dismissals', dismissal, async (request, reply) => {
    const actor = await requireActor(request, engine);
    requireDoor(actor, 'sameMatter');
    const { draftId, code } = request.body;
    await command(engine.db, actor, async (tx) => {
      const other = await getDispute(tx, code);
      recordNotSame(tx, actor, { draftId, otherId: other.id, countyCode: other.countyCode, at: engine.now() });
    });
    return reply.code(204).send();
  });
  const joining = { schema: { tags, summary: '登记，并和这一件一起办', params: codeParams, body: RegisterInput } };
  app.post('/api/disputes/:code/joiners', joining, async (request, reply) => {
    const actor = await requireActor(request, engine);
    requireDoor(actor, 'sameMatter');
    const { code } = request.params as { code: string };
    return reply.code(201).send(await joinMatter(engine, actor, code, request.body as RegisterInput));
  });
}

/** While somebody is at the counter; of a dispute that stands there; and the desk's list. */
export function linkingRoutes(app: Http, engine: Engine): void {
  counterRoutes(app, engine);
  app.get(
    '/api/disputes/:code/links',
    { schema: { tags, summary: '一起办的', params: codeParams } },
    async (request) => {
      const actor = await requireActor(request, engine);
      return readLinks(engine, actor, request.params.code);
    },
  );
  const alike = { schema: { tags, summary: '先登记的、可能是同一件的', params: codeParams } };
  app.get('/api/disputes/:code/alike', alike, async (request) => {
    const actor = await requireActor(request, engine);
    return listEarlierAlike(engine, actor, request.params.code);
  });
  pairRoutes(app, engine);
}
