import { sql } from 'kysely';
import type { Engine } from '../disputes/engine.ts';
import { recordAsSystem } from '../matters/record.sql.ts';
import { recordAside } from '../matters/state.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, record, type Tx } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';

export type Head = {
  countyCode: string;
  id: string;
  status: string;
  eventSeq: number;
  eventHash: string;
};

/** The matter's head under its lock: an event that leaves the state as it is hangs on it. */
export async function lockHead(tx: Tx, countyCode: string, matterId: string): Promise<Head | undefined> {
  const { rows } = await sql<Head>`select county_code as "countyCode", id, status, event_seq as "eventSeq",
    event_hash as "eventHash" from matter where county_code = ${countyCode} and id = ${matterId} for update`.execute(
    tx,
  );
  return rows[0];
}

type Open = { id: string; matterId: string; countyCode: string };

/** 「收到」: the receiver has seen what was handed over; from then on it cannot simply be taken back. */
export async function acknowledgeHandovers(engine: Engine, actor: Actor, ids: readonly string[]): Promise<number> {
  const now = engine.now();
  return command(engine.db, actor, async (tx) => {
    const { rows } =
      await sql<Open>`select id, matter_id as "matterId", county_code as "countyCode" from visible_reassignment
      where county_code in (${sql.join([...actor.counties])}) and id in (${sql.join([...ids])}) and to_post_id = ${actor.postId}
        and acknowledged_at is null and undone_at is null`.execute(tx);
    const byMatter = Map.groupBy(rows, ({ countyCode, matterId }) => `${countyCode}/${matterId}`);
    const heads = [];
    // In one order, so that two who press at once wait for each other instead of locking each other out.
    for (const key of [...byMatter.keys()].toSorted()) {
      const [countyCode = '', matterId = ''] = key.split('/');
      const head = await lockHead(tx, countyCode, matterId);
      if (head) heads.push({ head, parts: byMatter.get(key) ?? [] });
    }
    recordAsSystem(tx);
    for (const { head, parts } of heads) {
      const data = { ids: parts.map(({ id }) => id) };
      recordAside(tx, head, { eventId: newId(now), at: now, actor, type: 'acknowledgeHandover', data });
      const query = tx.updateTable('reassignment').set({ acknowledged_at: now });
      record(tx, query.where('county_code', '=', head.countyCode).where('id', 'in', data.ids));
    }
    return rows.length;
  });
}
