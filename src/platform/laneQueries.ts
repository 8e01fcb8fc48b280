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
import type { Lane } from './flight.ts';
import type { Schema } from './schema.ts';

class LaneConnection implements DatabaseConnection {
  private readonly lane: Lane;
  constructor(lane: Lane) {
    this.lane = lane;
  }
  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, tag } = await this.lane.ask(sql, parameters).catch((error: unknown) => {
      // Made where the answer was read: whoever looks for the cause wants to know who asked.
      if (error instanceof Error) Error.captureStackTrace(error);
      throw error;
    });
    return { rows: rows as R[], numAffectedRows: BigInt(/\d+$/.exec(tag)?.[0] ?? 0) };
  }
  // biome-ignore lint/correctness/useYield: streaming holds a portal open, which a pipelined connection cannot
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streaming is not offered on pipelined connections');
  }
}

/** Queries that go out on this lane; transactions are the caller's. */
export function queriesOn(lane: Lane): Kysely<Schema> {
  const connection = new LaneConnection(lane);
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
