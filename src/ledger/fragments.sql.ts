import { type RawBuilder, sql } from 'kysely';
import type { Days, Numbers, Some } from './ledgerFilter.ts';

export type Fragment = RawBuilder<unknown>;

const listOf = (values: readonly string[]): Fragment => sql.join(values.map((value) => sql`${value}`));
export const among = (column: Fragment, values: readonly string[]): Fragment => sql`${column} in (${listOf(values)})`;
export const all = (conditions: readonly Fragment[]): Fragment => sql.join([sql`true`, ...conditions], sql` and `);

export function oneOf(column: Fragment, values: Some): Fragment {
  const words = values.filter((value) => value !== null);
  const nothing = sql`${column} is null`;
  if (words.length === 0) return nothing;
  return words.length === values.length ? among(column, words) : sql`(${among(column, words)} or ${nothing})`;
}

export const during = (column: Fragment, { from, to }: Days): Fragment[] => [
  ...(from ? [sql`${column} >= ${from}::timestamptz`] : []),
  ...(to ? [sql`${column} < ${to}::timestamptz`] : []),
];
/** Numeric: whatever somebody types is compared, also what is larger than the column holds. */
export const between = (column: Fragment, { from, to }: Numbers, factor = 1): Fragment[] => [
  ...(from === undefined ? [] : [sql`${column} >= ${Math.round(from * factor)}::numeric`]),
  ...(to === undefined ? [] : [sql`${column} <= ${Math.round(to * factor)}::numeric`]),
];
