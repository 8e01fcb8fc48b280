import { refuse } from '../platform/refusal.ts';
import { Broken, MOST_IN_CELL, tooBig, tooManyMerges } from './bookSentences.ts';
import { type Attributes, attribute, readXml, type XmlReader } from './readXml.ts';
import { columnOf, rowOf } from './references.ts';
import { shifted } from './sharedFormula.ts';
import { runs } from './xlsxParts.ts';
import { type Cell, type CellTexts, numberOf, readOf } from './xlsxRows.ts';
import type { ZipEntry, ZipFile } from './zipFile.ts';

export type SheetCell = { row: number; column: number; text: string; formula: string | null; style: number };
export type Area = { row: number; column: number; rows: number; columns: number };
/** A sheet of a form as it stands in the file; rows and columns count from 1. */
export type SheetContent = { cells: SheetCell[]; merges: Area[]; widths: Map<number, number> };

export type FormTexts = CellTexts & { isShare(style: number): boolean };

const MOST_COLUMNS_OF_EXCEL = 16_384;
const MOST_MERGES_OF_A_FORM = 20_000;
const MOST_CELLS = 200_000;
const MOST_LETTERS = 2_000_000;

type Formula = { text: string; shared: string | undefined };
type Reading = {
  row: number;
  next: number;
  cell: Cell | null;
  formula: Formula | null;
  within: 'v' | 'f' | null;
  letters: number;
};

function areaOf(reference: string): Area {
  const [from = '', to = from] = reference.split(':');
  const [row, column] = [rowOf(from), columnOf(from) + 1];
  const area = { row, column, rows: rowOf(to) - row + 1, columns: columnOf(to) - column + 2 };
  if (!Object.values(area).every((each) => Number.isInteger(each) && each > 0))
    throw new Broken(`merged: ${reference}`);
  return area;
}

/** Formulas that stand for a whole range are written once in the file and read in each cell as they count there. */
function sharedFormulas() {
  const known = new Map<string, { row: number; column: number; text: string }>();
  return ({ text, shared }: Formula, row: number, column: number): string => {
    if (shared === undefined) return text;
    const first = known.get(shared);
    if (text !== '') known.set(shared, { row, column, text });
    if (text !== '' || !first) return text;
    return shifted(first.text, row - first.row, column - first.column);
  };
}

function textOf(cell: Cell, inline: string, means: FormTexts): string {
  const read = readOf({ ...cell, formula: false }, inline, means);
  if (!read || 'error' in read || read.raw === null) return '';
  if (read.raw instanceof Date) return read.raw.toISOString().slice(0, 10);
  return String(read.raw).trim();
}

function begin(reading: Reading, content: SheetContent, name: string, its: Attributes): void {
  if (name === 'row') {
    reading.row = numberOf(attribute(its, 'r'), reading.row);
    reading.next = 0;
  } else if (name === 'c') {
    const reference = attribute(its, 'r');
    const column = reference ? columnOf(reference) : reading.next;
    reading.next = column + 1;
    const [type, style] = [attribute(its, 't') ?? 'n', Number(attribute(its, 's') ?? 0)];
    reading.cell = { column, type, style, value: null, formula: false };
    reading.formula = null;
  } else if (name === 'f' && reading.cell)
    reading.formula = { text: '', shared: attribute(its, 't') === 'shared' ? attribute(its, 'si') : undefined };
  else if (name === 'mergeCell') {
    if (content.merges.push(areaOf(attribute(its, 'ref') ?? '')) > MOST_MERGES_OF_A_FORM) tooManyMerges();
  } else if (name === 'col') {
    const [from, to] = [Number(attribute(its, 'min')), Number(attribute(its, 'max'))];
    if (!(from >= 1 && to <= MOST_COLUMNS_OF_EXCEL))
      refuse('invalid', 'sheetTooWide', '这个文件里的列太多，Excel 也放不下。在 Excel 里打开，另存一份再传。');
    for (let at = from; at <= Math.min(to, 100); at += 1) content.widths.set(at, Number(attribute(its, 'width') ?? 9));
  }
}

function sheetReader(content: SheetContent, means: FormTexts): XmlReader {
  const inline = runs();
  const own = sharedFormulas();
  const reading: Reading = { row: 0, next: 0, cell: null, formula: null, within: null, letters: 0 };
  return {
    open(name, its) {
      begin(reading, content, name, its);
      if (name === 'c') inline.begin();
      if (!reading.cell) return;
      reading.within = name === 'v' || name === 'f' ? name : null;
      inline.open(name);
    },
    close(name) {
      const { row, cell, formula } = reading;
      reading.within = null;
      if (name !== 'c') return inline.close(name);
      reading.cell = null;
      if (!cell) return;
      const column = cell.column + 1;
      const text = formula ? '' : textOf(cell, inline.said(), means);
      const said = { row, column, style: cell.style, text, formula: formula && own(formula, row, column) };
      reading.letters += text.length;
      // Of a hundred thousand cells that are merely bordered nothing is kept but how they show a number.
      const tells = text !== '' || said.formula !== null || means.isShare(cell.style);
      if (reading.letters > MOST_LETTERS || (tells && content.cells.push(said) > MOST_CELLS)) tooBig();
    },
    text(text) {
      const { cell, formula, within } = reading;
      if (!cell) return;
      if (within === null) inline.text(text);
      else if (within === 'f' && formula && formula.text.length <= MOST_IN_CELL) formula.text += text;
      else if (within === 'v' && (cell.value ?? '').length <= MOST_IN_CELL) cell.value = (cell.value ?? '') + text;
    },
  };
}

export async function readSheetContent(zip: ZipFile, entry: ZipEntry, means: FormTexts): Promise<SheetContent> {
  const content: SheetContent = { cells: [], merges: [], widths: new Map() };
  await readXml(zip.stream(entry), sheetReader(content, means));
  return content;
}
