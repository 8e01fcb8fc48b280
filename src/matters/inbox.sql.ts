import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../platform/actor.ts';
import { cursorOf, readCursor } from '../platform/cursor.ts';
import type { Queries } from '../platform/db.ts';

export type InboxRow = {
  id: string;
  at: Date;
  owner: string;
  text: string;
  code: string | null;
  page: string | null;
  readAt: Date | null;
  countyCode: string;
  /** The matter that it is about: of what hangs on another, that other. */
  aboutId: string | null;
};
export type InboxFilter = { unread: boolean; after?: string | undefined; limit: number };

const seen = sql`exists (select from matter m where m.county_code = notice.county_code and m.id = notice.matter_id)`;

/**
 * Told to this post or its desks, as far as it may know of the matter now. What only left its sight is no secret: the words stand,
 * the number does not. Of what was told to an absent colleague, whoever covers hears what they may see.
 */
function heardBy(actor: Actor): RawBuilder<unknown> {
  const told = sql`county_code = any(${[...actor.counties]}) and owner = any(${[...actor.viewers]})
    and (matter_id is null or restricted is false or ${seen})`;
  if (!actor.covers) return told;
  return sql`${told} and (owner = any(${[...(actor.own ?? [])]}) or matter_id is null or ${seen})`;
}

/** What was told to this post and its desks, newest first, by key as far back as it goes. */
export async function listInbox(queries: Queries, actor: Actor, { unread, after, limit }: InboxFilter) {
  const from = after === undefined ? null : readCursor(after, 'time', 'id');
  const onward = from ? sql`and (at, id) < (${from[0]}::timestamptz, ${from[1]}::uuid)` : sql``;
  const { rows: found } = await sql<InboxRow>`
    select id, at, owner, text, read_at as "readAt", county_code as "countyCode",
      case when matter_id is null or ${seen} then code end as code,
      case when matter_id is null or ${seen} then page end as page,
      coalesce((select m.about_id from matter m where m.county_code = notice.county_code and m.id = notice.matter_id),
        matter_id) as "aboutId"
    from notice
    where ${heardBy(actor)}
      ${unread ? sql`and read_at is null` : sql``} ${onward}
    order by at desc, id desc limit ${limit + 1}`.execute(queries);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? cursorOf(last.at, last.id) : null };
}

export async function countUnread(queries: Queries, actor: Actor): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from notice
    where ${heardBy(actor)} and read_at is null`.execute(queries);
  return rows[0]?.n ?? 0;
}
