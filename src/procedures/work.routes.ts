import { Type } from 'typebox';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Http } from '../platform/http.ts';
import type { Engine } from './engine.ts';
import { readMyWork } from './readWork.sql.ts';

const WorkQuery = Type.Object(
  {
    whose: Type.Union([Type.Literal('all'), Type.Literal('mine'), Type.Literal('desk')], { default: 'all' }),
    after: Type.Optional(Type.String({ maxLength: 300 })),
    limit: Type.Integer({ minimum: 1, maximum: 100, default: 30 }),
  },
  { additionalProperties: false },
);

export function workRoutes(app: Http, engine: Engine): void {
  const schema = { tags: ['清单 lists'], summary: '我的待办', querystring: WorkQuery };
  app.get('/api/work', { schema }, async (request) =>
    readMyWork(engine, await requireActor(request, engine), request.query),
  );
}
