import { Refusal, refuse } from '../platform/refusal.ts';
import { MOST_INFLATED_SMALL } from './bookSentences.ts';
import { type DocxCell, type DocxTable, docxParts } from './docxParts.ts';
import type { FilledCell } from './fillBook.ts';
import { escapeXml, type FormCell, type FormGrid, type FormSheet, refOf } from './formGrid.ts';
import { partText } from './xlsxParts.ts';
import { openZip, type ZipFile } from './zipFile.ts';
import { withTexts } from './zipOut.ts';

const DOCUMENT = 'word/document.xml';
const LARGEST = 20 * 1024 * 1024;

/** How many rows a cell reaches down: those of the same column that go on with it. */
function rowSpan({ rows }: DocxTable, at: number, cell: DocxCell): number {
  if (cell.merge !== 'begins') return 1;
  const below = rows.slice(at + 1);
  const ends = below.findIndex((row) => !row.some(({ column, merge }) => column === cell.column && merge === 'goesOn'));
  return 1 + (ends < 0 ? below.length : ends);
}

function tableSheet(table: DocxTable, name: string): FormSheet {
  const cells = table.rows.flatMap((row, at): FormCell[] =>
    row
      .filter(({ merge }) => merge !== 'goesOn')
      .map((cell) => ({
        ...{ ref: refOf(at + 1, cell.column), row: at + 1, column: cell.column, rowSpan: rowSpan(table, at, cell) },
        ...{ columnSpan: cell.columnSpan, text: cell.text, formula: null },
      })),
  );
  const columns = Math.max(1, ...cells.map(({ column, columnSpan }) => column + columnSpan - 1));
  return {
    name,
    rows: table.rows.length,
    columns,
    widths: Array.from({ length: columns }, () => 12),
    cells,
    lines: false,
  };
}

const lineCell = (text: string, row: number): FormCell => ({
  ...{ ref: refOf(row, 1), row, column: 1, rowSpan: 1, columnSpan: 1, text, formula: null },
});

/** The lines outside of tables stand together first; then each table is a sheet of its own. */
function gridOf(xml: string): FormGrid {
  const parts = docxParts(xml);
  const lines = parts.flatMap((part) => (part.kind === 'line' ? [part.line.text] : []));
  const tables = parts.flatMap((part) => (part.kind === 'table' ? [part.table] : []));
  const text: FormSheet = {
    name: '正文',
    rows: lines.length,
    columns: 1,
    widths: [60],
    cells: lines.map((line, index) => lineCell(line.trim(), index + 1)),
    lines: true,
  };
  return { kind: 'docx', sheets: [text, ...tables.map((table, index) => tableSheet(table, `表${index + 1}`))] };
}

const broken = (): never =>
  refuse(
    'invalid',
    'formBroken',
    '这个文件打不开，不是 Word 文件（.docx）或没有传完整。在 Word 里打开，另存一次再传。',
  );

async function documentOf(file: Buffer): Promise<{ zip: ZipFile; xml: string }> {
  if (file.toString('hex', 0, 4) === 'd0cf11e0')
    refuse(
      'invalid',
      'formOldFormat',
      '这是老格式（.doc）或加了密码的文件。在 Word 里打开，另存为不带密码的 .docx 再传。',
    );
  try {
    const zip = await openZip(file, MOST_INFLATED_SMALL);
    const xml = await partText(zip, DOCUMENT);
    if (xml !== '' && xml.length < LARGEST) return { zip, xml };
  } catch (error) {
    if (error instanceof Refusal) throw error;
  }
  return broken();
}

/** A blank document as tables. Tracked changes and fields are read as they stand. */
export async function readDocxForm(file: Buffer): Promise<FormGrid> {
  const { xml } = await documentOf(file);
  let grid: FormGrid;
  try {
    grid = gridOf(xml);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return broken();
  }
  if (grid.sheets.length < 2)
    refuse('invalid', 'formWithoutTable', '这个文件里没有表格。要填的表得是 Word 里的表格，不是图片。');
  return grid;
}

const runOf = (properties: string, text: string): string =>
  `<w:r>${properties}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

/** The looks of the text that stands there; in an empty paragraph those of its mark. */
function looksOf(paragraph: string): string {
  const run = /<w:r(?:\s[^>]*)?>\s*(<w:rPr>[\s\S]*?<\/w:rPr>)/.exec(paragraph)?.[1];
  const mark = /<w:pPr>[\s\S]*?(<w:rPr>[\s\S]*?<\/w:rPr>)[\s\S]*?<\/w:pPr>/.exec(paragraph)?.[1];
  return run ?? mark ?? '';
}

/** A paragraph that says this instead, in the looks it had. */
function rewritten(paragraph: string, text: string): string {
  const open = /^<w:p(?:\s[^>]*?)?(\/?)>/.exec(paragraph)?.[0] ?? '<w:p>';
  const begin = open.replace(/\/>$/, '>');
  const properties = /^<w:pPr(?:\/>|>[\s\S]*?<\/w:pPr>)/.exec(paragraph.slice(open.length))?.[0] ?? '';
  return `${begin}${properties}${runOf(looksOf(paragraph), text)}</w:p>`;
}

const paragraphPattern = /<w:p(?:\s[^>]*?)?\/>|<w:p(?:\s[^>]*)?>[\s\S]*?<\/w:p>/;

/** The first paragraph says it; further ones of the cell said the rest of the old text, and go. */
function setText(piece: string, text: string): string {
  const found = paragraphPattern.exec(piece);
  if (!found) return piece;
  const before = piece.slice(0, found.index);
  const rest = piece.slice(found.index + found[0].length);
  return before + rewritten(found[0], text) + rest.replaceAll(new RegExp(paragraphPattern, 'g'), '');
}

type Change = { start: number; end: number; text: string };

function changesOf(xml: string, cells: readonly FilledCell[]): Change[] {
  const parts = docxParts(xml);
  const lines = parts.flatMap((part) => (part.kind === 'line' ? [part.line] : []));
  const tables = parts.flatMap((part) => (part.kind === 'table' ? [part.table] : []));
  return cells.flatMap(({ sheet, ref, value }): Change[] => {
    const table = tables[Number(sheet.replace('表', '')) - 1];
    const places = table
      ? table.rows.flatMap((row, at) => row.map((cell) => ({ ...cell, ref: refOf(at + 1, cell.column) })))
      : lines.map((line, index) => ({ ...line, ref: refOf(index + 1, 1) }));
    const place = places.find((each) => each.ref === ref);
    return place ? [{ start: place.start, end: place.end, text: String(value) }] : [];
  });
}

/** A copy of a document with these cells filled; looks, borders, headers and everything else stay as they are. */
export async function fillDocx(file: Buffer, cells: readonly FilledCell[]): Promise<Buffer> {
  const { zip, xml } = await documentOf(file);
  const changes = changesOf(xml, cells).toSorted((a, b) => b.start - a.start);
  const filled = changes.reduce(
    (text, { start, end, text: value }) =>
      text.slice(0, start) + setText(text.slice(start, end), value) + text.slice(end),
    xml,
  );
  return withTexts(zip, new Map([[DOCUMENT, filled]]));
}
