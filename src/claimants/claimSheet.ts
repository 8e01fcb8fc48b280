import { type Table, textOf } from '../sheets/findTable.ts';
import type { RawRow } from '../sheets/xlsxRows.ts';
import { spokenMoney } from '../ui/money.ts';
import { checkClaimant, twins } from './checkClaimant.ts';
import { type ClaimantInput, claimOf } from './claimant.ts';
import { type ClaimColumn, type ClaimField, columnsOf, isItem } from './claimColumns.ts';
import { amountIn, type ClaimLine, lineKind, readClaimLine } from './readClaimLine.ts';

/** A row of the preview: what was read, what has to be mended, what should be known, and who has it already. */
export type PreviewRow = {
  rowNumber: number;
  claimant: ClaimantInput;
  problems: Record<string, string>;
  warnings: Record<string, string>;
  /** On the list already, by the number of the paper or by name and phone. */
  knownPartyId: string | null;
};

export type ClaimSheet = {
  sheet: string;
  headerRow: number;
  columns: (ClaimColumn & { samples: string[] })[];
  rows: PreviewRow[];
  /** The sum at the end, as the sheet says it, beside what the rows come to. */
  total: { rowNumber: number; statedCents: number; sumCents: number } | null;
  leftOut: number[];
};

export const SHEET_ROWS = 500;

/** Items that do not come to the row's own sum; a sum without items is the claim, of whatever it is made up. */
function settleSum(line: ClaimLine): ClaimLine {
  const { claimant, stated, problems } = line;
  if (stated === null || problems.items !== undefined) return line;
  if (claimant.items.length === 0)
    return { ...line, claimant: { ...claimant, items: [{ kind: 'other', cents: stated }] } };
  const sum = claimOf(claimant.items);
  if (sum === stated) return line;
  const items = `各项加起来${spokenMoney(sum)}，合计写的是${spokenMoney(stated)}，看哪个对。`;
  return { ...line, problems: { ...problems, items } };
}

/** Each row by itself, and among the others: one person twice in a list is one too many. */
export function checkLines(lines: readonly Omit<ClaimLine, 'stated'>[], now: Date): PreviewRow[] {
  const doubled = twins(lines.map(({ claimant }) => claimant));
  return lines.map(({ rowNumber, claimant, problems }, index) => {
    const { problems: found, warnings } = checkClaimant(claimant, now);
    const first = doubled.get(index);
    const twice = first === undefined ? {} : { idNumber: `和第 ${lines[first]?.rowNumber} 行是同一个人。` };
    return { rowNumber, claimant, problems: { ...found, ...twice, ...problems }, warnings, knownPartyId: null };
  });
}

type Asked = {
  sheet: string;
  table: Table;
  rows: readonly RawRow[];
  chosen: ReadonlyMap<number, ClaimField>;
  now: Date;
};

const shortened = (text: string): string =>
  text.replace(/\d{7,17}[\dXx]/g, (digits) => `${digits.slice(0, 3)}…${digits.slice(-2)}`).slice(0, 30);

/** A workbook as people made it, read as a roster; nothing is written, and what was not understood is said by row. */
export function readClaimSheet({ sheet, table, rows, chosen, now }: Asked): ClaimSheet {
  const below = rows.filter(({ rowNumber }) => rowNumber >= table.headerRow + table.headerRows);
  const columns = columnsOf(table, below, chosen);
  const lines: ClaimLine[] = [];
  const leftOut: number[] = [];
  let stated: { rowNumber: number; cents: number } | null = null;
  const sums = columns.filter(({ field }) => field === 'total');
  const sumColumns = sums.length > 0 ? sums : columns.filter(({ field }) => field !== null && isItem(field));
  for (const row of below) {
    const kind = lineKind(row, columns);
    if (kind === 'row') lines.push(settleSum(readClaimLine(row, columns)));
    else if (kind !== 'empty') leftOut.push(row.rowNumber);
    if (kind !== 'total') continue;
    const cents = readTotal(row, sumColumns);
    if (cents !== null) stated = { rowNumber: row.rowNumber, cents };
  }
  const sumCents = lines.reduce((sum, { claimant }) => sum + claimOf(claimant.items), 0);
  return {
    ...{ sheet, headerRow: table.headerRow, leftOut, rows: checkLines(lines, now) },
    columns: columns.map((each) => {
      const texts = below.map((row) => textOf(row, each.column)).filter((text) => text !== '');
      return { ...each, samples: [...new Set(texts)].slice(0, 3).map(shortened) };
    }),
    total: stated && { rowNumber: stated.rowNumber, statedCents: stated.cents, sumCents },
  };
}

/** What the last line says in all: the sum of its sums. */
function readTotal(row: RawRow, columns: readonly ClaimColumn[]): number | null {
  const amounts = columns.flatMap((column) => {
    const read = amountIn(row, column);
    return 'cents' in read && read.cents !== null ? [read.cents] : [];
  });
  return amounts.length === 0 ? null : amounts.reduce((sum, cents) => sum + cents, 0);
}
