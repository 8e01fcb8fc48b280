/** NUL, which no text of the database can hold, and halves of characters, which are no text at all. */
const broken = (text: string): boolean => text.includes('\0') || !text.isWellFormed();

const sentence = '这里有读不出来的字符，删掉重写。';

/** Field → sentence for every text in it that cannot be kept. */
export function unreadable(value: unknown, path = '', found: Record<string, string> = {}): Record<string, string> {
  if (typeof value === 'string') {
    if (broken(value)) found[path] = sentence;
  } else if (typeof value === 'object' && value !== null && !Buffer.isBuffer(value)) {
    for (const [name, each] of Object.entries(value)) {
      if (broken(name)) found[path] = sentence;
      unreadable(each, path === '' ? name : `${path}.${name}`, found);
    }
  }
  return found;
}
