import type { Engine } from '../disputes/engine.ts';
import { sightOf } from '../disputes/sight.ts';
import type { Actor } from '../platform/actor.ts';
import { cursorOf, isCursorPart, readCursor } from '../platform/cursor.ts';
import { type Queries, reading } from '../platform/db.ts';
import { maskIdNumber, maskPhone } from '../platform/mask.ts';
import { type Asked, scopeWord } from './ask.ts';
import { askWords } from './askWords.sql.ts';
import { type ColumnKey, type Extra, extrasOf, readLayout, usualColumns } from './columns.ts';
import { findPageAcross, looksOf } from './ledger.across.sql.ts';
import type { LedgerDbRow } from './ledgerDbRow.ts';
import type { From } from './ledgerFilter.ts';
import { ledgerRow } from './ledgerRow.ts';
import type { Placed } from './order.sql.ts';
import { readRows } from './rows.sql.ts';
import { type LedgerSearch, sorts } from './search.ts';
import type { LedgerPage, LedgerRow } from './views.ts';

/** Phone and ID number of the first applicant, masked: the plain ones come from a reveal only. */
function contactsOf({ crypto }: Pick<Engine, 'crypto'>, row: LedgerDbRow) {
  const [first] = row.applicants ?? [];
  const open = (sealed: string | null) => (sealed === null ? null : crypto.open(row.countyCode, sealed));
  const [phone, idNumber] = [open(first?.phone ?? null), open(first?.idNumber ?? null)];
  return { phone: phone && maskPhone(phone), idNumber: idNumber && maskIdNumber(idNumber) };
}

/** Rows by their ids, each county asked for by itself, in the order they were given. */
export async function readPlaced(
  queries: Queries,
  placed: readonly Pick<Placed, 'countyCode' | 'id'>[],
  keys: readonly ColumnKey[],
): Promise<LedgerDbRow[]> {
  const counties = [...Map.groupBy(placed, ({ countyCode }) => countyCode)];
  const read = await Promise.all(
    counties.map(([county, rows]) =>
      readRows(
        queries,
        county,
        rows.map(({ id }) => id),
        keys,
      ),
    ),
  );
  const byId = new Map(read.flat().map((row) => [row.id, row]));
  return placed.flatMap(({ id }) => byId.get(id) ?? []);
}

type Shows = ReadonlySet<Extra>;
export function shownRow(engine: Engine, actor: Actor, row: LedgerDbRow, shows: Shows, now: Date): LedgerRow {
  const contacts = row.applicants && contactsOf(engine, row);
  return ledgerRow(row, sightOf(actor, row), { shows, reference: engine.reference(), now, contacts });
}

function fromOf(search: LedgerSearch, asked: Asked): { from?: From } {
  const cursor = search.after ?? search.before;
  if (cursor === undefined) return {};
  const [order, at = '', id = ''] = readCursor(cursor, 'word', 'word', 'id');
  // A cursor of another order points nowhere in this one: from the first row again.
  if (order !== sorts[asked.sort].by) return {};
  if (!isCursorPart(at, order === 'amount' || order === 'people' ? 'number' : 'time')) return {};
  return { from: { at, id, direction: search.before === undefined ? 'after' : 'before' } };
}

/** A page of the ledger as this post sees it, with its total and where it goes on, both ways. */
export async function readLedger(
  engine: Engine,
  actor: Actor,
  search: LedgerSearch,
  limit: number,
): Promise<LedgerPage> {
  const now = engine.now();
  const asked = await askWords(engine, actor, search);
  const looks = looksOf(actor, asked.filter, now);
  const { from } = fromOf(search, asked);
  const keys = search.cols === undefined ? usualColumns(actor.role) : readLayout(search.cols).map(({ key }) => key);
  const shows = extrasOf(keys);
  const { placed, total, rows } = await reading(engine.db, actor, async (queries) => {
    const page = { sort: asked.sort, limit: limit + 1, ...(from && { from }) };
    const { placed: found, total: count } = await findPageAcross(queries, looks, page);
    const shown = from?.direction === 'before' ? found.slice(-limit) : found.slice(0, limit);
    return { placed: found, total: count, rows: { shown, read: await readPlaced(queries, shown, keys) } };
  });
  const more = placed.length > limit;
  const backward = from?.direction === 'before';
  const keyOf = (row: Placed | undefined) => (row ? cursorOf(sorts[asked.sort].by, row.sortAt, row.id) : null);
  return {
    asOf: now.toISOString(),
    scope: scopeWord(actor),
    rows: rows.read.map((row) => shownRow(engine, actor, row, shows, now)),
    total,
    next: more || backward ? keyOf(rows.shown.at(-1)) : null,
    previous: (backward ? more : from !== undefined) ? keyOf(rows.shown[0]) : null,
    dropped: asked.dropped,
  };
}
