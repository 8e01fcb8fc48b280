import { Broken, MOST_IN_CELL, MOST_IN_ROW, MOST_ROWS_OF_EXCEL, tooLongCell, tooLongRow } from './bookSentences.ts';
import type { CellRead, RawCell } from './cellIn.ts';
import { type Attributes, attribute, throughXml, type XmlReader } from './readXml.ts';
import { columnOf, MOST_COLUMNS } from './references.ts';
import { runs, spoken } from './xlsxParts.ts';
import type { ZipEntry, ZipFile } from './zipFile.ts';

/** One row as the file holds it; cells by column, the first is A. An empty cell is absent. */
export type RawRow = { rowNumber: number; cells: readonly (CellRead | undefined)[]; hidden?: boolean };

export type CellTexts = { texts(index: number): string | undefined; isDate(style: number): boolean; from1904: boolean };

const DAYS_1904 = 1462;
const DAY_MS = 86_400_000;
const EPOCH_1900 = 25_569;

function numberIn(text: string, style: number, { isDate, from1904 }: CellTexts): RawCell {
  const value = Number(text);
  if (!Number.isFinite(value) || !isDate(style)) return Number.isFinite(value) ? value : text;
  return new Date(Math.round((value + (from1904 ? DAYS_1904 : 0) - EPOCH_1900) * DAY_MS));
}

export type Cell = { column: number; type: string; style: number; value: string | null; formula: boolean };

export function readOf({ type, style, value, formula }: Cell, inline: string, means: CellTexts): CellRead | undefined {
  if (type === 'inlineStr') return { raw: inline };
  if (value === null) return formula ? { error: '公式还没有结果；在 Excel 里打开，保存一次再传' } : undefined;
  if (type === 's') return { raw: means.texts(Number(value)) ?? null };
  if (type === 'str' || type === 'd') return { raw: spoken(value) };
  if (type === 'b') return { raw: value === '1' };
  if (type === 'e') return { error: `单元格里是错误 ${value}` };
  return { raw: numberIn(value, style, means) };
}

/** The number of a row: its own, or the next; one after the other, within what a sheet has. */
export function numberOf(own: string | undefined, last: number): number {
  const number = own === undefined ? last + 1 : Number(own);
  if (!Number.isInteger(number) || number <= last || number > MOST_ROWS_OF_EXCEL) throw new Broken(`row ${own}`);
  return number;
}

const lettersIn = (cell: CellRead | undefined): number =>
  cell && 'raw' in cell && typeof cell.raw === 'string' ? cell.raw.length : 0;

/** Cells of one row, in their places; too many letters are said with the row where they stand. */
function rowInWork(rowNumber: number, hidden: boolean) {
  const cells: (CellRead | undefined)[] = [];
  let letters = 0;
  return {
    row: { rowNumber, cells, ...(hidden && { hidden }) } as RawRow,
    next: 0,
    put(column: number, cell: CellRead | undefined): void {
      const own = lettersIn(cell);
      letters += own;
      if (own > MOST_IN_CELL) tooLongCell(rowNumber);
      if (letters > MOST_IN_ROW) tooLongRow(rowNumber);
      cells[column] = cell;
    },
  };
}

type Reading = { last: number; row: ReturnType<typeof rowInWork> | null; cell: Cell | null; inValue: boolean };

function beginRow(reading: Reading, its: Attributes): void {
  if (reading.row) throw new Broken('a row within a row');
  reading.last = numberOf(attribute(its, 'r'), reading.last);
  reading.row = rowInWork(reading.last, /^(1|true)$/.test(attribute(its, 'hidden') ?? ''));
}

function beginCell(reading: Reading, its: Attributes): void {
  if (reading.cell) throw new Broken('a cell within a cell');
  if (!reading.row) return;
  const reference = attribute(its, 'r');
  const column = reference ? columnOf(reference) : reading.row.next;
  reading.row.next = column + 1;
  const [type, style] = [attribute(its, 't') ?? 'n', Number(attribute(its, 's') ?? 0)];
  reading.cell = { column, type, style, value: null, formula: false };
}

function rowReader(means: CellTexts, give: (row: RawRow) => void): XmlReader {
  const inline = runs();
  const reading: Reading = { last: 0, row: null, cell: null, inValue: false };
  return {
    open(name, its) {
      if (name === 'row') return beginRow(reading, its);
      if (name === 'c') {
        inline.begin();
        return beginCell(reading, its);
      }
      if (!reading.cell) return;
      reading.inValue = name === 'v';
      if (name === 'f') reading.cell.formula = true;
      inline.open(name);
    },
    close(name) {
      const { row, cell } = reading;
      reading.inValue = false;
      if (name === 'row') {
        if (row) give(row.row);
        reading.row = null;
      } else if (name === 'c') {
        if (row && cell && cell.column < MOST_COLUMNS) row.put(cell.column, readOf(cell, inline.said(), means));
        reading.cell = null;
      } else inline.close(name);
    },
    text(text) {
      const { cell, inValue } = reading;
      if (!cell) return;
      if (!inValue) inline.text(text);
      else if ((cell.value ?? '').length <= MOST_IN_CELL)
        cell.value = (cell.value ?? '') + text.slice(0, MOST_IN_CELL + 1);
    },
  };
}

export const xlsxRows = (zip: ZipFile, entry: ZipEntry, means: CellTexts): AsyncGenerator<RawRow> =>
  throughXml<RawRow>(zip.stream(entry), (give) => rowReader(means, give));
