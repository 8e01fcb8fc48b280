import type excel from 'exceljs';
import { refuse } from '../platform/refusal.ts';
import { cellIn, type ReadValue } from './cellIn.ts';
import type { Column } from './column.ts';
import { findHeader, type Header } from './header.ts';
import { type CellRead, openBook, seen } from './openBook.ts';

export type RowRead = {
  /** as Excel numbers it, so that a person finds the row */
  rowNumber: number;
  /** only the columns that the file has: an absent column is not an empty one */
  values: Record<string, ReadValue>;
  errors: { key: string; sentence: string }[];
};

export type SheetRead = { rows: RowRead[]; unknownColumns: string[]; absentColumns: string[] };

/**
 * The rows of the first sheet whose header we know. Title rows above it, odd dates and formulas are taken in stride.
 * `csv`: a text file will do as well.
 */
export async function readSheet(
  file: Buffer,
  { columns, maxRows = 20_000, csv = false }: { columns: readonly Column[]; maxRows?: number; csv?: boolean },
): Promise<SheetRead> {
  const book = await openBook(file, csv);
  for (const page of book.worksheets) {
    const header = findHeader(firstRows(page), columns);
    if (header) return readRows(page, header, columns, maxRows);
  }
  return refuse('invalid', 'sheetHeaderMissing', `没找到表头。表头一行要有这些列名：${titles(columns)}。`);
}

function readRows(page: excel.Worksheet, header: Header, columns: readonly Column[], maxRows: number): SheetRead {
  const absent = columns.filter((column) => ![...header.places.values()].includes(column));
  const missing = absent.filter(({ required }) => required);
  if (missing.length > 0) refuse('invalid', 'sheetColumnsMissing', `缺少这些列：${titles(missing)}。`);
  const rows: RowRead[] = [];
  page.eachRow((row, rowNumber) => {
    if (rowNumber <= header.rowNumber) return;
    const cells = [...header.places].map(([place, column]) => ({ column, cell: seen(row.getCell(place).value) }));
    if (cells.every(({ cell }) => isBlank(cell))) return;
    rows.push(readRow(rowNumber, cells));
    if (rows.length > maxRows) refuse('invalid', 'sheetTooLong', `超过 ${maxRows} 行。分成几个文件再传。`);
  });
  return { rows, unknownColumns: header.unknown, absentColumns: absent.map(({ title }) => title) };
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

function firstRows(page: excel.Worksheet): string[][] {
  const last = Math.min(page.rowCount, 20);
  return Array.from({ length: last }, (_, index) =>
    Array.from({ length: page.columnCount }, (_, place) => {
      const cell = seen(page.getRow(index + 1).getCell(place + 1).value);
      return 'raw' in cell && cell.raw !== null ? String(cell.raw) : '';
    }),
  );
}

function titles(columns: readonly Column[]): string {
  return columns.map(({ title }) => title).join('、');
}
