import { Type } from 'typebox';
import { printPdf } from '../documents/pressApart.ts';
import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import type { Http } from '../platform/http.ts';
import { dayOf } from '../platform/now.ts';
import type { BoardDeps } from './board.sql.ts';
import { weekOf } from './boardFrame.ts';
import { type Reconciling, readWeekly } from './weekly.sql.ts';
import { weeklySheet } from './weeklySheet.ts';

const query = Type.Object(
  {
    week: Type.Optional(Type.String({ pattern: '^[0-9]{4}-W[0-9]{2}$', title: '哪一周' })),
    county: Type.Optional(Type.String({ pattern: '^[0-9]{6}$', title: '区县' })),
  },
  { additionalProperties: false },
);

/** The weekly sheet 督办周报. */
export function weeklyRoutes(app: Http, deps: BoardDeps, reconciling: Reconciling): void {
  const schema = { tags: ['督办 supervision'], summary: '打印督办周报', querystring: query };
  app.get('/api/supervision/weekly.pdf', { schema }, async (request, reply) => {
    const actor = await requireActor(request, deps);
    requireDoor(actor, 'board');
    const now = deps.now();
    const thisWeek = weekOf(dayOf(now)).id;
    const { week = thisWeek, county } = request.query;
    const facts = await readWeekly(deps, actor, county === undefined ? {} : { county }, week);
    const reconciled = week === thisWeek && county === undefined ? await reconciling(actor, now) : [];
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', `inline; filename="weekly-${week}.pdf"`)
      .send(await printPdf(weeklySheet({ ...facts, reconciled })));
  });
}
