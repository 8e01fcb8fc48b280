import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const kinds = [
  ['.br', promisify(brotliCompress)],
  ['.gz', (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 })],
] as const;

/** Beside each script, style and drawing its twins as they travel: made once, as small as they get, and only sent later. */
export async function compressAssets(folder: string): Promise<void> {
  const files = globSync('assets/*.{js,css,svg}', { cwd: folder });
  const twins = files.flatMap((file) => kinds.map(([ending, pack]) => ({ path: join(folder, file), ending, pack })));
  await Promise.all(
    twins.map(async ({ path, ending, pack }) => writeFileSync(path + ending, await pack(readFileSync(path)))),
  );
}
