import { calendarRoutes } from '../calendar/calendar.routes.ts';
import { sentenceRoutes } from '../law/sentences.routes.ts';
import { networkRoutes } from '../network/network.routes.ts';
import type { Deps } from '../platform/deps.ts';
import type { Http } from '../platform/http.ts';
import { jobRoutes } from '../platform/jobs.routes.ts';
import { publishCalendarRoutes } from '../replays/publishCalendar.routes.ts';
import { settingsRoutes } from '../settings/settings.routes.ts';
import { directoryRoutes } from './directory.routes.ts';
import { makeGate } from './gate.ts';
import { legalCatalog } from './legalCatalog.ts';
import { pinRoutes } from './pins.routes.ts';
import { publicationRoutes } from './publications.routes.ts';
import type { ReferenceCache } from './reference.ts';
import { rehearsalRoutes } from './rehearsals.routes.ts';
import { countyRulesKnowledge } from './settingsKnowledge.ts';

/** Reading and keeping what every decision looks things up in. */
export function referenceRoutes(app: Http, deps: Deps, cache: ReferenceCache): void {
  const own = { ...deps, gate: makeGate(deps), reference: cache };
  jobRoutes(app, own);
  calendarRoutes(app, own);
  publishCalendarRoutes(app, own);
  networkRoutes(app, own);
  const settings = { ...own, rules: countyRulesKnowledge(() => cache.current()) };
  settingsRoutes(app, settings);
  publicationRoutes(app, settings);
  rehearsalRoutes(app, settings);
  pinRoutes(app, settings);
  sentenceRoutes(app, { ...own, catalogOf: (county) => legalCatalog(cache.current().rulesFor(county).rules) });
  directoryRoutes(app, own);
}
