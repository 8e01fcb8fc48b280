import { listCoverActors } from '../people/coverPosts.sql.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import type { Engine } from './engine.ts';
import { workList } from './lists.ts';
import { listWorkAcross } from './work.across.sql.ts';

/** My work: what a post owes, soonest first. */
export function listRoutes(app: Http, engine: Engine): void {
  app.get('/api/work', { schema: { tags: ['清单 lists'], summary: '我的待办' } }, async (request) => {
    const actor = await requireActor(request, engine);
    const owed = (post: Actor) =>
      reading(engine.db, post, (queries) => listWorkAcross(queries, post.counties, post.viewers));
    const [rows, others] = await Promise.all([owed(actor), listCoverActors(engine, actor)]);
    const beside = await Promise.all(others.map(async (post) => ({ actor: post, rows: await owed(post) })));
    return workList(rows, actor, engine.reference(), engine.now(), beside);
  });
}
