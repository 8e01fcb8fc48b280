import { refuse } from '../platform/refusal.ts';
import type { RowBook } from '../sheets/rowBook.ts';
import type { RawRow } from '../sheets/xlsxRows.ts';
import { textOf } from './findTable.ts';
import type { Shape } from './importViews.ts';
import type { Mapping } from './mapping.ts';
import { type RowKind, rowKind } from './readLine.ts';

/** A ledger of a county over some years; more is several files. */
export const MOST_ROWS = 200_000;

/** The rows below the header, each with what it is. */
export async function* tableRows(
  book: RowBook,
  { mapping, shape }: { mapping: Mapping; shape: Shape },
): AsyncGenerator<{ row: RawRow; kind: RowKind }> {
  const table = shape.sheets[mapping.sheet]?.table;
  const titles = new Map((table?.titles ?? []).map(({ column, title }) => [column, title.split(' ').at(-1) ?? title]));
  const first = mapping.headerRow + mapping.headerRows;
  let rows = 0;
  for await (const row of book.rows(mapping.sheet)) {
    if (row.rowNumber < first) {
      if (row.rowNumber === first - 1 && !table)
        for (const column of row.cells.keys()) titles.set(column, textOf(row, column));
      continue;
    }
    if (++rows > MOST_ROWS) refuse('invalid', 'sheetTooLong', `超过 ${MOST_ROWS} 行。分成几个文件再传。`);
    yield { row, kind: rowKind(row, mapping, titles) };
  }
}
