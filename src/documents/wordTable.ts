import type { Cell, Paragraph, Table } from './paper.ts';

type ReadCell = { paragraphs: Paragraph[]; columns: number; goesOn: boolean };
/** A table as it is read: its rows as they come, the cell that is open. */
export type Grid = { widths: number[]; rows: ReadCell[][]; cell: ReadCell | null };

export const newGrid = (): Grid => ({ widths: [], rows: [], cell: null });
export const beginCell = (grid: Grid): void => {
  grid.cell = { paragraphs: [], columns: 1, goesOn: false };
};

/** In a head cell everything is centered and bold, as we write it. */
function cellOf({ paragraphs, columns }: ReadCell): Cell {
  const head =
    paragraphs.length > 0 &&
    paragraphs.every(({ style, runs }) => style === 'center' && runs.every(({ strong }) => strong === true));
  const plain = (each: Paragraph): Paragraph => ({
    ...{ kind: 'paragraph', style: 'plain' },
    runs: head ? each.runs.map(({ text }) => ({ text })) : each.runs,
  });
  return { ...(columns > 1 && { span: columns }), ...(head && { head }), paragraphs: paragraphs.map(plain) };
}

/** Cells that go on with the one above make it reach further down. */
export function tableOf({ widths, rows }: Grid): Table | null {
  const above = new Map<number, Cell>();
  const made = rows.map((row) => {
    let column = 0;
    return row.flatMap((read): Cell[] => {
      const at = column;
      column += read.columns;
      const over = above.get(at);
      if (read.goesOn && over) {
        over.rowSpan = (over.rowSpan ?? 1) + 1;
        return [];
      }
      const cell = cellOf(read);
      above.set(at, cell);
      return [cell];
    });
  });
  const filled = made.filter((row) => row.length > 0);
  const columns = Math.max(0, ...rows.map((row) => row.reduce((sum, cell) => sum + cell.columns, 0)));
  if (filled.length === 0) return null;
  return { kind: 'table', widths: widths.length === columns ? widths : Array(columns).fill(1), rows: filled };
}
