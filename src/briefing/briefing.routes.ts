import { Type } from 'typebox';
import { printPdf } from '../documents/pressApart.ts';
import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import type { Http } from '../platform/http.ts';
import { dayOf } from '../platform/now.ts';
import { readBriefing } from './briefing.sql.ts';
import type { BriefingEngine } from './briefingEngine.ts';
import { briefingSheet } from './briefingSheet.ts';
import { wishBriefing } from './readers.sql.ts';

const tags = ['晨报 briefing'];
const Wish = Type.Object({ wanted: Type.Boolean({ title: '每天要不要' }) }, { additionalProperties: false });

/** The leader's morning 主任晨报: on the screen, on one sheet, and whether a post is told each day. */
export function briefingRoutes(app: Http, engine: BriefingEngine): void {
  app.get('/api/briefing', { schema: { tags, summary: '主任晨报' } }, async (request) => {
    const actor = await requireActor(request, engine);
    requireDoor(actor, 'briefing');
    return readBriefing(engine, actor);
  });
  app.get('/api/briefing/sheet.pdf', { schema: { tags, summary: '打印晨报，一张A4' } }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    requireDoor(actor, 'briefing');
    const sheet = briefingSheet(await readBriefing(engine, actor), actor.name);
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', `inline; filename="briefing-${dayOf(engine.now())}.pdf"`)
      .send(await printPdf(sheet));
  });
  const wishing = { tags, summary: '每天 7:30 告诉我', body: Wish };
  app.put('/api/briefing/wish', { schema: wishing }, async (request) => {
    const actor = await requireActor(request, engine);
    requireDoor(actor, 'briefing');
    await wishBriefing(engine, actor.postId, request.body.wanted);
    return { wanted: request.body.wanted };
  });
}
