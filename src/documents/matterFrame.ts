import type { Actor } from '../platform/actor.ts';
import { formatCode } from '../platform/disputeCode.ts';
import { qrPath, qrSvg, type Sheet, sheetPath } from '../platform/qr.ts';
import type { FrameFacts } from './printable.ts';

type House = { config: { publicUrl: string }; secrets: { qrSecret: Uint8Array }; now(): Date };
type Asked = { centerName: string; largePrint: boolean; sheets?: number };

/** So many sheets have a QR of their own, unless the form is known to be longer. */
const SHEETS = 12;

/** Word turns its own pages, so that its QR names the paper and no page of it. */
export const NO_PAGE = 0;

/** Head and foot of a form of a file; `qrText` is for Word. */
export function matterFrame(
  { config, secrets, now }: House,
  { name }: Pick<Actor, 'name'>,
  paper: Omit<Sheet, 'page'>,
  { centerName, largePrint, sheets = SHEETS }: Asked,
): FrameFacts & { qrText: string } {
  const address = (path: string): string => `${config.publicUrl}${path}`;
  const sheetOf = (page: number): string => address(sheetPath(secrets.qrSecret, { ...paper, page }));
  return {
    ...{ centerName, largePrint, codeGrouped: formatCode(paper.code), printedAt: now(), printedBy: name },
    qrSvg: qrSvg(address(qrPath(secrets.qrSecret, paper.code))),
    qrSvgs: Array.from({ length: sheets }, (_, at) => qrSvg(sheetOf(at + 1))),
    qrText: sheetOf(NO_PAGE),
  };
}
