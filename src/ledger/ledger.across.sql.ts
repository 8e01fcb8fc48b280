import type { Actor } from '../platform/actor.ts';
import type { Queries } from '../platform/db.ts';
import type { LedgerLook } from './condition.sql.ts';
import { countLedger } from './count.sql.ts';
import { type Found, findPage } from './ledger.sql.ts';
import type { LedgerFilter, LedgerPageAsked } from './ledgerFilter.ts';
import type { Placed } from './order.sql.ts';
import { sorts } from './search.ts';

export const looksOf = (actor: Actor, filter: LedgerFilter, now: Date): LedgerLook[] =>
  actor.counties.map((countyCode) => ({ actor, countyCode, filter, now }));

const infinite: Readonly<Record<string, number>> = {
  infinity: Number.POSITIVE_INFINITY,
  '-infinity': Number.NEGATIVE_INFINITY,
};
const plain = (text: string): number => infinite[text] ?? (/^-?\d+$/.test(text) ? Number(text) : Date.parse(text));

/** One county beyond what is counted, and the sum is. */
const sum = (totals: readonly (number | null)[]): number | null =>
  totals.reduce((one, other) => (one === null || other === null ? null : one + other), 0);

/** A page over named counties with its total: each county's is asked for by itself, and they are merged by key. */
export async function findPageAcross(
  queries: Queries,
  looks: readonly LedgerLook[],
  asked: LedgerPageAsked,
): Promise<Found> {
  const pages = await Promise.all(looks.map((look) => findPage(queries, look, asked)));
  const total = sum(pages.map((page) => page.total));
  if (pages.length === 1) return { placed: pages[0]?.placed ?? [], total };
  const sign = sorts[asked.sort].direction === 'asc' ? 1 : -1;
  const order = (a: Placed, b: Placed) => {
    const [one, other] = [plain(a.sortAt), plain(b.sortAt)];
    if (one !== other) return sign * (one < other ? -1 : 1);
    // A Date holds milliseconds, the database microseconds: the texts tell the rest.
    if (a.sortAt !== b.sortAt) return sign * (a.sortAt < b.sortAt ? -1 : 1);
    return sign * (a.id < b.id ? -1 : 1);
  };
  const merged = pages.flatMap(({ placed }) => placed).toSorted(order);
  const placed = asked.from?.direction === 'before' ? merged.slice(-asked.limit) : merged.slice(0, asked.limit);
  return { placed, total };
}

/** How many there are in all, however many. */
export async function countAcross(queries: Queries, looks: readonly LedgerLook[]): Promise<number> {
  const counts = await Promise.all(looks.map((look) => countLedger(queries, look)));
  return counts.reduce((total, count) => total + count, 0);
}
