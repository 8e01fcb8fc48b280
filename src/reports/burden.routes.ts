import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import type { Http } from '../platform/http.ts';
import { type AskedForm, readBurden } from './burden.across.sql.ts';
import { tags } from './reports.routes.ts';
import type { ReportDeps } from './reports.sql.ts';

/** The burden meter: what each form costs a year, by kind of post. */
export function burdenRoutes(app: Http, deps: ReportDeps, asked: readonly AskedForm[]): void {
  app.get(
    '/api/reports/burden',
    { schema: { tags, summary: '填表负担：每张表一年问多少、花多久' } },
    async (request) => {
      const actor = await requireActor(request, deps);
      requireDoor(actor, 'burden');
      return readBurden(deps, actor, asked);
    },
  );
}
