/** A page as a JPEG of ours, with its size in dots. */
export type Picture = { jpeg: Uint8Array; width: number; height: number };

/** A4 in points, its longer side along that of the picture. */
const A4 = { short: 595.28, long: 841.89 };

function sheetOf({ width, height }: Picture): { width: number; height: number } {
  const most = width > height ? { width: A4.long, height: A4.short } : { width: A4.short, height: A4.long };
  const scale = Math.min(most.width / width, most.height / height);
  return { width: Math.round(width * scale * 100) / 100, height: Math.round(height * scale * 100) / 100 };
}

const stream = (head: string, bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`<< ${head} /Length ${bytes.length} >>\nstream\n`), bytes, Buffer.from('\nendstream')]);

function objectsOf(picture: Picture, at: number): Buffer[] {
  const { width, height } = sheetOf(picture);
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${at + 1} 0 R /Resources << /XObject << /I ${at + 2} 0 R >> >> >>`;
  const image = `/Type /XObject /Subtype /Image /Width ${picture.width} /Height ${picture.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`;
  return [
    Buffer.from(page),
    stream('', Buffer.from(`q ${width} 0 0 ${height} 0 0 cm /I Do Q`)),
    stream(image, picture.jpeg),
  ];
}

/** Pictures as the pages of one PDF, and nothing else in it: no script, link or text of whoever made the scan. */
export function picturesPdf(pictures: readonly Picture[]): Buffer {
  const kids = pictures.map((_, index) => `${3 + index * 3} 0 R`).join(' ');
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(`<< /Type /Pages /Count ${pictures.length} /Kids [${kids}] >>`),
    ...pictures.flatMap((picture, index) => objectsOf(picture, 3 + index * 3)),
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const starts: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    starts.push(at);
    at += part.length;
    parts.push(part);
  }
  const rows = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}
