import { type RawBuilder, sql } from 'kysely';
import { houseOf } from '../platform/actor.ts';
import { command, plainly, type Queries, record, type Tx } from '../platform/db.ts';
import { formatCode } from '../platform/disputeCode.ts';
import { newId } from '../platform/ids.ts';
import { HOUR } from '../platform/now.ts';
import { checkPhone } from '../platform/phone.ts';
import type { Wish } from './delivery.ts';
import type { DeliveryEngine } from './deliveryEngine.ts';
import { type DeliveryRules, isWorthACall } from './deliveryRules.ts';
import { fillTemplate } from './messageTemplate.ts';
import { outsideQuietHours, planDelivery, type Recipient } from './planDelivery.ts';
import { guardianOf, reachedBy } from './reached.sql.ts';

type Tell = { id: string; countyCode: string; createdAt: Date; payload: TellPayload };
type TellPayload = { matterId: string; eventType: string; text: string };
type About = { code: string; receivingCenterId: string; restricted: boolean };
type Holder = { partyId: string; phoneSealed: string | null; wish: Wish | null };

const BATCH = 100;
/** A server that died over a row gives it back after this long. */
const AGAIN_MS = 5 * 60_000;

async function claimTells(engine: DeliveryEngine): Promise<Tell[]> {
  const now = engine.now();
  const { rows } = await plainly(engine.db, (queries) =>
    sql<Tell>`update outbox set attempts = attempts + 1, not_before = ${new Date(now.getTime() + AGAIN_MS)}
      where id in (select id from outbox where kind = 'tell' and done_at is null and not_before <= ${now}
        order by not_before limit ${BATCH} for update skip locked)
      returning id, county_code as "countyCode", created_at as "createdAt", payload`.execute(queries),
  );
  return rows;
}

/** The words leave the row with it: what is kept is the note of the matter, which can be erased. */
const recordDone = (tx: Tx, { id }: Tell, at: Date): void => {
  record(tx, tx.updateTable('outbox').set({ done_at: at, payload: '{}' }).where('id', '=', id));
};

async function findAbout(queries: Queries, { countyCode, payload }: Tell): Promise<About | undefined> {
  const { rows } = await sql<About>`select code, receiving_center_id as "receivingCenterId", restricted from matter
    where county_code = ${countyCode} and id = ${payload.matterId}`.execute(queries);
  return rows[0];
}

/** Who holds a slip that still opens; for a child the guardian is called. */
const selectHolders = ({ countyCode, payload }: Tell): RawBuilder<Holder> => sql<Holder>`
  select distinct on (p.id) p.id as "partyId", ${reachedBy} as "phoneSealed", w.channel as wish
  from visible_access_slip s
  join visible_party p on p.county_code = s.county_code and p.matter_id = s.matter_id and p.id = s.party_id
  ${guardianOf}
  left join visible_contact_wish w on w.county_code = p.county_code and w.matter_id = p.matter_id and w.party_id = p.id
  where s.county_code = ${countyCode} and s.matter_id = ${payload.matterId} and s.revoked_at is null order by p.id`;

function recipientOf(engine: DeliveryEngine, countyCode: string, { partyId, phoneSealed, wish }: Holder): Recipient {
  const phone = phoneSealed === null ? null : checkPhone(engine.crypto.open(countyCode, phoneSealed));
  if (!phone?.ok) return { partyId, wish, phone: 'none' };
  return { partyId, wish, phone: phone.kind === 'mobile' ? 'mobile' : 'landline' };
}

/** An SMS says what its template says; a caller and a letter say the words themselves. */
function bodyOf(engine: DeliveryEngine, rules: DeliveryRules, tell: Tell, about: About, channel: string): string {
  if (channel !== 'sms') return tell.payload.text;
  const center = engine.reference().network.unit(about.receivingCenterId);
  const text = rules.templates.find(({ event }) => event === tell.payload.eventType)?.text ?? rules.generic;
  return fillTemplate(text, {
    内容: tell.payload.text,
    编号: formatCode(about.code),
    中心: center?.short ?? '综治中心',
    电话: center?.phone ?? '',
    查询: `${engine.config.publicUrl}/c`,
  });
}

function recordPlans(engine: DeliveryEngine, tx: Tx, tell: Tell, about: About, holders: readonly Holder[]): void {
  const now = engine.now();
  const { delivery: rules } = engine.reference().rulesFor(tell.countyCode).rules;
  const held = new Date(tell.createdAt.getTime() + rules.holdMinutes * 60_000);
  for (const holder of holders) {
    const recipient = recipientOf(engine, tell.countyCode, holder);
    const plan = planDelivery(recipient, {
      restricted: about.restricted,
      smsReady: rules.sms && engine.gateway !== null,
      worthACall: isWorthACall(rules, tell.payload.eventType),
    });
    if (plan === null) continue;
    const values = {
      county_code: tell.countyCode,
      id: newId(now),
      matter_id: tell.payload.matterId,
      party_id: holder.partyId,
      event_type: tell.payload.eventType,
      channel: plan.channel,
      state: 'due' as const,
      why: plan.why,
      desk: about.restricted ? `c:${about.receivingCenterId}#centerLeader` : `c:${about.receivingCenterId}`,
      body: bodyOf(engine, rules, tell, about, plan.channel),
      due_at: outsideQuietHours(held, plan.channel, rules),
      created_at: now,
    };
    record(tx, tx.insertInto('delivery').values(values));
  }
}

async function expand(engine: DeliveryEngine, tell: Tell): Promise<void> {
  const now = engine.now();
  const { staleHours } = engine.reference().rulesFor(tell.countyCode).rules.delivery;
  const stale = now.getTime() - tell.createdAt.getTime() > staleHours * HOUR;
  await command(engine.db, houseOf(tell.countyCode), async (tx) => {
    const [about, { rows: holders }] = await Promise.all([findAbout(tx, tell), selectHolders(tell).execute(tx)]);
    if (about && !stale) recordPlans(engine, tx, tell, about, holders);
    recordDone(tx, tell, now);
  });
}

/** Turns what residents were told into deliveries to the people who hold a slip. Answers how many tellings it took. */
export async function expandTells(engine: DeliveryEngine): Promise<number> {
  const tells = await claimTells(engine);
  for (const tell of tells) await expand(engine, tell);
  return tells.length;
}
