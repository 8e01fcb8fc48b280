import { sql } from 'kysely';
import type { Engine } from '../disputes/engine.ts';
import { seesFacts, sightOf } from '../disputes/sight.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Queries, reading, record, type Tx } from '../platform/db.ts';
import { refuse } from '../platform/refusal.ts';
import type { Candidate } from './candidate.ts';
import { findComparables } from './comparables.sql.ts';
import { type Pair, pairOf } from './pairView.ts';
import { hasEnded } from './sameMatter.ts';

type PairRow = { matterId: string; otherId: string; reasons: string[]; foundAt: Date };
export type PairPage = { asOf: string; pairs: Pair[]; next: string | null };

const PAGE = 30;

function selectOpen(countyCodes: readonly string[], before: { at: string; id: string } | null) {
  const counties = sql.join(countyCodes.map((code) => sql`${code}`));
  const from = before ? sql`and (p.found_at, p.matter_id) < (${before.at}::timestamptz, ${before.id}::uuid)` : sql``;
  return sql<PairRow & { countyCode: string }>`
    select p.county_code as "countyCode", p.matter_id as "matterId", p.other_id as "otherId", p.reasons,
      p.found_at as "foundAt"
    from visible_same_pair p where p.county_code in (${counties}) and p.state = 'open' ${from}
    order by p.found_at desc, p.matter_id desc limit ${PAGE + 1}`;
}

/** A pair is still a question while both are open, each by itself, and both may be read in full. */
function isOpen(actor: Actor, ...both: readonly (Candidate | undefined)[]): boolean {
  return both.every((each) => {
    if (!each || each.seen.status === 'linked' || each.seen.status === 'declined' || hasEnded(each.seen.status))
      return false;
    const sight = sightOf(actor, each.seen);
    return seesFacts(sight) && sight !== 'support';
  });
}

/** Pairs that the desk may put together, the newest first. */
export function listPairs(
  engine: Engine,
  actor: Actor,
  before: { at: string; id: string } | null,
): Promise<PairPage & { last: PairRow | null }> {
  const { network } = engine.reference();
  return reading(engine.db, actor, async (queries) => {
    const { rows } = await selectOpen(actor.counties, before).execute(queries);
    const page = rows.slice(0, PAGE);
    const found = new Map<string, Candidate>();
    for (const county of new Set(page.map(({ countyCode }) => countyCode))) {
      const ids = page
        .filter((row) => row.countyCode === county)
        .flatMap(({ matterId, otherId }) => [matterId, otherId]);
      for (const each of await findComparables(queries, county, [...new Set(ids)])) found.set(each.id, each);
    }
    const pairs = page.flatMap(({ matterId, otherId, reasons, foundAt }) => {
      const [later, earlier] = [found.get(matterId), found.get(otherId)];
      return later && earlier && isOpen(actor, later, earlier)
        ? [pairOf(later, earlier, reasons, foundAt, network)]
        : [];
    });
    const last = rows.length > PAGE ? (page.at(-1) ?? null) : null;
    return { asOf: engine.now().toISOString(), pairs, next: null, last };
  });
}

async function findIds(queries: Queries, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await queries
    .selectFrom('matter')
    .select(['id', 'code'])
    .where('county_code', '=', codes[0]?.slice(0, 6) ?? '')
    .where('code', 'in', [...codes])
    .execute();
  return new Map(rows.map(({ id, code }) => [code, id]));
}

function recordDecided(
  tx: Tx,
  actor: Actor,
  key: { countyCode: string; ids: readonly string[] },
  different: boolean,
  at: Date,
): void {
  const pair = tx
    .updateTable('same_pair')
    .set({ state: different ? 'different' : 'open', decided_at: at, decided_by_post_id: actor.postId });
  const ofBoth = pair.where('matter_id', 'in', [...key.ids]).where('other_id', 'in', [...key.ids]);
  record(tx, ofBoth.where('county_code', '=', key.countyCode).where('state', '<>', 'linked'));
}

/** Two matters that only look alike; and the same again, where that was a mistake. */
export function decidePair(
  engine: Engine,
  actor: Actor,
  address: string,
  { code, otherCode, different }: { code: string; otherCode: string; different: boolean },
): Promise<void> {
  const now = engine.now();
  return command(engine.db, actor, async (tx) => {
    const ids = await findIds(tx, [code, otherCode]);
    if (ids.size < 2) refuse('notFound', 'noSuchPair', '两件里有一件看不到，核对编号再试。');
    recordDecided(tx, actor, { countyCode: code.slice(0, 6), ids: [...ids.values()] }, different, now);
    const act = different ? 'pair.dismissed' : 'pair.restored';
    recordTrail(tx, { at: now, actor, address, act, subject: code, detail: { otherCode } });
  });
}

export type NewPair = { matterId: string; otherId: string; reasons: string[] };

/** Whether it was said at the counter, before the newcomer had a number, that it is not that one. */
export async function wasSaidNot(
  queries: Queries,
  countyCode: string,
  matterId: string,
  otherId: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from not_same n
    where n.county_code = ${countyCode} and n.other_id = ${otherId}::uuid
      and exists (select from command_result c where c.county_code = n.county_code and c.command_id = n.draft_id
        and c.matter_id = ${matterId}::uuid) limit 1`.execute(queries);
  return rows.length > 0;
}

export function recordPairs(tx: Tx, countyCode: string, pairs: readonly NewPair[], at: Date): void {
  if (pairs.length === 0) return;
  const rows = pairs.map(({ matterId, otherId, reasons }) => ({
    county_code: countyCode,
    matter_id: matterId,
    other_id: otherId,
    reasons,
    found_at: at,
  }));
  record(
    tx,
    tx
      .insertInto('same_pair')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing()),
  );
}
