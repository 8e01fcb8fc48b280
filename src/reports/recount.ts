import type { CellView, ReportView } from './reportView.ts';

export type Difference = { table: string; row: string; column: string; before: string; after: string };
export type Recount = { asOf: string; differences: Difference[] };

export const yuan = (value: number): string => value.toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

const said = (value: number): string => value.toLocaleString('en-US');

/** A rate with its two numbers, money with cents, and in words what cannot be answered. */
export function cellText({ value, denominator, unit, why }: CellView): string {
  if (value === null) return why ?? '—';
  if (denominator !== undefined)
    return denominator === 0
      ? `—（${value}/0）`
      : `${((value / denominator) * 100).toFixed(1)}%（${said(value)}/${said(denominator)}）`;
  return unit === '元' ? yuan(value) : said(value);
}

/** Behind a rate whose denominator holds what is not over yet; nothing for any other figure. */
export const provisionalText = ({ undecided }: CellView): string =>
  undecided === undefined ? '' : `暂时的，其中${undecided.toLocaleString('en-US')}件还在办`;

/** By how much a figure differs from the former period's; a rate in points. */
export function changeText(now: CellView, former: CellView): string {
  if (now.value === null || former.value === null) return '—';
  if (now.denominator !== undefined) {
    if (now.denominator === 0 || !former.denominator) return '—';
    const points = (now.value / now.denominator - former.value / former.denominator) * 100;
    return Math.abs(points) < 0.05 ? '不变' : `${points > 0 ? '高' : '低'}${Math.abs(points).toFixed(1)}个百分点`;
  }
  const difference = now.value - former.value;
  if (difference === 0) return '不变';
  const size = now.unit === '元' ? yuan(Math.abs(difference)) : Math.abs(difference).toLocaleString('en-US');
  return `${difference > 0 ? '多' : '少'}${size}`;
}

/** What a report says otherwise when it is counted again as of the same moment. */
export function differencesOf(kept: ReportView, again: ReportView): Difference[] {
  return kept.tables.flatMap((table, at) =>
    table.rows.flatMap((row, line) =>
      row.cells.flatMap((cell, index): Difference[] => {
        const other = again.tables[at]?.rows[line]?.cells[index];
        const [was, is] = [cellText(cell), other ? cellText(other) : '—'];
        const column = table.columns[index] ?? '';
        return was === is ? [] : [{ table: table.title, row: row.name, column, before: was, after: is }];
      }),
    ),
  );
}
