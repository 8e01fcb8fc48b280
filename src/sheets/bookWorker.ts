import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { answerApart } from '../apart/answerApart.ts';
import { Refusal } from '../platform/refusal.ts';
import { brokenBook, MOST_INFLATED, MOST_LETTERS, tooBig } from './bookSentences.ts';
import type { FilledCell } from './filledCell.ts';
import type { FormGrid } from './formGrid.ts';
import type { Mark, MarkPlan } from './markBook.ts';
import { openedBook } from './openedBook.ts';
import type { TableAsked } from './readSheet.ts';
import type { Lot, RowBook } from './rowBook.ts';
import type { RawRow } from './xlsxRows.ts';

type Asked =
  | { do: 'open'; path: string }
  | { do: 'rows'; sheet: number }
  | { do: 'more' }
  | { do: 'lastRow'; sheet: number }
  | ({ do: 'table'; file: Buffer } & Required<TableAsked>)
  | { do: 'form'; kind: FormGrid['kind']; file: Buffer }
  | { do: 'fill'; kind: FormGrid['kind']; file: Buffer; cells: FilledCell[] }
  | { do: 'mark'; path: string; plan: Omit<MarkPlan, 'marks'>; marks: string; into: string };

const ROWS_A_LOT = 500;
const LETTERS_A_LOT = 1_000_000;

const open: { book?: RowBook; rows?: AsyncGenerator<RawRow>; letters: number } = { letters: 0 };

const lettersIn = ({ cells }: RawRow): number =>
  cells.reduce((sum, cell) => sum + (cell && 'raw' in cell && typeof cell.raw === 'string' ? cell.raw.length : 8), 0);

/** The next rows: so many, or so many letters, that neither this process nor the server holds more at once. */
async function lot(): Promise<Lot> {
  const rows: RawRow[] = [];
  let letters = 0;
  while (rows.length < ROWS_A_LOT && letters < LETTERS_A_LOT) {
    const next = await open.rows?.next();
    if (!next || next.done) return { rows, over: true };
    rows.push(next.value);
    letters += lettersIn(next.value);
  }
  open.letters += letters;
  if (open.letters > MOST_LETTERS) tooBig();
  return { rows, over: false };
}

async function* marksIn(path: string): AsyncGenerator<Mark> {
  for await (const line of createInterface({ input: createReadStream(path) })) yield JSON.parse(line) as Mark;
}

async function mark({ path, plan, marks, into }: Extract<Asked, { do: 'mark' }>): Promise<void> {
  const { markedBook, markedCsv } = await import('./markBook.ts');
  const its = { ...plan, marks: marksIn(marks) };
  const book = await openedBook(path, MOST_INFLATED);
  const text = book.sheets.length === 1 && book.sheets[0]?.name === 'CSV';
  const made = text ? markedCsv(book.rows(0), its) : markedBook(path, its);
  await pipeline(Readable.from(made, { objectMode: false }), createWriteStream(into, { mode: 0o600 }));
  await book.close();
}

// exceljs and the like are loaded only where they are needed: a reader is started for each file.
const works: { [Do in Asked['do']]: (asked: Extract<Asked, { do: Do }>) => Promise<unknown> } = {
  async open({ path }) {
    open.book = await openedBook(path, MOST_INFLATED);
    return open.book.sheets;
  },
  async rows({ sheet }) {
    await open.rows?.return(undefined);
    open.rows = open.book?.rows(sheet) as AsyncGenerator<RawRow>;
    return lot();
  },
  more: lot,
  lastRow: async ({ sheet }) => open.book?.lastRow(sheet) ?? null,
  table: async ({ file, ...asked }) => (await import('./readTable.ts')).readTable(Buffer.from(file), asked),
  async form({ kind, file }) {
    if (kind === 'xlsx') return (await import('./readBookForm.ts')).readBookForm(Buffer.from(file));
    return (await import('./docxForm.ts')).readDocxForm(Buffer.from(file));
  },
  async fill({ kind, file, cells }) {
    if (kind === 'xlsx') return (await import('./fillBook.ts')).fillBook(Buffer.from(file), cells);
    return (await import('./docxForm.ts')).fillDocx(Buffer.from(file), cells);
  },
  mark,
};

answerApart(async (asked: Asked) => {
  try {
    return await works[asked.do](asked as never);
  } catch (error) {
    // What the file made fail is the file's matter: one that no reader understands is not a bug of ours.
    throw error instanceof Refusal ? error : brokenBook();
  }
});
