import { sql } from 'kysely';
import type { Reaction } from '../disputes/engine.ts';
import { readAsSystem } from '../matters/record.sql.ts';
import { reseeNotices } from '../supervision/openNotices.sql.ts';

/** Supervision notices follow their dispute: asked of the unit that ends, they are owed by the one that took over. */
export const reorganizeNotices: Reaction = async (tx, dispute, { data }, { now }) => {
  const units = Object.entries((data?.units ?? {}) as Record<string, string>);
  await readAsSystem(tx);
  for (const [old, next] of units) {
    const about = sql`select n.matter_id from visible_supervision_notice n where n.county_code = ${dispute.countyCode}
      and n.about_matter_id = ${dispute.id}`;
    const at = sql`county_code = ${dispute.countyCode} and matter_id in (${about}`;
    await sql`update supervision_notice set unit_id = ${next} where ${at} and n.unit_id = ${old})`.execute(tx);
    await sql`update supervision_notice set issuer_center_id = ${next} where ${at} and n.issuer_center_id = ${old})`.execute(
      tx,
    );
    await sql`update supervision_notice_unit u set unit_id = ${next} where ${at}) and unit_id = ${old}
      and not exists (select from supervision_notice_unit o where o.county_code = u.county_code and o.matter_id = u.matter_id
        and o.unit_id = ${next})`.execute(tx);
    const clocks = sql`select c.id from visible_matter_clock c where c.county_code = ${dispute.countyCode} and c.unit_id = ${old}
      and c.stopped_at is null and c.matter_id in (${about})`;
    await sql`update matter_clock set unit_id = ${next} where county_code = ${dispute.countyCode} and id in (${clocks})`.execute(
      tx,
    );
  }
  await reseeNotices(tx, dispute, now);
};
