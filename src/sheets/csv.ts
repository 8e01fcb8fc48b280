import excel from 'exceljs';
import type { TextKind } from './textKind.ts';

/** The cells of a text file; quoted cells may hold its separator, and line breaks. */
export function csvRows(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  const mark = separator.replace('|', '\\|');
  const cell = new RegExp(`("(?:[^"]|"")*"|[^${mark}\\r\\n]*)(${mark}|\\r?\\n|\\r|$)`, 'gy');
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    const [, raw = '', end = ''] = found;
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw.trim());
    if (end === '') break;
    if (end !== separator) rows.push([]);
  }
  return rows.filter((row) => row.some((each) => each !== ''));
}

export function csvBook(file: Buffer, { encoding, separator }: TextKind): excel.Workbook {
  const book = new excel.Workbook();
  book.addWorksheet('csv').addRows(csvRows(new TextDecoder(encoding).decode(file), separator));
  return book;
}
