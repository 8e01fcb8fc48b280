import type { Insertable } from 'kysely';
import type { Schema } from './schema.ts';

export type Statement = { readonly sql: string; readonly parameters: readonly unknown[] };
type Row = Readonly<Record<string, unknown>>;

/** By table, columns, what the rows share, and their number: what is recorded again and again is written down once. */
const texts = new Map<string, string>();
const REMEMBERED = 500;

function textOf(table: string, shared: readonly string[], own: readonly string[], rows: number, then: string): string {
  const first = shared.map((_column, at) => `$${at + 1}`);
  const values = Array.from({ length: rows }, (_row, row) => {
    const before = shared.length + row * own.length;
    return `(${[...first, ...own.map((_column, at) => `$${before + at + 1}`)].join(', ')})`;
  });
  const names = [...shared, ...own].map((column) => `"${column}"`).join(', ');
  return `insert into "${table}" (${names}) values ${values.join(', ')}${then === '' ? '' : ` ${then}`}`;
}

/**
 * `insert … values`, the columns being those of the first row; `then` is what follows, such as a constant `on conflict`.
 * What is the same in all rows, such as county and matter, is sent and read once.
 */
export function insertStatement<T extends keyof Schema & string>(
  table: T,
  rows: readonly Insertable<Schema[T]>[],
  then = '',
): Statement {
  const all = rows as readonly Row[];
  const first = all[0] ?? {};
  const columns = Object.keys(first).filter((column) => first[column] !== undefined);
  const isShared = (column: string) => all.length > 1 && all.every((row) => row[column] === first[column]);
  const [shared, own]: [string[], string[]] = [[], []];
  for (const column of columns) (isShared(column) ? shared : own).push(column);
  const parameters = shared.map((column) => first[column]);
  for (const row of all) for (const column of own) parameters.push(row[column]);
  const key = `${table} ${all.length} ${shared.join()} ${own.join()} ${then}`;
  const known = texts.get(key);
  if (known !== undefined) return { sql: known, parameters };
  const sql = textOf(table, shared, own, all.length, then);
  if (texts.size >= REMEMBERED) texts.clear();
  texts.set(key, sql);
  return { sql, parameters };
}
