import type excel from 'exceljs';
import { refuse } from '../platform/refusal.ts';
import { tooBig } from './bookSentences.ts';
import { type FormCell, type FormGrid, type FormSheet, refOf } from './formGrid.ts';
import { openBook, seen } from './openBook.ts';

const MOST_LETTERS = 2_000_000;
const MOST_ROWS = 400;
const MOST_COLUMNS = 60;

const textOf = (cell: excel.Cell): string => {
  if (cell.formula) return '';
  const read = seen(cell.value);
  return 'error' in read || read.raw === null ? '' : String(read.raw).trim();
};

type Reach = { rows: number; columns: number };

/** How far each merged cell reaches, by its first cell; and what lies under it. */
function mergesOf(sheet: excel.Worksheet): { reach: Map<string, Reach>; covered: Set<string> } {
  const reach = new Map<string, Reach>();
  const covered = new Set<string>();
  sheet.eachRow({ includeEmpty: true }, (row) =>
    row.eachCell({ includeEmpty: true }, (cell) => {
      if (!cell.isMerged) return;
      const { master } = cell;
      const [top, left] = [Number(master.row), Number(master.col)];
      const [own, at] = [Number(cell.row), Number(cell.col)];
      const known = reach.get(master.address) ?? { rows: 1, columns: 1 };
      reach.set(master.address, {
        rows: Math.max(known.rows, own - top + 1),
        columns: Math.max(known.columns, at - left + 1),
      });
      if (cell.address !== master.address) covered.add(cell.address);
    }),
  );
  return { reach, covered };
}

function sheetOf(sheet: excel.Worksheet): FormSheet {
  const { rowCount: rows, columnCount: columns } = sheet;
  if (rows > MOST_ROWS || columns > MOST_COLUMNS)
    refuse(
      'invalid',
      'formTooLarge',
      `「${sheet.name}」有 ${rows} 行 ${columns} 列，太大，不像一张要填的表。删掉多余的空行空列再传。`,
    );
  const { reach, covered } = mergesOf(sheet);
  const cells: FormCell[] = [];
  for (let row = 1; row <= rows; row += 1)
    for (let column = 1; column <= columns; column += 1) {
      const ref = refOf(row, column);
      if (covered.has(ref)) continue;
      const cell = sheet.getCell(row, column);
      const { rows: rowSpan, columns: columnSpan } = reach.get(ref) ?? { rows: 1, columns: 1 };
      cells.push({ ref, row, column, rowSpan, columnSpan, text: textOf(cell), formula: cell.formula ?? null });
    }
  const widths = Array.from({ length: columns }, (_, index) => sheet.getColumn(index + 1).width ?? 9);
  return { name: sheet.name, rows, columns, widths, cells, lines: false };
}

/** A blank workbook as tables; hidden sheets are the superior's own and are left alone. */
export async function readBookForm(file: Buffer): Promise<FormGrid> {
  const book = await openBook(file);
  const sheets = book.worksheets.filter(({ state }) => state === undefined || state === 'visible').map(sheetOf);
  const letters = sheets.flatMap(({ cells }) => cells).reduce((sum, { text }) => sum + text.length, 0);
  if (letters > MOST_LETTERS) tooBig();
  if (!sheets.some(({ cells }) => cells.some(({ text }) => text !== '')))
    refuse('invalid', 'formEmpty', '这个文件里没有表：一个字也没有。看看是不是传错了文件。');
  return { kind: 'xlsx', sheets };
}
