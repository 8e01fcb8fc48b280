import type { Engine } from '../disputes/engine.ts';
import type { Actor } from '../platform/actor.ts';
import { command, reading, type Tx } from '../platform/db.ts';
import { refuse, refuseField } from '../platform/refusal.ts';
import { findTable, tableAt } from '../sheets/findTable.ts';
import { fieldOfTitle } from './ledgerFields.ts';
import { guessMapping, type Mapping } from './mapping.ts';
import { countRows, getRun, isWorking, type Run, readMemory, recordMemory, recordRun } from './runs.sql.ts';
import { withBook } from './storedBook.ts';
import { firstRows } from './uploadRun.sql.ts';

/** While a job reads it, and once rows of it are disputes, a file is read as it was. */
export async function refuseFixed(engine: Engine, tx: Tx, run: Run): Promise<void> {
  if (await isWorking(engine.db, run)) refuse('conflict', 'importBusy', '正在读这份文件。等它做完，或者先停下。');
  const counts = (await countRows(tx, run.countyCode, [run.id])).get(run.id);
  if ((counts?.applied ?? 0) + (counts?.undone ?? 0) > 0 || !['draft', 'checked'].includes(run.state))
    refuse(
      'conflict',
      'importFixed',
      '这份文件已经写入过，不能再改对应。剩下的行改好以后传新文件，写过的不会再写一遍。',
    );
}

/** Saved at each choice, so that a closed lid loses nothing; what was chosen is remembered for the center's next file. */
export async function saveMapping(
  engine: Engine,
  tx: Tx,
  actor: Actor,
  id: string,
  revision: number,
  mapping: Mapping,
): Promise<void> {
  const run = await getRun(tx, actor, id, true);
  await refuseFixed(engine, tx, run);
  if (run.revision !== revision)
    refuse('conflict', 'movedOn', '同事刚改过这份文件的对应。页面已经换成新的，再看一遍。');
  if (mapping.sheet !== run.mapping.sheet || mapping.headerRow !== run.mapping.headerRow)
    refuseField('sheet', '换工作表或表头用「换一张工作表」。');
  recordRun(tx, run, { mapping: JSON.stringify(mapping), revision: run.revision + 1 });
  recordMemory(tx, run, mapping, engine.now());
}

type Pointed = { sheet: number; headerRow: number | null; headerRows: 1 | 2 };

/** Another sheet, or the header where we did not find it: the table is looked at anew, and the columns guessed anew. */
export async function pointAtTable(
  engine: Engine,
  actor: Actor,
  id: string,
  { sheet, headerRow, headerRows }: Pointed,
  signal: AbortSignal,
) {
  const run = await reading(engine.db, actor, (queries) => getRun(queries, actor, id));
  const named = run.shape.sheets[sheet] ?? refuseField('sheet', '没有这张工作表。');
  const rows = await withBook(engine.files, run.sha256, (book) => firstRows(book, sheet), signal);
  const table =
    headerRow === null ? findTable(rows, named.name, fieldOfTitle) : tableAt(rows, headerRow, headerRows, named.name);
  if (!table) return refuseField('headerRow', '这张工作表里没找到表头。写明表头在第几行（前 40 行里）。');
  const memory = await readMemory(engine.db, actor, run.centerId);
  const data = rows.filter(({ rowNumber }) => rowNumber >= table.headerRow + table.headerRows);
  const shape = { sheets: run.shape.sheets.map((each, index) => (index === sheet ? { ...each, table } : each)) };
  const mapping = guessMapping(table, data, sheet, memory);
  await command(engine.db, actor, async (tx) => {
    const now = await getRun(tx, actor, id, true);
    await refuseFixed(engine, tx, now);
    recordRun(tx, now, { shape: JSON.stringify(shape), mapping: JSON.stringify(mapping), revision: now.revision + 1 });
  });
}
