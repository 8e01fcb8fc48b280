import type { Engine } from '../disputes/engine.ts';
import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import type { Http } from '../platform/http.ts';
import { readPerformance } from './performance.sql.ts';
import { PerformanceQuery } from './performance.ts';

/** 履行: what agreements promised, until it is really paid. */
export function performanceRoutes(app: Http, engine: Engine): void {
  const schema = {
    tags: ['履行 promises'],
    summary: '履行清单：本月到期、过期没履行、没约日子的',
    querystring: PerformanceQuery,
  };
  app.get('/api/promises', { schema }, async (request) => {
    const actor = await requireActor(request, engine);
    requireDoor(actor, 'performance');
    return readPerformance(engine, actor, request.query);
  });
}
