import { sql } from 'kysely';
import { listed } from '../disputes/disputes.sql.ts';
import { recordListedAnew } from '../matters/listed.sql.ts';
import { houseOf } from '../platform/actor.ts';
import { command, counting, type Db, type Queries } from '../platform/db.ts';

/** Disputes whose row in the lists is not what the dispute is, or that have none. */
export async function listWronglyListed(queries: Queries, county: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select matter_id as id from (
      (select * from visible_listing where county_code = ${county} except select * from listed_dispute where county_code = ${county})
      union all
      (select * from listed_dispute where county_code = ${county} except select * from visible_listing where county_code = ${county})
    ) each group by 1`.execute(queries);
  return rows.map(({ id }) => id);
}

/** Writes these rows anew; answers how many they were. */
export async function mendLists(db: Db, county: string): Promise<number> {
  const wrong = await counting(db, houseOf(county), (queries) => listWronglyListed(queries, county));
  if (wrong.length > 0)
    await command(db, houseOf(county), async (tx) => {
      recordListedAnew(tx, listed, county, wrong);
    });
  return wrong.length;
}
