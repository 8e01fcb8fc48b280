import { sql } from 'kysely';
import { listed } from '../disputes/disputes.sql.ts';
import type { Engine } from '../disputes/engine.ts';
import { recordListedAnew } from '../matters/listed.sql.ts';
import { recordAside } from '../matters/state.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, reading, record } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { dayOf } from '../platform/now.ts';
import { lockHead } from './acknowledgeHandovers.sql.ts';

type Over = { countyCode: string; matterId: string };
type Ended = { id: string; fromPostId: string };

/** The hand-over of one matter is over: from now on the former hand sees code, status and the own words. */
async function endOne(engine: Engine, house: Actor, { countyCode, matterId }: Over): Promise<void> {
  const now = engine.now();
  await command(engine.db, house, async (tx) => {
    const head = await lockHead(tx, countyCode, matterId);
    if (!head) return;
    const { rows } = await sql<Ended>`select id, from_post_id as "fromPostId" from visible_reassignment
      where county_code = ${countyCode} and matter_id = ${matterId} and ended_at is null and undone_at is null
        and until < ${dayOf(now)}::date`.execute(tx);
    if (rows.length === 0) return;
    const [still] = (
      await sql<{ handing: string[]; former: string[] }>`select handing_post_ids as handing, former_post_ids as former
        from visible_dispute where county_code = ${countyCode} and matter_id = ${matterId}`.execute(tx)
    ).rows;
    const gone = rows.map(({ fromPostId }) => fromPostId);
    const handing = (still?.handing ?? []).filter((id) => !gone.includes(id));
    const former = [...new Set([...(still?.former ?? []), ...gone.filter((id) => still?.handing.includes(id))])];
    recordAside(tx, head, { eventId: newId(now), at: now, actor: house, type: 'endHandover', data: { postIds: gone } });
    const ids = rows.map(({ id }) => id);
    const reassignment = tx.updateTable('reassignment').set({ ended_at: now });
    record(tx, reassignment.where('county_code', '=', countyCode).where('id', 'in', ids));
    const dispute = tx.updateTable('dispute').set({ handing_post_ids: handing, former_post_ids: former });
    record(tx, dispute.where('county_code', '=', countyCode).where('matter_id', '=', matterId));
    recordListedAnew(tx, listed, countyCode, [matterId]);
  });
}

/** Every hand-over whose last day is past. */
export async function endHandovers(engine: Engine, house: Actor): Promise<number> {
  const today = dayOf(engine.now());
  const { rows } = await reading(engine.db, house, (queries) =>
    sql<Over>`select distinct county_code as "countyCode", matter_id as "matterId" from visible_reassignment
      where county_code in (${sql.join([...house.counties])}) and ended_at is null and undone_at is null
        and until < ${today}::date limit 500`.execute(queries),
  );
  for (const over of rows) await endOne(engine, house, over);
  return rows.length;
}
