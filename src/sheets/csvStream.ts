import { createReadStream } from 'node:fs';
import { MOST_IN_CELL, MOST_IN_ROW, tooLongCell, tooLongRow } from './bookSentences.ts';
import { MOST_COLUMNS } from './references.ts';
import type { TextKind } from './textKind.ts';
import type { RawRow } from './xlsxRows.ts';

/** The rows of a text file, character by character as quotes may hold both separators and line ends. */
export async function* csvStream(file: string | Buffer, { encoding, separator }: TextKind): AsyncGenerator<RawRow> {
  const decoder = new TextDecoder(encoding);
  let cells: string[] = [];
  let cell = '';
  let [quoted, closed] = [false, false];
  let [rowNumber, letters] = [0, 0];
  const done = (): RawRow => {
    cells.push(cell);
    const row = {
      rowNumber: ++rowNumber,
      cells: cells.slice(0, MOST_COLUMNS).map((text) => (text.trim() === '' ? undefined : { raw: text.trim() })),
    };
    cells = [];
    cell = '';
    closed = false;
    letters = 0;
    return row;
  };
  for await (const part of typeof file === 'string' ? createReadStream(file) : [file]) {
    const text = decoder.decode(part as Buffer, { stream: true }).replaceAll('\r\n', '\n');
    for (const character of text) {
      if (++letters > MOST_IN_ROW) tooLongRow(rowNumber + 1);
      if (cell.length > MOST_IN_CELL) tooLongCell(rowNumber + 1);
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
