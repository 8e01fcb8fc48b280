import type { FormCell, FormSheet } from '../sheets/formGrid.ts';
import { blanksIn } from './blanks.ts';
import { isLabel } from './suggestText.ts';

const reaches = (start: number, span: number, at: number): boolean => start <= at && at < start + span;

/** Numbers of columns, strokes for what is not asked: they stand where a heading or a value may, and say nothing. */
const saysNothing = /^(?:[\d.,%\s]+|[甲乙丙丁戊]|[—\-–/×✕]+)$/;

/** A title or a note across the whole table heads nothing. */
const isHeading = (cell: FormCell, sheet: FormSheet): boolean =>
  cell.text !== '' && !saysNothing.test(cell.text) && (cell.columnSpan < sheet.columns || sheet.columns === 1);

/** The words above a cell in its column and left of it in its row, outermost first. */
export function headingsOf(cell: FormCell, sheet: FormSheet): { above: string[]; left: string[] } {
  const heads = sheet.cells.filter((each) => each !== cell && isHeading(each, sheet));
  return {
    above: heads
      .filter((each) => each.row < cell.row && reaches(each.column, each.columnSpan, cell.column))
      .map(({ text }) => text),
    left: heads
      .filter((each) => each.column < cell.column && reaches(each.row, each.rowSpan, cell.row))
      .map(({ text }) => text),
  };
}

const isNote = (text: string): boolean => isLabel(text) || blanksIn(text).length > 0;

export type Heads = {
  above: string[];
  left: string[];
  /** Lines across the whole table between the cell and the heads of its column: 「二、调解情况」. */
  sections: string[];
  /** What stands over the table. */
  titles: string[];
};

const isWide = (cell: FormCell, sheet: FormSheet): boolean => sheet.columns > 1 && cell.columnSpan >= sheet.columns;

/** Cells by the places they cover. */
function covered(sheet: FormSheet): (row: number, column: number) => FormCell | undefined {
  const places = new Map<string, FormCell>();
  for (const cell of sheet.cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1)
        places.set(`${row} ${column}`, cell);
  return (row, column) => places.get(`${row} ${column}`);
}

/**
 * What heads a cell, the nearest run of words above it and left of it: a table further up or further left has heads of its
 * own. A line that asks for something itself, 「填报日期：」, 「共____件」, ends the run.
 */
export function headReader(sheet: FormSheet): (cell: FormCell) => Heads {
  const at = covered(sheet);
  const run = (cells: Iterable<FormCell | undefined>): { heads: string[]; wide: string[]; over: string[] } => {
    const [heads, wide, over]: string[][] = [[], [], []] as [string[], string[], string[]];
    for (const cell of cells) {
      const empty = !cell || cell.text === '' || cell.formula !== null;
      if (cell && !empty && isWide(cell, sheet)) (heads.length > 0 ? over : wide).unshift(cell.text);
      else if (over.length > 0 || (heads.length > 0 && empty) || (!empty && isNote(cell.text))) break;
      else if (cell && !empty && isHeading(cell, sheet)) heads.unshift(cell.text);
    }
    return { heads, wide, over };
  };
  function* upwards({ row, column }: FormCell) {
    for (let next = row - 1; next > 0; ) {
      const cell = at(next, column);
      yield cell;
      next = (cell?.row ?? next) - 1;
    }
  }
  function* leftwards({ row, column }: FormCell) {
    for (let next = column - 1; next > 0; ) {
      const cell = at(row, next);
      yield cell;
      next = (cell?.column ?? next) - 1;
    }
  }
  return (cell) => {
    const { heads: above, wide: sections, over: titles } = run(upwards(cell));
    const { heads: left } = run(leftwards(cell));
    return above.length > 0 ? { above, left, sections, titles } : { above, left, sections: [], titles: sections };
  };
}

/** Cells that wait for a value: empty, no formula, with a head above and one on the left that say what they are. */
export function openCells(sheet: FormSheet): FormCell[] {
  if (sheet.lines) return [];
  const headsOf = headReader(sheet);
  return sheet.cells.filter((cell) => {
    if (cell.text !== '' || cell.formula !== null) return false;
    const { above, left } = headsOf(cell);
    return above.length > 0 && left.length > 0;
  });
}

/** 「1. 婚姻家庭纠纷（件）」 → 「婚姻家庭」. */
export const plainWords = (text: string): string =>
  text
    .replace(/\s|　/g, '')
    .replace(/（[^）]*）|\([^)]*\)/g, '')
    .replace(/^[（(]?[\d一二三四五六七八九十]+[)）.、．]/, '')
    .replace(/^其中[：:]?/, '')
    .replace(/[：:、，。]/g, '');
