import { mayEnter } from '../people/doors.ts';
import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import type { Http } from '../platform/http.ts';
import { placeOf } from '../reports/reports.sql.ts';
import { reportScope } from '../reports/scope.ts';
import type { DefinitionsView } from './definitionsView.ts';
import { askOpenCounts, type DefinitionsDeps } from './openCounts.sql.ts';

/** What figures count 口径, and how the three counts of what is open come to one. */
export function definitionRoutes(app: Http, deps: DefinitionsDeps): void {
  const schema = { tags: ['口径 definitions'], summary: '口径，和台账、报表、督办台三个数怎么对上' };
  app.get('/api/definitions', { schema }, async (request): Promise<DefinitionsView> => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'matters');
    const now = deps.now();
    const { smallNumber } = deps.reference().rulesFor(actor.countyCode).rules.board;
    const counted = mayEnter('reconciling', actor.role) ? await askOpenCounts(deps, actor, now) : null;
    const place = placeOf(deps.reference().network, reportScope(actor), {});
    return { asOf: now.toISOString(), place, smallNumber, ...(counted ?? { open: null, waiting: 0 }) };
  });
}
