import type { Table } from '../sheets/findTable.ts';
import type { LedgerField, WordField } from './ledgerFields.ts';
import type { Mapping } from './mapping.ts';
import type { How } from './matchWords.ts';

/** What is known of a file before it is read through: its sheets, and the table found in each. */
export type Shape = {
  sheets: readonly { name: string; hidden: boolean; lastRow: number | null; table: Table | null; width: number }[];
};

export type RowResult = 'ready' | 'wrong' | 'same' | 'changed' | 'possible';

/** `waiting`: rows that will become disputes when it is applied. */
export type RunCounts = {
  rows: number;
  ready: number;
  wrong: number;
  same: number;
  changed: number;
  possible: number;
  chosen: number;
  applied: number;
  undone: number;
  waiting: number;
};

/** A word of the file, what it is taken for, how it came to that, and in how many rows. Of a colleague also the name. */
export type WordFound = {
  field: WordField;
  word: string;
  ours: string | null;
  how: How;
  rows: number;
  label?: string;
};

/** Found while the rows were read through: what was left out and why, words that mean nothing to us yet. */
export type Findings = {
  empty: number;
  totals: readonly number[];
  headers: readonly number[];
  feet: readonly number[];
  matches: readonly WordFound[];
  /** How many more words there were than are listed. */
  unlisted: number;
  /** Rows with both sides in one cell. */
  both: readonly number[];
  /** Rows that Excel hides, read like any other. */
  hidden: readonly number[];
  /** Rows that speak of violence at home, of children or of sexual harm and are not kept to the named few. */
  sensitive: readonly number[];
};

export type RunState = 'draft' | 'checked' | 'applying' | 'applied' | 'undoing' | 'undone' | 'dropped';

export type RunView = {
  id: string;
  fileName: string;
  fileSize: number;
  state: RunState;
  /** A job of this run is at work now. */
  working: boolean;
  jobId: string | null;
  uploadedAt: string;
  uploadedBy: string | null;
  appliedAt: string | null;
  undoneAt: string | null;
  /** The mapping was changed since the rows were checked. */
  stale: boolean;
  counts: RunCounts;
};

export type ColumnView = { column: number; title: string; samples: string[]; field: LedgerField | '' };

export type RunDetail = RunView & {
  shape: { sheets: { name: string; hidden: boolean; found: boolean }[] };
  mapping: Mapping;
  revision: number;
  columns: ColumnView[];
  findings: Findings;
};

export type RowView = {
  rowNumber: number;
  result: RowResult;
  problems: { title: string; sentence: string }[];
  likeRow: number | null;
  /** The other file that this row stands in, not written yet. */
  likeFile: string | null;
  likeCodes: string[];
  chosen: boolean;
  code: string | null;
  undone: boolean;
};

export const noCounts: RunCounts = {
  rows: 0,
  ready: 0,
  wrong: 0,
  same: 0,
  changed: 0,
  possible: 0,
  chosen: 0,
  applied: 0,
  undone: 0,
  waiting: 0,
};
export const noFindings: Findings = {
  empty: 0,
  totals: [],
  headers: [],
  feet: [],
  matches: [],
  unlisted: 0,
  both: [],
  hidden: [],
  sensitive: [],
};
