import type { FigureFilter } from './figure.ts';
import type { Measure, Rate } from './measures.ts';
import type { PeriodKind } from './period.ts';
import type { ReportAsk, ReportKind } from './reportAsk.ts';

/** A number with everything that opens it: what was counted, of which, from when to when, as of when. */
export type CellView = {
  what: Measure | Rate;
  filter: FigureFilter;
  span: 'this' | 'former';
  unit: string;
  /** null: cannot be answered, and `why`. Of a rate the numerator; yuan with their cents. */
  value: number | null;
  denominator?: number;
  /** Of the denominator, still undecided: the rate may change. */
  undecided?: number;
  why?: string;
};

export type RowView = { name: string; text: string | null; cells: CellView[] };
export type TableView = { title: string; note: string | null; compared: boolean; columns: string[]; rows: RowView[] };
export type SpanView = { from: string; to: string; asOf: string; title: string };

export type ReportView = {
  kind: ReportKind;
  period: PeriodKind;
  ask: ReportAsk;
  place: string;
  asOf: string;
  underWay: boolean;
  spans: { this: SpanView; former: SpanView };
  tables: TableView[];
  /** Some of what is counted is restricted, and listed for the named only. */
  hidden: boolean;
  /** Disputes of an old ledger that are over and have no day of ending: in no period's endings. */
  undated: number;
  /** Disputes whose newest change is still to be added to the figures. */
  waiting: number;
};

export type FigureListRow = {
  code: string;
  codeShort: string;
  title: string;
  category: string;
  place: string;
  unit: string;
  statusLabel: string;
  restricted: boolean;
  at: string;
  value: number;
};

export type VisitListRow = {
  id: string;
  at: string;
  center: string;
  services: string[];
  headCount: number;
  /** The dispute that came of it, where the reader may know it. */
  code: string | null;
};

export type FigureList = {
  what: Measure;
  title: string;
  text: string;
  unit: string;
  named: { name: string; words: string }[];
  place: string;
  from: string;
  to: string;
  asOf: string;
  /** What the figure says, and how many rows it has; `hidden` of them are not listed. */
  value: number;
  total: number;
  hidden: number;
  disputes: FigureListRow[];
  visits: VisitListRow[];
  next: string | null;
};
