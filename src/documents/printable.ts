import { dayOf, formatClock, formatDocumentDay } from '../platform/now.ts';

/** A paper form, decided but not yet printed: a Typst file (path below src/) and the facts it shows. */
export type Printable<Facts = unknown> = { template: `${string}.typ`; data: Facts };

/** What every sheet carries in its head and foot; base.typ reads these names. */
export type SheetFrame = {
  centerName: string;
  /** 15 digits grouped 6-2-6-1, as it is read aloud */
  codeGrouped: string;
  /** an SVG of the code's QR; it opens the page, the PIN is still asked */
  qrSvg: string;
  /** of the forms of a file: one QR a sheet, so that its scan finds its way back; sheets beyond them carry `qrSvg` */
  qrSvgs?: string[];
  largePrint: boolean;
  printedAt: string;
  printedBy: string;
};

export type FrameFacts = Omit<SheetFrame, 'printedAt'> & { printedAt: Date };

export function sheetFrame(facts: FrameFacts): SheetFrame {
  return {
    centerName: facts.centerName,
    codeGrouped: facts.codeGrouped,
    qrSvg: facts.qrSvg,
    ...(facts.qrSvgs && { qrSvgs: facts.qrSvgs }),
    largePrint: facts.largePrint,
    printedAt: documentTime(facts.printedAt),
    printedBy: facts.printedBy,
  };
}

/** An instant as the counter's wall clock shows it: '2026年10月14日 14:32' */
function documentTime(at: Date): string {
  return `${formatDocumentDay(dayOf(at))} ${formatClock(at)}`;
}
