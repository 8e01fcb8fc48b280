import { sql } from 'kysely';
import { disputeKind } from '../disputes/kind.ts';
import { ask, type Queries } from '../platform/db.ts';
import {
  asksStatusOnly,
  type Fragment,
  type LedgerLook,
  notFormer,
  parts,
  statusIn,
  widestFirst,
} from './condition.sql.ts';
import type { LedgerPageAsked } from './ledgerFilter.ts';
import { type SortBy, sorts } from './search.ts';

/** A row of a list, as far as its place in the list goes. */
export type Placed = { countyCode: string; id: string; sortAt: string };

type Order = { value: Fragment; type: Fragment; wide: boolean };

/** What is empty comes last in either direction, so it is given the farthest value of all. */
function orderBy(look: LedgerLook, by: SortBy, direction: 'asc' | 'desc'): Order {
  const time = sql`timestamptz`;
  const number = sql`bigint`;
  const never = direction === 'asc' ? sql`'infinity'` : sql`'-infinity'`;
  const beyond = direction === 'asc' ? sql`9000000000000000000` : sql`-1`;
  // An order, too, would tell a number that the post does not see.
  const seen = (value: Fragment) => sql`coalesce(case when ${notFormer(look)} then ${value} end, ${beyond})`;
  const orders: Record<SortBy, Order> = {
    due: { value: sql`s.due_at`, type: time, wide: false },
    opened: { value: sql`s.opened_at`, type: time, wide: false },
    closed: { value: sql`coalesce(v.closed_at, ${never})`, type: time, wide: true },
    updated: { value: sql`v.updated_at`, type: time, wide: true },
    amount: { value: seen(sql`v.amount_cents`), type: number, wide: true },
    people: { value: seen(sql`v.people_involved::bigint`), type: number, wide: true },
  };
  return orders[by];
}

/** Down or up the list from here: the same keys, compared the other way round. */
function walk(look: LedgerLook, { sort, from }: LedgerPageAsked) {
  const { by, direction } = sorts[sort];
  const ascending = (direction === 'asc') === (from?.direction !== 'before');
  return {
    ...orderBy(look, by, direction),
    way: ascending ? sql`asc` : sql`desc`,
    compare: ascending ? sql`>` : sql`<`,
  };
}

/**
 * The matters of one page, as ids in their order. One status of one key is one stretch of the index, already in order; the
 * stretches are merged. Equal values are told apart by id, so that no row is on two pages or on none.
 */
export async function findPage(queries: Queries, look: LedgerLook, asked: LedgerPageAsked): Promise<Placed[]> {
  const { limit, from } = asked;
  const { value, type, wide, way, compare } = walk(look, asked);
  const on = from ? sql`and (${value}, s.matter_id) ${compare} (${from.at}::${type}, ${from.id}::uuid)` : sql``;
  const columns = sql`s.county_code, s.matter_id, ${value} as sort_at`;
  const stretches = parts(look, columns, wide, sql`s.status = st.status`).map(
    (part) => sql`(select found.* from unnest(${look.filter.status}::text[]) st(status)
      cross join lateral (${part} ${on} order by ${value} ${way}, s.matter_id ${way} limit ${limit}) found)`,
  );
  const { rows } = await sql<Placed>`
    select county_code as "countyCode", matter_id as id, sort_at::text as "sortAt"
    from (${sql.join(stretches, sql` union all `)}) found
    order by found.sort_at ${way}, matter_id ${way} limit ${limit}`.execute(queries);
  return from?.direction === 'before' ? rows.reverse() : rows;
}

/** How many the filters match, counted up to `cap` in each county so that a city's ledger does not cost a scan. */
export async function countLedger(queries: Queries, look: LedgerLook, cap: number): Promise<number> {
  if (asksStatusOnly(look)) {
    const values = [look.countyCode, widestFirst(look.actor.viewers), disputeKind.name, look.filter.status, cap];
    const [seen] = await ask<{ n: number }>(queries, 'select count_seen($1, $2, $3, $4, $5) as n', values);
    return seen?.n ?? 0;
  }
  const counted = parts(look, sql`1 as one`, false, statusIn(look)).map((part) => sql`(${part} limit ${cap})`);
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from (${sql.join(counted, sql` union all `)}) each limit ${cap}) counted`.execute(
    queries,
  );
  return rows[0]?.n ?? 0;
}
