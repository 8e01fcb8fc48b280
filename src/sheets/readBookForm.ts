import { refuse } from '../platform/refusal.ts';
import { brokenBook, MOST_INFLATED_SMALL, tooBig } from './bookSentences.ts';
import { type FormCell, type FormGrid, type FormSheet, refOf } from './formGrid.ts';
import { type Area, type FormTexts, readSheetContent, type SheetContent } from './formSheet.ts';
import { refuseArchive, refuseOther } from './otherFormats.ts';
import { spilledTexts } from './spilledTexts.ts';
import { type CellFormat, cellFormats, readSheets, readTexts } from './xlsxParts.ts';
import { isZip, openZip, type ZipFile } from './zipFile.ts';

const MOST_ROWS = 400;
const MOST_COLUMNS = 60;

/** How far a sheet says something: what is merely colored or bordered beyond its last word is no part of the form. */
function reachOf(name: string, { cells, merges }: SheetContent): { rows: number; columns: number } {
  const said = cells.filter(({ text, formula }) => text !== '' || formula !== null);
  const words = new Set(said.map(({ row, column }) => refOf(row, column)));
  const wide = merges.filter(({ row, column }) => words.has(refOf(row, column)));
  let [rows, columns] = [0, 0];
  for (const each of [...said.map((cell) => ({ ...cell, rows: 1, columns: 1 })), ...wide]) {
    rows = Math.max(rows, each.row + each.rows - 1);
    columns = Math.max(columns, each.column + each.columns - 1);
  }
  if (rows > MOST_ROWS || columns > MOST_COLUMNS)
    refuse(
      'invalid',
      'formTooLarge',
      `「${name}」有 ${rows} 行 ${columns} 列，太大，不像一张要填的表。删掉多余的空行空列再传。`,
    );
  return { rows, columns };
}

/** What lies under merged cells, within what the sheet reaches. */
function coveredBy(merges: readonly Area[], { rows, columns }: { rows: number; columns: number }): Set<string> {
  const covered = new Set<string>();
  for (const area of merges)
    for (let row = area.row; row < Math.min(area.row + area.rows, rows + 1); row += 1)
      for (let column = area.column; column < Math.min(area.column + area.columns, columns + 1); column += 1)
        if (row !== area.row || column !== area.column) covered.add(refOf(row, column));
  return covered;
}

function sheetOf(name: string, content: SheetContent, formats: readonly CellFormat[]): FormSheet {
  const reach = reachOf(name, content);
  const covered = coveredBy(content.merges, reach);
  const merged = new Map(content.merges.map((area) => [refOf(area.row, area.column), area]));
  const known = new Map(content.cells.map((cell) => [refOf(cell.row, cell.column), cell]));
  const cells: FormCell[] = [];
  for (let row = 1; row <= reach.rows; row += 1)
    for (let column = 1; column <= reach.columns; column += 1) {
      const ref = refOf(row, column);
      if (covered.has(ref)) continue;
      const { rows: rowSpan = 1, columns: columnSpan = 1 } = merged.get(ref) ?? {};
      const { text = '', formula = null, style = 0 } = known.get(ref) ?? {};
      const percent = formats[style]?.percent;
      const span = {
        rowSpan: Math.min(rowSpan, reach.rows - row + 1),
        columnSpan: Math.min(columnSpan, reach.columns - column + 1),
      };
      cells.push({ ref, row, column, ...span, text, formula, ...(percent !== undefined && { percent }) });
    }
  const widths = Array.from({ length: reach.columns }, (_, index) => content.widths.get(index + 1) ?? 9);
  return { name, ...reach, widths, cells, lines: false };
}

/** Inflates each part once, counted: a copy that is handed on holds nothing that grows in somebody's hands. */
async function survey(zip: ZipFile): Promise<void> {
  let inflated = 0;
  for (const entry of zip.entries)
    for await (const part of zip.stream(entry)) {
      inflated += part.length;
      if (inflated > MOST_INFLATED_SMALL) tooBig();
    }
}

async function sheetsIn(zip: ZipFile): Promise<FormSheet[]> {
  await survey(zip);
  const texts = spilledTexts();
  const formats = await cellFormats(zip);
  const { sheets, from1904 } = await readSheets(zip);
  if (sheets.length === 0) throw brokenBook();
  await readTexts(zip, texts);
  const means: FormTexts = {
    ...{ texts: texts.at, from1904 },
    isDate: (style) => formats[style]?.date ?? false,
    isShare: (style) => formats[style]?.percent !== undefined,
  };
  const read: FormSheet[] = [];
  for (const { name, path, hidden } of sheets) {
    const entry = hidden ? undefined : zip.find(path);
    if (entry) read.push(sheetOf(name, await readSheetContent(zip, entry, means), formats));
  }
  texts.close();
  return read;
}

/**
 * A blank workbook as tables; hidden sheets are the superior's own and are left alone. Only what a form says is read: charts,
 * comments, drawings and what else an office program puts beside it are nobody's to understand here.
 */
export async function readBookForm(file: Buffer): Promise<FormGrid> {
  refuseOther(file);
  if (!isZip(file)) refuse('invalid', 'sheetNotExcel', '这不是能读的 Excel 文件（.xlsx）。');
  const zip = await openZip(file, MOST_INFLATED_SMALL);
  refuseArchive(zip.entries.map(({ name }) => name));
  const sheets = await sheetsIn(zip);
  if (!sheets.some(({ cells }) => cells.some(({ text }) => text !== '')))
    refuse('invalid', 'formEmpty', '这个文件里没有表：一个字也没有。看看是不是传错了文件。');
  return { kind: 'xlsx', sheets };
}
