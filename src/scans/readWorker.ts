import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import sharp, { type Sharp } from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { answerApart } from '../apart/answerApart.ts';
import { refuse } from '../platform/refusal.ts';

export type ReadAsked = { open: Uint8Array; mime: string } | { page: number };
export type Opened = { pages: number };
/** One page: the picture that is kept, upright where its QR tells, a small one for lists, and what its QRs say. */
export type PageRead = { jpeg: Uint8Array; small: Uint8Array; texts: string[] };

const DPI = 200;
/** Pages of odd makers may be ten metres wide. */
const MOST_POINTS = 3400;
const ENOUGH_POINTS = 1500;
const SMALL_WIDTH = 220;
const MOST_TEXT = 300;
const MOST_QRS = 6;
/** Far above what a phone takes; more is a picture made to fill the memory. */
const MOST_PIXELS = 120_000_000;

let open: { document: PDFiumDocument } | { photo: Uint8Array } | undefined;
let library: Promise<PDFiumLibrary> | undefined;

async function openPdf(bytes: Uint8Array): Promise<PDFiumDocument> {
  library ??= PDFiumLibrary.init();
  try {
    return await (await library).loadDocument(bytes);
  } catch (error) {
    if (error instanceof Error && /password|security/i.test(error.message))
      return refuse('invalid', 'fileLocked', '这个 PDF 加了密码，打不开。去掉密码再传，或者重新扫描。');
    return refuse('invalid', 'fileBroken', '这个 PDF 打不开，可能没传完。重新扫描再传。');
  }
}

async function openFile(bytes: Uint8Array, mime: string): Promise<Opened> {
  open = undefined;
  if (mime !== 'application/pdf') {
    open = { photo: bytes };
    return { pages: 1 };
  }
  const document = await openPdf(bytes);
  open = { document };
  return { pages: document.getPageCount() };
}

async function drawPage(document: PDFiumDocument, index: number): Promise<Buffer> {
  const page = document.getPage(index);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(DPI / 72, MOST_POINTS / Math.max(originalWidth, originalHeight, 1));
  const { data, width, height } = await page.render({ scale, render: 'bitmap' });
  return sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 90 })
    .toBuffer();
}

const upright = (photo: Uint8Array): Promise<Buffer> =>
  sharp(photo, { limitInputPixels: MOST_PIXELS })
    .autoOrient()
    .flatten({ background: '#fff' })
    .resize({ width: MOST_POINTS, height: MOST_POINTS, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 90 })
    .toBuffer()
    .catch(() => refuse('invalid', 'fileBroken', '这张照片打不开，可能坏了，或者太大。重拍一张再传。'));

/** From its package: left alone, the reader would fetch its program from the Internet. */
let ready: Promise<unknown> | undefined;
async function loadReader(): Promise<void> {
  const program = await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(program).buffer } });
}

type Found = { text: string; orientation: number };

async function qrsIn(picture: Sharp): Promise<Found[]> {
  ready ??= loadReader();
  await ready;
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length);
  const image = { data: pixels, width: info.width, height: info.height, colorSpace: 'srgb' };
  const found = await readBarcodes(image as ImageData, {
    ...{ formats: ['QRCode'], tryHarder: true, tryRotate: true, tryInvert: false, tryDownscale: true },
    maxNumberOfSymbols: MOST_QRS,
  });
  return found.filter(({ isValid }) => isValid).map(({ text, orientation }) => ({ text, orientation }));
}

/** As it is; then with the shadow of a hand or a fold taken out; then larger, for a phone held far away. */
async function findQrs(picture: Buffer): Promise<Found[]> {
  const plain = await qrsIn(sharp(picture));
  if (plain.length > 0) return plain;
  const even = await qrsIn(sharp(picture).greyscale().clahe({ width: 64, height: 64, maxSlope: 4 }).median(3));
  if (even.length > 0) return even;
  const { width } = await sharp(picture).metadata();
  // What is drawn at 200 dots an inch holds all there is to see: backs of sheets would only take their time.
  if (width > ENOUGH_POINTS) return [];
  return qrsIn(
    sharp(picture)
      .greyscale()
      .resize({ width: width * 2 })
      .normalise(),
  );
}

const quarter = (degrees: number): number => (((Math.round(degrees / 90) * 90) % 360) + 360) % 360;

async function readPicture(picture: Buffer): Promise<PageRead> {
  const found = await findQrs(picture);
  const turned = sharp(picture).rotate(found[0] ? (360 - quarter(found[0].orientation)) % 360 : 0);
  const jpeg = await turned.jpeg({ quality: 76 }).toBuffer();
  const small = await sharp(jpeg).resize({ width: SMALL_WIDTH }).jpeg({ quality: 70 }).toBuffer();
  const texts = [...new Set(found.map(({ text }) => text.toWellFormed().slice(0, MOST_TEXT)))];
  return { jpeg, small, texts };
}

// Files from outside are opened here and nowhere else: of a page only its picture and what its QRs say comes out.
answerApart(async (asked: ReadAsked) => {
  if ('open' in asked) return openFile(asked.open, asked.mime);
  if (!open) throw new Error('nothing is open');
  return readPicture('photo' in open ? await upright(open.photo) : await drawPage(open.document, asked.page));
});
