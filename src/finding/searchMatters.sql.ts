import { afterFailure, waitsUntil } from '../attempts/brake.ts';
import { lockTries, recordTries } from '../attempts/tries.sql.ts';
import type { Clock } from '../deadlines/clock.ts';
import type { Engine } from '../disputes/engine.ts';
import { recordTrail } from '../people/trail.sql.ts';
import type { Actor } from '../platform/actor.ts';
import { command, type Tx } from '../platform/db.ts';
import { type Asked, type FoundId, readAsked } from '../search/asked.ts';
import { findByNumber, findByWay } from '../search/find.sql.ts';
import { type FoundMatter, inOrder, mayFind } from './found.ts';
import { type FoundFilter, listFound, listLeadingClocks } from './foundRows.sql.ts';
import { type Numbers, regionSight } from './searchView.ts';

/** `best`: how many of them are shown, the likeliest; all of them without it. */
export type Search = { text: string; filter?: FoundFilter; before?: string | undefined; limit: number; best?: number };
/** `cut`: some way found more than `limit`; the next page begins before `last`. */
type Searched = {
  found: FoundMatter[];
  clocks: Map<string, Clock>;
  cut: boolean;
  last: string | undefined;
  numbers: Numbers;
};

/** Ten thousand last fours: who tries them one after the other, or all at once, is stopped, whichever server is asked. */
async function takeLastFour(tx: Tx, actor: Actor, allowed: number, now: Date): Promise<Numbers> {
  const key = `last-four/${actor.userId}`;
  const before = (await lockTries(tx, [key], now))(key);
  if (allowed < 1 || waitsUntil(before, now)) return 'tooMany';
  recordTries(tx, key, afterFailure(before, { most: allowed, withinMinutes: 60, lockMinutes: 60 }, now), now);
  recordTrail(tx, { at: now, act: 'search.lastFour', actor });
  return 'searched';
}

function indexesOf({ crypto }: Engine, actor: Actor, { lastFour }: Asked): string[] {
  if (lastFour === null) return [];
  return actor.counties.flatMap((county) =>
    ['idNumber', 'phone'].map((kind) => crypto.lastFour(county, kind, lastFour)),
  );
}

type Step = { asked: Asked; indexes: string[]; before: string | undefined; limit: number };

async function listIds(tx: Tx, actor: Actor, { asked, indexes, before, limit }: Step): Promise<FoundId[][]> {
  const stretches = actor.counties.length * actor.viewers.length;
  const bounds = { before, limit };
  const region = regionSight(actor);
  const byWords = asked.ways.map((way) => findByWay(tx, way, region, stretches, bounds));
  return Promise.all(indexes.length > 0 ? [...byWords, findByNumber(tx, indexes, bounds)] : byWords);
}

/** Newest first; each way has given its newest, so that the newest `limit` of all of them are complete. */
function newest(lists: readonly FoundId[][], limit: number): Map<string, FoundId[]> {
  const byId = Map.groupBy(lists.flat(), (found) => found.id);
  return new Map([...byId].toSorted(([a], [b]) => (a < b ? 1 : -1)).slice(0, limit));
}

async function searchOnce(engine: Engine, tx: Tx, actor: Actor, step: Step, filter: FoundFilter | undefined) {
  const lists = await listIds(tx, actor, step);
  const ids = newest(lists, filter ? step.limit : step.limit * lists.length);
  const keys = [...ids].map(([id, [first]]) => ({ id, countyCode: first?.countyCode ?? '' }));
  const rows = await listFound(tx, keys, filter);
  const { network } = engine.reference();
  const look = { actor, asked: step.asked, indexes: step.indexes, network };
  const found = rows.flatMap((row) => {
    const ways = new Set((ids.get(row.id) ?? []).map(({ way }) => way));
    return mayFind(row, ways, look) ?? [];
  });
  return { found, cut: lists.some((list) => list.length >= step.limit), last: keys.at(-1)?.id };
}

/** What a post finds by what it typed: under its scope, by what its sight shows, and by last fours only with a trace. */
export async function searchMatters(engine: Engine, actor: Actor, search: Search): Promise<Searched> {
  const { network, counties, rulesFor } = engine.reference();
  const names = Object.fromEntries(counties.map((code) => [code, network.region(code)?.short ?? '']));
  const asked = readAsked(search.text, names);
  const now = engine.now();
  return command(engine.db, actor, async (tx) => {
    const allowed = rulesFor(actor.countyCode).rules.search.lastFourAnHour;
    const numbers = asked.lastFour === null ? 'notAsked' : await takeLastFour(tx, actor, allowed, now);
    const indexes = numbers === 'searched' ? indexesOf(engine, actor, asked) : [];
    const step = { asked, indexes, before: search.before, limit: search.limit };
    const { found, cut, last } = await searchOnce(engine, tx, actor, step, search.filter);
    const ordered = inOrder(found);
    const clocks = await listLeadingClocks(
      tx,
      ordered.slice(0, search.best).map(({ row }) => row),
    );
    return { found: ordered, clocks, cut, last, numbers };
  });
}
