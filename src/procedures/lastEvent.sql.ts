import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import type { Head } from './head.ts';
import type { LastEvent } from './sentences.ts';

/** Who did the last thing on the matter; nobody where the actor may not read its history. */
export async function findLastEvent(
  queries: Queries,
  { countyCode, id }: Pick<Head, 'countyCode' | 'id'>,
): Promise<LastEvent | undefined> {
  const { rows } = await sql<LastEvent>`
    select e.at, e.type, e.actor_role as "actorRole", u.name
    from visible_matter_event e left join app_user u on u.id = e.actor_user_id
    where e.county_code = ${countyCode} and e.matter_id = ${id} and e.type not in ('reveal', 'deliver')
    order by e.seq desc limit 1`.execute(queries);
  return rows[0];
}
