import { Type } from 'typebox';
import { command, plainly } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import type { Http } from '../platform/http.ts';
import { refuse } from '../platform/refusal.ts';
import { listAsked, lockAsked, recordDecided } from './adminResets.sql.ts';
import { noScope } from './login.sql.ts';
import { requireActor, requireDoor } from './requireActor.routes.ts';
import { preparedPassword, recordReset } from './resetLogin.sql.ts';
import { recordTrail } from './trail.sql.ts';
import type { AdminResetView } from './views.ts';

const tags = ['人员 people'];
const params = Type.Object({ id: Type.String({ format: 'uuid' }) });

const detailOf = ({ what, asked_by }: { what: string; asked_by: string }) => ({ what, askedBy: asked_by });

function decisions(app: Http, deps: Deps): void {
  const confirming = { tags, summary: '确认重设，密码显示一次', params };
  app.post('/api/admin-resets/:id/confirmations', { schema: confirming }, async (request, reply) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'administrators');
    const now = deps.now();
    const { oneTimePassword, hash } = await preparedPassword();
    const what = await command(deps.db, noScope, async (tx) => {
      const asked = await lockAsked(tx, request.params.id, actor, now);
      if ([asked.asked_by, asked.user_id].includes(actor.userId))
        refuse('forbidden', 'yourself', '要由申请人和本人以外的另一位管理员确认。');
      recordDecided(tx, asked.id, 'confirmed', actor.userId, now);
      const by = { actor, now, address: request.ip };
      const detail = detailOf(asked);
      recordTrail(tx, { at: now, act: 'adminReset.confirmed', subject: asked.user_id, detail, ...by });
      recordReset(tx, asked.user, asked.what, hash, by);
      return asked.what;
    });
    return reply.code(201).send({ id: request.params.id, ...(what === 'password' && { oneTimePassword }) });
  });
  const refusing = { tags, summary: '不同意重设', params };
  app.post('/api/admin-resets/:id/refusals', { schema: refusing }, async (request, reply) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'administrators');
    const now = deps.now();
    await command(deps.db, noScope, async (tx) => {
      const asked = await lockAsked(tx, request.params.id, actor, now);
      recordDecided(tx, asked.id, 'refused', actor.userId, now);
      recordTrail(tx, {
        at: now,
        act: 'adminReset.refused',
        actor,
        subject: asked.user_id,
        detail: detailOf(asked),
        address: request.ip,
      });
    });
    return reply.code(201).send({ id: request.params.id });
  });
}

/** What one administrator asks for about another, and another's word on it. */
export function adminResetRoutes(app: Http, deps: Deps): void {
  app.get('/api/admin-resets', { schema: { tags, summary: '等另一位管理员确认的重设' } }, async (request) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'administrators');
    const rows = await plainly(deps.db, (queries) => listAsked(queries, actor.counties, deps.now()));
    const items = rows.map(
      ({ id, what, name, asked_by, asked_by_name, asked_at }): AdminResetView => ({
        ...{ id, what, name, askedBy: asked_by_name, askedAt: asked_at.toISOString() },
        mine: asked_by === actor.userId,
      }),
    );
    return { items };
  });
  decisions(app, deps);
}
