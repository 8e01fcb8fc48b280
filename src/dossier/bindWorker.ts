import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { answerApart } from '../apart/answerApart.ts';
import { undrawable } from '../documents/coverage.ts';
import { drawnCharacters, fontFolders } from '../documents/fonts.ts';
import { pagesIn } from '../documents/typst.ts';
import type { BoundFile } from './bound.ts';

export type BindAsked =
  | { add: Uint8Array; name: string }
  | { drop: readonly string[] }
  | { bind: BoundFile; mark: string; out: string };

const src = fileURLToPath(new URL('..', import.meta.url));
const compiler = NodeCompiler.create({ workspace: src, fontArgs: [{ fontPaths: fontFolders() }] });
const pathOf = (name: string): string => join(src, 'dossier', name);

function add(name: string, bytes: Uint8Array): { pages: number } {
  compiler.mapShadow(pathOf(name), Buffer.from(bytes));
  return { pages: name.endsWith('.pdf') ? pagesIn(bytes) : 1 };
}

async function bind(file: BoundFile, watermark: string, out: string): Promise<{ size: number }> {
  const data = JSON.stringify(file);
  const inputs = { data, watermark, missing: JSON.stringify(undrawable(data, drawnCharacters())) };
  const compiled = compiler.compile({ mainFilePath: pathOf('bound.typ'), inputs });
  if (!compiled.result) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics).slice(0, 2000));
  const pdf = compiler.pdf(compiled.result, {});
  // Passed on as a file: so many megabytes need not lie in the server as well.
  await writeFile(out, pdf, { mode: 0o600 });
  return { size: pdf.length };
}

answerApart((asked: BindAsked) => {
  if ('add' in asked) return add(asked.name, asked.add);
  if ('bind' in asked) return bind(asked.bind, asked.mark, asked.out);
  for (const name of asked.drop) compiler.unmapShadow(pathOf(name));
  return {};
});
