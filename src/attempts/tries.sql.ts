import { createHash } from 'node:crypto';
import { ask, type Queries, record, recordText, type Tx } from '../platform/db.ts';
import { type Tries, untried } from './brake.ts';

/** What people type into a wrong box is often their password: only its digest is kept. */
export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

type Row = { key: string; failures: number; since: Date; nextTryAt: Date | null; lockedUntil: Date | null };

const columns = 'key, failures, since, next_try_at as "nextTryAt", locked_until as "lockedUntil"';
const lockText = `insert into attempt (key, failures, since, at)
  select key, 0, $2, $2 from unnest($1::text[]) key order by key
  on conflict (key) do update set key = excluded.key returning ${columns}`;

/** Locks these counts until the transaction ends, whether anything was tried before or not: tries at once go one by one. */
export async function lockTries(tx: Tx, keys: readonly string[], now: Date): Promise<(key: string) => Tries> {
  const rows = await ask<Row>(tx, lockText, [[...keys], now]);
  const byKey = new Map(rows.map(({ key, ...tries }) => [key, tries]));
  return (key) => byKey.get(key) ?? untried(now);
}

/** The same without a lock, for whoever only shows it. */
export async function listTries(queries: Queries, keys: readonly string[]): Promise<ReadonlyMap<string, Tries>> {
  const rows = await ask<Row>(queries, `select ${columns} from attempt where key = any ($1::text[])`, [[...keys]]);
  return new Map(rows.map(({ key, ...tries }) => [key, tries]));
}

/** What is old is swept by whoever counts next, a little at a time. */
const sweepText = `delete from attempt where key in (select key from attempt where at < $1::timestamptz - interval '2 days'
  order by at limit 20 for update skip locked)`;

export function recordTries(tx: Tx, key: string, tries: Tries, now: Date): void {
  const { failures, since, nextTryAt: next_try_at, lockedUntil: locked_until } = tries;
  const set = { failures, since, next_try_at, locked_until, at: now };
  record(tx, tx.updateTable('attempt').set(set).where('key', '=', key));
  if (failures > 0) recordText(tx, sweepText, [now]);
}

/** Every count whose key begins so. */
export function recordForgotten(tx: Tx, prefix: string): void {
  recordText(tx, 'delete from attempt where starts_with(key, $1)', [prefix]);
}
