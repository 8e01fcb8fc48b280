import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { MOST_COLUMNS, type RawRow } from './xlsxRows.ts';

const PROBE = 65_536;

export type CsvKind = { encoding: 'utf-8' | 'gb18030'; separator: string };

/** Excel in Chinese saves its text files in GB18030, everything else in UTF-8. Null: no text file. */
export async function csvKind(path: string): Promise<CsvKind | null> {
  const file = await open(path, 'r');
  const buffer = Buffer.alloc(PROBE);
  const { bytesRead } = await file.read(buffer, 0, PROBE, 0);
  await file.close();
  const start = buffer.subarray(0, bytesRead);
  if (bytesRead === 0 || start.includes(0)) return null;
  const readAs = (encoding: CsvKind['encoding']) =>
    // The probe may end in the middle of a character.
    new TextDecoder(encoding, { fatal: true }).decode(start, { stream: true });
  let text: string;
  let encoding: CsvKind['encoding'] = 'utf-8';
  try {
    text = readAs('utf-8');
  } catch {
    encoding = 'gb18030';
    text = new TextDecoder('gb18030').decode(start);
  }
  const count = (mark: string) => text.split(mark).length;
  return { encoding, separator: count('\t') > count(',') ? '\t' : ',' };
}

/** The rows of a text file, character by character as quotes may hold both separators and line ends. */
export async function* csvStream(path: string, { encoding, separator }: CsvKind): AsyncGenerator<RawRow> {
  const decoder = new TextDecoder(encoding);
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let closed = false;
  let rowNumber = 0;
  const done = (): RawRow => {
    cells.push(cell);
    const row = {
      rowNumber: ++rowNumber,
      cells: cells.slice(0, MOST_COLUMNS).map((text) => (text.trim() === '' ? undefined : { raw: text.trim() })),
    };
    cells = [];
    cell = '';
    closed = false;
    return row;
  };
  for await (const part of createReadStream(path)) {
    const text = decoder.decode(part as Buffer, { stream: true }).replaceAll('\r\n', '\n');
    for (const character of text) {
      if (quoted) {
        if (character === '"') [quoted, closed] = [false, true];
        else cell += character;
      } else if (character === '"' && (cell === '' || closed)) {
        if (closed) cell += '"';
        quoted = true;
      } else if (character === separator) {
        cells.push(cell);
        cell = '';
        closed = false;
      } else if (character === '\n') yield done();
      else if (character !== '\r') cell += character;
    }
  }
  if (cell !== '' || cells.length > 0) yield done();
}
