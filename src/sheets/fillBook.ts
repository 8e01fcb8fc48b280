import { MOST_INFLATED_SMALL } from './bookSentences.ts';
import type { FilledCell } from './filledCell.ts';
import { escapeXml, readRef, unescapeXml } from './formGrid.ts';
import { reachesOut, withResults } from './formulaResults.ts';
import { itemsIn, withRuns } from './richText.ts';
import { partText } from './xlsxParts.ts';
import { openZip, type ZipFile } from './zipFile.ts';
import { withTexts } from './zipOut.ts';

/** Attributes of one tag; the office programs write them in any order. */
const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

/** Sheet name → its file in the archive. */
async function sheetFiles(zip: ZipFile): Promise<Map<string, string>> {
  const book = await partText(zip, 'xl/workbook.xml');
  const relations = await partText(zip, 'xl/_rels/workbook.xml.rels');
  const targets = new Map<string, string>();
  for (const [tag] of relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    const [id, target] = [attribute(tag, 'Id'), attribute(tag, 'Target')];
    if (id && target) targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const files = new Map<string, string>();
  for (const [tag] of book.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    const [name, id] = [attribute(tag, 'name'), attribute(tag, '\\w+:id')];
    const file = id && targets.get(id);
    if (name && file) files.set(unescapeXml(name), file);
  }
  return files;
}

/** One cell with its style and a value; nothing else of it is kept, so that no old result stays behind. */
function cellXml(prefix: string, { ref, value }: FilledCell, style: string | undefined, item?: string): string {
  const s = style === undefined ? '' : ` s="${style}"`;
  if (typeof value === 'number') return `<${prefix}c r="${ref}"${s}><${prefix}v>${value}</${prefix}v></${prefix}c>`;
  const text = item ?? `<${prefix}t xml:space="preserve">${escapeXml(value)}</${prefix}t>`;
  return `<${prefix}c r="${ref}"${s} t="inlineStr"><${prefix}is>${text}</${prefix}is></${prefix}c>`;
}

const cellPattern = (ref: string) =>
  new RegExp(`<(\\w+:)?c\\s(?:[^>]*\\s)?r="${ref}"(?:\\s[^>]*?)?(?:/>|>[\\s\\S]*?</\\1?c>)`);

/** Where the row of a cell stands: its text, open and empty rows alike. */
const rowPattern = (row: number) =>
  new RegExp(`<(\\w+:)?row\\s(?:[^>]*\\s)?r="${row}"(?:\\s[^>]*?)?(?:/>|>[\\s\\S]*?</\\1?row>)`);

function insertIntoRow(rowXml: string, cell: FilledCell): string {
  const column = readRef(cell.ref)?.column ?? 0;
  const prefix = /^<(\w+:)?row/.exec(rowXml)?.[1] ?? '';
  const made = cellXml(prefix, cell, undefined);
  if (rowXml.endsWith('/>')) return `${rowXml.slice(0, -2)}>${made}</${prefix}row>`;
  for (const found of rowXml.matchAll(/<(?:\w+:)?c\s[^>]*?\br="([A-Z]+\d+)"/g))
    if ((readRef(found[1] ?? '')?.column ?? 0) > column)
      return rowXml.slice(0, found.index) + made + rowXml.slice(found.index);
  const end = rowXml.lastIndexOf('</');
  return rowXml.slice(0, end) + made + rowXml.slice(end);
}

function insertRow(xml: string, cell: FilledCell): string {
  const row = readRef(cell.ref)?.row ?? 0;
  const prefix = /<(\w+:)?sheetData/.exec(xml)?.[1] ?? '';
  const made = `<${prefix}row r="${row}">${cellXml(prefix, cell, undefined)}</${prefix}row>`;
  for (const found of xml.matchAll(/<(?:\w+:)?row\s[^>]*?\br="(\d+)"/g))
    if (Number(found[1]) > row) return xml.slice(0, found.index) + made + xml.slice(found.index);
  const empty = new RegExp(`<${prefix}sheetData\\s*/>`);
  if (empty.test(xml)) return xml.replace(empty, () => `<${prefix}sheetData>${made}</${prefix}sheetData>`);
  return xml.replace(`</${prefix}sheetData>`, () => `${made}</${prefix}sheetData>`);
}

/** What stands in a cell, in its runs: within the sheet or among the texts that all sheets share. */
function itemOf(cellXml: string, shared: readonly string[]): string | undefined {
  const inline = /<is>([\s\S]*?)<\/is>/.exec(cellXml)?.[1];
  if (inline !== undefined || !/\st="s"/.test(cellXml.slice(0, cellXml.indexOf('>')))) return inline;
  return shared[Number(/<v>(\d+)<\/v>/.exec(cellXml)?.[1])];
}

const setCell =
  (shared: readonly string[]) =>
  (xml: string, cell: FilledCell): string => {
    const found = cellPattern(cell.ref).exec(xml);
    if (found) {
      const [whole] = found;
      const style = attribute(whole.slice(0, whole.indexOf('>')), 's');
      const item = cell.edits && itemOf(whole, shared);
      const made = cellXml(found[1] ?? '', cell, style, item && withRuns(item, cell.edits ?? []));
      return xml.slice(0, found.index) + made + xml.slice(found.index + whole.length);
    }
    const row = rowPattern(readRef(cell.ref)?.row ?? 0).exec(xml);
    if (!row) return insertRow(xml, cell);
    const [whole] = row;
    return xml.slice(0, row.index) + insertIntoRow(whole, cell) + xml.slice(row.index + whole.length);
  };

/** The form's own formulas are counted anew when somebody opens the file. */
function countAnew(book: string): string {
  const calc = /<(\w+:)?calcPr\b([^>]*?)(\/?)>/.exec(book);
  if (calc) {
    const others = (calc[2] ?? '').replace(/\sfullCalcOnLoad="[^"]*"/, '');
    return book.replace(calc[0], () => `<${calc[1] ?? ''}calcPr${others} fullCalcOnLoad="1"${calc[3] ?? ''}>`);
  }
  // In the order that the schema wants: after the sheets and the names.
  const after = /<\/(\w+:)?definedNames>|<\/(\w+:)?sheets>/g;
  const last = [...book.matchAll(after)].at(-1);
  if (!last) return book;
  const end = last.index + last[0].length;
  return `${book.slice(0, end)}<${last[1] ?? last[2] ?? ''}calcPr fullCalcOnLoad="1"/>${book.slice(end)}`;
}

/**
 * A copy of a workbook with these cells filled. Only their values are written into the sheets' own text: fonts, borders,
 * merged cells, formulas, print areas and everything that no reader of ours knows stay byte for byte.
 */
export async function fillBook(file: Buffer, cells: readonly FilledCell[]): Promise<Buffer> {
  const zip = await openZip(file, MOST_INFLATED_SMALL);
  const files = await sheetFiles(zip);
  const texts = new Map<string, string>();
  const shared = cells.some(({ edits }) => edits) ? itemsIn(await partText(zip, 'xl/sharedStrings.xml')) : [];
  const bySheet = Map.groupBy(cells, (cell) => cell.sheet);
  for (const sheet of bySheet.keys())
    if (!files.has(sheet)) throw new Error(`the workbook has no sheet named ${sheet}`);
  for (const [sheet, path] of files) {
    const own = bySheet.get(sheet) ?? [];
    const blank = await partText(zip, path);
    // What a sheet says of itself alone is as it was.
    if (own.length === 0 && !reachesOut(blank)) continue;
    const written = own.filter(({ counted }) => !counted).reduce(setCell(shared), blank);
    const counted = own.flatMap(({ ref, value, counted: its }) =>
      its && typeof value === 'number' ? [[ref, value] as const] : [],
    );
    texts.set(path, withResults(written, new Map(counted)));
  }
  texts.set('xl/workbook.xml', countAnew(await partText(zip, 'xl/workbook.xml')));
  return withTexts(zip, texts);
}
