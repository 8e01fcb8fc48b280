import { peopleRoutes } from '../people/people.routes.ts';
import type { Deps } from '../platform/deps.ts';
import { healthRoutes } from '../platform/health.routes.ts';
import { buildHttp, type Http, type HttpOptions } from '../platform/http.ts';
import { serveWorkbench, workbenchPage } from './staticPages.ts';

/** The whole product as a table of contents: each module's routes, then the pages. */
export async function buildApp(deps: Deps, log?: HttpOptions['log']): Promise<Http> {
  const app = await buildHttp(deps, { page: workbenchPage, ...(log && { log }) });

  healthRoutes(app, deps);
  peopleRoutes(app, deps);

  await serveWorkbench(app);
  return app;
}
