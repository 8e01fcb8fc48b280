import { Type } from 'typebox';
import { requireActor } from '../people/requireActor.routes.ts';
import { command, reading, record } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import type { Http } from '../platform/http.ts';
import { Id } from './fields.ts';

const tags = ['消息 notices'];
const readInput = Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: 200 }) }, { additionalProperties: false });

/** What the house told this post and its desks, newest first. Read marks are the desk's own. */
export function noticeRoutes(app: Http, deps: Deps): void {
  app.get('/api/notices', { schema: { tags, summary: '消息' } }, async (request) => {
    const actor = await requireActor(request, deps);
    const rows = await reading(deps.db, actor, (queries) =>
      queries
        .selectFrom('notice')
        .select(['id', 'at', 'text', 'code', 'read_at'])
        .where('county_code', 'in', [...actor.counties])
        .where('owner', 'in', [...actor.viewers])
        .orderBy('at', 'desc')
        .limit(200)
        .execute(),
    );
    return rows.map((row) => ({ id: row.id, at: row.at, text: row.text, code: row.code, read: row.read_at !== null }));
  });
  app.post('/api/notices/reads', { schema: { tags, summary: '看过了', body: readInput } }, async (request, reply) => {
    const actor = await requireActor(request, deps);
    await command(deps.db, actor, async (tx) => {
      record(
        tx,
        tx
          .updateTable('notice')
          .set({ read_at: deps.now() })
          .where('county_code', 'in', [...actor.counties])
          .where('id', 'in', request.body.ids)
          .where('read_at', 'is', null),
      );
    });
    return reply.code(204).send();
  });
}
