import { sql } from 'kysely';
import * as matters from '../matters/record.sql.ts';
import { recordAside } from '../matters/state.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refusal.ts';
import type { Channel, DeliveryState } from './delivery.ts';
import type { DeliveryRules } from './deliveryRules.ts';
import { outsideQuietHours } from './planDelivery.ts';

/** One delivery with the head of its matter, locked in the order matter, delivery. */
export type LockedDelivery = {
  countyCode: string;
  id: string;
  matterId: string;
  code: string;
  status: string;
  eventSeq: number;
  eventHash: string;
  partyId: string;
  channel: Channel;
  state: DeliveryState;
  desk: string;
  body: string;
  eventType: string;
  attempts: number;
};

/** The delivery with its matter locked, or a refusal in the words of somebody who looks for it. */
export async function lockDelivery(tx: Tx, counties: readonly string[], id: string): Promise<LockedDelivery> {
  const key = sql`d.county_code = any(${[...counties]}) and d.id = ${id}`;
  await sql`select from matter m where exists (select from visible_delivery d where ${key}
      and d.county_code = m.county_code and d.matter_id = m.id) and m.county_code = any(${[...counties]})
    for update`.execute(tx);
  const { rows } = await sql<LockedDelivery>`
    select d.county_code as "countyCode", d.id, d.matter_id as "matterId", m.code, m.status, m.event_seq as "eventSeq",
      m.event_hash as "eventHash", d.party_id as "partyId", d.channel, d.state, d.desk, d.body,
      d.event_type as "eventType", d.attempts
    from visible_delivery d join matter m on m.county_code = d.county_code and m.id = d.matter_id where ${key}`.execute(
    tx,
  );
  return rows[0] ?? refuse('notFound', 'noDelivery', '没有这一条通知，或者不归这里送。');
}

export type Outcome = {
  state: DeliveryState;
  why?: string;
  reference?: string | null;
  attempts?: number;
  dueAt?: Date;
  /** The way that follows where this one failed. */
  next?: { channel: Channel; why: string } | null;
};

/** What became of a delivery: its row, the way that follows, and one event of the matter. */
export function recordOutcome(
  tx: Tx,
  actor: Actor,
  delivery: LockedDelivery,
  outcome: Outcome,
  { now, rules }: { now: Date; rules: DeliveryRules },
): void {
  const { state, why, reference, attempts, dueAt, next } = outcome;
  const ended = state === 'delivered' || state === 'failed' || state === 'cancelled';
  const set = {
    state,
    ...(why !== undefined && { why }),
    ...(reference !== undefined && { reference }),
    ...(attempts !== undefined && { attempts }),
    ...(dueAt && { due_at: dueAt }),
    ...(state === 'sent' && { sent_at: now }),
    ...(ended && { ended_at: now, ended_by_post_id: actor.postId || null }),
  };
  const key = { countyCode: delivery.countyCode, id: delivery.matterId };
  matters.recordAsSystem(tx);
  record(
    tx,
    tx.updateTable('delivery').set(set).where('county_code', '=', key.countyCode).where('id', '=', delivery.id),
  );
  if (next) recordNext(tx, delivery, next, now, rules);
  const { partyId, channel } = delivery;
  const data = {
    deliveryId: delivery.id,
    partyId,
    channel,
    state,
    ...(why && { why }),
    ...(next && { next: next.channel }),
  };
  recordAside(tx, { ...delivery, ...key }, { eventId: newId(now), at: now, actor, type: 'deliver', data });
}

function recordNext(
  tx: Tx,
  { countyCode, matterId, partyId, eventType, desk, body }: LockedDelivery,
  { channel, why }: { channel: Channel; why: string },
  now: Date,
  rules: DeliveryRules,
): void {
  const key = { county_code: countyCode, id: newId(now), matter_id: matterId, party_id: partyId };
  const times = { due_at: outsideQuietHours(now, channel, rules), created_at: now };
  record(
    tx,
    tx
      .insertInto('delivery')
      .values({ ...key, ...times, event_type: eventType, channel, state: 'due', why, desk, body }),
  );
}
