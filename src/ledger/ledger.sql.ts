import { sql } from 'kysely';
import { disputeKind } from '../disputes/kind.ts';
import { ask, type Queries } from '../platform/db.ts';
import {
  alongList,
  asksStatusOnly,
  type Fragment,
  fitting,
  type LedgerLook,
  listsOf,
  matching,
  notFormer,
  seenAs,
  type Way,
  widestFirst,
} from './condition.sql.ts';
import type { LedgerPageAsked } from './ledgerFilter.ts';
import { type SortBy, sorts } from './search.ts';

/** A row of a list, as far as its place in the list goes. */
export type Placed = { countyCode: string; id: string; sortAt: string };
/** A page and how many there are; null: more than are counted. */
export type Found = { placed: Placed[]; total: number | null };

/** Counted exactly up to here; beyond it a list says 「1万件以上」. */
const COUNT_CAP = 10_000;
/** Whose lists are longer is looked for from the county's side. */
const LONG_LIST = 150_000;

type Order = { value: Fragment; type: Fragment };

/** What is empty comes last in either direction, so it is given the farthest value of all. */
function orderBy(look: LedgerLook, by: SortBy, direction: 'asc' | 'desc'): Order {
  const time = sql`timestamptz`;
  const number = sql`bigint`;
  const never = direction === 'asc' ? sql`'infinity'` : sql`'-infinity'`;
  const beyond = direction === 'asc' ? sql`9000000000000000000` : sql`-1`;
  // An order, too, would tell a number that the post does not see.
  const seen = (value: Fragment) => sql`coalesce(case when ${notFormer(look)} then ${value} end, ${beyond})`;
  const orders: Record<SortBy, Order> = {
    due: { value: sql`d.due_at`, type: time },
    opened: { value: sql`d.opened_at`, type: time },
    closed: { value: sql`coalesce(d.closed_at, ${never})`, type: time },
    updated: { value: sql`d.updated_at`, type: time },
    amount: { value: seen(sql`d.amount_cents`), type: number },
    people: { value: seen(sql`d.people_involved::bigint`), type: number },
  };
  return orders[by];
}

/** Down or up the list from here: the same keys, compared the other way round. Equal values are told apart by id. */
function walkOf(look: LedgerLook, { sort, from }: LedgerPageAsked) {
  const { by, direction } = sorts[sort];
  const ascending = (direction === 'asc') === (from?.direction !== 'before');
  const compare = ascending ? sql`>` : sql`<`;
  const { value, type } = orderBy(look, by, direction);
  return {
    value,
    way: ascending ? sql`asc` : sql`desc`,
    beyond: (sortAt: Fragment, id: Fragment): Fragment =>
      from ? sql`and (${sortAt}, ${id}) ${compare} (${from.at}::${type}, ${from.id}::uuid)` : sql``,
  };
}

const named = sql`county_code as "countyCode", matter_id as id, sort_at::text as "sortAt"`;

/** Along lists that stand in the order already: one status of one key is one stretch of an index; the stretches are merged. */
async function pageAlong(queries: Queries, look: LedgerLook, asked: LedgerPageAsked, on: Fragment): Promise<Placed[]> {
  const { way, beyond } = walkOf(look, asked);
  const value = sorts[asked.sort].by === 'due' ? sql`s.due_at` : sql`s.opened_at`;
  const columns = sql`s.county_code, s.matter_id, ${value} as sort_at`;
  const lists = listsOf(look, columns, sql`s.status = st.status`, sql`${on} ${beyond(value, sql`s.matter_id`)}`);
  const stretches = lists.map(
    (list) => sql`(select found.* from unnest(${look.filter.status}::text[]) st(status)
      cross join lateral (${list} order by ${value} ${way}, s.matter_id ${way} limit ${asked.limit}) found)`,
  );
  const { rows } = await sql<Placed>`select ${named} from (${sql.join(stretches, sql` union all `)}) found
    order by found.sort_at ${way}, matter_id ${way} limit ${asked.limit}`.execute(queries);
  return rows;
}

/** How many rows of these statuses the actor's lists have, up to `most`. */
async function countLists(queries: Queries, look: LedgerLook, most: number): Promise<number> {
  const values = [look.countyCode, widestFirst(look.actor.viewers), disputeKind.name, look.filter.status, most];
  const [seen] = await ask<{ n: number }>(queries, 'select count_seen($1, $2, $3, $4, $5) as n', values);
  return seen?.n ?? 0;
}

const wayOf = async (queries: Queries, look: LedgerLook): Promise<Way> =>
  look.filter.matters || (await countLists(queries, look, LONG_LIST + 1)) <= LONG_LIST ? 'lists' : 'county';

/** Everything that fits, looked at once: the page and its total come from the same rows. Beyond the cap there may be more. */
async function pageOfAll(queries: Queries, look: LedgerLook, asked: LedgerPageAsked, way: Way): Promise<Found> {
  const walk = walkOf(look, asked);
  // The lists are read to their end, since what they cost is known; of a county no more than is counted.
  const most = way === 'county' ? sql`limit ${COUNT_CAP + 1}` : sql``;
  const { rows } = await sql<{ n: number; page: Placed[] }>`
    with hits as materialized (
      select d.county_code, d.matter_id, ${walk.value} as sort_at from ${matching(look, way)} ${most})
    select (select count(*)::int from hits) as n, (select coalesce(json_agg(row_to_json(p)), '[]') from (
      select ${named} from (select * from hits where true ${walk.beyond(sql`sort_at`, sql`matter_id`)}
        order by sort_at ${walk.way}, matter_id ${walk.way} limit ${asked.limit}) page) p) as page`.execute(queries);
  const { n = 0, page = [] } = rows[0] ?? {};
  return { placed: page, total: n > COUNT_CAP ? null : n };
}

/** The first rows of a county in some order, as far as the actor sees them: more are looked at until the page is full. */
async function pageOfCounty(queries: Queries, look: LedgerLook, asked: LedgerPageAsked): Promise<Placed[]> {
  const { value, way, beyond } = walkOf(look, asked);
  for (let most = asked.limit * 8; ; most *= 16) {
    const { rows } = await sql<{ n: number; page: Placed[] }>`
      with first as materialized (select d.county_code, d.matter_id, ${value} as sort_at from ${fitting(look)}
        ${beyond(value, sql`d.matter_id`)} order by 3 ${way}, d.matter_id ${way} limit ${most})
      select (select count(*)::int from first) as n, (select coalesce(json_agg(row_to_json(p)), '[]') from (
        select ${named} from first d cross join lateral (${seenAs(look)} limit 1) seen
        order by sort_at ${way}, matter_id ${way} limit ${asked.limit}) p) as page`.execute(queries);
    const { n = 0, page = [] } = rows[0] ?? {};
    if (page.length >= asked.limit || n < most) return page;
  }
}

/** The matters of one page, as ids in their order, and how many there are of them in all. */
export async function findPage(queries: Queries, look: LedgerLook, asked: LedgerPageAsked): Promise<Found> {
  const backwards = ({ placed, total }: Found): Found => ({
    placed: asked.from?.direction === 'before' ? placed.toReversed() : placed,
    total,
  });
  const { by } = sorts[asked.sort];
  const along = by === 'due' || by === 'opened' ? alongList(look, by) : null;
  if (along) {
    const placed = await pageAlong(queries, look, asked, along);
    return backwards({ placed, total: await countLedger(queries, look) });
  }
  const way = await wayOf(queries, look);
  const found = await pageOfAll(queries, look, asked, way);
  if (way === 'lists' || found.total !== null) return backwards(found);
  return backwards({ placed: await pageOfCounty(queries, look, asked), total: null });
}

/** How many there are; null: more than are counted. */
export async function countLedger(queries: Queries, look: LedgerLook): Promise<number | null> {
  const most = COUNT_CAP + 1;
  const upTo = (n: number): number | null => (n > COUNT_CAP ? null : n);
  if (asksStatusOnly(look)) return upTo(await countLists(queries, look, most));
  const along = alongList(look, 'due');
  const rows = along
    ? sql`${sql.join(
        listsOf(look, sql`1 as one`, sql`s.status = any (${look.filter.status}::text[])`, along).map(
          (list) => sql`(${list} limit ${most})`,
        ),
        sql` union all `,
      )}`
    : sql`select from ${matching(look, await wayOf(queries, look))}`;
  const { rows: counted } = await sql<{ n: number }>`
    select count(*)::int as n from (select from (${rows}) each limit ${most}) counted`.execute(queries);
  return upTo(counted[0]?.n ?? 0);
}

/** All that fit, as rows `d`, to be counted over: of a county they are joined with the actor's lists, not looked up one by one. */
export async function everyMatch(queries: Queries, look: LedgerLook): Promise<Fragment> {
  const way = await wayOf(queries, look);
  return way === 'lists' ? matching(look, way) : sql`${fitting(look)} and exists (${seenAs(look)})`;
}
