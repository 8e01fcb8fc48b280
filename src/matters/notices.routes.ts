import { Type } from 'typebox';
import { requireActor } from '../people/requireActor.routes.ts';
import { command, reading, record } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import type { Http } from '../platform/http.ts';
import { Id } from './fields.ts';
import { countUnread, listInbox } from './inbox.sql.ts';
import { earOf, type Inbox, type NamesOf } from './inbox.ts';

const tags = ['消息 notices'];
const PAGE = 50;
const inboxQuery = Type.Object(
  { unread: Type.Boolean({ default: false }), after: Type.Optional(Type.String({ maxLength: 200 })) },
  { additionalProperties: false },
);
const readInput = Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: 200 }) }, { additionalProperties: false });

function inboxRoutes(app: Http, deps: Deps, namesOf: NamesOf): void {
  app.get('/api/inbox', { schema: { tags, summary: '收件箱', querystring: inboxQuery } }, async (request) => {
    const actor = await requireActor(request, deps);
    return reading(deps.db, actor, async (queries): Promise<Inbox> => {
      const [{ rows, next }, unread] = await Promise.all([
        listInbox(queries, actor, { ...request.query, limit: PAGE }),
        countUnread(queries, actor),
      ]);
      const keys = rows.flatMap(({ countyCode, aboutId }) => (aboutId ? [{ countyCode, id: aboutId }] : []));
      const names = await namesOf(queries, actor, keys);
      const items = rows.map(({ id, at, owner, text, code, page, readAt, aboutId }) => ({
        ...{ id, at: at.toISOString(), text, code, page, read: readAt !== null, ear: earOf(owner) },
        about: (aboutId && names.get(aboutId)) || null,
      }));
      return { rows: items, next, unread };
    });
  });
}

/** What the house told this post and its desks, newest first. Read marks are the desk's own. */
export function noticeRoutes(app: Http, deps: Deps, namesOf: NamesOf): void {
  inboxRoutes(app, deps, namesOf);
  app.get('/api/notices', { schema: { tags, summary: '消息' } }, async (request) => {
    const actor = await requireActor(request, deps);
    const { rows } = await reading(deps.db, actor, (queries) =>
      listInbox(queries, actor, { unread: false, limit: 200 }),
    );
    return rows.map(({ id, at, text, code, page, readAt }) => ({ id, at, text, code, page, read: readAt !== null }));
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
