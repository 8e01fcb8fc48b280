import type { Insertable } from 'kysely';
import type { Schema } from './schema.ts';

export type Statement = { readonly sql: string; readonly parameters: readonly unknown[] };

/** By table, columns and number of rows: what is recorded again and again is written down once. */
const texts = new Map<string, string>();
const REMEMBERED = 500;

function textOf(table: string, columns: readonly string[], rows: number, then: string): string {
  const values = Array.from(
    { length: rows },
    (_row, row) => `(${columns.map((_column, column) => `$${row * columns.length + column + 1}`).join(', ')})`,
  );
  const names = columns.map((column) => `"${column}"`).join(', ');
  return `insert into "${table}" (${names}) values ${values.join(', ')}${then === '' ? '' : ` ${then}`}`;
}

/** `insert … values`, the columns being those of the first row; `then` is what follows, such as a constant `on conflict`. */
export function insertStatement<T extends keyof Schema & string>(
  table: T,
  rows: readonly Insertable<Schema[T]>[],
  then = '',
): Statement {
  const first = (rows[0] ?? {}) as Record<string, unknown>;
  const columns = Object.keys(first).filter((column) => first[column] !== undefined);
  const parameters: unknown[] = [];
  for (const row of rows) for (const column of columns) parameters.push((row as Record<string, unknown>)[column]);
  const key = `${table} ${rows.length} ${columns.join()} ${then}`;
  const known = texts.get(key);
  if (known !== undefined) return { sql: known, parameters };
  const sql = textOf(table, columns, rows.length, then);
  if (texts.size >= REMEMBERED) texts.clear();
  texts.set(key, sql);
  return { sql, parameters };
}
