import { MOST_MERGES, tooManyMerges } from './bookSentences.ts';
import type { CellRead } from './cellIn.ts';
import { columnOf, MOST_COLUMNS } from './references.ts';
import type { RawRow } from './xlsxRows.ts';
import type { ZipEntry, ZipFile } from './zipFile.ts';

/** A cell that stands for several: rows and columns from 0, ends included. */
export type Merge = { column: number; toColumn: number; row: number; toRow: number };

const MERGE = /<(?:\w+:)?mergeCell\s[^>]{0,200}?ref="([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?"/g;
const LONGEST_TAG = 400;

/** Merged cells stand behind the rows in the file, so they are looked for before the rows are read. */
export async function mergesIn(zip: ZipFile, entry: ZipEntry): Promise<Merge[]> {
  const merges: Merge[] = [];
  let held = '';
  for await (const part of zip.stream(entry)) {
    held += part.toString('latin1');
    let until = 0;
    for (const found of held.matchAll(MERGE)) {
      const [tag, from = '', row, to = from, toRow = row] = found;
      merges.push({ column: columnOf(from), toColumn: columnOf(to), row: Number(row), toRow: Number(toRow) });
      if (merges.length > MOST_MERGES) tooManyMerges();
      until = found.index + tag.length;
    }
    held = held.slice(Math.max(until, held.length - LONGEST_TAG));
  }
  return merges.sort((a, b) => a.row - b.row);
}

/** Below a cell that is merged downwards, its value stands for each row; in one column one after the other. */
export async function* unmerged(rows: AsyncIterable<RawRow>, merges: readonly Merge[]): AsyncGenerator<RawRow> {
  const downwards = merges.filter(({ row, toRow, column }) => toRow > row && column < MOST_COLUMNS);
  let next = 0;
  const open = new Map<number, { toRow: number; cell: CellRead | undefined }>();
  for await (const row of rows) {
    const cells = [...row.cells];
    for (const [column, { toRow, cell }] of open)
      if (toRow < row.rowNumber) open.delete(column);
      else cells[column] ??= cell;
    for (let merge = downwards[next]; merge && merge.row <= row.rowNumber; merge = downwards[++next])
      if (merge.row === row.rowNumber) open.set(merge.column, { toRow: merge.toRow, cell: cells[merge.column] });
    yield { ...row, cells };
  }
}
