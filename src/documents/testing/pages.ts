import { expect } from 'vitest';
import type { Printable } from '../printable.ts';
import { renderPdf } from '../typst.ts';

/**
 * Prints a form and counts its sheets. PDF/UA-1 is asked for because Typst then refuses any character that no font
 * draws, a missing language, title or description of the QR.
 */
export async function sheetsOf(form: Printable): Promise<number> {
  const pdf = await renderPdf(form, { pdfStandard: 'ua-1' });
  expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-');
  return pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}

/** Head and foot as a counter of a fictional day prints them. */
export const frame = {
  centerName: '太原市迎泽区综治中心',
  codeGrouped: '140106 26 003812 6',
  qrSvg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h3v3h-3zM5 5h3v3h-3z"/></svg>',
  largePrint: false,
  printedBy: '贾敏',
  printedAt: new Date('2026-09-29T02:12:00Z'),
};
