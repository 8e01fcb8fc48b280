/** '96%', in tables '95.9%'. What is not all is never shown as 100%, and what is something never as 0%. */
export function percent(part: number, whole: number, digits: 0 | 1 = 0): string {
  if (whole === 0) return '—';
  const step = 10 ** -digits;
  const rounded = Number(((part / whole) * 100).toFixed(digits));
  const honest = part < whole ? Math.min(rounded, 100 - step) : rounded;
  return `${(part > 0 ? Math.max(honest, step) : honest).toFixed(digits)}%`;
}
