import type { Printable } from './printable.ts';
import { joinPdfs, markEverySheet, renderPdf } from './typst.ts';

type Asked = { id: number; form?: Printable; join?: readonly Uint8Array[] };

markEverySheet(process.argv[2] ?? '');

// Laying out holds the thread, so long prints are laid out here, and the server goes on answering.
process.on('message', async ({ id, form, join }: Asked) => {
  try {
    const pdf = join ? joinPdfs(join) : await renderPdf(form as Printable);
    process.send?.({ id, pdf: new Uint8Array(pdf) });
  } catch (error) {
    process.send?.({ id, problem: error instanceof Error ? error.message : String(error) });
  }
});
