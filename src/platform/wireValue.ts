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

/** A value as PostgreSQL reads it as text: times as moments, lists as arrays, anything else that is an object as JSON. */
export function wireValue(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  return Array.isArray(value) ? listOf(value) : JSON.stringify(value);
}
