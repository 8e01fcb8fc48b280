import sharp from 'sharp';

const a4 = '/MediaBox [0 0 595 842]';
const pagesOf = (count: number, inside = ''): string[] => [
  '<< /Type /Catalog /Pages 2 0 R >>',
  `<< /Type /Pages /Kids [${Array.from({ length: count }, () => '3 0 R').join(' ')}] /Count ${count} >>`,
  `<< /Type /Page /Parent 2 0 R ${a4} ${inside} >>`,
];
const stream = (text: string, dictionary = ''): string =>
  `<< ${dictionary} /Length ${text.length} >>\nstream\n${text}\nendstream`;

/** A PDF of these objects, numbered from 1, of which the first is the catalog. */
function pdfOf(objects: readonly string[], more = ''): Buffer {
  let text = '%PDF-1.7\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(
    `${text}${table}trailer\n<< /Size ${size} /Root 1 0 R ${more} >>\nstartxref\n${text.length}\n%%EOF\n`,
  );
}

/** Sheets with nothing on them: honest, but there may be too many. */
export const sheets = (count: number): Buffer => pdfOf(pagesOf(count));

/** A page under the standard security handler, whose password nobody knows. */
export const locked = (): Buffer =>
  pdfOf(
    [...pagesOf(1), `<< /Filter /Standard /V 1 /R 2 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> /P -4 >>`],
    `/Encrypt 4 0 R /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`,
  );

/** The first half of a file whose transfer broke off. */
export const halved = (): Buffer => Buffer.from('%PDF-1.7\n1 0 obj\n<<');

/** Small, and swells while it is read: a drawing of ten drawings, each of ten, and so on. */
export function swelling(deep = 12): Buffer {
  const form = '/Type /XObject /Subtype /Form /BBox [0 0 595 842]';
  const inner = Array.from({ length: deep }, (_, at) =>
    stream('/F Do '.repeat(10), `${form} /Resources << /XObject << /F ${at + 6} 0 R >> >>`),
  );
  return pdfOf([
    ...pagesOf(1, '/Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >>'),
    stream('/F Do'),
    ...inner,
    stream('0 0 m 300 300 l S', form),
  ]);
}

/** Opens at once and takes for ever to draw: one sheet, painted over and over from edge to edge. */
export function endless(coats = 5000): Buffer {
  const blend = '<< /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1.3 >>';
  const shading = `<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 595 842] /Extend [true true] /Function ${blend} >>`;
  return pdfOf([
    ...pagesOf(1, `/Contents 4 0 R /Resources << /Shading << /S ${shading} >> >>`),
    stream('/S sh '.repeat(coats)),
  ]);
}

/** A white picture of few bytes that takes a gigabyte when it is unpacked. */
export const pictureBomb = (): Promise<Buffer> =>
  sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: '#fff' }, limitInputPixels: false })
    .png({ compressionLevel: 9 })
    .toBuffer();

export type BadFile = { name: string; file: string; bytes: () => Buffer | Promise<Buffer> };

/** What people may bring as a scan or as evidence, and what must not stop anybody else. */
export const badFiles: readonly BadFile[] = [
  { name: 'a locked PDF', file: '加了密码.pdf', bytes: locked },
  { name: 'a PDF of five thousand pages', file: '五千页.pdf', bytes: () => sheets(5000) },
  { name: 'a PDF that is drawn for ever', file: '画不完.pdf', bytes: () => endless() },
  { name: 'a PDF that swells while it is read', file: '越展越大.pdf', bytes: () => swelling() },
  { name: 'half a PDF', file: '只传了一半.pdf', bytes: halved },
  { name: 'a picture that unpacks to a gigabyte', file: '一亿像素.png', bytes: pictureBomb },
  { name: 'nothing at all', file: '空的.pdf', bytes: () => Buffer.alloc(0) },
];
