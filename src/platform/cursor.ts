import { isDay } from './now.ts';
import { refuseField } from './refusal.ts';

/** Where a list goes on: the sort values of its last row, as one opaque word for the address bar. */
export function cursorOf(...values: readonly (string | Date)[]): string {
  const texts = values.map((value) => (value instanceof Date ? value.toISOString() : value));
  return Buffer.from(JSON.stringify(texts)).toString('base64url');
}

const id = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64})$/;
/** As we write a moment, and as the database writes one in a text. */
const moment = /^(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?(Z|[+-][01]\d(:?[0-5]\d)?)$/;
const MOST = 2n ** 63n;

const parts = {
  id: (text: string) => id.test(text),
  word: (text: string) => text.length <= 200 && !text.includes('\0'),
  time: (text: string) => /^-?infinity$/.test(text) || isDay(moment.exec(text)?.[1] ?? ''),
  number: (text: string) => /^-?\d{1,19}$/.test(text) && BigInt(text) < MOST && BigInt(text) >= -MOST,
} as const;
export type CursorPart = keyof typeof parts;

export const isCursorPart = (value: unknown, part: CursorPart): value is string =>
  typeof value === 'string' && parts[part](value);

/** The values of a cursor, each of its kind; anything else is refused as a field named `after`. */
export function readCursor(cursor: string, ...wanted: readonly CursorPart[]): string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(values) &&
      values.length === wanted.length &&
      wanted.every((part, at) => isCursorPart(values[at], part))
    )
      return values;
  } catch {}
  return refuseField('after', '翻页的位置不对，从头再看。');
}
