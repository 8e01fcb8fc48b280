import pg from 'pg';
import { namedStatements } from './config.ts';
import type { ParserOf } from './flight.ts';
import { Teller } from './teller.ts';

/** A pool of the application role. Statements are prepared once a connection, unless an older PgBouncer stands between. */
export type Db = {
  readonly pool: pg.Pool;
  readonly url: string;
  readonly named: boolean;
  readonly teller: Teller;
  /** How often this process has written what a session is made of. */
  readonly people: { written: number };
  /** Set when the server begins to close; what runs behind the scenes then begins no further transaction. */
  readonly ending: { soon: boolean };
  readonly behind?: true;
  close(): Promise<void>;
};

const INT8 = 20;
const DATE = 1082;

export const parserOf: ParserOf = (oid) => {
  if (oid === INT8) return Number;
  if (oid === DATE) return (text) => text;
  return pg.types.getTypeParser(oid, 'text');
};

export function openDatabase(url: string, size = 10, named = namedStatements()): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 5_000,
    // A new connection plans everything anew: the pool's default of ten seconds would do so all day in a quiet office.
    idleTimeoutMillis: 600_000,
    pipeline: true,
  } as pg.PoolConfig);
  // Without listeners a connection that the server ends (57P01), idle or in the middle of a command, would end this process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const teller = new Teller(url);
  const close = async () => {
    await teller.close();
    await pool.end();
  };
  return { pool, url, named, teller, people: { written: 0 }, ending: { soon: false }, close };
}

/** The server stops: a batch ends between two transactions, and goes on after the next start. */
export class Stopping extends Error {}

/** The same database for work that nobody waits for: a backlog must not hold a server that closes. */
export const behindTheScenes = (db: Db): Db => ({ ...db, behind: true });
