import excel from 'exceljs';
import { refuse } from '../platform/refusal.ts';
import type { RawCell } from './cellIn.ts';
import { csvBook } from './csv.ts';
import { refuseArchive, refuseOther } from './otherFormats.ts';
import { textKind } from './textKind.ts';

/** 200 MB unpacked is some million rows; a file that small and unpacks that big was not made by an office. */
const largestUnpacked = 200 * 1024 * 1024;

export async function openBook(file: Buffer, csv = false): Promise<excel.Workbook> {
  refuseOther(file);
  const packed = file.toString('latin1', 0, 2) === 'PK';
  const kind = csv && !packed ? textKind(file) : null;
  if (kind) return csvBook(file, kind);
  if (!packed) refuse('invalid', 'sheetNotExcel', '这不是能读的 Excel 文件（.xlsx）。');
  const { names, unpacked } = directoryOf(file);
  refuseArchive(names);
  if (unpacked > largestUnpacked) refuse('invalid', 'sheetTooBig', '这个文件展开后太大。分成几个文件再传。');
  const book = new excel.Workbook();
  try {
    // exceljs names a Buffer type of its own, older than Node's.
    await book.xlsx.load(file as unknown as Parameters<typeof book.xlsx.load>[0]);
  } catch {
    refuse('invalid', 'sheetBroken', '这个文件打不开，可能没有传完整。在 Excel 里打开，另存一次再传。');
  }
  return book;
}

/** Names and sizes as the archive's own directory declares them; the reader fails on entries that declare less than they hold. */
function directoryOf(file: Buffer): { names: string[]; unpacked: number } {
  const names: string[] = [];
  let unpacked = 0;
  for (let at = file.indexOf('PK\x01\x02'); at !== -1; at = file.indexOf('PK\x01\x02', at + 46)) {
    if (at + 46 > file.length) continue;
    unpacked += file.readUInt32LE(at + 24);
    names.push(file.toString('utf8', at + 46, at + 46 + file.readUInt16LE(at + 28)));
  }
  return { names, unpacked };
}

export type CellRead = { raw: RawCell } | { error: string };

/** What a person sees in the cell: a formula's last result, a link's text, rich text without its looks. */
export function seen(value: excel.CellValue): CellRead {
  if (value === null || value === undefined) return { raw: null };
  if (typeof value !== 'object' || value instanceof Date) return { raw: value };
  if ('error' in value) return { error: `单元格里是错误 ${value.error}` };
  if ('richText' in value) return { raw: value.richText.map(({ text }) => text).join('') };
  if ('hyperlink' in value) return seen(value.text as excel.CellValue);
  if (value.result === undefined) return { error: '公式还没有结果；在 Excel 里打开，保存一次再传' };
  return seen(value.result);
}
