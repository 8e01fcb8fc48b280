export type TextKind = { encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'; separator: string };

const separators = [',', '\t', ';', '；', '|'];

/** Half of the bytes of digits, marks and line ends are zero in UTF-16: on which side tells which. Null: no text. */
function wide(start: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (const [at, byte] of start.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [first = 0, second = 0] = zeros;
  if (second > 2 && first === 0) return 'utf-16le';
  return first > 2 && second === 0 ? 'utf-16be' : null;
}

/** Excel in Chinese saves its text files in GB18030 or, as 「Unicode 文本」, in UTF-16; everything else in UTF-8. */
function encodingOf(start: Buffer): TextKind['encoding'] | null {
  const isWide = (start[0] ?? 0) >= 0xfe || start.includes(0);
  if (isWide) return wide(start);
  try {
    // The probe may end in the middle of a character.
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

/** What parts most lines into the same number of cells; a mark within quotes parts nothing. */
function separatorOf(text: string): string {
  const lines = text
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 40);
  const scored = separators.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1).filter((count) => count > 0);
    const alike = Map.groupBy(counts, (count) => count);
    const [most = []] = [...alike.values()].sort((a, b) => b.length - a.length);
    return { separator, score: most.length * 1000 + counts.reduce((sum, count) => sum + count, 0) };
  });
  return scored.toSorted((a, b) => b.score - a.score)[0]?.separator ?? ',';
}

/** How the text that begins so is to be read. Null: it is no text. */
export function textKind(start: Buffer): TextKind | null {
  const encoding = start.length === 0 ? null : encodingOf(start);
  if (encoding === null) return null;
  return { encoding, separator: separatorOf(new TextDecoder(encoding).decode(start)) };
}
