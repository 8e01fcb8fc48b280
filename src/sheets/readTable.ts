import { refuse } from '../platform/refusal.ts';
import { MOST_INFLATED_SMALL, tooBig } from './bookSentences.ts';
import type { CellRead } from './cellIn.ts';
import { cellIn } from './cellIn.ts';
import type { Column } from './column.ts';
import { findHeader, type Header } from './header.ts';
import { openedBook } from './openedBook.ts';
import type { RowRead, SheetRead, TableAsked } from './readSheet.ts';
import type { RowBook } from './rowBook.ts';
import type { RawRow } from './xlsxRows.ts';

const HEAD_ROWS = 20;
const MOST_LETTERS_OF_TABLE = 20_000_000;

/** The table in the first sheet whose header we know. */
export async function readTable(file: Buffer, { columns, maxRows, csv }: Required<TableAsked>): Promise<SheetRead> {
  const book = await openedBook(file, MOST_INFLATED_SMALL);
  try {
    if (!csv && book.sheets[0]?.name === 'CSV' && !isPacked(file))
      refuse('invalid', 'sheetNotExcel', '这不是能读的 Excel 文件（.xlsx）。');
    for (const sheet of book.sheets.keys()) {
      const header = findHeader(await firstRows(book, sheet), columns);
      if (header) return await readRows(book.rows(sheet), header, columns, maxRows);
    }
    return refuse('invalid', 'sheetHeaderMissing', `没找到表头。表头一行要有这些列名：${titles(columns)}。`);
  } finally {
    await book.close();
  }
}

const isPacked = (file: Buffer): boolean => file.toString('latin1', 0, 2) === 'PK';

async function firstRows(book: RowBook, sheet: number): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { rowNumber, cells } of book.rows(sheet)) {
    if (rowNumber > HEAD_ROWS) break;
    // A row that is absent from the file is a row all the same: a header is known by its number.
    while (rows.length < rowNumber) rows.push([]);
    rows[rowNumber - 1] = Array.from(cells, (cell) => (cell && 'raw' in cell ? String(cell.raw ?? '') : ''));
  }
  return rows;
}

async function readRows(
  rows: AsyncIterable<RawRow>,
  header: Header,
  columns: readonly Column[],
  maxRows: number,
): Promise<SheetRead> {
  const absent = columns.filter((column) => ![...header.places.values()].includes(column));
  const missing = absent.filter(({ required }) => required);
  if (missing.length > 0) refuse('invalid', 'sheetColumnsMissing', `缺少这些列：${titles(missing)}。`);
  const read: RowRead[] = [];
  let letters = 0;
  for await (const row of rows) {
    if (row.rowNumber <= header.rowNumber) continue;
    const cells = [...header.places].map(([place, column]) => ({
      column,
      cell: row.cells[place - 1] ?? { raw: null },
    }));
    if (cells.every(({ cell }) => isBlank(cell))) continue;
    read.push(readRow(row.rowNumber, cells));
    letters += cells.reduce((sum, { cell }) => sum + ('raw' in cell ? String(cell.raw ?? '').length : 0), 0);
    if (letters > MOST_LETTERS_OF_TABLE) tooBig();
    if (read.length > maxRows) refuse('invalid', 'sheetTooLong', `超过 ${maxRows} 行。分成几个文件再传。`);
  }
  return { rows: read, unknownColumns: header.unknown, absentColumns: absent.map(({ title }) => title) };
}

function readRow(rowNumber: number, cells: { column: Column; cell: CellRead }[]): RowRead {
  const read: RowRead = { rowNumber, values: {}, errors: [] };
  for (const { column, cell } of cells) {
    const { key, title, kind, required } = column;
    const reading = 'error' in cell ? cell : cellIn(cell.raw, kind);
    read.values[key] = 'value' in reading ? reading.value : null;
    if ('error' in reading) read.errors.push({ key, sentence: `第${rowNumber}行「${title}」：${reading.error}。` });
    else if (required && reading.value === null)
      read.errors.push({ key, sentence: `第${rowNumber}行「${title}」没有填。` });
  }
  return read;
}

function isBlank(cell: CellRead): boolean {
  return 'raw' in cell && (cell.raw === null || String(cell.raw).trim() === '');
}

function titles(columns: readonly Column[]): string {
  return columns.map(({ title }) => title).join('、');
}
