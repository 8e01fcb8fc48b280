/** Printed across each sheet where nothing is real, so that no such paper is ever taken for one. */
let watermark = '';
export function markEverySheet(words: string): void {
  watermark = words;
}
export const sheetMark = (): string => watermark;
