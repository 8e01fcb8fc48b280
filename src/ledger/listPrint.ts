import type { Printable } from '../documents/printable.ts';
import { dayOf, formatClock, formatDocumentDay } from '../platform/now.ts';
import { cellText } from './cells.ts';
import { type ColumnKey, columnOf, FIRST, type Layout } from './columns.ts';
import type { LedgerRow } from './views.ts';

/** So many rows are laid out at once: the press never holds more than this, however long the list is. */
export const ROWS_A_PART = 1000;

export type ListSheet = {
  title: string;
  sentence: string;
  end: string;
  part: number;
  parts: number;
  /** Side by side they are the whole list: more columns than one sheet is wide go onto the next. */
  bands: { widths: number[]; columns: string[]; rows: string[][] }[];
  printedAt: string;
  printedBy: string;
};

/** What a sheet is wide, in the pixels in which widths are chosen: narrower, a date would break in two. */
const SHEET_WIDTH = 1320;
const NUMBER_WIDTH = 45;
type Band = { key: ColumnKey; width: number }[];

/** The columns in as many sheets as they need; each begins with the code, so that the sheets can be laid side by side. */
export function bandsOf(layout: Layout): Band[] {
  const all = layout.map(({ key, width }) => ({ key, width: width ?? columnOf(key).width }));
  const [code, ...rest] = [...all.filter(({ key }) => key === FIRST), ...all.filter(({ key }) => key !== FIRST)];
  const room = SHEET_WIDTH - NUMBER_WIDTH;
  const bands: Band[] = [];
  let band: Band = code ? [code] : [];
  let used = code?.width ?? 0;
  for (const { key, width } of rest) {
    const taken = Math.min(width, room - (code?.width ?? 0));
    if (used + taken > room) {
      bands.push(band);
      band = code ? [code] : [];
      used = code?.width ?? 0;
    }
    band.push({ key, width: taken });
    used += taken;
  }
  return [...bands, band];
}

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
  const bands = bandsOf(layout);
  const before = (frame.part - 1) * ROWS_A_PART;
  return {
    template: 'ledger/list.typ',
    data: {
      title: `台账（${frame.scope}）`,
      sentence: `${frame.sentence}。共 ${frame.total} 件，截至 ${time(frame.asOf)}。${
        bands.length > 1 ? `一张纸放不下这些列，分成 ${bands.length} 幅，每幅都有编号，可以并排看。` : ''
      }`,
      end: `以上共 ${frame.total} 件。`,
      part: frame.part,
      parts: frame.parts,
      bands: bands.map((band) => ({
        widths: [NUMBER_WIDTH, ...band.map(({ width }) => width)],
        columns: ['序号', ...band.map(({ key }) => columnOf(key).title.zh)],
        rows: rows.map((row, index) => [String(before + index + 1), ...band.map(({ key }) => printed(key, row))]),
      })),
      printedAt: time(frame.asOf),
      printedBy: frame.printedBy,
    },
  };
}
