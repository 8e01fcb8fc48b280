import { sql } from 'kysely';
import { type LedgerLook, listsOf, notFormer } from './condition.sql.ts';
import type { Fragment } from './fragments.sql.ts';
import type { LedgerPageAsked } from './ledgerFilter.ts';
import { type SortBy, sorts } from './search.ts';

/** A row of a list, as far as its place in the list goes. */
export type Placed = { countyCode: string; id: string; sortAt: string };

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
export function walkOf(look: LedgerLook, { sort, from }: LedgerPageAsked) {
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

export const named = sql`county_code as "countyCode", matter_id as id, sort_at::text as "sortAt"`;

/**
 * The first rows of the actor's lists, in an order that these stand in already: one status of one key is one stretch of an index;
 * the stretches are merged. Of the table itself, since a view is read before it is put in order.
 */
export function alongLists(look: LedgerLook, asked: LedgerPageAsked, on: Fragment, limit: number): Fragment {
  const { way, beyond } = walkOf(look, asked);
  const value = sorts[asked.sort].by === 'due' ? sql`s.due_at` : sql`s.opened_at`;
  const columns = sql`s.county_code, s.matter_id, ${value} as sort_at`;
  const lists = listsOf(look, columns, sql`s.status = st.status`, {
    table: sql`matter_seen`,
    on: sql`${on} ${beyond(value, sql`s.matter_id`)}`,
  });
  const stretches = lists.map(
    (list) => sql`(select found.* from unnest(${look.filter.status}::text[]) st(status)
      cross join lateral (${list} order by ${value} ${way}, s.matter_id ${way} limit ${limit}) found)`,
  );
  return sql`select * from (${sql.join(stretches, sql` union all `)}) merged
    order by merged.sort_at ${way}, merged.matter_id ${way} limit ${limit}`;
}
