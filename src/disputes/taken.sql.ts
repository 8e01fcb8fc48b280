import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import type { Taken } from './takeBack.ts';

type Key = { countyCode: string; id: string };

/** The last step that was kept, and how many messages about it have gone out since. */
export async function findTaken(queries: Queries, { countyCode, id }: Key): Promise<Taken | undefined> {
  const { rows } = await sql<Taken>`
    select t.event_id as "eventId", t.seq, t.step, t.post_id as "postId", t.at, t.version, t.undo,
      (select count(*)::int from visible_delivery d where d.county_code = t.county_code and d.matter_id = t.matter_id
        and d.event_type = t.step and d.created_at >= t.at and (d.state in ('sending', 'printed', 'sent', 'delivered')
          or d.attempts > 0)) as out
    from visible_taken_step t where t.county_code = ${countyCode} and t.matter_id = ${id}`.execute(queries);
  return rows[0];
}
