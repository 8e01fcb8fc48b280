import type { Actor } from '../platform/actor.ts';
import type { Queries } from '../platform/db.ts';
import type { LedgerLook } from './condition.sql.ts';
import { countLedger, findPage, type Placed } from './ledger.sql.ts';
import type { LedgerFilter, LedgerPageAsked } from './ledgerFilter.ts';
import { sorts } from './search.ts';

/** Counted exactly up to here; beyond it a list says 「1万件以上」. */
const COUNT_CAP = 10_000;

export const looksOf = (actor: Actor, filter: LedgerFilter, now: Date): LedgerLook[] =>
  actor.counties.map((countyCode) => ({ actor, countyCode, filter, now }));

const infinite: Readonly<Record<string, number>> = {
  infinity: Number.POSITIVE_INFINITY,
  '-infinity': Number.NEGATIVE_INFINITY,
};
const plain = (text: string): number => infinite[text] ?? (/^-?\d+$/.test(text) ? Number(text) : Date.parse(text));

/** A page over named counties: each county's is asked for by itself, and they are merged by key. */
export async function findPageAcross(
  queries: Queries,
  looks: readonly LedgerLook[],
  asked: LedgerPageAsked,
): Promise<Placed[]> {
  const pages = await Promise.all(looks.map((look) => findPage(queries, look, asked)));
  if (pages.length === 1) return pages[0] ?? [];
  const sign = sorts[asked.sort].direction === 'asc' ? 1 : -1;
  const order = (a: Placed, b: Placed) => {
    const [one, other] = [plain(a.sortAt), plain(b.sortAt)];
    if (one !== other) return sign * (one < other ? -1 : 1);
    // A Date holds milliseconds, the database microseconds: the texts tell the rest.
    if (a.sortAt !== b.sortAt) return sign * (a.sortAt < b.sortAt ? -1 : 1);
    return sign * (a.id < b.id ? -1 : 1);
  };
  const merged = pages.flat().toSorted(order);
  return asked.from?.direction === 'before' ? merged.slice(-asked.limit) : merged.slice(0, asked.limit);
}

/** The total, or null where it is beyond what is counted. */
export async function countAcross(queries: Queries, looks: readonly LedgerLook[]): Promise<number | null> {
  const counts = await Promise.all(looks.map((look) => countLedger(queries, look, COUNT_CAP + 1)));
  return counts.some((count) => count > COUNT_CAP) ? null : counts.reduce((sum, count) => sum + count, 0);
}
