import { requireActor } from '../people/requireActor.routes.ts';
import { reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import type { Engine } from './engine.ts';
import { workList } from './lists.ts';
import { listWorkAcross } from './work.across.sql.ts';

/** My work: what a post owes, soonest first. */
export function listRoutes(app: Http, engine: Engine): void {
  app.get('/api/work', { schema: { tags: ['清单 lists'], summary: '我的待办' } }, async (request) => {
    const actor = await requireActor(request, engine);
    const rows = await reading(engine.db, actor, (queries) => listWorkAcross(queries, actor.counties, actor.viewers));
    return workList(rows, actor, engine.reference(), engine.now());
  });
}
