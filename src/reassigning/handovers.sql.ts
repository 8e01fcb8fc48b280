import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import type { HandoverRow } from './handoverRow.ts';

/** Hand-overs to or from a post, newest first, of what the reader still sees. */
export async function listHandovers(
  queries: Queries,
  counties: readonly string[],
  side: 'received' | 'given',
  postId: string,
  limit: number,
): Promise<HandoverRow[]> {
  const mine =
    side === 'received' ? sql`r.to_post_id = ${postId}` : sql`(r.from_post_id = ${postId} or r.by_post_id = ${postId})`;
  const { rows } = await sql<HandoverRow>`
    select r.id, r.run_id as "runId", r.matter_id as "matterId", r.county_code as "countyCode", m.code, m.title, m.status, r.part,
      r.from_post_id as "fromPostId", r.to_post_id as "toPostId", r.by_post_id as "byPostId", r.at, r.until,
      r.acknowledged_at as "acknowledgedAt", r.undone_at as "undoneAt", r.ended_at as "endedAt", r.matter_version as "version",
      m.version as "matterVersion", coalesce(f.name, '') as "fromName", coalesce(t.name, '') as "toName",
      (select n.body from visible_matter_event e
        join lateral (select body from visible_note x where x.county_code = e.county_code and x.matter_id = e.matter_id
          and x.event_id = e.id and x.kind = 'reassign' limit 1) n on true
        where e.county_code = r.county_code and e.matter_id = r.matter_id and e.type = 'reassign' and e.at = r.at limit 1) as note
    from (select * from visible_reassignment r where r.county_code in (${sql.join([...counties])}) and ${mine}
      order by r.at desc, r.id limit ${limit}) r
    join lateral (select * from matter x where x.county_code = r.county_code and x.id = r.matter_id limit 1) m on true
    left join (select p.id, u.name from post p join app_user u on u.id = p.user_id) f on f.id = r.from_post_id
    left join (select p.id, u.name from post p join app_user u on u.id = p.user_id) t on t.id = r.to_post_id
    order by r.at desc, r.id`.execute(queries);
  return rows;
}

/** The matters of one run that can still be asked to go back. */
export async function listRunCodes(queries: Queries, counties: readonly string[], runId: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select distinct m.code from visible_reassignment r
    join lateral (select code from matter x where x.county_code = r.county_code and x.id = r.matter_id limit 1) m on true
    where r.county_code in (${sql.join([...counties])}) and r.run_id = ${runId} and r.undone_at is null`.execute(
    queries,
  );
  return rows.map(({ code }) => code);
}

/** How many of what a post gave away are still being handed over. */
export async function countGiven(queries: Queries, counties: readonly string[], postId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(distinct r.matter_id)::int as n from visible_reassignment r
    where r.county_code in (${sql.join([...counties])}) and r.from_post_id = ${postId} and r.undone_at is null
      and r.ended_at is null`.execute(queries);
  return rows[0]?.n ?? 0;
}
