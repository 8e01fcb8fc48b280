import { sql } from 'kysely';
import type { Queries } from '../platform/db.ts';
import type { DeliveryEngine } from './deliveryEngine.ts';
import type { Said } from './digest.ts';
import { listHolders } from './holders.sql.ts';
import { type About, type Planned, planFor } from './planFor.ts';
import { releaseOf } from './release.ts';

export type Pending = { ids: string[]; since: Date | null; said: Said[] };

/** What residents were told of a matter and that still waits for its minutes to be over. */
export async function findPending(
  queries: Queries,
  { countyCode, id }: Pick<About, 'countyCode' | 'id'>,
): Promise<Pending> {
  const { rows } = await sql<{ id: string; at: Date; event: string; text: string; partyIds: string[] | null }>`
    select id, created_at as at, payload ->> 'eventType' as event, payload ->> 'text' as text,
      payload -> 'partyIds' as "partyIds" from outbox
    where kind = 'tell' and done_at is null and county_code = ${countyCode} and payload ->> 'matterId' = ${id}
    order by created_at, id`.execute(queries);
  const said = rows.map(({ event, text, partyIds }) => ({ event, text, ...(partyIds && { partyIds }) }));
  return { ids: rows.map((row) => row.id), since: rows[0]?.at ?? null, said };
}

/** What will go out to whom, when, in which words: what waits already together with what is about to be said. */
export async function foretell(
  engine: DeliveryEngine,
  queries: Queries,
  about: About,
  saying: readonly Said[],
): Promise<Planned[]> {
  const [holders, pending] = await Promise.all([listHolders(engine, queries, about), findPending(queries, about)]);
  const said = [...pending.said, ...saying];
  if (said.length === 0) return [];
  const now = engine.now();
  const release = releaseOf(engine, about.countyCode, pending.since ?? now);
  // What should have gone out while the server stood still goes out when it runs: never in the past.
  return planFor(engine, about, holders, said, release > now ? release : now);
}
