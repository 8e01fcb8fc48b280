import { Type } from 'typebox';
import { viewDelivery } from '../delivery/deliveries.routes.ts';
import { listDeliveriesOf, listWishes } from '../delivery/deliveries.sql.ts';
import { wishes } from '../delivery/delivery.ts';
import { findPending, foretell } from '../delivery/pending.sql.ts';
import type { Planned } from '../delivery/planFor.ts';
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

const viewPlanned = ({ partyId, channel, text, at }: Planned) => ({ partyId, channel, text, at: at.toISOString() });

const WithholdInput = Type.Object(
  { reason: Type.String({ minLength: 2, maxLength: 200, title: '为什么不送' }) },
  { additionalProperties: false },
);

/** What waits to go out stays inside; the page and the history keep it, and why. */
async function withhold(engine: Engine, tx: Tx, actor: Actor, code: string, reason: string): Promise<void> {
  const dispute = await lockDispute(tx, code);
  mayTell(engine, actor, dispute);
  const { ids } = await findPending(tx, dispute);
  if (ids.length === 0) refuse('conflict', 'nothingWaits', '没有等着送出的话，已经送出去了。');
  const now = engine.now();
  const event = { eventId: newId(now), at: now, actor, type: 'withholdWords', data: { count: ids.length } };
  matters.recordAsSystem(tx);
  recordAside(tx, dispute, event);
  const notes = [{ id: newId(now), kind: 'withholdWords', visibility: 'shared' as const, body: reason.trim() }];
  const facts = { ...event, ...dispute, seq: 0, previousHash: '', statusBefore: null, statusAfter: dispute.status };
  matters.recordNotes(tx, dispute, facts, { type: event.type, notes }, () => newId(now));
  const done = tx.updateTable('outbox').set({ done_at: now, payload: '{}' });
  record(tx, done.where('id', 'in', ids));
}

/** What went out about one dispute, and how its people want to be told. */
export function outwardRoutes(app: Http, engine: Engine): void {
  const seen = { tags, summary: '送出去的通知', params: codeParams };
  app.get('/api/disputes/:code/deliveries', { schema: seen }, async (request) => {
    const actor = await requireActor(request, engine);
    const { code } = request.params;
    return reading(engine.db, actor, async (queries) => {
      const countyCode = countyOfCode(code);
      const dispute = await getDispute(queries, code);
      mayTell(engine, actor, dispute);
      const [rows, wished, waiting] = await Promise.all([
        listDeliveriesOf(queries, countyCode, code),
        listWishes(queries, countyCode, code),
        foretell(engine, queries, dispute, []),
      ]);
      return { rows: rows.map((row) => viewDelivery(engine, row)), wishes: wished, waiting: waiting.map(viewPlanned) };
    });
  });
  const stop = { tags, summary: '等着送出的话不送了', params: codeParams, body: WithholdInput };
  app.post('/api/disputes/:code/withheld-words', { schema: stop }, async (request, reply) => {
    const actor = await requireActor(request, engine);
    await command(engine.db, actor, (tx) => withhold(engine, tx, actor, request.params.code, request.body.reason));
    return reply.code(204).send();
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
