import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, type RenderPdfOpts } from '@myriaddreamin/typst-ts-node-compiler';
import { undrawable } from './coverage.ts';
import { drawnCharacters, fontFolders } from './fonts.ts';
import type { Printable } from './printable.ts';
import { sheetMark } from './sheetMark.ts';

const src = fileURLToPath(new URL('..', import.meta.url));

type Press = { compiler: NodeCompiler; drawn: ReadonlySet<number> };
let press: Press | undefined;

/**
 * The PDF of a form. Compiling holds the thread: about 0.4 s for the first form of a process, then 10–30 ms.
 * Give a standard ('ua-1', 'a-2a') when the file must satisfy one; then anything undrawable throws instead of showing.
 */
export async function renderPdf(form: Printable, pdf: RenderPdfOpts = {}): Promise<Buffer> {
  press ??= openPress();
  const data = JSON.stringify(form.data, printableText);
  const compiled = press.compiler.compile({
    mainFilePath: join(src, form.template),
    inputs: { watermark: sheetMark(), data, missing: JSON.stringify(undrawable(data, press.drawn)) },
  });
  if (!compiled.result) {
    throw new Error(`${form.template} does not compile: ${explain(compiled.takeDiagnostics()?.shortDiagnostics)}`);
  }
  const file = press.compiler.pdf(compiled.result, pdf);
  // Typst remembers every sheet it ever laid out; ten forms back is enough.
  press.compiler.evictCache(10);
  return file;
}

/** Papers one after the other as one file; each page keeps its own size. */
export function joinPdfs(pdfs: readonly Uint8Array[]): Buffer {
  press ??= openPress();
  const { compiler } = press;
  const names = pdfs.map((pdf, index) => {
    const name = `joined/${index}.pdf`;
    compiler.mapShadow(join(src, name), Buffer.from(pdf));
    return { name, pages: pagesIn(pdf) };
  });
  const page = ({ name, pages }: { name: string; pages: number }) =>
    Array.from({ length: pages }, (_, index) => `#page(image("${name}", page: ${index + 1}))`).join('\n');
  const main = join(src, 'joined.typ');
  compiler.addSource(main, `#set page(width: auto, height: auto, margin: 0pt)\n${names.map(page).join('\n')}`);
  try {
    const compiled = compiler.compile({ mainFilePath: main });
    if (!compiled.result)
      throw new Error(`papers cannot be joined: ${explain(compiled.takeDiagnostics()?.shortDiagnostics)}`);
    return compiler.pdf(compiled.result, {});
  } finally {
    for (const { name } of names) compiler.unmapShadow(join(src, name));
    compiler.evictCache(0);
  }
}

/** How many pages a file of ours has: Typst writes the count of its page tree in plain text. */
export function pagesIn(pdf: Uint8Array): number {
  const counts = [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*?\/Type\s*\/Pages\b/g),
  ];
  return Math.max(1, ...counts.map(([, one, other]) => Number(one ?? other)));
}

function openPress(): Press {
  const fontPaths = fontFolders();
  return { compiler: NodeCompiler.create({ workspace: src, fontArgs: [{ fontPaths }] }), drawn: drawnCharacters() };
}

/** Half a surrogate pair or a control character in somebody's text must not stop the printer. */
function printableText(_key: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.toWellFormed().replace(/[^\P{Cc}\n\t]/gu, '');
}

function explain(diagnostics: unknown[] | undefined): string {
  return (diagnostics ?? []).map((each) => JSON.stringify(each)).join('\n');
}
