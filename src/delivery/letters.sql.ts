import { sql } from 'kysely';
import { printLong } from '../documents/pressApart.ts';
import * as matters from '../matters/record.sql.ts';
import { recordAside } from '../matters/state.sql.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, reading, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { qrPath, qrSvg } from '../platform/qr.ts';
import { refuse } from '../platform/refusal.ts';
import { printed } from './callResult.ts';
import { type LetterRow, listLetters } from './deliveries.sql.ts';
import type { DeliveryEngine } from './deliveryEngine.ts';
import { lockDelivery, recordOutcome } from './informed.sql.ts';
import { type LetterFacts, letters } from './letters.ts';
import { guardianOf, reachedBy } from './reached.sql.ts';

/** The number to call, for the one purpose that this row states: logged like every unmasked value. */
export async function findPhone(engine: DeliveryEngine, tx: Tx, actor: Actor, id: string): Promise<string> {
  const delivery = await lockDelivery(tx, actor.counties, id);
  if (delivery.channel !== 'call' || !actor.viewers.includes(delivery.desk))
    refuse('notFound', 'noDelivery', '没有这一条通知，或者不归这里送。');
  const { rows } = await sql<{ phoneSealed: string | null }>`
    select ${reachedBy} as "phoneSealed" from visible_party p
    ${guardianOf}
    where p.county_code = ${delivery.countyCode} and p.matter_id = ${delivery.matterId} and p.id = ${delivery.partyId}`.execute(
    tx,
  );
  const sealed = rows[0]?.phoneSealed ?? null;
  if (sealed === null) return refuse('notFound', 'nothingToReveal', '没有登记电话，改寄信或当面说。');
  const now = engine.now();
  const data = { partyId: delivery.partyId, field: 'phone' };
  const key = { countyCode: delivery.countyCode, id: delivery.matterId };
  matters.recordAsSystem(tx);
  recordAside(tx, { ...delivery, ...key }, { eventId: newId(now), at: now, actor, type: 'reveal', data });
  const detail = { ...data, purpose: '打电话通知当事人' };
  recordTrail(tx, { at: now, act: 'dispute.revealed', actor, subject: delivery.code, detail });
  return engine.crypto.open(delivery.countyCode, sealed);
}

function factsOf(engine: DeliveryEngine, row: LetterRow): LetterFacts {
  const center = engine.reference().network.unit(row.centerId);
  return {
    name: row.partyName,
    address: row.address,
    code: row.code,
    title: row.title,
    words: row.body,
    centerName: center?.name ?? '综治中心',
    centerPhone: center?.phone ?? null,
    centerAddress: null,
    qrSvg: qrSvg(`${engine.config.publicUrl}${qrPath(engine.secrets.qrSecret, row.code)}`),
  };
}

/** The letters of a batch as one print, each marked as printed. Printing again is another print, not another letter. */
export async function printLetters(engine: DeliveryEngine, actor: Actor, ids: readonly string[]): Promise<Buffer> {
  const rows = await reading(engine.db, actor, (queries) => listLetters(queries, actor, ids));
  if (rows.length === 0) refuse('notFound', 'noDelivery', '这几封已经有人处理了，刷新看看。');
  const now = engine.now();
  const facts = rows.map((row) => factsOf(engine, row));
  const file = await printLong(letters(facts, actor.name, now));
  // Recorded only now that there is a file; one after the other, since two may be about one matter.
  for (const { countyCode, id } of rows)
    await command(engine.db, actor, async (tx) => {
      const delivery = await lockDelivery(tx, [countyCode], id);
      const { delivery: rules } = engine.reference().rulesFor(countyCode).rules;
      const result = printed(delivery);
      if (result) recordOutcome(tx, actor, delivery, result, { now, rules });
    });
  return file;
}
