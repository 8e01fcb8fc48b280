import { SaxesParser } from 'saxes';
import { refuse } from '../platform/refusal.ts';
import { Broken, MOST_IN_CELL } from './bookSentences.ts';
import { type Attributes, columnsIn, MOST_COLUMNS, MOST_ROWS, tooLarge } from './docxLimits.ts';
import type { DocxCell, DocxPart, DocxPiece, DocxTable, DocxText, Place } from './docxText.ts';

type Frame = { table: DocxTable; row: DocxCell[] | null; cell: DocxCell | null; column: number };
type State = {
  parts: DocxPart[];
  frames: Frame[];
  line: DocxText | null;
  /** How many text boxes deep: what stands in them is neither a line nor a cell of the form. */
  boxes: number;
  runs: number;
  controls: { placeholder: Place | null }[];
  piece: DocxPiece | null;
};

const DEEPEST = 400;

type Tag = Place & { attributes: Attributes; closed: boolean };

const fresh = ({ start }: Place): DocxText => ({ start, end: start, text: '', pieces: [], paragraphs: [] });
const frameOf = ({ frames }: State): Frame | undefined => frames.at(-1);
const textOf = (state: State): DocxText | null | undefined =>
  state.frames.length > 0 ? frameOf(state)?.cell : state.line;

function addText(state: State, text: string): void {
  const place = textOf(state);
  if (!place || state.controls.some(({ placeholder }) => placeholder)) return;
  place.text += text;
  if (place.text.length > MOST_IN_CELL)
    refuse('invalid', 'formCellTooLong', `这个文件里有一段超过 ${MOST_IN_CELL} 个字，太长，不像一张要填的表。`);
}

function beginParagraph(state: State, tag: Tag): void {
  if (state.frames.length === 0) state.line ??= fresh(tag);
  const place = textOf(state);
  if (!place) return;
  if (place.paragraphs.length > 0) addText(state, '\n');
  place.paragraphs.push({ start: tag.start, end: tag.end });
}

function pieceOf(state: State, kind: DocxPiece['kind'], { start, end }: Place): DocxPiece {
  const placeholder = state.controls.find((control) => control.placeholder)?.placeholder ?? null;
  return { kind, start, end, at: textOf(state)?.text.length ?? 0, length: 0, placeholder };
}

function beside(state: State, kind: 'tab' | 'break', said: string, tag: Tag): void {
  const place = textOf(state);
  if (!place || state.runs === 0) return;
  const piece = pieceOf(state, kind, tag);
  addText(state, said);
  if (tag.closed) place.pieces.push({ ...piece, length: place.text.length - piece.at });
}

const opened: Readonly<Record<string, (state: State, tag: Tag) => void>> = {
  'w:tbl': ({ frames }) => frames.push({ table: { rows: [] }, row: null, cell: null, column: 1 }),
  'w:tr': (state) => {
    const frame = frameOf(state);
    if (frame) Object.assign(frame, { row: [], column: 1 });
  },
  'w:tc': (state, tag) => {
    const frame = frameOf(state);
    if (frame) frame.cell = { ...fresh(tag), column: frame.column, columnSpan: 1, merge: 'none', tables: [] };
  },
  'w:p': beginParagraph,
  'w:r': (state) => {
    state.runs += 1;
  },
  'w:sdt': ({ controls }) => controls.push({ placeholder: null }),
  'w:showingPlcHdr': ({ controls }, { start, end, closed }) => {
    const control = controls.at(-1);
    if (control && closed) control.placeholder = { start, end };
  },
  'w:gridBefore': (state, { attributes }) => {
    const frame = frameOf(state);
    if (frame && !frame.cell) frame.column += columnsIn(attributes, 0);
  },
  'w:gridSpan': (state, { attributes }) => {
    const cell = frameOf(state)?.cell;
    if (cell) cell.columnSpan = columnsIn(attributes, 1);
  },
  'w:vMerge': (state, { attributes }) => {
    const cell = frameOf(state)?.cell;
    if (cell) cell.merge = attributes['w:val'] === 'restart' ? 'begins' : 'goesOn';
  },
  'w:t': (state, tag) => {
    if (!tag.closed) state.piece = pieceOf(state, 'letters', { start: tag.end, end: tag.end });
  },
  'w:tab': (state, tag) => beside(state, 'tab', ' ', tag),
  'w:br': (state, tag) => beside(state, 'break', '\n', tag),
};

function endTable(state: State): void {
  const table = state.frames.pop()?.table;
  const outer = frameOf(state);
  if (table && outer) outer.cell?.tables.push(table);
  else if (table) state.parts.push({ kind: 'table', table });
}

function endCell(state: State, { end }: Place): void {
  const frame = frameOf(state);
  if (!frame?.cell || !frame.row) return;
  frame.row.push({ ...frame.cell, end });
  frame.column += frame.cell.columnSpan;
  if (frame.column > MOST_COLUMNS + 1) tooLarge();
  frame.cell = null;
}

const closed: Readonly<Record<string, (state: State, tag: Place) => void>> = {
  'w:tbl': endTable,
  'w:tr': (state) => {
    const frame = frameOf(state);
    if (frame?.row && frame.table.rows.push(frame.row) > MOST_ROWS) tooLarge();
  },
  'w:tc': endCell,
  'w:p': (state, { end }) => {
    const paragraph = textOf(state)?.paragraphs.at(-1);
    if (paragraph) paragraph.end = end;
    if (state.frames.length > 0 || !state.line) return;
    state.parts.push({ kind: 'line', line: { ...state.line, end } });
    state.line = null;
  },
  'w:r': (state) => {
    state.runs -= 1;
  },
  'w:sdt': ({ controls }) => controls.pop(),
  'w:t': (state, { start }) => {
    const place = textOf(state);
    if (place && state.piece)
      place.pieces.push({ ...state.piece, end: start, length: place.text.length - state.piece.at });
    state.piece = null;
  },
};

/** Tables with their cells and the lines between them, each with its place in the text. Throws on broken XML. */
export function docxParts(xml: string): DocxPart[] {
  const state: State = { parts: [], frames: [], line: null, boxes: 0, runs: 0, controls: [], piece: null };
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
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    if (name === 'w:txbxContent') state.boxes += 1;
    if (state.boxes === 0) opened[name]?.(state, { start, end: parser.position, attributes, closed: isSelfClosing });
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    const end = parser.position;
    if (state.boxes === 0) closed[name]?.(state, { start: xml.lastIndexOf('<', end - 1), end });
    if (name === 'w:txbxContent') state.boxes -= 1;
  });
  parser.on('text', (text) => {
    if (state.piece && state.boxes === 0) addText(state, text);
  });
  parser.write(xml).close();
  return state.parts;
}
