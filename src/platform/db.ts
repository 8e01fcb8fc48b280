import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import pg from 'pg';
import type { Scope } from './actor.ts';
import { asLostDatabase } from './lostDatabase.ts';
import { Refusal } from './refusal.ts';
import type { Schema } from './schema.ts';

/** A pool of the application role. Statements are unnamed, so PgBouncer in transaction mode may stand between. */
export type Db = { readonly pool: pg.Pool; readonly url: string; close(): Promise<void> };

export type Queries = Kysely<Schema>;
type Compilable = { compile(): CompiledQuery };

/** Reads run at once; what is recorded goes out together with the commit, in one round trip. */
export type Tx = Queries & { readonly pending: CompiledQuery[] };

const INT8 = 20;
const DATE = 1082;

function typeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === INT8) return Number;
  if (oid === DATE) return (text: string) => text;
  return pg.types.getTypeParser(oid, (format ?? 'text') as 'text');
}

export function openDatabase(url: string, size = 10): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 5_000,
    pipeline: true,
    types: { getTypeParser: typeParser as typeof pg.types.getTypeParser },
  } as pg.PoolConfig);
  // Without listeners a connection that the server ends (57P01), idle or in the middle of a command, would end this process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return { pool, url, close: () => pool.end() };
}

class ClientConnection implements DatabaseConnection {
  private readonly client: pg.ClientBase;
  constructor(client: pg.ClientBase) {
    this.client = client;
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.client.query(query.sql, query.parameters as unknown[]);
    return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) };
  }
  // biome-ignore lint/correctness/useYield: streaming holds a portal open, which a pipelined connection cannot
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not offered on pipelined connections');
  }
}

function queriesOn(client: pg.ClientBase): Queries {
  const connection = new ClientConnection(client);
  const none = async () => {};
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createQueryCompiler: () => new PostgresQueryCompiler(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createDriver: () => ({
      init: none,
      acquireConnection: async () => connection,
      beginTransaction: none,
      commitTransaction: none,
      rollbackTransaction: none,
      releaseConnection: none,
      destroy: none,
    }),
  };
  return new Kysely<Schema>({ dialect });
}

const literal = /^[A-Za-z0-9:#_,-]*$/;

function begin(scope: Scope, readOnly: boolean): string {
  const counties = scope.counties.join(',');
  const viewers = scope.viewers.join(',');
  const own = scope.own?.join(',') ?? '';
  // SET takes no parameters; the values are our own keys, and anything else is refused here.
  if (![counties, viewers, own].every((keys) => literal.test(keys)))
    throw new Error('scope holds a character that is no key');
  const covering = own === '' ? '' : `; set local app.own = '${own}'`;
  return `begin${readOnly ? ' read only' : ''}; set local app.counties = '${counties}'; set local app.viewers = '${viewers}'${covering}`;
}

/** Queues a write for the commit round trip. Later reads in the same transaction do not see it. */
export function record(tx: Tx, query: Compilable): void {
  tx.pending.push(query.compile());
}

async function connected<T>(db: Db, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  try {
    const client = await db.pool.connect();
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      client.release(!(error instanceof Refusal) && (error as { code?: string }).code === undefined);
      throw error;
    }
  } catch (error) {
    throw asLostDatabase(error);
  }
}

/** Sends what is pending and the commit in one flight; the first failure is thrown, and nothing is kept. */
async function commit(
  client: pg.PoolClient,
  started: Promise<unknown>,
  pending: readonly CompiledQuery[],
): Promise<void> {
  const sent = pending.map((query) => client.query(query.sql, query.parameters as unknown[]));
  const committed = client.query('commit');
  for (const outcome of await Promise.allSettled([started, ...sent]))
    if (outcome.status === 'rejected') {
      await committed.catch(() => {});
      throw outcome.reason;
    }
  if ((await committed).command !== 'COMMIT') throw new Error('the transaction was rolled back by the server');
}

async function transact<T>(db: Db, scope: Scope, readOnly: boolean, work: (tx: Tx) => Promise<T>): Promise<T> {
  return connected(db, async (client) => {
    const started = client.query(begin(scope, readOnly));
    started.catch(() => {});
    const tx = Object.assign(queriesOn(client), { pending: [] as CompiledQuery[] }) as Tx;
    try {
      const result = await work(tx);
      await commit(client, started, tx.pending);
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => {});
      throw error;
    }
  });
}

/** One transaction that may write: begin and the first read share a round trip, the writes and the commit another. */
export function command<T>(db: Db, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transact(db, scope, false, work);
}

/** One read-only transaction under the actor's scope. */
export function reading<T>(db: Db, scope: Scope, work: (queries: Queries) => Promise<T>): Promise<T> {
  return transact(db, scope, true, work);
}

/** Tables without row-level security (sessions, network, settings): no scope, one statement is one transaction. */
export function plainly<T>(db: Db, work: (queries: Queries) => Promise<T>): Promise<T> {
  return connected(db, (client) => work(queriesOn(client)));
}
