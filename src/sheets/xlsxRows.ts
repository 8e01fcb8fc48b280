import type { RawCell } from './cellIn.ts';
import type { CellRead } from './openBook.ts';
import { attribute, elements, runsOf, unescaped } from './xlsxParts.ts';
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

function cellIn(tag: string, inside: string, means: CellTexts): CellRead | undefined {
  const type = attribute(tag, 't') ?? 'n';
  if (type === 'inlineStr') return { raw: runsOf(inside) };
  const found = /<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/.exec(inside)?.[1];
  if (found === undefined)
    return /<(?:\w+:)?f\b/.test(inside) ? { error: '公式还没有结果；在 Excel 里打开，保存一次再传' } : undefined;
  if (type === 's') return { raw: means.texts(Number(found)) ?? null };
  if (type === 'str') return { raw: unescaped(found) };
  if (type === 'b') return { raw: found === '1' };
  if (type === 'e') return { error: `单元格里是错误 ${unescaped(found)}` };
  if (type === 'd') return { raw: unescaped(found) };
  return { raw: numberIn(found, Number(attribute(tag, 's') ?? 0), means) };
}

/** The cells of one `<row>`; `at` is its number where the row does not tell. */
export function rowIn(xml: string, at: number, means: CellTexts): RawRow {
  const head = /^<[^>]*>/.exec(xml)?.[0] ?? '';
  const cells: (CellRead | undefined)[] = [];
  let next = 0;
  for (const [, tag = '', inside = ''] of xml.matchAll(
    /<(?:\w+:)?c(?=[\s>/])([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g,
  )) {
    const reference = attribute(tag, 'r');
    const column = reference ? columnOf(reference) : next;
    next = column + 1;
    if (column < MOST_COLUMNS) cells[column] = cellIn(tag, inside, means);
  }
  const hidden = /^(1|true)$/.test(attribute(head, 'hidden') ?? '');
  return { rowNumber: Number(attribute(head, 'r') ?? at), cells, ...(hidden && { hidden }) };
}

export async function* xlsxRows(zip: ZipFile, entry: ZipEntry, means: CellTexts): AsyncGenerator<RawRow> {
  let last = 0;
  for await (const xml of elements(zip.stream(entry), 'row')) {
    const row = rowIn(xml, last + 1, means);
    last = row.rowNumber;
    yield row;
  }
}

/** A cell that stands for several: rows and columns from 0, ends included. */
export type Merge = { column: number; toColumn: number; row: number; toRow: number };

/** Merged cells stand behind the rows in the file, so they are looked for before the rows are read. */
export async function mergesIn(zip: ZipFile, entry: ZipEntry): Promise<Merge[]> {
  const merges: Merge[] = [];
  for await (const tag of elements(zip.stream(entry), 'mergeCell')) {
    const [from = '', to = from] = (attribute(tag, 'ref') ?? '').split(':');
    const rowOf = (reference: string) => Number(/\d+$/.exec(reference)?.[0] ?? 0);
    merges.push({ column: columnOf(from), toColumn: columnOf(to), row: rowOf(from), toRow: rowOf(to) });
  }
  return merges.sort((a, b) => a.row - b.row);
}

/** Below a cell that is merged downwards, its value stands for each row. */
export async function* unmerged(rows: AsyncIterable<RawRow>, merges: readonly Merge[]): AsyncGenerator<RawRow> {
  const downwards = merges.filter(({ row, toRow }) => toRow > row);
  let next = 0;
  let open: { merge: Merge; cell: CellRead | undefined }[] = [];
  for await (const row of rows) {
    open = open.filter(({ merge }) => merge.toRow >= row.rowNumber);
    const cells = [...row.cells];
    for (const { merge, cell } of open) cells[merge.column] ??= cell;
    for (let merge = downwards[next]; merge && merge.row <= row.rowNumber; merge = downwards[++next])
      if (merge.row === row.rowNumber) open.push({ merge, cell: cells[merge.column] });
    yield { ...row, cells };
  }
}
