import { Broken } from '../sheets/bookSentences.ts';
import { type Attributes, attribute } from '../sheets/readXml.ts';
import type { TemplateBlock } from './paper.ts';
import { type Line, newLine, type Piece, paragraphOf } from './wordLine.ts';
import { beginCell, type Grid, newGrid, tableOf } from './wordTable.ts';

/** Where one is in a Word file while it is read from top to bottom. */
export type Reading = {
  blocks: TemplateBlock[];
  left: Set<string>;
  line: Line | null;
  piece: Piece | null;
  inText: boolean;
  grid: Grid | null;
  /** How many tables deep. */
  tables: number;
};

const MOST_BLOCKS = 400;

export const newReading = (): Reading => ({
  ...{ blocks: [], left: new Set(), line: null, piece: null, inText: false, grid: null, tables: 0 },
});

const isOn = (attributes: Attributes): boolean => !['0', 'false', 'off'].includes(attribute(attributes, 'val') ?? '1');
const said = (attributes: Attributes): string => attribute(attributes, 'val') ?? '';
/** The table that stands in the text itself: what stands in its cells is read as words. */
const outer = ({ grid, tables }: Reading): Grid | null => (tables === 1 ? grid : null);

function add({ blocks }: Reading, block: TemplateBlock): void {
  if (blocks.push(block) > MOST_BLOCKS) throw new Broken('too long for a form');
}

type Open = (reading: Reading, attributes: Attributes) => void;
const onLine =
  (set: (line: Line, attributes: Attributes) => void): Open =>
  ({ line, piece }, attributes) => {
    if (line && !piece) set(line, attributes);
  };
const onPiece =
  (set: (piece: Piece, attributes: Attributes) => void): Open =>
  ({ piece }, attributes) => {
    if (piece) set(piece, attributes);
  };

/** By the name of a mark without its prefix. */
export const opens: Readonly<Record<string, Open>> = {
  tbl(reading) {
    reading.tables += 1;
    if (reading.tables === 1) reading.grid = newGrid();
    else reading.left.add('格子里又套的表（字带过来了，格子没有）');
  },
  gridCol: (reading, attributes) => {
    outer(reading)?.widths.push(Number(attribute(attributes, 'w')) || 1);
  },
  tr: (reading) => {
    outer(reading)?.rows.push([]);
  },
  tc: (reading) => {
    const grid = outer(reading);
    if (grid) beginCell(grid);
  },
  gridSpan: (reading, attributes) => {
    const cell = outer(reading)?.cell;
    if (cell) cell.columns = Math.min(63, Math.max(1, Number(said(attributes)) || 1));
  },
  vMerge: (reading, attributes) => {
    const cell = outer(reading)?.cell;
    if (cell) cell.goesOn = said(attributes) !== 'restart';
  },
  p: (reading) => {
    reading.line = newLine();
  },
  pStyle: onLine((line, attributes) => {
    line.named = said(attributes);
  }),
  jc: onLine((line, attributes) => {
    line.align = said(attributes);
  }),
  ind: onLine((line, attributes) => {
    line.indented = Number(attribute(attributes, 'firstLine') ?? attribute(attributes, 'firstLineChars') ?? 0) > 0;
  }),
  keepNext: onLine((line, attributes) => {
    line.keeps = isOn(attributes);
  }),
  bottom: onLine((line) => {
    line.ruled = true;
  }),
  pageBreakBefore: onLine((line, attributes) => {
    line.breaks = isOn(attributes);
  }),
  r: (reading) => {
    reading.piece = { text: '', bold: false, size: 0 };
  },
  b: onPiece((piece, attributes) => {
    piece.bold = isOn(attributes);
  }),
  sz: onPiece((piece, attributes) => {
    piece.size = Number(said(attributes)) || 0;
  }),
  t: (reading) => {
    reading.inText = true;
  },
  tab: onPiece((piece) => {
    piece.text += '　';
  }),
  br: ({ line, piece }, attributes) => {
    if (attribute(attributes, 'type') === 'page' && line) line.breaks = true;
    else if (piece) piece.text += '\n';
  },
};

function endLine(reading: Reading): void {
  const { line, grid, blocks } = reading;
  reading.line = null;
  if (!line) return;
  const { paragraph, ruled, breaks } = paragraphOf(line);
  const empty = paragraph.runs.length === 0;
  if (grid) {
    if (!empty) grid.cell?.paragraphs.push(paragraph);
    return;
  }
  if (breaks) add(reading, { kind: 'break' });
  const last = blocks.at(-1);
  if (ruled && last?.kind === 'ruled') last.lines += 1;
  else if (ruled) add(reading, { kind: 'ruled', lines: 1 });
  else if (!empty) add(reading, paragraph);
}

export const closes: Readonly<Record<string, (reading: Reading) => void>> = {
  t: (reading) => {
    reading.inText = false;
  },
  r: (reading) => {
    const { line, piece } = reading;
    if (line && piece && piece.text !== '') line.pieces.push(piece);
    reading.piece = null;
  },
  p: endLine,
  tc: (reading) => {
    const grid = outer(reading);
    if (!grid?.cell) return;
    grid.rows.at(-1)?.push(grid.cell);
    grid.cell = null;
  },
  tbl: (reading) => {
    reading.tables -= 1;
    if (reading.tables > 0 || !reading.grid) return;
    const table = tableOf(reading.grid);
    reading.grid = null;
    if (table) add(reading, table);
  },
};
