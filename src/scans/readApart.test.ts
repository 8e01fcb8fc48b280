import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { printPdf } from '../documents/pressApart.ts';
import { halved, locked, pictureBomb, swelling } from '../documents/testing/badFiles.ts';
import { drawPages } from '../documents/testing/drawPages.ts';
import { readSheet } from '../platform/qr.ts';
import { picturesPdf } from './picturesPdf.ts';
import { readApart } from './readApart.ts';
import type { PageRead } from './readWorker.ts';
import { aSheet, secret } from './testing/aSheet.ts';

const first = { code: '140106260038126', form: 'agr', subjectId: '0198aaaa-0000-7000-8000-000000000007' };
const second = { code: '140107260000315', form: 'rig', subjectId: null };

let pictures: Buffer[];
beforeAll(async () => {
  pictures = [];
  for (const paper of [first, second])
    for (const { data, width, height } of await drawPages(await printPdf(aSheet(paper)), 150 / 72))
      pictures.push(
        await sharp(data, { raw: { width, height, channels: 4 } })
          .flatten({ background: '#fff' })
          .png()
          .toBuffer(),
      );
}, 60_000);

async function read(bytes: Uint8Array, mime = 'image/jpeg'): Promise<PageRead[]> {
  const pages: PageRead[] = [];
  await readApart({ bytes, mime }, async (page) => {
    pages.push(page);
  });
  return pages;
}
const sheetsOn = (page: PageRead | undefined) => page?.texts.map((text) => readSheet(secret, text));

describe('a sheet of ours is known again', () => {
  test.each<[string, (from: Sharp, width: number, height: number) => Sharp]>([
    ['as it came from the printer', (from) => from],
    ['turned to the right', (from) => from.rotate(90)],
    ['on its head', (from) => from.rotate(180)],
    ['turned to the left', (from) => from.rotate(270)],
    ['photographed askew', (from) => from.rotate(7, { background: '#777' })],
    ['small, from far away', (from, width) => from.resize({ width: Math.round(width * 0.55) })],
    ['in poor light', (from) => from.linear(0.3, 20).blur(0.8)],
    [
      'under the shadow of a hand',
      (from, width, height) => from.composite([{ input: shadow(width, height), blend: 'multiply' }]),
    ],
    [
      'creased and spotted',
      (from, width, height) => from.composite([{ input: crease(width, height), blend: 'multiply' }]),
    ],
  ])(
    '%s',
    async (_, change) => {
      const { width, height } = await sharp(pictures[0]).metadata();
      const photo = await change(sharp(pictures[0]), width, height).jpeg({ quality: 60 }).toBuffer();
      const [page] = await read(photo);
      expect(sheetsOn(page)).toEqual([{ ...first, page: 1, genuine: true }]);
      // The kept picture stands upright again.
      const kept = await sharp(page?.jpeg).metadata();
      expect(kept.height).toBeGreaterThan(kept.width);
    },
    60_000,
  );
});

const svg = (width: number, height: number, inside: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inside}</svg>`);
const shadow = (width: number, height: number): Buffer =>
  svg(
    width,
    height,
    `<defs><linearGradient id="g"><stop offset="0.5" stop-color="#fff"/><stop offset="1" stop-color="#444"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/>`,
  );
const crease = (width: number, height: number): Buffer =>
  svg(
    width,
    height,
    `<rect width="100%" height="100%" fill="#e8e4dc"/><path d="M0 ${height * 0.09} L${width} ${height * 0.1}" stroke="#999" stroke-width="2"/><circle cx="${width * 0.86}" cy="${height * 0.11}" r="4" fill="#665"/>`,
  );

test('two papers on one photo are both read, and a QR of somebody else’s is only text', async () => {
  const { width, height } = await sharp(pictures[0]).metadata();
  const table = sharp({ create: { width: width * 2 + 60, height: height + 80, channels: 3, background: '#765' } });
  const photo = await table
    .composite([
      { input: pictures[0] as Buffer, left: 20, top: 40 },
      { input: pictures[2] as Buffer, left: width + 40, top: 40 },
    ])
    .jpeg()
    .toBuffer();
  const [page] = await read(photo);
  expect(
    sheetsOn(page)
      ?.map((sheet) => sheet?.code)
      .sort(),
  ).toEqual([first.code, second.code]);
}, 60_000);

test('a PDF of many sheets comes back page by page; what is filed of it is a PDF of pictures that reads the same', async () => {
  const pages = await Promise.all(
    pictures.map(async (png) => {
      const { data, info } = await sharp(png).jpeg({ quality: 80 }).toBuffer({ resolveWithObject: true });
      return { jpeg: data, width: info.width, height: info.height };
    }),
  );
  const read4 = await read(picturesPdf(pages), 'application/pdf');
  expect(read4.flatMap((page) => sheetsOn(page) ?? []).map((sheet) => [sheet?.form, sheet?.page])).toEqual([
    ['agr', 1],
    ['agr', 2],
    ['rig', 1],
    ['rig', 2],
  ]);
}, 90_000);

describe('what harms ends in a sentence', () => {
  const empty = { jpeg: new Uint8Array([255, 216, 255, 217]), width: 10, height: 10 };
  test.each<[string, () => Promise<Uint8Array>, string, RegExp]>([
    [
      'a PDF of two thousand pages',
      async () => picturesPdf(Array(2000).fill(empty)),
      'application/pdf',
      /2000 页.*最多 300 页/,
    ],
    ['half a PDF', async () => halved(), 'application/pdf', /打不开/],
    ['a locked PDF', async () => locked(), 'application/pdf', /密码/],
    ['a PDF that swells while it is read', async () => swelling(), 'application/pdf', /展开后太大/],
    ['nothing at all', async () => Buffer.alloc(0), 'application/pdf', /打不开/],
    ['a photo that is none', async () => Buffer.alloc(40_000, 7), 'image/jpeg', /打不开|坏了/],
    ['a picture that unpacks to a gigabyte', pictureBomb, 'image/png', /打不开|太大|坏了/],
  ])(
    '%s',
    async (_, bytes, mime, sentence) => {
      await expect(read(await bytes(), mime)).rejects.toMatchObject({
        kind: 'invalid',
        message: expect.stringMatching(sentence),
      });
    },
    60_000,
  );
});
