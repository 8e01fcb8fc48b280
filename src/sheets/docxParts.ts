import { SaxesParser } from 'saxes';
import { refuse } from '../platform/refusal.ts';
import { Broken, MOST_IN_CELL } from './bookSentences.ts';

/** Where something stands in the text of word/document.xml. */
type Place = { start: number; end: number };
export type DocxCell = Place & {
  column: number;
  columnSpan: number;
  merge: 'none' | 'begins' | 'goesOn';
  text: string;
};
export type DocxTable = { rows: DocxCell[][] };
export type DocxLine = Place & { text: string };
/** What a document holds from top to bottom, outside of nested tables. */
export type DocxPart = { kind: 'table'; table: DocxTable } | { kind: 'line'; line: DocxLine };

type State = {
  parts: DocxPart[];
  depth: number;
  table: DocxTable | null;
  row: DocxCell[] | null;
  cell: DocxCell | null;
  line: DocxLine | null;
  column: number;
  inText: boolean;
  paragraphs: number;
};

const fresh = (): State => ({
  parts: [],
  depth: 0,
  table: null,
  row: null,
  cell: null,
  line: null,
  column: 1,
  inText: false,
  paragraphs: 0,
});

/** As many as a blank workbook may have: a form is looked at by a person. */
const MOST_ROWS = 400;
const MOST_COLUMNS = 63;
const DEEPEST = 400;

const tooLarge = (): never =>
  refuse(
    'invalid',
    'formTooLarge',
    `这个文件里有一张表超过 ${MOST_ROWS} 行或 ${MOST_COLUMNS} 列，太大，不像一张要填的表。删掉多余的行和列再传。`,
  );

/** How many columns a cell or a gap reaches over, as it says itself. */
function columnsIn(attributes: Attributes, otherwise: number): number {
  const count = Number(attributes['w:val'] ?? otherwise);
  if (!Number.isInteger(count) || count < 0) throw new Broken('a width that is no number');
  return count > MOST_COLUMNS ? tooLarge() : count;
}

type Attributes = Readonly<Record<string, string>>;

function beginParagraph(state: State, start: number): void {
  if (state.depth === 0 && state.line === null) state.line = { start, end: start, text: '' };
  else if (state.depth === 1 && state.cell) {
    if (state.paragraphs > 0) state.cell.text += '\n';
    state.paragraphs += 1;
  }
}

function beginCell(state: State, start: number): void {
  state.cell = { start, end: start, column: state.column, columnSpan: 1, merge: 'none', text: '' };
  state.paragraphs = 0;
}

const opened: Readonly<Record<string, (state: State, start: number, attributes: Attributes) => void>> = {
  'w:tbl': (state) => {
    state.depth += 1;
    if (state.depth === 1) state.table = { rows: [] };
  },
  'w:tr': (state) => {
    if (state.depth !== 1) return;
    state.row = [];
    state.column = 1;
  },
  'w:tc': (state, start) => {
    if (state.depth === 1) beginCell(state, start);
  },
  'w:p': beginParagraph,
  'w:gridBefore': (state, _, attributes) => {
    if (state.depth === 1 && !state.cell) state.column += columnsIn(attributes, 0);
  },
  'w:gridSpan': (state, _, attributes) => {
    if (state.depth === 1 && state.cell) state.cell.columnSpan = columnsIn(attributes, 1);
  },
  'w:vMerge': (state, _, attributes) => {
    if (state.depth === 1 && state.cell) state.cell.merge = attributes['w:val'] === 'restart' ? 'begins' : 'goesOn';
  },
  'w:t': (state) => {
    state.inText = true;
  },
  'w:tab': (state) => addText(state, ' '),
  'w:br': (state) => addText(state, '\n'),
};

function addText(state: State, text: string): void {
  const place = state.depth === 1 ? state.cell : state.depth === 0 ? state.line : null;
  if (!place) return;
  place.text += text;
  if (place.text.length > MOST_IN_CELL)
    refuse('invalid', 'formCellTooLong', `这个文件里有一段超过 ${MOST_IN_CELL} 个字，太长，不像一张要填的表。`);
}

const closed: Readonly<Record<string, (state: State, end: number) => void>> = {
  'w:tbl': (state) => {
    state.depth -= 1;
    if (state.depth > 0 || !state.table) return;
    state.parts.push({ kind: 'table', table: state.table });
    state.table = null;
  },
  'w:tr': (state) => {
    if (state.depth === 1 && state.table && state.row && state.table.rows.push(state.row) > MOST_ROWS) tooLarge();
  },
  'w:tc': (state, end) => {
    if (state.depth !== 1 || !state.cell || !state.row) return;
    state.row.push({ ...state.cell, end, text: state.cell.text.trim() });
    state.column += state.cell.columnSpan;
    if (state.column > MOST_COLUMNS + 1) tooLarge();
    state.cell = null;
  },
  'w:p': (state, end) => {
    if (state.depth > 0 || !state.line) return;
    state.parts.push({ kind: 'line', line: { ...state.line, end } });
    state.line = null;
  },
  'w:t': (state) => {
    state.inText = false;
  },
};

/** Tables with their cells and the lines between them, each with its place in the text. Throws on broken XML. */
export function docxParts(xml: string): DocxPart[] {
  const state = fresh();
  const parser = new SaxesParser();
  let start = 0;
  let depth = 0;
  parser.on('doctype', () => {
    throw new Broken('a document type');
  });
  parser.on('opentagstart', () => {
    if (++depth > DEEPEST) throw new Broken('too deep');
    start = xml.lastIndexOf('<', parser.position - 1);
  });
  parser.on('opentag', ({ name, attributes }) => opened[name]?.(state, start, attributes));
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    closed[name]?.(state, parser.position);
  });
  parser.on('text', (text) => {
    if (state.inText) addText(state, text);
  });
  parser.write(xml).close();
  return state.parts;
}
