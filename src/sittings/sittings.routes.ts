import { Type } from 'typebox';
import { roomNames } from '../bookings/book.sql.ts';
import { spanText } from '../bookings/booking.ts';
import { codeParams } from '../disputes/codeParams.ts';
import { getDispute } from '../disputes/disputes.sql.ts';
import { sightOf } from '../disputes/sight.ts';
import { DayField } from '../matters/fields.ts';
import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { type Queries, reading } from '../platform/db.ts';
import { shortCode } from '../platform/disputeCode.ts';
import type { Http } from '../platform/http.ts';
import { addDays, dayOf, endOfDay, startOfDay, toIso } from '../platform/now.ts';
import { refuseIf } from '../platform/refusal.ts';
import { guard } from '../procedures/guard.ts';
import { getMatter } from '../procedures/lock.sql.ts';
import { namesOf } from '../procedures/names.sql.ts';
import { CallSittingInput, hindersCalling } from './callSitting.ts';
import { doorCode } from './doorCode.ts';
import { keepMinutes } from './minutes.sql.ts';
import { KeepMinutesInput } from './minutes.ts';
import { callSitting, previewCalling } from './openSitting.sql.ts';
import { sittingStatusLabels } from './procedure.ts';
import { readSitting } from './readSitting.sql.ts';
import { standingOfSitting } from './sitting.ts';
import type { SittingEngine } from './sittingEngine.ts';
import { sittingKind } from './sittingKind.ts';
import { type ListedSitting, listAbout, listBetween } from './sittingList.sql.ts';
import type { SittingList, SittingRow } from './sittingViews.ts';

const tags = [sittingKind.tag];
const params = Type.Object({ code: Type.String({ pattern: sittingKind.code }) });
const listQuery = Type.Object(
  { from: Type.Optional({ ...DayField, title: '从哪天' }), to: Type.Optional({ ...DayField, title: '到哪天' }) },
  { additionalProperties: false },
);

async function rowsOf(
  engine: SittingEngine,
  queries: Queries,
  actor: Actor,
  found: readonly ListedSitting[],
): Promise<SittingRow[]> {
  const { network } = engine.reference();
  const names = await namesOf(
    engine,
    queries,
    actor,
    found.map(({ countyCode, aboutId: id }) => ({ countyCode, id })),
  );
  return found.map(({ countyCode, id: _, startsAt, endsAt, roomIds, place, aboutId, aboutCode, ...row }) => ({
    ...row,
    statusLabel: sittingStatusLabels[row.status].zh,
    from: toIso(startsAt),
    when: spanText({ from: startsAt, to: endsAt }),
    rooms: roomNames(engine, roomIds) || place,
    about: {
      code: aboutCode,
      codeShort: shortCode(aboutCode, network.region(countyCode)?.short ?? ''),
      name: names.get(aboutId) ?? null,
    },
  }));
}

function ofDispute(app: Http, engine: SittingEngine): void {
  const call = { tags, summary: '约一次调解会', params: codeParams, body: CallSittingInput };
  app.post('/api/disputes/:code/sittings', { schema: call }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    return reply.code(201).send(await callSitting(engine, actor, request.params.code, request.body));
  });
  const foresee = { tags, summary: '约调解会之前看看会发生什么', params: codeParams, body: CallSittingInput };
  app.post('/api/disputes/:code/sitting-previews', { schema: foresee }, async (request) => {
    const actor = await requireActor(request, engine);
    return previewCalling(engine, actor, request.params.code, request.body);
  });
  const list = { tags, summary: '一件事的调解会', params: codeParams };
  app.get('/api/disputes/:code/sittings', { schema: list }, async (request) => {
    const actor = await requireActor(request, engine);
    return reading(engine.db, actor, async (queries) => {
      const dispute = await getDispute(queries, request.params.code);
      const full = sightOf(actor, dispute) === 'full';
      const rows = full ? await rowsOf(engine, queries, actor, await listAbout(queries, dispute)) : [];
      return { rows, mayCall: hindersCalling(engine.kinds.dispute.life.standing(dispute) as never, actor) === null };
    });
  });
}

/** 调解会: called from a dispute; what its people see of it; minutes. Its steps are registered as for every kind. */
export function sittingRoutes(app: Http, engine: SittingEngine): void {
  ofDispute(app, engine);
  const list = { tags, summary: '调解会', querystring: listQuery };
  app.get('/api/sittings', { schema: list }, async (request): Promise<SittingList> => {
    const actor = await requireActor(request, engine);
    requireDoor(actor, 'matters');
    const now = engine.now();
    const today = dayOf(now);
    const { from = addDays(today, -14), to = addDays(today, 60) } = request.query;
    const rows = await reading(engine.db, actor, async (queries) =>
      rowsOf(engine, queries, actor, await listBetween(queries, actor, startOfDay(from), endOfDay(to))),
    );
    return { asOf: toIso(now), today, rows };
  });
  app.get('/api/sittings/:code', { schema: { tags, summary: '一次调解会', params } }, async (request) =>
    readSitting(engine, await requireActor(request, engine), request.params.code),
  );
  app.get(
    '/api/sittings/:code/door',
    { schema: { tags, summary: '房间里给当事人看的到场码', params } },
    async (request) => {
      const actor = await requireActor(request, engine);
      const sitting = await reading(engine.db, actor, (queries) =>
        getMatter(engine.kinds.session, queries, request.params.code),
      );
      refuseIf(guard(sittingKind, 'tickPresence', standingOfSitting(sitting), actor));
      const { code, until } = doorCode(engine.secrets.qrSecret, sitting.id, engine.now());
      return { code, until: toIso(until) };
    },
  );
  const keep = { tags, summary: '存一节记录', params, body: KeepMinutesInput };
  app.put('/api/sittings/:code/minutes', { schema: keep }, async (request) => {
    const actor = await requireActor(request, engine);
    return keepMinutes(engine, actor, request.params.code, request.body);
  });
}
