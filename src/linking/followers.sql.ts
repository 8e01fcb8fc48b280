import { sql } from 'kysely';
import type { Dispute } from '../disputes/dispute.ts';
import { getDispute } from '../disputes/disputes.sql.ts';
import { readAsSystem } from '../matters/record.sql.ts';
import type { MatterHead } from '../matters/state.sql.ts';
import type { Tx } from '../platform/db.ts';
import { forUpdate } from '../platform/forUpdate.ts';
import { refuse } from '../platform/refusal.ts';

type Key = Pick<Dispute, 'countyCode' | 'id'>;

/** Those who follow a dispute that is locked, locked too. From here on the house reads: a follower may be another center's. */
export async function lockFollowers(tx: Tx, { countyCode, id }: Key): Promise<Dispute[]> {
  await readAsSystem(tx);
  const { rows } = await sql<{ code: string }>`
    select m.code from matter m where m.county_code = ${countyCode} and m.id in (
      select l.matter_id from visible_lead_link l
      where l.county_code = ${countyCode} and l.lead_id = ${id}::uuid and l.ended_at is null)
    order by m.id ${forUpdate(tx)}`.execute(tx);
  return Promise.all(rows.map(({ code }) => getDispute(tx, code)));
}

type Head = MatterHead & { code: string; leadUnitId: string | null; handlerPostId: string | null; centerId: string };

/** The leading dispute while a follower is locked: nobody waits with a lock in hand. */
export async function lockLead(tx: Tx, countyCode: string, leadId: string): Promise<Head> {
  await readAsSystem(tx);
  const found = sql<Head>`
    select m.county_code as "countyCode", m.id, m.code, m.status, m.event_seq as "eventSeq",
      m.event_hash as "eventHash", m.lead_unit_id as "leadUnitId", m.handler_post_id as "handlerPostId",
      m.receiving_center_id as "centerId"
    from matter m where m.county_code = ${countyCode} and m.id = ${leadId}::uuid ${forUpdate(tx, 'nowait')}`.execute(
    tx,
  );
  const { rows } = await found.catch((error: unknown) => {
    if ((error as { code?: string }).code !== '55P03') throw error;
    return refuse('conflict', 'otherBusy', '主办的那一件正有人在办。等几秒再按一次，写好的还在。');
  });
  return rows[0] ?? refuse('notFound', 'noLead', '找不到主办的那一件。');
}
