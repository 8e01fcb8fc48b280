import { type FaceRow, faceOf } from '../deadlines/clockRow.sql.ts';
import { ask, type Queries } from '../platform/db.ts';
import { type ColumnKey, extrasOf } from './columns.ts';
import type { LedgerDbRow, LedgerDetails, LedgerWords } from './ledgerDbRow.ts';
import { readWords } from './words.sql.ts';

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

const given = <K extends string, T>(key: K, value: T | undefined): { [_ in K]?: T } =>
  value === undefined ? {} : ({ [key]: value } as { [_ in K]: T });

/** Who received what an old ledger brought: only such rows are nobody's of ours, and only then is it asked for. */
async function namesInOldLedgers(
  queries: Queries,
  countyCode: string,
  rows: readonly Row[],
): Promise<Map<string, string>> {
  const unknown = rows.filter(({ firstContactPostId }) => firstContactPostId === null).map(({ id }) => id);
  if (unknown.length === 0) return new Map();
  const notes = await queries
    .selectFrom('visible_note')
    .select(['matter_id', 'body'])
    .where('county_code', '=', countyCode)
    .where('matter_id', 'in', unknown)
    .where('kind', '=', 'firstContact')
    .execute();
  return new Map(notes.map(({ matter_id, body }) => [matter_id, body]));
}

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
  const rows = found?.rows ?? [];
  const extras = extrasOf(keys);
  const words = extras.has('words') ? await readWords(queries, countyCode, ids) : new Map<string, LedgerWords>();
  const names = keys.includes('first') ? await namesInOldLedgers(queries, countyCode, rows) : new Map<string, string>();
  return rows.map((row) => ({
    ...row,
    ...given('words', words.get(row.id)),
    ...given('firstContactName', names.get(row.id)),
    countyCode,
    openedAt: new Date(row.openedAt),
    clock: faceOf(row),
    details: row.details && detailsOf(row.details),
    supportingUnits: row.supportingUnitIds.map((unitId) => ({ unitId, task: '', doneAt: null })),
  }));
}
