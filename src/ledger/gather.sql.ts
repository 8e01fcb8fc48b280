import type { Engine } from '../disputes/engine.ts';
import { sightOf } from '../disputes/sight.ts';
import type { Actor } from '../platform/actor.ts';
import { counting } from '../platform/db.ts';
import { Refusal } from '../platform/refusal.ts';
import type { JobRun } from '../platform/startJob.sql.ts';
import { scopeWord } from './ask.ts';
import { askWords } from './askWords.sql.ts';
import type { ColumnKey } from './columns.ts';
import { findPageAcross, looksOf } from './ledger.across.sql.ts';
import type { LedgerDbRow } from './ledgerDbRow.ts';
import { isShared } from './ledgerRow.ts';
import type { Placed } from './order.sql.ts';
import type { MattersIn } from './outputs.ts';
import { readPlaced } from './readLedger.sql.ts';
import type { LedgerSearch } from './search.ts';

/** All that a file is made of: the ids as of one moment; rows come in lots, so that memory stays flat. */
export type Gathered = {
  asOf: Date;
  scope: string;
  sentence: string;
  placed: readonly Placed[];
  matters: MattersIn;
};

const LOT = 25;

/** Which matters the list holds now, in its order. More than a file may hold is refused before anything is made. */
export async function gather(engine: Engine, actor: Actor, search: LedgerSearch): Promise<Gathered> {
  const asOf = engine.now();
  const { filter, sort, sentence } = await askWords(engine, actor, search);
  const { exportRows } = engine.reference().rulesFor(actor.countyCode).rules.ledger;
  const looks = looksOf(actor, filter, asOf);
  const { placed } = await counting(engine.db, actor, (queries) =>
    findPageAcross(queries, looks, { sort, limit: exportRows + 1 }),
  );
  if (placed.length > exportRows)
    throw new Refusal('invalid', 'tooManyRows', `超过 ${exportRows} 件，一个文件装不下。加条件分几次导出。`);
  if (placed.length === 0) throw new Refusal('invalid', 'nothingToExport', '这些条件下一件也没有，没有做文件。');
  const matters = Object.fromEntries(
    [...Map.groupBy(placed, ({ countyCode }) => countyCode)].map(([county, rows]) => [
      county,
      rows.map(({ id }) => id),
    ]),
  );
  return { asOf, scope: scopeWord(actor), sentence, placed, matters };
}

export type Lot = { rows: LedgerDbRow[]; shared: boolean };

/** The rows in small lots, each read by itself; the job says how far it is. */
export async function* lotsOf(
  engine: Engine,
  actor: Actor,
  { placed }: Gathered,
  keys: readonly ColumnKey[],
  run: JobRun,
): AsyncGenerator<Lot> {
  for (let at = 0; at < placed.length; at += LOT) {
    const rows = await counting(engine.db, actor, (queries) => readPlaced(queries, placed.slice(at, at + LOT), keys));
    yield { rows, shared: rows.every((row) => isShared(row, actor, sightOf(actor, row))) };
    await run.step(Math.min(at + LOT, placed.length), placed.length);
  }
}
