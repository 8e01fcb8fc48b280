import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32, createDeflateRaw } from 'node:zlib';
import type { ZipEntry, ZipFile } from './zipFile.ts';

type Written = Pick<ZipEntry, 'name' | 'crc' | 'compressed' | 'size' | 'at' | 'method'>;
type Bytes = AsyncIterable<Buffer | string>;

/** What goes into an archive: an entry of another as it lies there, or text that is made while it is written. */
export type ZipPart = { entry: ZipEntry; stored: AsyncIterable<Buffer> } | { name: string; text: Bytes };

const DEFLATE = 8;
const SIZES_FOLLOW = 0x08;
const UTF8 = 0x800;
const VERSION = 20;
// 1 January 1980, the first day that the format knows: the same content makes the same file.
const DAY_ONE = 0x21;

function localHead(name: Buffer, flags: number, { method, crc, compressed, size }: Written): Buffer {
  const head = Buffer.alloc(30);
  head.write('PK\x03\x04', 'latin1');
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(flags, 6);
  head.writeUInt16LE(method, 8);
  head.writeUInt16LE(DAY_ONE, 12);
  if ((flags & SIZES_FOLLOW) === 0) writeSizes(head, 14, { crc, compressed, size });
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function writeSizes(into: Buffer, at: number, { crc, compressed, size }: Pick<Written, 'crc' | 'compressed' | 'size'>) {
  into.writeUInt32LE(crc, at);
  into.writeUInt32LE(compressed, at + 4);
  into.writeUInt32LE(size, at + 8);
}

function listedHead(written: Written, flags: number): Buffer {
  const name = Buffer.from(written.name);
  const head = Buffer.alloc(46);
  head.write('PK\x01\x02', 'latin1');
  head.writeUInt16LE(VERSION, 4);
  head.writeUInt16LE(VERSION, 6);
  head.writeUInt16LE(flags, 8);
  head.writeUInt16LE(written.method, 10);
  head.writeUInt16LE(DAY_ONE, 14);
  writeSizes(head, 16, written);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(written.at, 42);
  return Buffer.concat([head, name]);
}

async function* deflated(text: Bytes, written: Written): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw();
  const feeding = (async () => {
    for await (const part of text) {
      const bytes = Buffer.from(part as string);
      written.crc = crc32(bytes, written.crc);
      written.size += bytes.length;
      if (!deflate.write(bytes)) await new Promise((resolve) => deflate.once('drain', resolve));
    }
    deflate.end();
  })().catch((error: Error) => deflate.destroy(error));
  for await (const part of deflate) {
    written.compressed += (part as Buffer).length;
    yield part as Buffer;
  }
  await feeding;
}

function ending(listed: Buffer, count: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([listed, end]);
}

const sizesAfter = (written: Written): Buffer => {
  const after = Buffer.alloc(16);
  after.write('PK\x07\x08', 'latin1');
  writeSizes(after, 4, written);
  return after;
};

/** An archive as a stream: entry after entry, each held in memory only as far as the reader drinks. */
export async function* zipped(parts: AsyncIterable<ZipPart>): AsyncGenerator<Buffer> {
  const listed: Buffer[] = [];
  let at = 0;
  const put = (bytes: Buffer): Buffer => {
    at += bytes.length;
    return bytes;
  };
  for await (const part of parts) {
    const made = 'text' in part;
    const written: Written = made
      ? { name: part.name, method: DEFLATE, crc: 0, compressed: 0, size: 0, at }
      : { ...part.entry, at };
    const flags = UTF8 | (made ? SIZES_FOLLOW : 0);
    yield put(localHead(Buffer.from(written.name), flags, written));
    for await (const bytes of made ? deflated(part.text, written) : part.stored) yield put(bytes);
    if (made) yield put(sizesAfter(written));
    listed.push(listedHead(written, flags));
  }
  yield ending(Buffer.concat(listed), listed.length, at);
}

async function* replaced(zip: ZipFile, texts: ReadonlyMap<string, string>): AsyncGenerator<ZipPart> {
  for (const entry of zip.entries) {
    const text = texts.get(entry.name);
    if (text === undefined) yield { entry, stored: zip.stored(entry) };
    else yield { name: entry.name, text: Readable.from([text]) };
  }
}

/** The archive with other texts in some of its entries; everything else stays byte for byte. */
export const withTexts = (zip: ZipFile, texts: ReadonlyMap<string, string>): Promise<Buffer> =>
  buffer(zipped(replaced(zip, texts)));
