import { parentPort } from 'node:worker_threads';
import type { Printable } from './printable.ts';
import { joinPdfs, renderPdf } from './typst.ts';

type Asked = { id: number; form?: Printable; join?: readonly Uint8Array[] };

// Laying out holds the thread, so long prints are laid out on this one, and the server goes on answering.
parentPort?.on('message', async ({ id, form, join }: Asked) => {
  try {
    const pdf = join ? joinPdfs(join) : await renderPdf(form as Printable);
    parentPort?.postMessage({ id, pdf: new Uint8Array(pdf) });
  } catch (error) {
    parentPort?.postMessage({ id, problem: error instanceof Error ? error.message : String(error) });
  }
});
