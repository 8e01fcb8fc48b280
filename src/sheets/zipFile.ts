import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { Broken, locked, tooBig } from './bookSentences.ts';

export type ZipEntry = {
  name: string;
  method: number;
  flags: number;
  crc: number;
  compressed: number;
  size: number;
  /** of the local header */
  at: number;
};

/** A zip archive, read entry by entry: nothing of it is held in memory but its list of names. */
export type ZipFile = {
  entries: readonly ZipEntry[];
  find(name: string): ZipEntry | undefined;
  /** The bytes as they were put in, counted as they come: an archive that lies about its sizes is refused as well. */
  stream(entry: ZipEntry): AsyncGenerator<Buffer>;
  /** The bytes as they lie in the archive, to be copied into another. */
  stored(entry: ZipEntry): AsyncGenerator<Buffer>;
  close(): Promise<void>;
};

type Source = { size: number; at(from: number, length: number): Promise<Buffer>; close(): Promise<void> };

const TAIL = 22 + 65_535;
const MOST_ENTRIES = 5000;
const PIECE = 262_144;
/** Tables of office programs pack to a thirtieth, rarely to a hundredth; a bomb to a thousandth. */
const MOST_TIMES = 300;
const SMALL = 16 * 1024 * 1024;

async function sourceOf(file: string | Buffer): Promise<Source> {
  if (typeof file !== 'string')
    return {
      size: file.length,
      at: async (from, length) => file.subarray(from, from + length),
      close: async () => {},
    };
  const handle = await open(file, 'r');
  const { size } = await handle.stat();
  return {
    size,
    async at(from, length) {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - from)));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, from);
      return buffer.subarray(0, bytesRead);
    },
    close: () => handle.close(),
  };
}

async function directoryOf({ size, at: bytesAt }: Source): Promise<Buffer> {
  const from = Math.max(0, size - TAIL);
  const tail = await bytesAt(from, size - from);
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 22 > tail.length) throw new Broken('no list of entries');
  const [length, at] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (at + length > size) throw new Broken('the list of entries lies beyond the end');
  return bytesAt(at, length);
}

function entriesIn(directory: Buffer): ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= directory.length && directory.toString('latin1', at, at + 4) === 'PK\x01\x02'; ) {
    if (entries.length === MOST_ENTRIES) throw new Broken('too many entries');
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      flags: directory.readUInt16LE(at + 8),
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      compressed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      at: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** Before anything is inflated: names that stay inside, packings that we know, and each entry in a place of its own. */
function inspect(entries: readonly ZipEntry[], size: number, most: number): void {
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > most) tooBig();
  let end = 0;
  for (const { name, flags, method, at, compressed } of entries.toSorted((a, b) => a.at - b.at)) {
    if (flags & 1) locked();
    if (method !== 0 && method !== 8) throw new Broken(`packed by ${method}`);
    if (/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^\w:|\0/.test(name)) throw new Broken('a name that leads out of the archive');
    if (at < end || at + 30 + compressed > size) throw new Broken('entries lie over each other or beyond the end');
    end = at + 30 + compressed;
  }
}

async function* stored(source: Source, entry: ZipEntry): AsyncGenerator<Buffer> {
  const head = await source.at(entry.at, 30);
  if (head.toString('latin1', 0, 4) !== 'PK\x03\x04') throw new Broken('no entry where the list says');
  let at = entry.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  for (let left = entry.compressed; left > 0; ) {
    const part = await source.at(at, Math.min(left, PIECE));
    if (part.length === 0) throw new Broken('the archive ends early');
    yield part;
    at += part.length;
    left -= part.length;
  }
}

async function* counted(bytes: AsyncIterable<Buffer>, packed: number, most: number): AsyncGenerator<Buffer> {
  let inflated = 0;
  for await (const part of bytes) {
    inflated += part.length;
    if (inflated > most || (inflated > SMALL && inflated > packed * MOST_TIMES)) tooBig();
    yield part;
  }
}

function inflating(packed: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
  const inflate = createInflateRaw({ chunkSize: PIECE });
  const from = Readable.from(packed, { objectMode: false });
  from.on('error', (error) => inflate.destroy(error));
  inflate.on('close', () => from.destroy());
  return from.pipe(inflate);
}

/** Opens the archive at a path or in memory; of no entry more than `most` bytes are ever inflated. */
export async function openZip(file: string | Buffer, most: number): Promise<ZipFile> {
  const source = await sourceOf(file);
  try {
    const entries = entriesIn(await directoryOf(source));
    inspect(entries, source.size, most);
    return {
      entries,
      find: (name) => entries.find((entry) => entry.name === name),
      stored: (entry) => stored(source, entry),
      stream: (entry) =>
        counted(entry.method === 0 ? stored(source, entry) : inflating(stored(source, entry)), entry.compressed, most),
      close: source.close,
    };
  } catch (error) {
    await source.close();
    throw error;
  }
}

export const isZip = (start: Buffer): boolean => ['PK\x03\x04', 'PK\x05\x06'].includes(start.toString('latin1', 0, 4));
