import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import type { Http } from '../platform/http.ts';
import { readFigureList } from './figureList.sql.ts';
import { ListQuery, ReportAsk } from './reportAsk.ts';
import { type ReportDeps, readReport } from './reports.sql.ts';

export const tags = ['报表 reports'];

/** Ready-made reports, and the list behind each figure. */
export function reportRoutes(app: Http, deps: ReportDeps): void {
  const schema = { tags, summary: '日报、周报、月报和人民调解统计', querystring: ReportAsk };
  app.get('/api/reports', { schema }, async (request) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'reports');
    return readReport(deps, actor, request.query, { asOf: deps.now(), live: true });
  });
  const listSchema = { tags, summary: '报表里每个数背后的名单', querystring: ListQuery };
  app.get('/api/reports/figures', { schema: listSchema }, async (request) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'reports');
    return readFigureList(deps, actor, request.query);
  });
}
