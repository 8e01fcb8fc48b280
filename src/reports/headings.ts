import type { FormCell, FormSheet } from '../sheets/formGrid.ts';

const reaches = (start: number, span: number, at: number): boolean => start <= at && at < start + span;

/** A title or a note across the whole table heads nothing. */
const isHeading = (cell: FormCell, sheet: FormSheet): boolean =>
  cell.text !== '' && !/^[\d.,%]+$/.test(cell.text) && (cell.columnSpan < sheet.columns || sheet.columns === 1);

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

/** Cells that wait for a value: empty, no formula, with something that says what they are. */
export function openCells(sheet: FormSheet): FormCell[] {
  if (sheet.lines) return [];
  return sheet.cells.filter((cell) => {
    if (cell.text !== '' || cell.formula !== null) return false;
    const { above, left } = headingsOf(cell, sheet);
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
