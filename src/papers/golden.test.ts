import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { paperSheet } from '../documents/paperSheet.ts';
import { drawPages } from '../documents/testing/drawPages.ts';
import { frame } from '../documents/testing/pages.ts';
import { renderPdf } from '../documents/typst.ts';
import { everyPaper, one } from './testing/everyPaper.ts';

// Pictures of every form with facts that are hard to lay out, as another program than its printer draws them. They are looked at
// by a person when they change: GOLDEN=write npm test -- src/papers/golden writes them anew.
const golden = join(import.meta.dirname, 'testing', 'golden');
const red = join(tmpdir(), 'fengqiao-golden');
const WRITE = process.env.GOLDEN === 'write';
const SCALE = 50 / 72;
/** So many of a thousand dots may differ by more than a shade: fewer than one letter has. Fonts are the same everywhere. */
const MOST_DIFFERENT = 0.05;
const SHADE = 80;

type Grey = { data: Buffer; width: number; height: number };
async function greyOf(picture: Sharp): Promise<Grey> {
  const { data, info } = await picture.greyscale().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
const different = (a: Grey, b: Grey): number => {
  if (a.width !== b.width || a.height !== b.height) return 1000;
  let count = 0;
  for (let at = 0; at < a.data.length; at++) if (Math.abs((a.data[at] ?? 0) - (b.data[at] ?? 0)) > SHADE) count += 1;
  return (1000 * count) / a.data.length;
};

const asPng = ({ data, width, height }: Grey) =>
  sharp(data, { raw: { width, height, channels: 1 } }).png({ palette: true, colors: 8, effort: 10 });

async function compare(name: string, page: Grey): Promise<void> {
  const file = join(golden, `${name}.png`);
  if (WRITE) return void writeFileSync(file, await asPng(page).toBuffer());
  expect(existsSync(file), `${name}: no picture yet, see above`).toBe(true);
  const kept = await greyOf(sharp(readFileSync(file)));
  const much = different(page, kept);
  if (much > MOST_DIFFERENT) {
    mkdirSync(red, { recursive: true });
    await asPng(page).toFile(join(red, `${name}.png`));
  }
  expect(much, `${name} looks different: as drawn now in ${red}, as it was in ${golden}`).toBeLessThanOrEqual(
    MOST_DIFFERENT,
  );
}

for (const [name, made] of Object.entries(everyPaper))
  for (const largePrint of name.includes('-') ? [false] : [false, true])
    test(`${name}${largePrint ? ' in large print' : ''} looks as it was looked at`, async () => {
      const pdf = await renderPdf(paperSheet({ ...frame, largePrint }, made), { pdfStandard: 'ua-1' });
      // Of long ones the first and the last sheet say how it goes on.
      const pages = await drawPages(pdf, SCALE);
      const looked = pages.length > 2 ? [0, pages.length - 1] : pages.map((_, at) => at);
      for (const at of largePrint ? looked.slice(0, 1) : looked) {
        const { data, width, height } = one(pages, at);
        const page = await greyOf(sharp(Buffer.from(data), { raw: { width, height, channels: 4 } }));
        await compare(`${name}${largePrint ? '-large' : ''}-${at === 0 ? 'first' : 'last'}`, page);
      }
    });
