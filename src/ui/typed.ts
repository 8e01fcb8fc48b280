/** 14:30 as people type it: 1430, 14.30, 14：30, 9:5. What is no time is sent as it is, for the server's sentence. */
export function clockIn(typed: string): string {
  const plain = typed.normalize('NFKC').trim();
  const parts =
    /^(\d{1,2})[:.点时](\d{1,2})分?$/.exec(plain) ??
    /^(\d{1,2})(\d{2})$/.exec(plain) ??
    /^(\d{1,2})[点时]?$/.exec(plain);
  if (!parts) return plain;
  return `${(parts[1] ?? '').padStart(2, '0')}:${(parts[2] ?? '0').padStart(2, '0')}`;
}

/** A number, or nothing where the box is empty. */
export function wholeIn(typed: string): number | undefined {
  const plain = typed.normalize('NFKC').trim();
  return /^\d+$/.test(plain) ? Number(plain) : undefined;
}
