import { type FaceRow, faceOf } from '../deadlines/clockRow.sql.ts';
import { ask, type Queries } from '../platform/db.ts';
import { type ColumnKey, extrasOf } from './columns.ts';
import type { LedgerDbRow, LedgerDetails } from './ledgerDbRow.ts';

type Instants = { dueAt: string | null; closedAt: string | null; updatedAt: string };
type DetailsRow = Omit<LedgerDetails, keyof Instants> & Instants;
/** As JSON carries it out of the database: every instant is still text. */
type Row = Omit<LedgerDbRow, 'countyCode' | 'openedAt' | 'clock' | 'details' | 'supportingUnits'> &
  FaceRow & {
    openedAt: string;
    details: DetailsRow | null;
    supportingUnitIds: string[];
  };

const date = (text: string | null): Date | null => (text === null ? null : new Date(text));
const detailsOf = (row: DetailsRow): LedgerDetails => ({
  ...row,
  dueAt: date(row.dueAt),
  closedAt: date(row.closedAt),
  updatedAt: new Date(row.updatedAt),
});

/**
 * The rows of these matters, in the order of the ids; one that has left the actor's sight since is absent. What they read
 * stands in `read_ledger_rows` (migration 0040); only what a shown column needs is read beside matter and dispute.
 */
export async function readRows(
  queries: Queries,
  countyCode: string,
  ids: readonly string[],
  keys: readonly ColumnKey[],
): Promise<LedgerDbRow[]> {
  if (ids.length === 0) return [];
  const text = 'select read_ledger_rows($1, $2, $3) as rows';
  const [found] = await ask<{ rows: Row[] }>(queries, text, [countyCode, ids, [...extrasOf(keys)]]);
  return (found?.rows ?? []).map((row) => ({
    ...row,
    countyCode,
    openedAt: new Date(row.openedAt),
    clock: faceOf(row),
    details: row.details && detailsOf(row.details),
    supportingUnits: row.supportingUnitIds.map((unitId) => ({ unitId, task: '', doneAt: null })),
  }));
}
