import { type RawBuilder, sql } from 'kysely';
import { disputeKind } from '../disputes/kind.ts';
import { ask, planOnce, type Queries } from '../platform/db.ts';
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
/** Whose lists are longer is looked for from the county's side: looking up so many rows one by one takes 20 ms. */
const LONG_LIST = 5000;

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
  const query = sql<Placed>`select ${named} from (${sql.join(stretches, sql` union all `)}) found
    order by found.sort_at ${way}, matter_id ${way} limit ${asked.limit}`;
  const [, { rows }] = await Promise.all([planOnce(queries), query.execute(queries)]);
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

const READ_ONCE = ['set local enable_nestloop = off', 'set local plan_cache_mode = force_custom_plan'];
const AS_USUAL = ['set local enable_nestloop = on', 'set local plan_cache_mode = auto'];

/**
 * Of a county each table is read once, whatever the planner believes of how much will fit: it took filters that find nothing for
 * such that find plenty at once, and looked up half a million rows one by one.
 */
export async function askWay<T>(queries: Queries, way: Way, query: RawBuilder<T>): Promise<T[]> {
  if (way === 'lists') return (await query.execute(queries)).rows;
  const set = (texts: readonly string[]) => texts.map((text) => ask(queries, text, []));
  const before = set(READ_ONCE);
  const found = query.execute(queries);
  await Promise.all([...before, found, ...set(AS_USUAL)]);
  return (await found).rows;
}

/** Everything that fits, looked at once: the page and its total come from the same rows. Beyond the cap there may be more. */
async function pageOfAll(queries: Queries, look: LedgerLook, asked: LedgerPageAsked, way: Way): Promise<Found> {
  const walk = walkOf(look, asked);
  // The lists are read to their end, since what they cost is known; of a county no more than is counted.
  const most = way === 'county' ? sql`limit ${COUNT_CAP + 1}` : sql``;
  const query = sql<{ n: number; page: Placed[] }>`
    with hits as materialized (
      select d.county_code, d.matter_id, ${walk.value} as sort_at from ${matching(look, way)} ${most})
    select (select count(*)::int from hits) as n, (select coalesce(json_agg(row_to_json(p)), '[]') from (
      select ${named} from (select * from hits where true ${walk.beyond(sql`sort_at`, sql`matter_id`)}
        order by sort_at ${walk.way}, matter_id ${walk.way} limit ${asked.limit}) page) p) as page`;
  const [{ n, page } = { n: 0, page: [] }] = await askWay(queries, way, query);
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
    return backwards({ placed, total: await totalOf(queries, look) });
  }
  const way = await wayOf(queries, look);
  if (way === 'county' && asksStatusOnly(look)) {
    const [placed, total] = await Promise.all([pageOfCounty(queries, look, asked), totalOf(queries, look)]);
    return backwards({ placed, total });
  }
  const found = await pageOfAll(queries, look, asked, way);
  if (way === 'lists' || found.total !== null) return backwards(found);
  return backwards({ placed: await pageOfCounty(queries, look, asked), total: null });
}

const EVERY = 2_147_483_647;

/** How many there are, up to `most`. */
export async function countLedger(queries: Queries, look: LedgerLook, most = EVERY): Promise<number> {
  if (asksStatusOnly(look)) return countLists(queries, look, most);
  const along = alongList(look, 'due');
  const way = along ? 'lists' : await wayOf(queries, look);
  const status = sql`s.status = any (${look.filter.status}::text[])`;
  const rows = along
    ? sql.join(listsOf(look, sql`1`, status, along), sql` union all `)
    : sql`select from ${matching(look, way)}`;
  const query = sql<{ n: number }>`select count(*)::int as n from (select from (${rows}) each limit ${most}) counted`;
  return (await askWay(queries, way, query))[0]?.n ?? 0;
}

/** Null: more than are counted. */
async function totalOf(queries: Queries, look: LedgerLook): Promise<number | null> {
  const total = await countLedger(queries, look, COUNT_CAP + 1);
  return total > COUNT_CAP ? null : total;
}

/** All that fit, by some of their columns: rows `d`, counted over. */
export async function tally<T>(queries: Queries, look: LedgerLook, columns: Fragment, groups: Fragment): Promise<T[]> {
  const way = await wayOf(queries, look);
  return askWay(queries, way, sql<T>`select ${columns} from ${matching(look, way)} group by ${groups}`);
}
