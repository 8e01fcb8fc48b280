import { PDFiumLibrary } from '@hyzyla/pdfium';

/** A page as a picture: four bytes a dot. */
export type Drawn = { data: Uint8Array; width: number; height: number };

let library: Promise<PDFiumLibrary> | undefined;

/** The pages of a PDF as another program than its printer draws them; 72 dots an inch times `scale`. */
export async function drawPages(pdf: Uint8Array, scale: number, most = 400): Promise<Drawn[]> {
  library ??= PDFiumLibrary.init();
  const file = await (await library).loadDocument(pdf);
  const drawn: Drawn[] = [];
  try {
    for (let at = 0; at < Math.min(most, file.getPageCount()); at++) {
      const { data, width, height } = await file.getPage(at).render({ scale, render: 'bitmap' });
      drawn.push({ data: Uint8Array.from(data), width, height });
    }
  } finally {
    file.destroy();
  }
  return drawn;
}
