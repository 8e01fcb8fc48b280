import type { PauseGround } from '../deadlines/clockRule.ts';
import type { ClockView } from '../deadlines/clockView.ts';
import type { BoardFilter, BoardSort, BoardState, BoardTab } from './boardInput.ts';

export type BoardTotals = {
  open: number;
  late: number;
  lateRate: { numerator: number; denominator: number };
  soon: number;
  dueToday: number;
  threeDays: number;
  paused: { all: number; grounds: Record<PauseGround, number> };
  others: { party: number; other: number };
  tookOver: number;
  /** null in rows by clock: it is the dispute that is struck off. */
  struckOff: number | null;
  /** code and title are null when the reader may not know which one it is. */
  oldestLate: { days: number; code: string | null; codeShort: string | null; title: string | null } | null;
  notices: { level: number; count: number }[];
  waiting: number;
  /** Late at the ends of the past weeks, oldest first; the last is now. */
  weeks: number[];
  /** Counted here, listed for the named only. */
  hidden: number;
};

export type BoardRow = BoardTotals & {
  key: string;
  name: string;
  /** The region that opens below this row; null where there is nothing below. */
  drill: string | null;
  /** Too few to be ranked by a rate. */
  small: boolean;
};

export type Definition = { term: string; text: string };

export type Board = {
  asOf: string;
  place: string;
  by: BoardTab;
  sort: BoardSort;
  filter: BoardFilter;
  /** The filters in words. */
  named: Partial<Record<keyof BoardFilter, string>>;
  smallNumber: number;
  rows: BoardRow[];
  totals: BoardTotals;
  definitions: Definition[];
  /** Weeks that the sheet can be printed for, newest first. */
  weeks: { id: string; from: string; to: string }[];
};

export type BoardMatter = {
  code: string;
  codeShort: string;
  title: string;
  category: string;
  place: string;
  unitId: string;
  unit: string;
  handler: string | null;
  restricted: boolean;
  clock: ClockView | null;
  /** Other clocks of the same dispute in the same state. */
  more: number;
  /** Whole days over the limit; 0 within the first, null when not over. */
  daysLate: number | null;
  noticeLevel: number;
  openedAt: string;
};

export type BoardMatters = {
  asOf: string;
  place: string;
  state: BoardState;
  filter: BoardFilter;
  /** The filters in words. */
  named: Partial<Record<keyof BoardFilter, string>>;
  /** What the figure says; `hidden` of them are not listed. */
  total: number;
  hidden: number;
  rows: BoardMatter[];
  next: string | null;
};
