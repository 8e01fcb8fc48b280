import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { acceptFile } from './fileKind.ts';
import { safeFileName } from './fileName.ts';
import { cleanImage } from './imageFile.ts';

const officePart = (kind: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/part.xml" ContentType="application/${kind}.main+xml"/></Types>`;

/** A zip with one stored entry: enough of an Office file to be recognized. */
function zip(name: string, content: string): Buffer {
  const data = Buffer.from(content);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt32LE(crc32(data), 10);
  common.writeUInt32LE(data.length, 14);
  common.writeUInt32LE(data.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

const word = officePart('vnd.openxmlformats-officedocument.wordprocessingml.document');
const excel = officePart('vnd.openxmlformats-officedocument.spreadsheetml.sheet');
const macro = officePart('vnd.ms-word.document.macroEnabled');
const docx = zip('[Content_Types].xml', word);
const box = (brand: string) => Buffer.from(`\x00\x00\x00\x18ftyp${brand}\x00\x00\x02\x00${brand}mp42`, 'latin1');
const wav = Buffer.from(`RIFF\x24\x00\x00\x00WAVEfmt ${'\x00'.repeat(28)}`, 'latin1');
const pdf = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

const photo = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: '#15545F' } })
    .jpeg()
    .withExif({ IFD0: { Make: 'PhoneMaker' }, IFD3: { GPSLatitude: '37/1 52/1 0/1', GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();

describe('photos', () => {
  test('are turned upright and lose the place where they were taken', async () => {
    const taken = await photo();
    expect((await sharp(taken).metadata()).orientation).toBe(6);
    expect(taken.includes('Exif')).toBe(true);
    const kept = await acceptFile(taken, '现场.JPG');
    expect(kept).toMatchObject({ kind: 'jpeg', mime: 'image/jpeg', name: '现场.jpg', width: 40, height: 60 });
    expect(kept.bytes.includes('Exif')).toBe(false);
    expect((await sharp(kept.bytes).metadata()).exif).toBeUndefined();
    expect(kept.originalSha256).toBe(createHash('sha256').update(taken).digest('hex'));
  });

  test('that are huge become smaller', async () => {
    const wide = await sharp({ create: { width: 5000, height: 100, channels: 3, background: 'white' } })
      .png()
      .toBuffer();
    expect(await acceptFile(wide, '长图.png')).toMatchObject({ kind: 'png', width: 4096, height: 82 });
  });

  test('that would fill the memory are refused before they are unpacked', async () => {
    await expect(cleanImage('jpeg', await photo(), 1000)).rejects.toMatchObject({ code: 'fileTooLarge' });
  });

  test('that broke off on the way are refused', async () => {
    const noise = await sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: 'white',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer();
    await expect(acceptFile(noise.subarray(0, noise.length / 2), '现场.jpg')).rejects.toMatchObject({
      code: 'fileBroken',
    });
  });

  test('saved from a chat under another image’s name are taken for what they are', async () => {
    const webp = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .webp()
      .toBuffer();
    expect(await acceptFile(webp, '微信图片.jpg')).toMatchObject({
      kind: 'webp',
      mime: 'image/webp',
      name: '微信图片.webp',
    });
  });

  test('in Apple’s own kind get a way out', async () => {
    await expect(acceptFile(box('heic'), 'IMG_0001.HEIC')).rejects.toMatchObject({
      code: 'fileKindNotAllowed',
      message: expect.stringContaining('兼容性最佳'),
    });
  });
});

describe('papers and recordings', () => {
  test.each([
    ['协议.pdf', pdf, 'pdf', 'application/pdf'],
    ['协议.docx', docx, 'docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    [
      '名单.xlsx',
      zip('[Content_Types].xml', excel),
      'xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    ['录音.wav', wav, 'wav', 'audio/wav'],
    ['录音.m4a', box('M4A '), 'm4a', 'audio/mp4'],
    ['录音.mp3', Buffer.from('ID3\x04\x00\x00\x00\x00\x00\x00\xff\xfb\x90\x64', 'latin1'), 'mp3', 'audio/mpeg'],
    ['录音.amr', Buffer.from('#!AMR\n'), 'amr', 'audio/amr'],
    ['录像.mp4', box('isom'), 'mp4', 'video/mp4'],
  ])('%s is known by its content and kept byte for byte', async (name, bytes, kind, mime) => {
    const kept = await acceptFile(bytes, name);
    expect(kept).toMatchObject({ kind, mime, name });
    expect(kept.bytes.equals(bytes)).toBe(true);
  });

  test('text from an office computer is kept as UTF-8', async () => {
    expect((await acceptFile(Buffer.from('枫桥'), '说明.txt')).bytes.toString()).toBe('枫桥');
    const gbk = Buffer.from([0xb7, 0xe3, 0xc7, 0xc5]);
    expect((await acceptFile(gbk, '说明.txt')).bytes.toString()).toBe('枫桥');
  });
});

describe('refused', () => {
  const refusal = (bytes: Buffer, name: string) =>
    acceptFile(bytes, name).then(
      () => undefined,
      (error) => error,
    );

  test('an empty file', async () => {
    expect(await refusal(Buffer.alloc(0), 'a.pdf')).toMatchObject({ kind: 'invalid', code: 'fileEmpty' });
  });

  test('a file whose content is not what its name says', async () => {
    expect(await refusal(pdf, '照片.jpg')).toMatchObject({
      code: 'fileKindMismatch',
      message: '这个文件的内容是 PDF，与扩展名 .jpg 不符。',
    });
    expect(await refusal(await photo(), '协议.pdf')).toMatchObject({ code: 'fileKindMismatch' });
    expect(await refusal(Buffer.from('<script>alert(1)</script>'), '协议.pdf')).toMatchObject({
      code: 'fileKindMismatch',
    });
    expect(await refusal(Buffer.from('a\u0000b'), '说明.txt')).toMatchObject({ code: 'fileKindMismatch' });
  });

  test('programs, archives, macros, old Word and pages that could run scripts', async () => {
    const oldWord = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    const cases: [Buffer, string][] = [
      [Buffer.from(`MZ${'\u0000'.repeat(200)}`), '照片.exe'],
      [zip('a.txt', 'a'), '材料.zip'],
      [zip('[Content_Types].xml', macro), '协议.docm'],
      [oldWord, '协议.doc'],
      [Buffer.from('<html><script>alert(1)</script></html>'), '页.html'],
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), '图.svg'],
      [Buffer.from('随便写的'), '没有扩展名'],
    ];
    for (const [bytes, name] of cases)
      expect(await refusal(bytes, name), name).toMatchObject({ kind: 'invalid', code: 'fileKindNotAllowed' });
  });

  test('a file above the size for its kind', async () => {
    expect(await refusal(Buffer.alloc(2 * 1_048_576 + 1, 'a'), '说明.txt')).toMatchObject({
      code: 'fileTooLarge',
      message: '这是纯文本，最大 2 MB，这个文件超过了。',
    });
  });

  test('a kind that this place does not take', async () => {
    await expect(acceptFile(pdf, '协议.pdf', ['jpeg', 'png'])).rejects.toMatchObject({ message: '这里不收 PDF。' });
  });
});

test('a file name keeps its words and loses paths, control and direction marks', () => {
  expect(safeFileName('C:\\fakepath\\欠条 照片.jpeg', '.jpg')).toBe('欠条 照片.jpg');
  expect(safeFileName('../../etc/passwd', '.txt')).toBe('passwd.txt');
  expect(safeFileName('photo\u202egpj.exe', '.jpg')).toBe('photogpj.jpg');
  expect(safeFileName('.pdf', '.pdf')).toBe('未命名.pdf');
  expect(safeFileName(`${'长'.repeat(300)}.pdf`, '.pdf')).toHaveLength(104);
});
