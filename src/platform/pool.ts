import pg from 'pg';
import { namedStatements } from './config.ts';
import type { ParserOf } from './flight.ts';
import { Teller } from './teller.ts';

/** A pool of the application role. Statements are prepared once a connection, unless an older PgBouncer stands between. */
export type Db = {
  readonly pool: pg.Pool;
  /** A few connections for what counts through much: ten slow reports must not take those of everybody who works. */
  readonly figures: pg.Pool;
  readonly url: string;
  readonly named: boolean;
  readonly teller: Teller;
  /** How often this process has written what a session is made of. */
  readonly people: { written: number };
  /** Set when the server begins to close; what runs behind the scenes then begins no further transaction. */
  readonly ending: { soon: boolean };
  readonly behind?: boolean;
  close(): Promise<void>;
};

const INT8 = 20;
const DATE = 1082;

export const parserOf: ParserOf = (oid) => {
  if (oid === INT8) return Number;
  if (oid === DATE) return (text) => text;
  return pg.types.getTypeParser(oid, 'text');
};

function openPool(url: string, size: number, waitMs: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: waitMs,
    // A new connection plans everything anew: the pool's default of ten seconds would do so all day in a quiet office.
    idleTimeoutMillis: 600_000,
    pipeline: true,
  } as pg.PoolConfig);
  // Without listeners a connection that the server ends (57P01), idle or in the middle of a command, would end this process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** `waitMs`: how long one waits for a connection before it is said that the house is busy. */
export function openDatabase(url: string, size = 10, named = namedStatements(), waitMs = 5_000): Db {
  const pool = openPool(url, size, waitMs);
  // Whoever asks for a report waits longer than who registers.
  const figures = openPool(url, Math.max(1, Math.floor(size / 3)), 4 * waitMs);
  const teller = new Teller(url);
  const close = async () => {
    await teller.close();
    await Promise.all([pool.end(), figures.end()]);
  };
  return { pool, figures, url, named, teller, people: { written: 0 }, ending: { soon: false }, close };
}

/** Everybody is at work and nobody came free: the database itself answers. */
export const isBusy = (pool: pg.Pool): boolean =>
  pool.totalCount - pool.idleCount >= (pool as unknown as { options: { max: number } }).options.max;

/** The server stops: a batch ends between two transactions, and goes on after the next start. */
export class Stopping extends Error {}

/** Behind the scenes nobody looks at a clock. */
const WAIT_BEHIND_MS = 60_000;

/** The same database for work that nobody waits for, on few connections of its own: people keep theirs. */
export function behindTheScenes(db: Db, size = 4): Db {
  const pool = openPool(db.url, size, WAIT_BEHIND_MS);
  return { ...db, pool, behind: true, close: () => pool.end() };
}
