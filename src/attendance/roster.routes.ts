import { Type } from 'typebox';
import { Id, UnitId } from '../matters/fields.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import type { Http } from '../platform/http.ts';
import { dayOf } from '../platform/now.ts';
import { refuse } from '../platform/refusal.ts';
import { type AttendanceEngine, type Place, placeOf, refuseAdministrators } from './attendanceEngine.ts';
import { changeSlot, draftRoster, publishRoster } from './keepRoster.sql.ts';
import { DraftInput, Month, PublishInput, SlotInput } from './roster.ts';
import { readRosterPage } from './rosterPage.sql.ts';
import { SwapInput } from './swap.ts';
import { askForSwap, endSwap } from './swaps.sql.ts';

const tags = ['值班 duty'];
const params = Type.Object({ id: Id });
const query = Type.Object(
  { center: Type.Optional(UnitId), month: Type.Optional(Month) },
  { additionalProperties: false },
);

/** People of the center and of the desk above may read what goes on inside. */
export function refuseOutsiders(engine: AttendanceEngine, actor: Actor, { centerId }: Place): void {
  const above = engine.reference().network.unit(centerId)?.level !== 'city' && actor.centerId !== null;
  const superior = above && centerId.startsWith(actor.regionCode.replace(/00$/, ''));
  if (actor.unitId !== centerId && !superior)
    refuse('forbidden', 'notYourCenter', '值班表和值班日志由本中心和上级中心看。');
}

/** 值班表: drawn up for a month, published, swapped with the other's consent. */
export function rosterRoutes(app: Http, engine: AttendanceEngine): void {
  app.get('/api/roster', { schema: { tags, summary: '值班表', querystring: query } }, async (request) => {
    const actor = await requireActor(request, engine);
    refuseAdministrators(actor);
    const place = placeOf(engine, actor, request.query.center);
    refuseOutsiders(engine, actor, place);
    return readRosterPage(engine, actor, place, request.query.month ?? dayOf(engine.now()).slice(0, 7));
  });
  app.post('/api/roster/drafts', { schema: { tags, summary: '排班', body: DraftInput } }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    return reply.code(201).send(await draftRoster(engine, actor, request.body));
  });
  app.put('/api/roster/shifts', { schema: { tags, summary: '改一格', body: SlotInput } }, async (request) => {
    const actor = await requireActor(request, engine);
    return changeSlot(engine, actor, request.body);
  });
  const publishing = { tags, summary: '公布值班表', body: PublishInput };
  app.post('/api/roster/publications', { schema: publishing }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    return reply.code(201).send(await publishRoster(engine, actor, request.body));
  });
  app.post('/api/roster/swaps', { schema: { tags, summary: '想换班', body: SwapInput } }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    refuseAdministrators(actor);
    return reply.code(201).send(await askForSwap(engine, actor, request.body));
  });
  const answer = Type.Object({ agree: Type.Boolean({ title: '同意不同意' }) }, { additionalProperties: false });
  app.post(
    '/api/roster/swaps/:id/answers',
    { schema: { tags, summary: '同意换班', params, body: answer } },
    async (request) => {
      const actor = await requireActor(request, engine);
      return endSwap(engine, actor, request.params.id, request.body.agree ? 'agreed' : 'refused');
    },
  );
  app.post('/api/roster/swaps/:id/withdrawals', { schema: { tags, summary: '收回换班', params } }, async (request) => {
    const actor = await requireActor(request, engine);
    return endSwap(engine, actor, request.params.id, 'withdrawn');
  });
}
