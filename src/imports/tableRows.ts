import { refuse } from '../platform/refusal.ts';
import type { RowBook } from '../sheets/rowBook.ts';
import type { RawRow } from '../sheets/xlsxRows.ts';
import type { Shape } from './importViews.ts';
import type { Mapping } from './mapping.ts';
import { type RowKind, rowKind, type Titles } from './readLine.ts';

/** A ledger of a county over some years; more is several files. */
export const MOST_ROWS = 200_000;

/** What stands above each column; under a group it is the lower title, as it is printed again on each page. */
export const titlesOf = ({ mapping, shape }: { mapping: Mapping; shape: Shape }): Titles =>
  new Map(
    (shape.sheets[mapping.sheet]?.table?.titles ?? []).map(({ column, title }) => [
      column,
      title.split(' ').at(-1) ?? title,
    ]),
  );

/** The rows below the header, each with what it is. */
export async function* tableRows(
  book: RowBook,
  { mapping, shape }: { mapping: Mapping; shape: Shape },
): AsyncGenerator<{ row: RawRow; kind: RowKind }> {
  const titles = titlesOf({ mapping, shape });
  const first = mapping.headerRow + mapping.headerRows;
  let rows = 0;
  for await (const row of book.rows(mapping.sheet)) {
    if (row.rowNumber < first) continue;
    if (++rows > MOST_ROWS) refuse('invalid', 'sheetTooLong', `超过 ${MOST_ROWS} 行。分成几个文件再传。`);
    yield { row, kind: rowKind(row, mapping, titles) };
  }
}
