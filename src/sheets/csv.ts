import excel from 'exceljs';

/** The cells of a text file with commas or tabs between them; quoted cells may hold both, and line breaks. */
export function csvRows(text: string): string[][] {
  const separator = (text.split('\n', 1)[0] ?? '').includes('\t') ? '\t' : ',';
  const rows: string[][] = [[]];
  const cell = new RegExp(`("(?:[^"]|"")*"|[^${separator}\\r\\n]*)(${separator}|\\r?\\n|\\r|$)`, 'gy');
  for (let found = cell.exec(text); found; found = cell.exec(text)) {
    const [, raw = '', end = ''] = found;
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw.trim());
    if (end === '') break;
    if (end !== separator) rows.push([]);
  }
  return rows.filter((row) => row.some((each) => each !== ''));
}

/** Excel in Chinese saves its text files in GB18030, everything else in UTF-8. */
function textOf(file: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('gb18030').decode(file);
  }
}

export const isText = (file: Buffer): boolean => file.length > 0 && !file.includes(0);

export function csvBook(file: Buffer): excel.Workbook {
  const book = new excel.Workbook();
  book.addWorksheet('csv').addRows(csvRows(textOf(file)));
  return book;
}
