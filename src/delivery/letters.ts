import type { Printable } from '../documents/printable.ts';
import { formatCode } from '../platform/disputeCode.ts';
import { dayOf, formatClock, formatDocumentDay } from '../platform/now.ts';

export type LetterFacts = {
  name: string;
  address: string;
  /** 15 digits */
  code: string;
  title: string;
  /** What the person is told. */
  words: string;
  centerName: string;
  centerPhone: string | null;
  centerAddress: string | null;
  /** An SVG of the code's QR; it opens the page, the PIN is still asked. */
  qrSvg: string;
};

/** Letters for one walk to the post office. Where no address was left, the line says so instead of staying empty. */
export function letters(all: readonly LetterFacts[], printedBy: string, at: Date): Printable {
  return {
    template: 'delivery/letters.typ',
    data: {
      printedBy,
      printedAt: `${formatDocumentDay(dayOf(at))} ${formatClock(at)}`,
      letters: all.map(({ name, address, code, title, words, centerName, centerPhone, centerAddress, qrSvg }) => ({
        ...{ name, title, centerName, qrSvg },
        address: address.trim() || '（没留地址，当面交）',
        codeGrouped: formatCode(code),
        paragraphs: ['您好：', words],
        whoToAsk: [centerName, centerPhone && `电话 ${centerPhone}`, centerAddress].filter(Boolean).join('，'),
      })),
    },
  };
}
