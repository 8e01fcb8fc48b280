import type { Apart } from '../apart/startApart.ts';
import { openReader } from './bookApart.ts';
import type { RawRow } from './xlsxRows.ts';

/** A workbook or text file whose rows are read one after the other, in the memory of one row. */
export type RowBook = {
  sheets: readonly { name: string; hidden: boolean }[];
  rows(sheet: number): AsyncGenerator<RawRow>;
  /** The number of the last row as the file says it; null where it does not. */
  lastRow(sheet: number): Promise<number | null>;
  close(): Promise<void>;
};

/** Time for the texts and styles of the largest ledger, and for each lot of its rows. */
const OPENING_SECONDS = 90;
const LOT_SECONDS = 60;

export type Lot = { rows: RawRow[]; over: boolean };

/** While one lot of rows is worked on here, the next is read there. */
async function* rowsFrom(reader: Apart, sheet: number): AsyncGenerator<RawRow> {
  let ahead = reader.ask<Lot>({ do: 'rows', sheet }, OPENING_SECONDS);
  try {
    for (;;) {
      const { rows, over } = await ahead;
      if (!over) ahead = reader.ask<Lot>({ do: 'more' }, LOT_SECONDS);
      // Its failure is met at the next turn; until then nobody waits for it.
      ahead.catch(() => {});
      yield* rows;
      if (over) return;
    }
  } finally {
    await ahead.catch(() => {});
  }
}

/** Opens what lies at the path, in a process apart that ends with the book, or with its asker. */
export async function openRowBook(path: string, signal?: AbortSignal): Promise<RowBook> {
  const reader = await openReader(signal);
  try {
    const sheets = await reader.ask<RowBook['sheets']>({ do: 'open', path }, OPENING_SECONDS);
    return {
      sheets,
      rows: (sheet) => rowsFrom(reader, sheet),
      lastRow: (sheet) => reader.ask({ do: 'lastRow', sheet }, LOT_SECONDS),
      close: reader.end,
    };
  } catch (error) {
    await reader.end();
    throw error;
  }
}
