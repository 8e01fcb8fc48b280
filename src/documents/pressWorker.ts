import { answerApart } from '../apart/answerApart.ts';
import type { Printable } from './printable.ts';
import { markEverySheet } from './sheetMark.ts';
import { joinPdfs, renderPdf } from './typst.ts';

export type PressAsked = { mark: string } & ({ form: Printable } | { join: readonly Uint8Array[] });

// Laying out holds the thread, and what it takes of memory it keeps; so papers are laid out here, and the server goes on
// answering.
answerApart(async (asked: PressAsked) => {
  markEverySheet(asked.mark);
  return 'join' in asked ? joinPdfs(asked.join) : renderPdf(asked.form);
});
