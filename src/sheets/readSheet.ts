import { readApart } from './bookApart.ts';
import type { ReadValue } from './cellIn.ts';
import type { Column } from './column.ts';

export type RowRead = {
  /** as Excel numbers it, so that a person finds the row */
  rowNumber: number;
  /** only the columns that the file has: an absent column is not an empty one */
  values: Record<string, ReadValue>;
  errors: { key: string; sentence: string }[];
};

export type SheetRead = { rows: RowRead[]; unknownColumns: string[]; absentColumns: string[] };

export type TableAsked = {
  columns: readonly Column[];
  maxRows?: number;
  /** A text file will do as well. */
  csv?: boolean;
};

/**
 * The rows of the first sheet whose header we know, read in a process apart. Title rows above it, odd dates and formulas
 * are taken in stride.
 */
export function readSheet(
  file: Buffer,
  { columns, maxRows = 20_000, csv = false, signal }: TableAsked & { signal?: AbortSignal },
): Promise<SheetRead> {
  // Columns of other modules know more of themselves than can leave this process.
  const plain = columns.map(({ key, title, kind, required = false, alsoCalled = [] }) => ({
    ...{ key, title, kind, required, alsoCalled },
  }));
  return readApart<SheetRead>({ do: 'table', file, columns: plain, maxRows, csv }, signal);
}
