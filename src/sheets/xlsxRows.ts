import {
  Broken,
  MOST_IN_CELL,
  MOST_IN_ROW,
  MOST_MERGES,
  MOST_ROWS_OF_EXCEL,
  tooLongCell,
  tooLongRow,
  tooManyMerges,
} from './bookSentences.ts';
import type { RawCell } from './cellIn.ts';
import type { CellRead } from './openBook.ts';
import { attribute, throughXml, type XmlReader } from './readXml.ts';
import { runs, spoken } from './xlsxParts.ts';
import type { ZipEntry, ZipFile } from './zipFile.ts';

/** One row as the file holds it; cells by column, the first is A. An empty cell is absent. */
export type RawRow = { rowNumber: number; cells: readonly (CellRead | undefined)[]; hidden?: boolean };

export type CellTexts = { texts(index: number): string | undefined; isDate(style: number): boolean; from1904: boolean };

/** A ledger has some dozens of columns; what stands beyond is somebody's scribbling. */
export const MOST_COLUMNS = 200;
const DAYS_1904 = 1462;
const DAY_MS = 86_400_000;
const EPOCH_1900 = 25_569;

/** AB12 → 27: the column as a number from 0. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64;
    if (value < 1 || value > 26) break;
    column = column * 26 + value;
  }
  return column - 1;
}

export const rowOf = (reference: string): number => Number(/\d+$/.exec(reference)?.[0] ?? Number.NaN);

/** 27 → AB. */
export function columnName(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : columnName(Math.floor(column / 26) - 1) + rest;
}

function numberIn(text: string, style: number, { isDate, from1904 }: CellTexts): RawCell {
  const value = Number(text);
  if (!Number.isFinite(value) || !isDate(style)) return Number.isFinite(value) ? value : text;
  return new Date(Math.round((value + (from1904 ? DAYS_1904 : 0) - EPOCH_1900) * DAY_MS));
}

type Cell = { column: number; type: string; style: number; value: string | null; formula: boolean };

function readOf({ type, style, value, formula }: Cell, inline: string, means: CellTexts): CellRead | undefined {
  if (type === 'inlineStr') return { raw: inline };
  if (value === null) return formula ? { error: '公式还没有结果；在 Excel 里打开，保存一次再传' } : undefined;
  if (type === 's') return { raw: means.texts(Number(value)) ?? null };
  if (type === 'str' || type === 'd') return { raw: spoken(value) };
  if (type === 'b') return { raw: value === '1' };
  if (type === 'e') return { error: `单元格里是错误 ${value}` };
  return { raw: numberIn(value, style, means) };
}

/** The number of a row: its own, or the next; one after the other, within what a sheet has. */
function numberOf(own: string | undefined, last: number): number {
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

function rowReader(means: CellTexts, give: (row: RawRow) => void): XmlReader {
  const inline = runs();
  let last = 0;
  let row: ReturnType<typeof rowInWork> | null = null;
  let cell: Cell | null = null;
  let inValue = false;
  return {
    open(name, its) {
      if (name === 'row') {
        if (row) throw new Broken('a row within a row');
        last = numberOf(attribute(its, 'r'), last);
        row = rowInWork(last, /^(1|true)$/.test(attribute(its, 'hidden') ?? ''));
      } else if (name === 'c' && row) {
        if (cell) throw new Broken('a cell within a cell');
        const reference = attribute(its, 'r');
        const column = reference ? columnOf(reference) : row.next;
        row.next = column + 1;
        cell = {
          column,
          type: attribute(its, 't') ?? 'n',
          style: Number(attribute(its, 's') ?? 0),
          value: null,
          formula: false,
        };
        inline.begin();
      } else if (cell) {
        inValue = name === 'v';
        if (inValue) cell.value = '';
        if (name === 'f') cell.formula = true;
        inline.open(name);
      }
    },
    close(name) {
      if (name === 'row') {
        if (row) give(row.row);
        row = null;
      } else if (name === 'c') {
        if (row && cell && cell.column < MOST_COLUMNS) row.put(cell.column, readOf(cell, inline.said(), means));
        cell = null;
      } else {
        inValue = false;
        inline.close(name);
      }
    },
    text(text) {
      if (!cell) return;
      if (!inValue) inline.text(text);
      else if ((cell.value ?? '').length <= MOST_IN_CELL)
        cell.value = (cell.value ?? '') + text.slice(0, MOST_IN_CELL + 1);
    },
  };
}

export const xlsxRows = (zip: ZipFile, entry: ZipEntry, means: CellTexts): AsyncGenerator<RawRow> =>
  throughXml<RawRow>(zip.stream(entry), (give) => rowReader(means, give));

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
