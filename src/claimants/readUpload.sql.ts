import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { refuse, refuseField } from '../platform/refusal.ts';
import { findTable } from '../sheets/findTable.ts';
import { openRowBook, type RowBook } from '../sheets/rowBook.ts';
import type { RawRow } from '../sheets/xlsxRows.ts';
import { type ClaimField, claimFieldNames, fieldOfTitle } from './claimColumns.ts';
import { type ClaimSheet, readClaimSheet, SHEET_ROWS } from './claimSheet.ts';

/** Headings, sums and signatures stand around the rows. */
const AROUND = 60;

const chosenIn = (as: string): Map<number, ClaimField> =>
  new Map(
    as.split(',').flatMap((pair) => {
      const [column, name] = pair.split(':');
      const field = claimFieldNames.find((each) => each === name);
      return field ? [[Number(column), field] as const] : [];
    }),
  );

async function rowsOf(book: RowBook, sheet: number): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const row of book.rows(sheet)) {
    rows.push(row);
    if (rows.length > SHEET_ROWS + AROUND)
      refuse('invalid', 'sheetTooLong', `一次最多 ${SHEET_ROWS} 人。分成几个文件，一个一个加。`);
  }
  return rows;
}

/** The first sheet in which a table of people stands. */
async function readBook(book: RowBook, as: string, now: Date): Promise<ClaimSheet> {
  for (const [index, { name, hidden }] of book.sheets.slice(0, 20).entries()) {
    if (hidden) continue;
    const rows = await rowsOf(book, index);
    const table = findTable(rows, name, fieldOfTitle);
    if (table) return readClaimSheet({ sheet: name, table, rows, chosen: chosenIn(as), now });
  }
  return refuse(
    'invalid',
    'sheetHeaderMissing',
    '没找到表头。表头一行要有姓名、身份证号、金额这样的列名，放在前 20 行里。',
  );
}

/** A roster as people sent it: read apart from the server (docs/decisions/0055), and not kept. */
export async function readUpload(
  file: Readable | undefined,
  as: string,
  now: Date,
  signal: AbortSignal,
): Promise<ClaimSheet> {
  if (!file) return refuseField('file', '选一个 Excel 文件再传。');
  const path = join(tmpdir(), `fengqiao-${randomUUID()}`);
  try {
    await pipeline(file, createWriteStream(path, { mode: 0o600 }));
    const book = await openRowBook(path, signal);
    try {
      return await readBook(book, as, now);
    } finally {
      await book.close();
    }
  } finally {
    await rm(path, { force: true });
  }
}
