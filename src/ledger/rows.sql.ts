import { type ClockRow, clockOf } from '../deadlines/clockRow.sql.ts';
import { ask, type Queries } from '../platform/db.ts';
import { type ColumnKey, columnOf } from './columns.ts';
import type { LedgerDbRow } from './ledgerRow.ts';

type Instants = { dueAt: string | null; openedAt: string; closedAt: string | null; updatedAt: string };
/** As JSON carries it out of the database: every instant is still text. */
type Row = Omit<LedgerDbRow, 'clock' | keyof Instants> & Instants & { clock: ClockRow | null };

const date = (text: string | null): Date | null => (text === null ? null : new Date(text));

/**
 * The rows of these matters, in the order of the ids; one that has left the actor's sight since is absent. What they read
 * stands in `read_ledger_rows` (migration 0033); only what a shown column needs is read beside matter and dispute.
 */
export async function readRows(
  queries: Queries,
  countyCode: string,
  ids: readonly string[],
  keys: readonly ColumnKey[],
): Promise<LedgerDbRow[]> {
  if (ids.length === 0) return [];
  const wanted = [...new Set(keys.flatMap((key) => columnOf(key).extra ?? []))];
  const text = 'select read_ledger_rows($1, $2, $3) as rows';
  const [found] = await ask<{ rows: Row[] }>(queries, text, [countyCode, ids, wanted]);
  return (found?.rows ?? []).map((row) => ({
    ...row,
    dueAt: date(row.dueAt),
    openedAt: new Date(row.openedAt),
    closedAt: date(row.closedAt),
    updatedAt: new Date(row.updatedAt),
    clock: row.clock ? clockOf(row.clock) : null,
  }));
}
