import { listCoverActors } from '../people/coverPosts.sql.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { type Queries, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import type { Engine } from './engine.ts';
import { listWorkAcross } from './work.across.sql.ts';
import { workList } from './workList.ts';
import type { WorkRow } from './workRow.ts';

type Owed = { rows: WorkRow[]; lines: Map<string, string> };

/** Between whom each matter is, as its kind says it; of what hangs on another, that other's. */
async function linesOf(engine: Engine, queries: Queries, rows: readonly WorkRow[]): Promise<Map<string, string>> {
  const counties = [...new Set(rows.map(({ countyCode }) => countyCode))];
  const ids = [...new Set(rows.map(({ matterId, aboutId }) => aboutId ?? matterId))];
  const stores = Object.values(engine.kinds).flatMap(({ store }) => (ids.length > 0 && store.lines ? [store] : []));
  const found = await Promise.all(stores.map((store) => store.lines?.(queries, counties, ids) ?? []));
  return new Map(found.flat().map(({ id, line }) => [id, line]));
}

/** My work: what a post owes, soonest first. */
export function workRoutes(app: Http, engine: Engine): void {
  app.get('/api/work', { schema: { tags: ['清单 lists'], summary: '我的待办' } }, async (request) => {
    const actor = await requireActor(request, engine);
    const now = engine.now();
    const owed = (post: Actor): Promise<Owed> =>
      reading(engine.db, post, async (queries) => {
        const rows = await listWorkAcross(queries, post.counties, post.viewers, now);
        return { rows, lines: await linesOf(engine, queries, rows) };
      });
    const [own, others] = await Promise.all([owed(actor), listCoverActors(engine, actor)]);
    const beside = await Promise.all(others.map(async (post) => ({ actor: post, ...(await owed(post)) })));
    const lines = new Map([...beside.flatMap((each) => [...each.lines]), ...own.lines]);
    const around = { reference: engine.reference(), now, kinds: engine.kinds, lines };
    return workList(own.rows, actor, around, beside);
  });
}
