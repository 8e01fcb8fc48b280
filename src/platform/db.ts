import { CompiledQuery, type Insertable, type Kysely } from 'kysely';
import type { Scope } from './actor.ts';
import { begin } from './begin.ts';
import { type Answer, isForgotten, Lane } from './flight.ts';
import { insertStatement, type Statement } from './insert.ts';
import { queriesOn } from './laneQueries.ts';
import { asLostDatabase, asUnsure } from './lostDatabase.ts';
import { type Db, isBusy, parserOf, Stopping } from './pool.ts';
import { Refusal } from './refusal.ts';
import type { Schema } from './schema.ts';
import type { Signal } from './signal.ts';

export { behindTheScenes, type Db, openDatabase, Stopping } from './pool.ts';

export type Queries = Kysely<Schema>;
type Compilable = { compile(): CompiledQuery };

/** Reads run at once; what is recorded goes out together with the commit, in one round trip; signals follow it. */
export type Tx = Queries & { readonly pending: Statement[]; readonly signals: Signal[]; readonly rehearsed: boolean };

/** A statement whose text is always the same, without building it anew each time. */
export async function ask<T>(queries: Queries, text: string, values: readonly unknown[]): Promise<T[]> {
  return (await queries.executeQuery<T>(CompiledQuery.raw(text, [...values]))).rows;
}

/**
 * For a transaction whose lists go along an index whatever the values are: they are planned once. Left to itself PostgreSQL
 * takes some of them for cheaper with the values, and plans them anew each time, which costs more than reading them.
 */
export async function planOnce(queries: Queries): Promise<void> {
  await ask(queries, 'set local plan_cache_mode = force_generic_plan', []);
}

/** Queues a write for the commit round trip. Later reads in the same transaction do not see it. */
export function record(tx: Tx, query: Compilable): void {
  tx.pending.push(query.compile());
}

/** The same for a text that is always the same. */
export function recordText(tx: Tx, text: string, parameters: readonly unknown[] = []): void {
  tx.pending.push({ sql: text, parameters });
}

/** Tells whoever shows it, once it is committed: nothing is heard of what was not kept. */
export function recordSignal(tx: Tx, signal: Signal): void {
  tx.signals.push(signal);
}

/** The same for plain rows, without building their SQL anew each time. */
export function recordRows<T extends keyof Schema & string>(
  tx: Tx,
  table: T,
  rows: readonly Insertable<Schema[T]>[],
  then?: string,
): void {
  if (rows.length > 0) tx.pending.push(insertStatement(table, rows, then));
}

/**
 * For a statement that joins some hundred rows of one matter several times: until the tables are analyzed, PostgreSQL takes
 * them for one row and goes through each list for each row of the other.
 */
export async function joinByHash(queries: Queries): Promise<void> {
  await ask(queries, 'set local enable_nestloop = off', []);
}

async function connected<T>(db: Db, work: (lane: Lane) => Promise<T>, pool = db.pool): Promise<T> {
  if (db.behind && db.ending.soon) throw new Stopping('the server stops');
  let busy = false;
  try {
    const client = await pool.connect().catch((error: unknown) => {
      busy = isBusy(pool);
      throw error;
    });
    const lane = new Lane(client, parserOf, db.named);
    try {
      const result = await work(lane);
      client.release();
      return result;
    } catch (error) {
      client.release(!(error instanceof Refusal) && (error as { code?: string }).code === undefined);
      throw error;
    } finally {
      if (lane.wrotePeople) db.people.written += 1;
    }
  } catch (error) {
    throw asLostDatabase(error, busy);
  }
}

/** Sends what is pending and the commit in one flight; the first failure is thrown, and nothing is kept. */
async function commit(lane: Lane, started: readonly Promise<Answer>[], pending: readonly Statement[]) {
  const sent = pending.map(({ sql, parameters }) => lane.ask(sql, parameters));
  const committed = lane.ask('commit');
  for (const outcome of await Promise.allSettled([...started, ...sent, committed]))
    if (outcome.status === 'rejected') throw outcome.reason;
  if ((await committed).tag !== 'COMMIT') throw new Error('the transaction was rolled back by the server');
}

/** Whether a transaction writes, only reads, or would write and sends nothing of it: the database holds the last two to it. */
type Purpose = 'write' | 'read' | 'rehearse' | 'count';
/** What counts for a minute would count for ten; whoever asked has long gone. */
const COUNTING_SECONDS = 60;

async function attempt<T>(
  { teller }: Db,
  lane: Lane,
  scope: Scope,
  purpose: Purpose,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const limit = purpose === 'count' ? [`set local statement_timeout = '${COUNTING_SECONDS}s'`] : [];
  const started = [...begin(scope, purpose !== 'write'), ...limit].map((text) => lane.ask(text));
  for (const each of started) each.catch(() => {});
  const tx = Object.assign(queriesOn(lane), { pending: [], signals: [], rehearsed: purpose === 'rehearse' }) as Tx;
  try {
    const result = await work(tx);
    if (purpose !== 'write') {
      lane.endSoon();
      return result;
    }
    await commit(lane, started, tx.pending).catch((error: unknown) => Promise.reject(asUnsure(error)));
    teller.tell(tx.signals);
    return result;
  } catch (error) {
    await lane.ask('rollback').catch(() => {});
    throw error;
  }
}

/** A migration beside a running server may outdate what its connections have prepared: nothing was kept, so once more. */
function transact<T>(db: Db, scope: Scope, purpose: Purpose, work: (tx: Tx) => Promise<T>): Promise<T> {
  return connected(
    db,
    async (lane) => {
      const once = () => attempt(db, lane, scope, purpose, work);
      return once().catch((error: unknown) => (isForgotten(error) ? once() : Promise.reject(error)));
    },
    purpose === 'count' ? db.figures : db.pool,
  );
}

/** One transaction that may write: begin and the first read share a round trip, the writes and the commit another. */
export function command<T>(db: Db, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(db, scope, 'write', work);
}

/** One read-only transaction under the actor's scope. */
export function reading<T>(db: Db, scope: Scope, work: (queries: Queries) => Promise<T>): Promise<T> {
  return transact(db, scope, 'read', work);
}

/** Like `reading`, for figures, exports and whatever reads through much: on a few connections of its own, and not for ever. */
export function counting<T>(db: Db, scope: Scope, work: (queries: Queries) => Promise<T>): Promise<T> {
  return transact(db, scope, 'count', work);
}

/** A command that is only looked at: it reads as it would, locks nothing, and nothing of what it records is sent. */
export function rehearsing<T>(db: Db, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(db, scope, 'rehearse', work);
}

/** Tables without row-level security (sessions, network, settings): no scope, one statement is one transaction. */
export function plainly<T>(db: Db, work: (queries: Queries) => Promise<T>): Promise<T> {
  return connected(db, (lane) => work(queriesOn(lane)));
}
