import { boardRoutes } from '../dashboards/board.routes.ts';
import { weeklyRoutes } from '../dashboards/weekly.routes.ts';
import { disputeRoutes } from '../disputes/disputes.routes.ts';
import { fileRoutes } from '../disputes/files.routes.ts';
import { listRoutes } from '../disputes/lists.routes.ts';
import { paperRoutes } from '../disputes/papers.routes.ts';
import { reminderRoutes } from '../disputes/reminders.routes.ts';
import { stepRoutes } from '../disputes/steps.routes.ts';
import { noticeRoutes } from '../matters/notices.routes.ts';
import { peopleRoutes } from '../people/people.routes.ts';
import { healthRoutes } from '../platform/health.routes.ts';
import { buildHttp, type Http, type HttpOptions } from '../platform/http.ts';
import { visitRoutes } from '../reception/visits.routes.ts';
import { rulingRoutes } from '../routing/rulings.routes.ts';
import { supervisionRoutes } from '../supervision/supervision.routes.ts';
import { citizenRoutes } from '../web/citizen/citizen.routes.ts';
import type { ServerEngine } from './engine.ts';
import { referenceRoutes } from './reference.routes.ts';
import { serveWorkbench, workbenchPage } from './staticPages.ts';

/** The whole product as a table of contents: each module's routes, then the pages. */
export async function buildApp(engine: ServerEngine, log?: HttpOptions['log']): Promise<Http> {
  const app = await buildHttp(engine, { page: workbenchPage, ...(log && { log }) });

  healthRoutes(app, engine);
  peopleRoutes(app, engine);
  referenceRoutes(app, engine, engine.cache);
  noticeRoutes(app, engine);
  supervisionRoutes(app, engine);
  boardRoutes(app, engine);
  weeklyRoutes(app, engine);
  visitRoutes(app, engine);
  stepRoutes(app, engine);
  reminderRoutes(app, engine);
  disputeRoutes(app, engine);
  listRoutes(app, engine);
  rulingRoutes(app, engine);
  paperRoutes(app, engine);
  fileRoutes(app, engine);
  citizenRoutes(app, engine);

  await serveWorkbench(app);
  return app;
}
