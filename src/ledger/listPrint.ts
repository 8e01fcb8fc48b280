import type { Printable } from '../documents/printable.ts';
import { dayOf, formatClock, formatDocumentDay } from '../platform/now.ts';
import { cellText } from './cells.ts';
import { type ColumnKey, columnOf, type Layout } from './columns.ts';
import type { LedgerRow } from './views.ts';

/** So many rows are laid out at once: the press never holds more than this, however long the list is. */
export const ROWS_A_PART = 1000;

export type ListSheet = {
  title: string;
  sentence: string;
  end: string;
  part: number;
  parts: number;
  widths: number[];
  columns: string[];
  rows: string[][];
  printedAt: string;
  printedBy: string;
};

type Frame = {
  scope: string;
  sentence: string;
  total: number;
  asOf: Date;
  printedBy: string;
  part: number;
  parts: number;
};

const time = (at: Date): string => `${formatDocumentDay(dayOf(at))} ${formatClock(at)}`;

/** A state is a word on paper: icons and colors stay on the screen. */
const printed = (key: ColumnKey, row: LedgerRow): string =>
  key === 'clock' && row.clock ? `${row.clock.word} ${row.clock.chip}` : cellText(key, row, 'zh');

/** One part of a printed ledger, with a number before each row that goes on through all parts. */
export function listSheet(rows: readonly LedgerRow[], layout: Layout, frame: Frame): Printable<ListSheet> {
  const keys = layout.map(({ key }) => key);
  const before = (frame.part - 1) * ROWS_A_PART;
  return {
    template: 'ledger/list.typ',
    data: {
      title: `台账（${frame.scope}）`,
      sentence: `${frame.sentence}。共 ${frame.total} 件，截至 ${time(frame.asOf)}。`,
      end: `以上共 ${frame.total} 件。`,
      part: frame.part,
      parts: frame.parts,
      widths: [45, ...layout.map(({ key, width }) => width ?? columnOf(key).width)],
      columns: ['序号', ...keys.map((key) => columnOf(key).title.zh)],
      rows: rows.map((row, index) => [String(before + index + 1), ...keys.map((key) => printed(key, row))]),
      printedAt: time(frame.asOf),
      printedBy: frame.printedBy,
    },
  };
}
