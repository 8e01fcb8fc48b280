/** Which characters a TrueType/OpenType font (or collection) can draw, read from its cmap tables (formats 4 and 12). */
export function charactersIn(font: Buffer): Set<number> {
  const drawn = new Set<number>();
  for (const start of fontsIn(font)) {
    const cmap = tableAt(font, start, 'cmap');
    if (cmap === null) continue;
    for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
      const subtable = cmap + font.readUInt32BE(cmap + 8 + 8 * i);
      const format = font.readUInt16BE(subtable);
      if (format === 4) addSegments(font, subtable, drawn);
      if (format === 12) addGroups(font, subtable, drawn);
    }
  }
  return drawn;
}

/** The characters of a text that no font can draw. Characters that draw nothing anyway are left out. */
export function undrawable(text: string, drawn: ReadonlySet<number>): string[] {
  const missing = new Set<string>();
  for (const character of text) {
    if (drawn.has(character.codePointAt(0) ?? 0)) continue;
    if (!/[\p{Cc}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(character)) missing.add(character);
  }
  return [...missing];
}

function fontsIn(font: Buffer): number[] {
  if (font.toString('latin1', 0, 4) !== 'ttcf') return [0];
  return Array.from({ length: font.readUInt32BE(8) }, (_, i) => font.readUInt32BE(12 + 4 * i));
}

function tableAt(font: Buffer, start: number, tag: string): number | null {
  for (let i = 0; i < font.readUInt16BE(start + 4); i++) {
    const entry = start + 12 + 16 * i;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  return null;
}

function addSegments(font: Buffer, subtable: number, drawn: Set<number>): void {
  const bytes = font.readUInt16BE(subtable + 6);
  for (let at = 0; at < bytes; at += 2) {
    const last = font.readUInt16BE(subtable + 14 + at);
    const first = font.readUInt16BE(subtable + 16 + bytes + at);
    if (last === 0xffff) continue;
    for (let point = first; point <= last; point++) drawn.add(point);
  }
}

function addGroups(font: Buffer, subtable: number, drawn: Set<number>): void {
  const groups = font.readUInt32BE(subtable + 12);
  for (let i = 0; i < groups; i++) {
    const group = subtable + 16 + 12 * i;
    for (let point = font.readUInt32BE(group); point <= font.readUInt32BE(group + 4); point++) drawn.add(point);
  }
}
