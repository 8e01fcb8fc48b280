export const placeholders = ['内容', '编号', '中心', '电话', '查询'] as const;
export type Placeholder = (typeof placeholders)[number];
export type Values = Readonly<Record<Placeholder, string>>;

const hole = /\{([^{}]*)\}/g;
const optional = /\[\[([^[\]]*)\]\]/g;

/** Names in braces that nobody fills, as they stand in the text. */
export function unknownPlaceholders(text: string): string[] {
  const names = [...text.matchAll(hole)].map(([, name = '']) => name);
  return [...new Set(names.filter((name) => !(placeholders as readonly string[]).includes(name)))];
}

const filled = (text: string, values: Values): string =>
  text.replace(hole, (whole, name: string) => (name in values ? values[name as Placeholder] : whole));

const isMissing = (text: string, values: Values): boolean =>
  [...text.matchAll(hole)].some(([, name = '']) => values[name as Placeholder] === '');

/** The text with its places filled; a [[part]] with an empty place is left out as a whole. */
export function fillTemplate(text: string, values: Values): string {
  const kept = text.replace(optional, (_whole, part: string) => (isMissing(part, values) ? '' : part));
  // What people wrote ends in its own full stop or in none.
  return filled(kept, values)
    .replace(/([。！？])。/g, '$1')
    .replace(/。，/g, '，');
}

/** How many SMS a text is sent and paid as: 70 characters in one, 67 in each of several (UCS-2). */
export function smsParts(text: string): number {
  const { length } = text;
  return length <= 70 ? 1 : Math.ceil(length / 67);
}
