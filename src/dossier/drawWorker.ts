import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { answerApart } from '../apart/answerApart.ts';
import { type Fitted, fitPicture, fitSheet } from './fit.ts';

export type DrawAsked = { open: Uint8Array; mime: string } | { page: number };
export type Opened = { pages: number };
export type Drawn = { jpeg: Uint8Array; fitted: Fitted };

const DPI = 150;
const MM_A_POINT = 25.4 / 72;
/** Pages of odd makers may be ten metres wide: no side is drawn with more points than this. */
const MOST_POINTS = 2600;
const QUALITY = 76;
/** No door lets in a picture of more; one that the disk spoilt must not fill the memory. */
const MOST_PIXELS = 120_000_000;

let open: { document: PDFiumDocument } | { photo: Uint8Array } | undefined;
let library: Promise<PDFiumLibrary> | undefined;

async function openFile(bytes: Uint8Array, mime: string): Promise<Opened> {
  if (open && 'document' in open) open.document.destroy();
  open = undefined;
  if (mime !== 'application/pdf') {
    open = { photo: bytes };
    return { pages: 1 };
  }
  library ??= PDFiumLibrary.init();
  const document = await (await library).loadDocument(bytes);
  open = { document };
  return { pages: document.getPageCount() };
}

async function drawPhoto(photo: Uint8Array): Promise<Drawn> {
  const { data, info } = await sharp(photo, { limitInputPixels: MOST_PIXELS })
    .rotate()
    .flatten({ background: '#fff' })
    .resize({ width: MOST_POINTS, height: MOST_POINTS, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: QUALITY })
    .toBuffer({ resolveWithObject: true });
  return { jpeg: data, fitted: fitPicture(info.width, info.height) };
}

async function drawPage(document: PDFiumDocument, index: number): Promise<Drawn> {
  const page = document.getPage(index);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(DPI / 72, MOST_POINTS / Math.max(originalWidth, originalHeight, 1));
  const { data, width, height } = await page.render({ scale, render: 'bitmap' });
  const jpeg = await sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#fff' })
    .jpeg({ quality: QUALITY })
    .toBuffer();
  return { jpeg, fitted: fitSheet((width / scale) * MM_A_POINT, (height / scale) * MM_A_POINT) };
}

// Files from outside are opened here and nowhere else; a page becomes a picture, so that nothing else of them gets into the file.
answerApart(async (asked: DrawAsked) => {
  if ('open' in asked) return openFile(asked.open, asked.mime);
  if (!open) throw new Error('nothing is open');
  return 'photo' in open ? drawPhoto(open.photo) : drawPage(open.document, asked.page);
});
