import type { RawRow } from './xlsxRows.ts';

/** Where the table begins in a sheet: its header, in one row or two, and what stands above it. */
export type Table = {
  headerRow: number;
  headerRows: 1 | 2;
  /** column from 0 → its title, the upper one first where there are two */
  titles: readonly { column: number; title: string }[];
  /** 「2026年」 in what stands above the header or in the sheet's name. */
  year: number | null;
};

/** 「 受 理\n时间*」 and 「受理时间」 are one title. */
export const bareTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s*:：、/]/g, '');

/** Which field of ours a title names, if any. */
export type Naming = (title: string) => string | null;

/** How many rows are looked at for the header. */
export const HEAD_ROWS = 20;

export const textOf = (row: RawRow | undefined, column: number): string => {
  const cell = row?.cells[column];
  if (!cell || 'error' in cell || cell.raw === null) return '';
  return (cell.raw instanceof Date ? cell.raw.toISOString().slice(0, 10) : String(cell.raw)).trim();
};

const width = (row: RawRow | undefined): number => row?.cells.length ?? 0;
const columnsOf = (row: RawRow): number[] => Array.from({ length: width(row) }, (_, column) => column);

/** A group such as 「申请人」 over 「姓名、电话」 stands above the first of its columns only. */
function joined(upper: RawRow, lower: RawRow): { column: number; title: string }[] {
  let group = '';
  return Array.from({ length: Math.max(width(upper), width(lower)) }, (_, column) => {
    const [over, under] = [textOf(upper, column), textOf(lower, column)];
    if (over !== '') group = over;
    if (under === '' || bareTitle(over) === bareTitle(under)) return { column, title: over };
    return { column, title: over === '' && group === '' ? under : `${over || group} ${under}` };
  }).filter(({ title }) => title !== '');
}

const single = (row: RawRow) =>
  columnsOf(row)
    .map((column) => ({ column, title: textOf(row, column) }))
    .filter(({ title }) => title !== '');

/** Titles are short words of which each names a field; a sentence or a date is none. */
function score(titles: readonly { title: string }[], fieldOf: Naming): number {
  const named = titles.filter(({ title }) => bareTitle(title).length <= 20 && !/^\d+$/.test(bareTitle(title)));
  return new Set(named.map(({ title }) => fieldOf(title)).filter(Boolean)).size;
}

/** The year that the title or the sheet's name says: 「2024年台账」. The day of filling it in is none, and two years say neither. */
function yearIn(rows: readonly RawRow[], sheet: string): number | null {
  const texts = [...rows.flatMap((row) => columnsOf(row).map((column) => textOf(row, column))), sheet];
  const years = texts.flatMap((text) => {
    const plain = text.normalize('NFKC').replace(/\s/g, '');
    if (/^20\d\d$/.test(plain)) return [Number(plain)];
    const whole = [...plain.matchAll(/(?<!\d)(20\d\d)(?:[-—~至到](20\d\d))?年(?!\d+月\d+日)/g)];
    return whole.flatMap(([, from, to]) => [from, to].filter((year) => year !== undefined).map(Number));
  });
  const [year = null, ...others] = new Set(years);
  return others.length === 0 ? year : null;
}

/** The table as somebody points at it. */
export function tableAt(rows: readonly RawRow[], headerRow: number, headerRows: 1 | 2, sheet: string): Table | null {
  const [upper, lower] = [headerRow, headerRow + 1].map((number) => rows.find(({ rowNumber }) => rowNumber === number));
  if (!upper || (headerRows === 2 && !lower)) return null;
  const titles = headerRows === 2 && lower ? joined(upper, lower) : single(upper);
  const year = yearIn(
    rows.filter(({ rowNumber }) => rowNumber < headerRow),
    sheet,
  );
  return { headerRow, headerRows, titles, year };
}

/** The row among the first that names most fields; two rows where together they name more than either alone. */
export function findTable(rows: readonly RawRow[], sheet: string, fieldOf: Naming): Table | null {
  let best: (Table & { score: number }) | null = null;
  for (const [index, row] of rows.slice(0, HEAD_ROWS).entries()) {
    const next = rows[index + 1];
    const above = yearIn(rows.slice(0, index), sheet);
    const one = { headerRow: row.rowNumber, headerRows: 1 as const, titles: single(row), year: above };
    const candidates: Table[] = [one];
    // A title alone in its row stands over the table and is no half of its header.
    if (next?.rowNumber === row.rowNumber + 1 && single(row).length > 1 && score(single(next), fieldOf) > 1)
      candidates.push({ ...one, headerRows: 2, titles: joined(row, next) });
    for (const table of candidates) {
      const points = score(table.titles, fieldOf);
      if (points > (best?.score ?? 1)) best = { ...table, score: points };
    }
  }
  if (!best) return null;
  const { score: _points, ...table } = best;
  return table;
}
