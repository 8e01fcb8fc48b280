import { refuse } from './refusal.ts';

function element(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return listOf(value);
  const text = wireValue(value) ?? '';
  return /["\\]/.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`;
}

const isNumber = (value: unknown): boolean => typeof value === 'number';
const listOf = (values: readonly unknown[]): string =>
  `{${(values.every(isNumber) ? values : values.map(element)).join(',')}}`;

/** No text of the database holds it: whatever way it came in, it is refused in a sentence and nothing is kept. */
function storable(text: string): string {
  if (text.includes('\0')) refuse('invalid', 'unreadableText', '里面有读不出来的字符，没有保存。删掉重写。');
  return text;
}

/** A value as PostgreSQL reads it as text: times as moments, lists as arrays, anything else that is an object as JSON. */
export function wireValue(value: unknown): string | null {
  if (typeof value === 'string') return storable(value);
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  return Array.isArray(value) ? listOf(value) : JSON.stringify(value);
}
