import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import { record, type Tx } from '../platform/db.ts';
import { references } from './references.ts';
import type { Count, Reorganization, StandingPost } from './reorganizationRow.ts';

function reorganizations(queries: Queries) {
  return queries
    .selectFrom('reorganization as r')
    .leftJoin('app_user as d', 'd.id', 'r.drafted_by')
    .leftJoin('app_user as c', 'c.id', 'r.confirmed_by')
    .select(['r.id', 'r.county_code as countyCode', 'r.state', 'r.plan', 'r.drafted_by as draftedBy', 'r.counts'])
    .select(['r.drafted_at as draftedAt', 'r.confirmed_by as confirmedBy', 'r.confirmed_at as confirmedAt'])
    .select(['r.applied_at as appliedAt', 'r.effective_on as effectiveOn', 'r.job_id as jobId'])
    .select(['d.name as drafter', 'c.name as confirmer']);
}

export async function listReorganizations(queries: Queries, counties: readonly string[]): Promise<Reorganization[]> {
  const rows = await reorganizations(queries)
    .where('r.county_code', 'in', [...counties])
    .orderBy('r.drafted_at', 'desc')
    .limit(100)
    .execute();
  return rows as unknown as Reorganization[];
}

export async function findReorganization(queries: Queries, id: string): Promise<Reorganization | undefined> {
  return (await reorganizations(queries).where('r.id', '=', id).executeTakeFirst()) as unknown as Reorganization;
}

/** Those whose day has come and that are not finished: also what a server left half-way. */
export async function listDue(queries: Queries, day: string): Promise<Reorganization[]> {
  const rows = await reorganizations(queries)
    .where('r.state', '=', 'applying')
    .where('r.effective_on', '<=', day)
    .orderBy('r.confirmed_at')
    .execute();
  return rows as unknown as Reorganization[];
}

export async function lockReorganization(tx: Tx, id: string): Promise<Reorganization | undefined> {
  await sql`select from reorganization where id = ${id} for update`.execute(tx);
  return findReorganization(tx, id);
}

type State = {
  state: Reorganization['state'];
  confirmed_by?: string;
  confirmed_at?: Date;
  applied_at?: Date;
  counts?: string;
};

export function recordReorganizationState(
  tx: Tx,
  id: string,
  change: State & { plan?: string; job_id?: string },
): void {
  record(tx, tx.updateTable('reorganization').set(change).where('id', '=', id));
}

/** Posts in office, now or later, in these units or places. */
export async function listPostsAt(
  queries: Queries,
  units: readonly string[],
  regions: readonly string[],
  day: string,
): Promise<StandingPost[]> {
  const { rows } = await sql<StandingPost>`select p.id, p.user_id as "userId", u.name, p.unit_id as "unitId", p.role,
      p.region_code as "regionCode"
    from post p join app_user u on u.id = p.user_id
    where (p.unit_id = any (${[...units]}) or p.region_code = any (${[...regions]}))
      and (p.valid_to is null or p.valid_to >= ${day}::date) order by p.id`.execute(queries);
  return rows;
}

const isView = (table: string, views: ReadonlySet<string>) =>
  views.has(`visible_${table}`) ? `visible_${table}` : table;

/**
 * How many rows name what ends, for each line of `references` with a label. Read by the house: counted, never listed.
 */
export async function countReferences(
  queries: Queries,
  gone: { units: readonly string[]; regions: readonly string[]; posts: readonly string[] },
): Promise<Count[]> {
  const { rows } = await sql<{
    name: string;
    array: string;
  }>`select c.relname as name, a.attname || case when t.typcategory = 'A' then '[]' else '' end as array
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v')`.execute(queries);
  const views = new Set(rows.map(({ name }) => name));
  const arrays = new Set(
    rows.filter(({ array }) => array.endsWith('[]')).map(({ name, array }) => `${name}.${array.slice(0, -2)}`),
  );
  const keys = [
    ...gone.units.flatMap((id) => [`u:${id}`, `c:${id}`, `h:${id}`]),
    ...gone.regions.map((code) => `r:${code}`),
    ...gone.posts.map((id) => `p:${id}`),
  ];
  const ids = { unit: gone.units, region: gone.regions, post: gone.posts, keys, mixed: [] };
  const counts: Count[] = [];
  for (const { table, column, holds, becomes, label } of references) {
    if (label === undefined || !views.has(table)) continue;
    const name = isView(table, views);
    const wanted = [...ids[holds]];
    if (wanted.length === 0) continue;
    const at = sql.ref(column);
    const match = arrays.has(`${table}.${column}`)
      ? sql`${at}::text[] && ${wanted}`
      : holds === 'keys'
        ? sql`split_part(${at}, '#', 1) = any (${wanted})`
        : sql`${at}::text = any (${wanted})`;
    const found = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(name)} where ${match}`.execute(
      queries,
    );
    counts.push({ label, becomes, count: found.rows[0]?.n ?? 0 });
  }
  return counts;
}
