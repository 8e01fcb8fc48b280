import { Refusal, refuse } from '../platform/refusal.ts';
import { MOST_INFLATED_SMALL } from './bookSentences.ts';
import { type Change, changesFor } from './docxFill.ts';
import { docxParts } from './docxParts.ts';
import type { DocxCell, DocxPart, DocxTable } from './docxText.ts';
import type { FilledCell } from './filledCell.ts';
import { type FormCell, type FormGrid, type FormSheet, readRef, refOf } from './formGrid.ts';
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

function tableSheet({ table, name }: NamedTable): FormSheet {
  const cells = table.rows.flatMap((row, at): FormCell[] =>
    row
      .filter(({ merge }) => merge !== 'goesOn')
      .map((cell) => ({
        ...{ ref: refOf(at + 1, cell.column), row: at + 1, column: cell.column, rowSpan: rowSpan(table, at, cell) },
        ...{ columnSpan: cell.columnSpan, text: cell.text.trim(), formula: null },
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

type NamedTable = { name: string; table: DocxTable };

/** Tables that stand within a cell of another, called by that cell. */
const innerTables = ({ name, table }: NamedTable): NamedTable[] =>
  table.rows.flatMap((row, at) =>
    row.flatMap(({ column, tables }) =>
      tables.flatMap((inner, index) => {
        const named = { name: `${name} ${refOf(at + 1, column)} 格里的表${index + 1}`, table: inner };
        return [named, ...innerTables(named)];
      }),
    ),
  );

/** All tables by their names: first those of the document, so that none is counted otherwise because another has some within. */
function tablesIn(parts: readonly DocxPart[]): NamedTable[] {
  const outer = parts.flatMap((part) => (part.kind === 'table' ? [part.table] : []));
  const named = outer.map((table, index) => ({ name: `表${index + 1}`, table }));
  return [...named, ...named.flatMap(innerTables)];
}

const lineCell = (text: string, row: number): FormCell => ({
  ...{ ref: refOf(row, 1), row, column: 1, rowSpan: 1, columnSpan: 1, text, formula: null },
});

/** The lines outside of tables stand together first; then each table is a sheet of its own. */
function gridOf(xml: string): FormGrid {
  const parts = docxParts(xml);
  const lines = parts.flatMap((part) => (part.kind === 'line' ? [part.line.text] : []));
  const text: FormSheet = {
    name: '正文',
    rows: lines.length,
    columns: 1,
    widths: [60],
    cells: lines.map((line, index) => lineCell(line.trim(), index + 1)),
    lines: true,
  };
  return { kind: 'docx', sheets: [text, ...tablesIn(parts).map(tableSheet)] };
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

function changesOf(xml: string, cells: readonly FilledCell[]): Change[] {
  const parts = docxParts(xml);
  const tables = new Map(tablesIn(parts).map(({ name, table }) => [name, table]));
  const lines = parts.flatMap((part) => (part.kind === 'line' ? [part.line] : []));
  return cells.flatMap((cell): Change[] => {
    const table = tables.get(cell.sheet);
    const { row = 0, column = 0 } = readRef(cell.ref) ?? {};
    const place = table ? table.rows[row - 1]?.find((each) => each.column === column) : lines[row - 1];
    return place ? changesFor(xml, place, cell) : [];
  });
}

/** A copy of a document with these cells filled; looks, borders, headers and everything else stay as they are. */
export async function fillDocx(file: Buffer, cells: readonly FilledCell[]): Promise<Buffer> {
  const { zip, xml } = await documentOf(file);
  const changes = changesOf(xml, cells).toSorted((a, b) => b.start - a.start);
  const filled = changes.reduce(
    (text, change) => text.slice(0, change.start) + change.text + text.slice(change.end),
    xml,
  );
  return withTexts(zip, new Map([[DOCUMENT, filled]]));
}
