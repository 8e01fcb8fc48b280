import { Type } from 'typebox';
import { CITY_CODE } from '../network/network.ts';
import { plainly } from '../platform/db.ts';
import type { Deps } from '../platform/deps.ts';
import type { Http } from '../platform/http.ts';
import { requireActor, requireDoor } from './requireActor.routes.ts';
import { listTrail } from './trail.sql.ts';
import { type NameOf, trailView } from './views.ts';

const query = Type.Object(
  {
    act: Type.Optional(Type.String({ maxLength: 60 })),
    subject: Type.Optional(Type.String({ maxLength: 80 })),
    userId: Type.Optional(Type.String({ format: 'uuid' })),
    from: Type.Optional(Type.String({ format: 'date-time' })),
    to: Type.Optional(Type.String({ format: 'date-time' })),
    after: Type.Optional(Type.String({ maxLength: 400 })),
    limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
  },
  { additionalProperties: false },
);

const time = (text: string | undefined) => (text === undefined ? undefined : new Date(text));

/** Who did what to which code, newest first; for the audit administrator alone. */
export function trailRoutes(app: Http, deps: Deps, nameOf: NameOf): void {
  const schema = { tags: ['审计 audit'], summary: '操作记录', querystring: query };
  app.get('/api/trail', { schema }, async (request) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'trail');
    const filter = { ...request.query, from: time(request.query.from), to: time(request.query.to) };
    const reach = actor.countyCode === CITY_CODE ? 'all' : actor.counties;
    const { rows, next } = await plainly(deps.db, (queries) => listTrail(queries, reach, filter));
    return { items: rows.map((row) => trailView(row, nameOf)), next };
  });
}
