import { refuse } from '../platform/refusal.ts';
import { type CsvKind, csvKind, csvStream } from './csvStream.ts';
import { spilledTexts } from './spilledTexts.ts';
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

function csvBook(path: string, kind: CsvKind): RowBook {
  const sheets = [{ name: 'CSV', hidden: false }];
  return { sheets, rows: () => csvStream(path, kind), lastRow: async () => null, close: async () => {} };
}

async function xlsxBook(zip: ZipFile): Promise<RowBook> {
  if (zip.entries.reduce((sum, { size }) => sum + size, 0) > MOST_UNPACKED)
    refuse('invalid', 'sheetTooBig', '这个文件展开后太大。分成几个文件再传。');
  const { sheets, from1904 } = await readSheets(zip);
  const entries = sheets.map(({ path }) => zip.find(path));
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

/** Opens what lies at the path: .xlsx, or a text file with commas or tabs in UTF-8 or GB18030. */
export async function openRowBook(path: string): Promise<RowBook> {
  const zip = await openZip(path).catch(() => null);
  if (zip)
    return xlsxBook(zip).catch(async (error: unknown) => {
      await zip.close();
      throw error;
    });
  const kind = await csvKind(path);
  if (kind) return csvBook(path, kind);
  return refuse(
    'invalid',
    'sheetNotExcel',
    '这不是能读的 Excel 文件。老格式（.xls）和加了密码的文件，在 Excel 里另存为不带密码的 .xlsx 再传。',
  );
}
