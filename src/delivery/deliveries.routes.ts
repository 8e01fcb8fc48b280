import { Type } from 'typebox';
import { Id } from '../matters/fields.ts';
import { requireActor, requireDoor } from '../people/requireActor.routes.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, reading } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { maskPhone } from '../platform/mask.ts';
import { refuse } from '../platform/refusal.ts';
import {
  CallResultInput,
  CancelInput,
  callResult,
  cancelled,
  LetterResultInput,
  letterResult,
  type Result,
} from './callResult.ts';
import { countDeliveries, type DeliveryRow, listDeliveries } from './deliveries.sql.ts';
import { channels } from './delivery.ts';
import type { DeliveryEngine } from './deliveryEngine.ts';
import type { DeliveryRules } from './deliveryRules.ts';
import type { DeliveryList, DeliveryView } from './deliveryViews.ts';
import { type LockedDelivery, lockDelivery, recordOutcome } from './informed.sql.ts';
import { findPhone, printLetters } from './letters.sql.ts';
import { receiptRoutes } from './receipts.routes.ts';

const tags = ['送达 deliveries'];
const params = Type.Object({ id: Id });
const query = Type.Object(
  {
    channel: Type.Union(
      channels.map((channel) => Type.Literal(channel)),
      { default: 'call' },
    ),
    ended: Type.Boolean({ default: false }),
    after: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);
const batch = Type.Object(
  { ids: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true, title: '打印哪几封' }) },
  { additionalProperties: false },
);
const PAGE = 50;

export function viewDelivery(engine: DeliveryEngine, row: DeliveryRow): DeliveryView {
  const { countyCode, phoneSealed, dueAt, createdAt, sentAt, endedAt, ...plain } = row;
  return {
    ...plain,
    phone: phoneSealed === null ? null : maskPhone(engine.crypto.open(countyCode, phoneSealed)),
    dueAt: dueAt.toISOString(),
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
  };
}

function requireDesk(actor: Actor, { desk }: LockedDelivery): void {
  if (!actor.viewers.includes(desk)) refuse('notFound', 'noDelivery', '没有这一条通知，或者不归这里送。');
}

type Judge = (delivery: LockedDelivery, rules: DeliveryRules, now: Date) => Result;

/** Lock, decide, record: what a hand did about one delivery. */
async function record(engine: DeliveryEngine, actor: Actor, id: string, judge: Judge, note = {}): Promise<void> {
  requireDoor(actor, 'deliveries');
  await command(engine.db, actor, async (tx) => {
    const delivery = await lockDelivery(tx, actor.counties, id);
    requireDesk(actor, delivery);
    const { delivery: rules } = engine.reference().rulesFor(delivery.countyCode).rules;
    const now = engine.now();
    recordOutcome(tx, actor, delivery, judge(delivery, rules, now), { now, rules });
    if ('reason' in note)
      recordTrail(tx, { at: now, act: 'delivery.cancelled', actor, subject: delivery.code, detail: note });
  });
}

function readingRoutes(app: Http, engine: DeliveryEngine): void {
  app.get('/api/deliveries', { schema: { tags, summary: '要送出去的', querystring: query } }, async (request) => {
    const actor = await requireActor(request, engine);
    requireDoor(actor, 'deliveries');
    return reading(engine.db, actor, async (queries): Promise<DeliveryList> => {
      const [counts, { rows, next }] = await Promise.all([
        countDeliveries(queries, actor),
        listDeliveries(queries, actor, { ...request.query, limit: PAGE }),
      ]);
      return { counts, next, rows: rows.map((row) => viewDelivery(engine, row)), asOf: engine.now().toISOString() };
    });
  });
  app.get('/api/delivery-templates', { schema: { tags, summary: '短信怎么写' } }, async (request) => {
    const actor = await requireActor(request, engine);
    requireDoor(actor, 'deliveryTexts');
    const { rulesFor, network } = engine.reference();
    const { delivery } = rulesFor(actor.countyCode).rules;
    const center = network.unit(actor.centerId ?? actor.unitId);
    const { generic, templates, sms } = delivery;
    const sample = {
      center: center?.short ?? '综治中心',
      phone: center?.phone ?? '',
      url: `${engine.config.publicUrl}/c`,
    };
    return { generic, templates, sms, gateway: engine.gateway !== null, sample };
  });
}

function callRoutes(app: Http, engine: DeliveryEngine): void {
  app.post(
    '/api/deliveries/:id/phone-reveals',
    { schema: { tags, summary: '看电话，好打过去', params } },
    async (request) => {
      const actor = await requireActor(request, engine);
      requireDoor(actor, 'deliveries');
      return { phone: await command(engine.db, actor, (tx) => findPhone(engine, tx, actor, request.params.id)) };
    },
  );
  const call = { tags, summary: '记下打得怎么样', params, body: CallResultInput };
  app.post('/api/deliveries/:id/call-results', { schema: call }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    await record(engine, actor, request.params.id, (found, rules, now) => callResult(found, request.body, rules, now));
    return reply.code(204).send();
  });
}

function letterRoutes(app: Http, engine: DeliveryEngine): void {
  const letter = { tags, summary: '记下信到哪了', params, body: LetterResultInput };
  app.post('/api/deliveries/:id/letter-results', { schema: letter }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    await record(engine, actor, request.params.id, (found) => letterResult(found, request.body));
    return reply.code(204).send();
  });
  const cancel = { tags, summary: '不用送了', params, body: CancelInput };
  app.post('/api/deliveries/:id/cancellations', { schema: cancel }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    const { reason } = request.body;
    await record(engine, actor, request.params.id, cancelled, { reason: reason.trim() });
    return reply.code(204).send();
  });
  app.post('/api/letter-prints', { schema: { tags, summary: '打印信', body: batch } }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    requireDoor(actor, 'deliveries');
    const file = await printLetters(engine, actor, request.body.ids);
    return reply
      .type('application/pdf')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'inline; filename="letters.pdf"')
      .send(file);
  });
}

/** What leaves the house for residents: calls to make, letters to print, messages under way. */
export function deliveryRoutes(app: Http, engine: DeliveryEngine): void {
  receiptRoutes(app, engine);
  readingRoutes(app, engine);
  callRoutes(app, engine);
  letterRoutes(app, engine);
}
