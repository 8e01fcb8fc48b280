import { Type } from 'typebox';
import type { Engine } from '../disputes/engine.ts';
import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import { cursorOf, readCursor } from '../platform/cursor.ts';
import type { Http } from '../platform/http.ts';
import { decidePair, listPairs, type PairPage } from './pairs.sql.ts';

const tags = ['合并办理 linking'];
const Code = Type.String({ pattern: '^\\d{15}$' });
const DecisionInput = Type.Object(
  { code: Code, otherCode: Code, different: Type.Boolean() },
  { additionalProperties: false },
);
const query = Type.Object({ after: Type.Optional(Type.String({ maxLength: 300 })) }, { additionalProperties: false });

/** 可能重复: pairs that were found over new registrations. */
export function pairRoutes(app: Http, engine: Engine): void {
  const listing = { schema: { tags, summary: '可能重复', querystring: query } };
  app.get('/api/linking/pairs', listing, async (request): Promise<PairPage> => {
    const actor = await requireActor(request, engine);
    requireDoor(actor, 'duplicates');
    const { after } = request.query as { after?: string };
    const [at = '', id = ''] = after === undefined ? [] : readCursor(after, 'time', 'id');
    const { last, ...page } = await listPairs(engine, actor, after === undefined ? null : { at, id });
    return { ...page, next: last ? cursorOf(last.foundAt, last.matterId) : null };
  });
  const deciding = { schema: { tags, summary: '不是同一件（或者还是）', body: DecisionInput } };
  app.post('/api/linking/pair-decisions', deciding, async (request, reply) => {
    const actor = await requireActor(request, engine);
    requireDoor(actor, 'duplicates');
    await decidePair(engine, actor, request.ip, request.body);
    return reply.code(204).send();
  });
}
