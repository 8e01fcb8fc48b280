import type { Printable } from '../documents/printable.ts';
import { formatCode } from '../platform/disputeCode.ts';
import { dayOf, formatClock, formatDocumentDay } from '../platform/now.ts';

export type PadSheet = { code: string; pin: string; position: number };
export type PadFacts = {
  centerName: string;
  centerPhone: string | null;
  sheets: readonly PadSheet[];
  categories: readonly string[];
  services: readonly string[];
  lateHours: number;
  qrSvgOf(code: string): string;
  printedAt: Date;
  printedBy: string;
};

/** The pad for a day without the server: a page of directions, a form and a slip for each code, blank lists of visits and progress. */
export function paperPad(facts: PadFacts): Printable {
  const { sheets, qrSvgOf, printedAt, ...rest } = facts;
  return {
    template: 'imports/paperPad.typ',
    data: {
      ...rest,
      printedAt: `${formatDocumentDay(dayOf(printedAt))} ${formatClock(printedAt)}`,
      first: formatCode(sheets[0]?.code ?? ''),
      last: formatCode(sheets.at(-1)?.code ?? ''),
      sheets: sheets.map(({ code, pin, position }) => ({
        codeGrouped: formatCode(code),
        pin: [pin.slice(0, 3), pin.slice(3)],
        position,
        qrSvg: qrSvgOf(code),
      })),
    },
  };
}
