import sharp from 'sharp';
import { printPdf } from '../../documents/pressApart.ts';
import { drawPages } from '../../documents/testing/drawPages.ts';
import type { Sheet } from '../../platform/qr.ts';
import type { Picture } from '../picturesPdf.ts';
import { aSheet } from './aSheet.ts';

/** The sheets of a paper as a scanner sees them. */
export async function sheetsOf(qrSecret: Uint8Array, paper: Omit<Sheet, 'page'>): Promise<Picture[]> {
  const pdf = await printPdf(aSheet(paper, qrSecret));
  return Promise.all(
    (await drawPages(pdf, 130 / 72)).map(async ({ data, width, height }) => ({
      jpeg: await sharp(data, { raw: { width, height, channels: 4 } })
        .flatten({ background: '#fff' })
        .jpeg({ quality: 70 })
        .toBuffer(),
      ...{ width, height },
    })),
  );
}

/** A back, or a sheet written by hand. */
export async function blank(): Promise<Picture> {
  const [width, height] = [600, 850];
  const page = sharp({ create: { width, height, channels: 3, background: '#fdfcf8' } });
  return { jpeg: await page.jpeg().toBuffer(), width, height };
}
