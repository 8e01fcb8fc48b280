import type { Readable } from 'node:stream';
import type { Engine } from '../disputes/engine.ts';
import type { Actor } from '../platform/actor.ts';
import { command, record } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { refuse } from '../platform/refusal.ts';
import { findTable, HEAD_ROWS, type Table, textOf } from '../sheets/findTable.ts';
import type { RowBook } from '../sheets/rowBook.ts';
import type { RawRow } from '../sheets/xlsxRows.ts';
import type { ColumnView, Shape } from './importViews.ts';
import { fieldOfTitle } from './ledgerFields.ts';
import { guessMapping, type Mapping, type Memory } from './mapping.ts';
import { type Run, readMemory, requireImporter } from './runs.sql.ts';
import { withBook } from './storedBook.ts';

/** Rows that are looked at before anything is decided. */
const LOOKED_AT = HEAD_ROWS + 20;
const MOST_SHEETS = 30;
const SAMPLES = 4;

export async function firstRows(book: RowBook, sheet: number): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const row of book.rows(sheet)) {
    rows.push(row);
    if (rows.length >= LOOKED_AT) break;
  }
  return rows;
}

const below = (rows: readonly RawRow[], { headerRow, headerRows }: Pick<Table, 'headerRow' | 'headerRows'>): RawRow[] =>
  rows.filter(({ rowNumber }) => rowNumber >= headerRow + headerRows);

async function lookThrough(book: RowBook, memory: Memory): Promise<{ shape: Shape; mapping: Mapping }> {
  const looked = [];
  for (const [index, { name, hidden }] of book.sheets.slice(0, MOST_SHEETS).entries()) {
    const rows = await firstRows(book, index);
    const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
    looked.push({
      rows,
      index,
      name,
      hidden,
      width,
      table: findTable(rows, name, fieldOfTitle),
      lastRow: await book.lastRow(index),
    });
  }
  const shape = { sheets: looked.map(({ rows: _rows, index: _index, ...sheet }) => sheet) };
  const best = looked.find(({ table, hidden }) => table && !hidden) ?? looked.find(({ table }) => table);
  if (!best?.table)
    return refuse(
      'invalid',
      'sheetHeaderMissing',
      '没找到表头。表头一行要有登记日期、申请人、类别这样的列名；另存一份，把表头放在前 20 行里再传。',
    );
  return { shape, mapping: guessMapping(best.table, below(best.rows, best.table), best.index, memory) };
}

/** Stores the file, finds sheets and header, and keeps it as a draft that waits for whoever goes on. */
export async function uploadRun(
  engine: Engine,
  actor: Actor,
  file: { name: string; content: Readable },
  { maxBytes, signal }: { maxBytes: number; signal?: AbortSignal },
): Promise<Run> {
  const centerId = requireImporter(actor);
  const { sha256, size } = await engine.files.put(file.content, { maxBytes });
  const memory = await readMemory(engine.db, actor, centerId);
  const { shape, mapping } = await withBook(engine.files, sha256, (book) => lookThrough(book, memory), signal);
  const now = engine.now();
  const values = {
    county_code: actor.countyCode,
    id: newId(now),
    center_id: centerId,
    file_name: file.name.slice(0, 200),
    file_sha256: sha256,
    file_size: size,
    shape: JSON.stringify(shape),
    mapping: JSON.stringify(mapping),
    state: 'draft' as const,
    uploaded_at: now,
    uploaded_by_post_id: actor.postId,
  };
  await command(engine.db, actor, async (tx) => record(tx, tx.insertInto('import_run').values(values)));
  return { countyCode: actor.countyCode, id: values.id, centerId } as Run;
}

/** Long numbers are those of people: whoever maps columns needs their shape only. */
const masked = (text: string): string =>
  text.replace(/\d{7,17}[\dXx]/g, (digits) => digits.slice(0, 3) + '*'.repeat(digits.length - 5) + digits.slice(-2));

/** The columns of the table with their titles and the first cells below. */
export async function columnsOf(
  engine: Engine,
  { sha256, shape, mapping }: Run,
  signal: AbortSignal,
): Promise<ColumnView[]> {
  const rows = await withBook(engine.files, sha256, (book) => firstRows(book, mapping.sheet), signal);
  const table = shape.sheets[mapping.sheet]?.table;
  const data = below(rows, mapping);
  const titles = new Map((table?.titles ?? []).map(({ column, title }) => [column, title]));
  const width = shape.sheets[mapping.sheet]?.width ?? 0;
  return Array.from({ length: width }, (_, column) => {
    const samples = data.map((row) => textOf(row, column)).filter((text) => text !== '');
    return {
      column,
      title: titles.get(column) ?? '',
      samples: [...new Set(samples)].slice(0, SAMPLES).map((text) => masked(text).slice(0, 40)),
      field: mapping.columns[String(column)] ?? ('' as const),
    };
  }).filter(({ title, samples }) => title !== '' || samples.length > 0);
}
