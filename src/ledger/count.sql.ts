import { type RawBuilder, sql } from 'kysely';
import { disputeKind } from '../disputes/kind.ts';
import { ask, type Queries } from '../platform/db.ts';
import {
  alongList,
  asksStatusOnly,
  type LedgerLook,
  listsOf,
  matching,
  type Way,
  widestFirst,
} from './condition.sql.ts';
import type { Fragment } from './fragments.sql.ts';

/** Counted exactly up to here; beyond it a list says 「1万件以上」. */
export const COUNT_CAP = 10_000;
/** Whose lists are longer is looked for from the county's side: looking up so many rows one by one takes 20 ms. */
const LONG_LIST = 5000;

/** How many rows of these statuses the actor's lists have, up to `most`. */
async function countLists(queries: Queries, look: LedgerLook, most: number): Promise<number> {
  const values = [look.countyCode, widestFirst(look.actor.viewers), disputeKind.name, look.filter.status, most];
  const [seen] = await ask<{ n: number }>(queries, 'select count_seen($1, $2, $3, $4, $5) as n', values);
  return seen?.n ?? 0;
}

export const wayOf = async (queries: Queries, look: LedgerLook): Promise<Way> =>
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

const EVERY = 2_147_483_647;

/** How many there are, up to `most`. */
export async function countLedger(queries: Queries, look: LedgerLook, most = EVERY): Promise<number> {
  if (asksStatusOnly(look)) return countLists(queries, look, most);
  const along = alongList(look, 'due');
  const way = along ? 'lists' : await wayOf(queries, look);
  const status = sql`s.status = any (${look.filter.status}::text[])`;
  const rows = along
    ? sql.join(listsOf(look, sql`1`, status, { on: along }), sql` union all `)
    : sql`select from ${matching(look, way)}`;
  const query = sql<{ n: number }>`select count(*)::int as n from (select from (${rows}) each limit ${most}) counted`;
  return (await askWay(queries, way, query))[0]?.n ?? 0;
}

/** Null: more than are counted. */
export async function totalOf(queries: Queries, look: LedgerLook): Promise<number | null> {
  const total = await countLedger(queries, look, COUNT_CAP + 1);
  return total > COUNT_CAP ? null : total;
}

/** All that fit, by some of their columns: rows `d`, counted over. */
export async function tally<T>(queries: Queries, look: LedgerLook, columns: Fragment, groups: Fragment): Promise<T[]> {
  const way = await wayOf(queries, look);
  return askWay(queries, way, sql<T>`select ${columns} from ${matching(look, way)} group by ${groups}`);
}
