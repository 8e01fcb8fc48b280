import { open } from 'node:fs/promises';
import { refuse } from '../platform/refusal.ts';
import { csvStream } from './csvStream.ts';
import { refuseArchive, refuseOther } from './otherFormats.ts';
import { spilledTexts } from './spilledTexts.ts';
import { type TextKind, textKind } from './textKind.ts';
import { dateStyles, partText, readSheets, readTexts } from './xlsxParts.ts';
import { type CellTexts, mergesIn, type RawRow, unmerged, xlsxRows } from './xlsxRows.ts';
import { openZip, type ZipFile } from './zipFile.ts';

/** A workbook or text file whose rows are read one after the other, in the memory of one row. */
export type RowBook = {
  sheets: readonly { name: string; hidden: boolean }[];
  rows(sheet: number): AsyncGenerator<RawRow>;
  /** The number of the last row as the file says it; null where it does not. */
  lastRow(sheet: number): Promise<number | null>;
  close(): Promise<void>;
};

const MOST_UNPACKED = 2 ** 30;

function csvBook(path: string, kind: TextKind): RowBook {
  const sheets = [{ name: 'CSV', hidden: false }];
  return { sheets, rows: () => csvStream(path, kind), lastRow: async () => null, close: async () => {} };
}

async function xlsxBook(zip: ZipFile): Promise<RowBook> {
  if (zip.entries.reduce((sum, { size }) => sum + size, 0) > MOST_UNPACKED)
    refuse('invalid', 'sheetTooBig', '这个文件展开后太大。分成几个文件再传。');
  const { sheets, from1904 } = await readSheets(zip);
  const entries = sheets.map(({ path }) => zip.find(path));
  if (entries.length === 0) refuseArchive(zip.entries.map(({ name }) => name));
  if (entries.length === 0) refuse('invalid', 'sheetBroken', '这个文件里没有工作表。在 Excel 里打开，另存一次再传。');
  const texts = spilledTexts();
  const dates = dateStyles(await partText(zip, 'xl/styles.xml'));
  await readTexts(zip, texts);
  const means: CellTexts = { texts: texts.at, isDate: (style) => dates[style] ?? false, from1904 };
  return {
    sheets: sheets.map(({ name, hidden }) => ({ name, hidden })),
    async *rows(sheet) {
      const entry = entries[sheet];
      if (!entry) return;
      yield* unmerged(xlsxRows(zip, entry, means), await mergesIn(zip, entry));
    },
    async lastRow(sheet) {
      const entry = entries[sheet];
      if (!entry) return null;
      for await (const part of zip.stream(entry)) {
        const ends = /<(?:\w+:)?dimension ref="[^":]*:[A-Z]+(\d+)"/.exec((part as Buffer).toString('latin1'));
        return ends ? Number(ends[1]) : null;
      }
      return null;
    },
    async close() {
      texts.close();
      await zip.close();
    },
  };
}

const PROBE = 1024 * 1024;
const TEXT_PROBE = 65_536;

async function startOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  const buffer = Buffer.alloc(PROBE);
  const { bytesRead } = await file.read(buffer, 0, PROBE, 0);
  await file.close();
  return buffer.subarray(0, bytesRead);
}

/** Opens what lies at the path: .xlsx, or a text file in whatever encoding and with whatever marks Excel and WPS write. */
export async function openRowBook(path: string): Promise<RowBook> {
  const zip = await openZip(path).catch(() => null);
  if (zip)
    return xlsxBook(zip).catch(async (error: unknown) => {
      await zip.close();
      throw error;
    });
  const start = await startOf(path);
  refuseOther(start);
  const kind = textKind(start.subarray(0, TEXT_PROBE));
  return kind
    ? csvBook(path, kind)
    : refuse('invalid', 'sheetNotExcel', '这不是能读的表格。传 Excel 文件（.xlsx）或 CSV。');
}
