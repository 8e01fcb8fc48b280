import { Type } from 'typebox';
import { viewDelivery } from '../delivery/deliveries.routes.ts';
import { listDeliveriesOf, listWishes } from '../delivery/deliveries.sql.ts';
import { wishes } from '../delivery/delivery.ts';
import type { DeliveryEngine } from '../delivery/deliveryEngine.ts';
import { Id } from '../matters/fields.ts';
import * as matters from '../matters/record.sql.ts';
import { recordAside } from '../matters/state.sql.ts';
import { requireActor } from '../people/requireActor.routes.ts';
import type { Actor } from '../platform/actor.ts';
import { command, reading, record, type Tx } from '../platform/db.ts';
import type { Http } from '../platform/http.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refusal.ts';
import { countyOfCode } from '../procedures/code.ts';
import { codeParams } from './codeParams.ts';
import { selectParties } from './disputeRows.sql.ts';
import { getDispute, lockDispute } from './disputes.sql.ts';
import type { Engine } from './engine.ts';
import { sightOf } from './sight.ts';

const tags = ['送达 deliveries'];
const WishInput = Type.Object(
  {
    partyId: Id,
    channel: Type.Union(
      wishes.map((wish) => Type.Literal(wish)),
      { title: '怎么通知' },
    ),
    note: Type.String({ maxLength: 100, title: '什么时候方便' }),
  },
  { additionalProperties: false },
);
type WishInput = { partyId: string; channel: (typeof wishes)[number]; note: string };

const mayTell = (engine: Engine, actor: Actor, dispute: Parameters<typeof sightOf>[1]): void => {
  if (sightOf(actor, dispute) === 'full') return;
  const center = engine.reference().network.unit(dispute.receivingCenterId)?.short ?? '受理中心';
  refuse('forbidden', 'notYoursToTell', `怎么通知当事人由${center}和承办单位定。`);
};

async function recordWish(engine: Engine, tx: Tx, actor: Actor, code: string, input: WishInput): Promise<void> {
  const dispute = await lockDispute(tx, code);
  mayTell(engine, actor, dispute);
  const { rows } = await selectParties(dispute).execute(tx);
  if (!rows.some((party) => party.id === input.partyId)) refuse('notFound', 'noSuchParty', '没有这位当事人。');
  const now = engine.now();
  const { partyId, channel, note } = input;
  const key = { county_code: dispute.countyCode, matter_id: dispute.id, party_id: partyId };
  const set = { channel, note: note.trim(), set_at: now, set_by_post_id: actor.postId };
  matters.recordAsSystem(tx);
  record(
    tx,
    tx
      .insertInto('contact_wish')
      .values({ ...key, ...set })
      .onConflict((conflict) => conflict.columns(['county_code', 'matter_id', 'party_id']).doUpdateSet(set)),
  );
  const data = { partyId, channel };
  recordAside(tx, dispute, { eventId: newId(now), at: now, actor, type: 'contactWish', data });
}

/** What went out about one dispute, and how its people want to be told. */
export function outwardRoutes(app: Http, engine: Engine & DeliveryEngine): void {
  const seen = { tags, summary: '送出去的通知', params: codeParams };
  app.get('/api/disputes/:code/deliveries', { schema: seen }, async (request) => {
    const actor = await requireActor(request, engine);
    const { code } = request.params;
    return reading(engine.db, actor, async (queries) => {
      const countyCode = countyOfCode(code);
      mayTell(engine, actor, await getDispute(queries, code));
      const [rows, wished] = await Promise.all([
        listDeliveriesOf(queries, countyCode, code),
        listWishes(queries, countyCode, code),
      ]);
      return { rows: rows.map((row) => viewDelivery(engine, row)), wishes: wished };
    });
  });
  const wish = { tags, summary: '记下怎么通知这个人', params: codeParams, body: WishInput };
  app.post('/api/disputes/:code/contact-wishes', { schema: wish }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    await command(engine.db, actor, (tx) =>
      recordWish(engine, tx, actor, request.params.code, request.body as WishInput),
    );
    return reply.code(204).send();
  });
}
