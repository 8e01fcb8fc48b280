import Zip from 'jszip';
import { answerApart } from '../apart/answerApart.ts';
import type { Printable } from './printable.ts';
import { markEverySheet } from './sheetMark.ts';
import { joinPdfs, renderPdf } from './typst.ts';

export type PackedFile = { name: string; bytes: Uint8Array };
export type PressAsked = { mark: string } & (
  | { form: Printable }
  | { join: readonly Uint8Array[] }
  | { pack: readonly PackedFile[] }
);

/** PDFs are packed in themselves: stored as they are. */
async function pack(files: readonly PackedFile[]): Promise<Buffer> {
  const archive = new Zip();
  for (const { name, bytes } of files) archive.file(name, bytes);
  return archive.generateAsync({ type: 'nodebuffer', compression: 'STORE' });
}

// Laying out holds the thread, and what it takes of memory it keeps; so papers are laid out here, and the server goes on
// answering.
answerApart(async (asked: PressAsked) => {
  markEverySheet(asked.mark);
  if ('pack' in asked) return pack(asked.pack);
  return 'join' in asked ? joinPdfs(asked.join) : renderPdf(asked.form);
});
