import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { refuse } from '../platform/refusal.ts';
import { brokenBook, MOST_ROWS_OF_EXCEL } from './bookSentences.ts';
import { csvStream } from './csvStream.ts';
import { mergesIn, unmerged } from './merges.ts';
import { refuseArchive, refuseOther } from './otherFormats.ts';
import type { RowBook } from './rowBook.ts';
import { spilledTexts } from './spilledTexts.ts';
import { type TextKind, textKind } from './textKind.ts';
import { cellFormats, readSheets, readTexts } from './xlsxParts.ts';
import { type CellTexts, xlsxRows } from './xlsxRows.ts';
import { isZip, openZip, type ZipEntry, type ZipFile } from './zipFile.ts';

function csvBook(file: string | Buffer, kind: TextKind): RowBook {
  const sheets = [{ name: 'CSV', hidden: false }];
  return { sheets, rows: () => csvStream(file, kind), lastRow: async () => null, close: async () => {} };
}

async function lastRowIn(zip: ZipFile, entry: ZipEntry): Promise<number | null> {
  for await (const part of zip.stream(entry)) {
    const ends = /<(?:\w+:)?dimension ref="[^":]{0,20}:[A-Z]+(\d+)"/.exec(part.toString('latin1', 0, 10_000));
    return ends ? Math.min(Number(ends[1]), MOST_ROWS_OF_EXCEL) : null;
  }
  return null;
}

async function xlsxBook(zip: ZipFile): Promise<RowBook> {
  const { sheets, from1904 } = await readSheets(zip);
  const entries = sheets.map(({ path }) => zip.find(path));
  if (entries.length === 0) {
    refuseArchive(zip.entries.map(({ name }) => name));
    refuse('invalid', 'sheetBroken', '这个文件里没有工作表。在 Excel 里打开，另存一次再传。');
  }
  const texts = spilledTexts();
  const formats = await cellFormats(zip);
  await readTexts(zip, texts);
  const means: CellTexts = { texts: texts.at, isDate: (style) => formats[style]?.date ?? false, from1904 };
  return {
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    async *rows(sheet) {
      const entry = entries[sheet];
      if (entry) yield* unmerged(xlsxRows(zip, entry, means), await mergesIn(zip, entry));
    },
    lastRow: async (sheet) => (entries[sheet] ? lastRowIn(zip, entries[sheet]) : null),
    async close() {
      texts.close();
      await zip.close();
    },
  };
}

const PROBE = 1024 * 1024;
const TEXT_PROBE = 65_536;

const startOf = async (file: string | Buffer): Promise<Buffer> =>
  typeof file === 'string' ? buffer(createReadStream(file, { end: PROBE - 1 })) : file.subarray(0, PROBE);

/** Opens what lies at the path or in memory: .xlsx, or a text file in whatever encoding and with whatever marks Excel and WPS write. */
export async function openedBook(file: string | Buffer, mostInflated: number): Promise<RowBook> {
  const start = await startOf(file);
  if (isZip(start)) return xlsxBook(await openZip(file, mostInflated));
  refuseOther(start);
  const kind = textKind(start.subarray(0, TEXT_PROBE));
  if (kind) return csvBook(file, kind);
  return start.toString('latin1', 0, 2) === 'PK'
    ? Promise.reject(brokenBook())
    : refuse('invalid', 'sheetNotExcel', '这不是能读的表格。传 Excel 文件（.xlsx）或 CSV。');
}
