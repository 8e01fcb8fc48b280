import { requireActor, requireRole } from '../people/requireActor.routes.ts';
import { command } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import type { Http } from '../platform/http.ts';
import { recordVisit, VisitInput } from './visits.sql.ts';

/** A visit that is no dispute: counted in person-times, and it ends at the counter. */
export function visitRoutes(app: Http, deps: Deps): void {
  const schema = { tags: ['接待 reception'], summary: '只记咨询', body: VisitInput };
  app.post('/api/visits', { schema }, async (request, reply) => {
    const actor = await requireActor(request, deps);
    requireRole(actor, 'receptionist', 'dispatcher', 'centerLeader', 'informationOfficer');
    const id = await command(deps.db, actor, async (tx) =>
      recordVisit(tx, actor, { ...(request.body as VisitInput), matterId: null }, deps.now()),
    );
    return reply.code(201).send({ id });
  });
}
