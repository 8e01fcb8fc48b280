import { requireActor } from '../people/requireActor.routes.ts';
import type { Http } from '../platform/http.ts';
import type { Engine } from './engine.ts';
import { codeParams } from './steps.routes.ts';
import { takeBack } from './takeBack.sql.ts';
import { TakeBackInput } from './takeBack.ts';

/** A press that was a slip. Not a step of the procedure: it is the absence of one. */
export function takeBackRoutes(app: Http, engine: Engine): void {
  const schema = { tags: ['纠纷 disputes'], summary: '撤回刚才点错的一步', params: codeParams, body: TakeBackInput };
  app.post('/api/disputes/:code/take-backs', { schema }, async (request) => {
    const actor = await requireActor(request, engine);
    return takeBack(engine, actor, request.params.code, request.body.reason);
  });
}
