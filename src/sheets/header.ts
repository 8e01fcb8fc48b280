import type { Column } from './column.ts';

export type Header = {
  rowNumber: number;
  /** column number in the workbook → our column */
  places: Map<number, Column>;
  /** titles in the workbook that mean nothing to us, or the second of two equal ones */
  unknown: string[];
};

/** The row among those given (title rows first, as people make them) whose cells name most of our columns. */
export function findHeader(rows: readonly (readonly string[])[], columns: readonly Column[]): Header | null {
  let best: Header | null = null;
  for (const [index, titles] of rows.entries()) {
    const header = readHeader(index + 1, titles, columns);
    if (header.places.size > (best?.places.size ?? 0)) best = header;
  }
  // A single word can stand in any sentence above the table; two titles in one row are a header.
  return best && best.places.size >= Math.min(2, columns.length) ? best : null;
}

function readHeader(rowNumber: number, titles: readonly string[], columns: readonly Column[]): Header {
  const places = new Map<number, Column>();
  const unknown: string[] = [];
  for (const [index, title] of titles.entries()) {
    if (bare(title) === '') continue;
    const column = columns.find((each) =>
      [each.title, ...(each.alsoCalled ?? [])].some((name) => bare(name) === bare(title)),
    );
    if (column && ![...places.values()].includes(column)) places.set(index + 1, column);
    else if (!unknown.includes(title.trim())) unknown.push(title.trim());
  }
  return { rowNumber, places, unknown };
}

/** 「 姓 名*（必填）」 and 「姓名」 are the same title. */
function bare(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/\((必填|选填|可不填)\)/g, '')
    .replace(/[\s*:]/g, '');
}
