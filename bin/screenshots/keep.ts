import { join } from 'node:path';
import sharp from 'sharp';
import { repositoryRoot } from '../../src/platform/config.ts';

export const folder = join(repositoryRoot, 'docs', 'screenshots');
const MOST_BYTES = 150_000;

/** Few colors are enough for paper, ink and one green; the size decides how few. */
export async function keep(png: Buffer, name: string): Promise<void> {
  for (const colors of [256, 128, 64, 32]) {
    const { size } = await sharp(png)
      .png({ palette: true, colors, effort: 10 })
      .toFile(join(folder, `${name}.png`));
    if (size <= MOST_BYTES) return console.log(`${name}.png  ${Math.round(size / 1000)} kB`);
  }
  throw new Error(`${name}.png is larger than ${MOST_BYTES} bytes`);
}
