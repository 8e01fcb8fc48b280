import { refuseField } from './refusal.ts';

/** Where a list goes on: the sort values of its last row, as one opaque word for the address bar. */
export function cursorOf(...values: readonly (string | Date)[]): string {
  const texts = values.map((value) => (value instanceof Date ? value.toISOString() : value));
  return Buffer.from(JSON.stringify(texts)).toString('base64url');
}

/** The values of a cursor, exactly `count` of them; anything else is refused as a field named `after`. */
export function readCursor(cursor: string, count: number): string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(values) && values.length === count && values.every((value) => typeof value === 'string'))
      return values;
  } catch {}
  return refuseField('after', '翻页的位置不对，从头再看。');
}
