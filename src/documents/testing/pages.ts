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

export { frame } from './frame.ts';
