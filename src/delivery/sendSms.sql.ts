import { sql } from 'kysely';
import { houseOf } from '../platform/actor.ts';
import { command, reading } from '../platform/db.ts';
import { HOUR } from '../platform/now.ts';
import type { DeliveryEngine } from './deliveryEngine.ts';
import { isWorthACall } from './deliveryRules.ts';
import type { Gateway, SmsAnswer, SmsReceipt } from './gateway.ts';
import { lockDelivery, type Outcome, recordOutcome } from './informed.sql.ts';
import { guardianOf, reachedBy } from './reached.sql.ts';

type DueSms = { id: string; partyId: string; eventType: string; body: string; phoneSealed: string | null };

const BATCH = 50;
/** A message that was being sent when the server went down: nobody knows whether it went. */
const LOST_MS = 10 * 60_000;

async function listDue(engine: DeliveryEngine, countyCode: string): Promise<DueSms[]> {
  const { rows } = await reading(engine.db, houseOf(countyCode), (queries) =>
    sql<DueSms>`
      select d.id, d.party_id as "partyId", v.event_type as "eventType", v.body,
        ${reachedBy} as "phoneSealed"
      from (select county_code, id, matter_id, due_at from delivery where county_code = ${countyCode} and channel = 'sms'
        and state = 'due' and due_at <= ${engine.now()} order by due_at limit ${BATCH}) due
      cross join lateral (select * from visible_delivery v where v.county_code = due.county_code and v.id = due.id limit 1) v
      cross join lateral (select v.id, v.party_id) d
      join visible_party p on p.county_code = due.county_code and p.matter_id = due.matter_id and p.id = v.party_id
      ${guardianOf}
      order by due.due_at`.execute(queries),
  );
  return rows;
}

/** Marks it as being sent, so that no other server sends it too. */
const claim = (engine: DeliveryEngine, countyCode: string, id: string): Promise<boolean> =>
  command(engine.db, houseOf(countyCode), async (tx) => {
    const { rows } = await sql`update delivery set state = 'sending', due_at = ${engine.now()}
      where county_code = ${countyCode} and id = ${id} and state = 'due' returning id`.execute(tx);
    return rows.length > 0;
  });

async function end(engine: DeliveryEngine, countyCode: string, id: string, outcome: Outcome): Promise<void> {
  const actor = houseOf(countyCode);
  const { delivery: rules } = engine.reference().rulesFor(countyCode).rules;
  await command(engine.db, actor, async (tx) => {
    const locked = await lockDelivery(tx, [countyCode], id);
    if (locked.state === 'delivered' || locked.state === 'cancelled') return;
    // Of small news that did not arrive nobody is called after: it stands on the person's page.
    const followed = isWorthACall(rules, locked.eventType) ? outcome : { ...outcome, next: null };
    recordOutcome(tx, actor, locked, followed, { now: engine.now(), rules });
  });
}

const failed = (why: string): Outcome => ({ state: 'failed', why, next: { channel: 'call', why } });

async function send(engine: DeliveryEngine, gateway: Gateway, countyCode: string, sms: DueSms): Promise<void> {
  if (!(await claim(engine, countyCode, sms.id))) return;
  const { delivery: rules } = engine.reference().rulesFor(countyCode).rules;
  const template = rules.templates.find(({ event }) => event === sms.eventType)?.gatewayCode ?? '';
  const to = sms.phoneSealed === null ? '' : engine.crypto.open(countyCode, sms.phoneSealed);
  const answer: SmsAnswer | 'unknown' = await gateway
    .send(countyCode, { id: sms.id, to, text: sms.body, template })
    .catch(() => 'unknown' as const);
  if (answer === 'unknown') return end(engine, countyCode, sms.id, failed('unknown'));
  if (!answer.ok) return end(engine, countyCode, sms.id, failed('refused'));
  return end(engine, countyCode, sms.id, { state: 'sent', reference: answer.reference });
}

/** Everything whose time has come, one after the other: a gateway takes so many a second and no more. */
export async function sendDueSms(engine: DeliveryEngine): Promise<number> {
  const { gateway } = engine;
  if (gateway === null) return 0;
  let sent = 0;
  for (const countyCode of engine.reference().counties)
    for (const sms of await listDue(engine, countyCode)) {
      await send(engine, gateway, countyCode, sms);
      sent += 1;
    }
  return sent;
}

/** What was never confirmed is called after; what was being sent when a server stopped, too. */
export async function followSilentSms(engine: DeliveryEngine): Promise<number> {
  let followed = 0;
  const now = engine.now().getTime();
  for (const countyCode of engine.reference().counties) {
    const { receiptHours } = engine.reference().rulesFor(countyCode).rules.delivery;
    const { rows } = await reading(engine.db, houseOf(countyCode), (queries) =>
      sql<{ id: string; state: string }>`select v.id, v.state from (select county_code, id from delivery
          where county_code = ${countyCode} and channel = 'sms' and state in ('sending', 'sent')) open
        cross join lateral (select * from visible_delivery v where v.county_code = open.county_code and v.id = open.id limit 1) v
        where (v.state = 'sending' and v.due_at < ${new Date(now - LOST_MS)})
          or (v.state = 'sent' and v.sent_at < ${new Date(now - receiptHours * HOUR)}) limit ${BATCH}`.execute(queries),
    );
    for (const { id, state } of rows)
      await end(engine, countyCode, id, failed(state === 'sent' ? 'noReceipt' : 'unknown'));
    followed += rows.length;
  }
  return followed;
}

/** A receipt of the gateway: only now is it delivered. Unknown numbers are answered alike, so that nobody can ask with them. */
export async function takeReceipt(engine: DeliveryEngine, receipt: SmsReceipt): Promise<void> {
  const { countyCode, reference, delivered } = receipt;
  if (!engine.reference().counties.includes(countyCode)) return;
  const { rows } = await reading(engine.db, houseOf(countyCode), (queries) =>
    sql<{ id: string }>`select id from delivery where county_code = ${countyCode} and reference = ${reference}
      and state = 'sent' and channel = 'sms' limit 1`.execute(queries),
  );
  const [found] = rows;
  if (found) await end(engine, countyCode, found.id, delivered ? { state: 'delivered' } : failed('undelivered'));
}
