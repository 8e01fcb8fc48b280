import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

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

/** A zip archive on disk, read entry by entry: nothing of it is held in memory but its list of names. */
export type ZipFile = {
  entries: readonly ZipEntry[];
  find(name: string): ZipEntry | undefined;
  /** The bytes as they were put in. */
  stream(entry: ZipEntry): Readable;
  /** The bytes as they lie in the archive, to be copied into another. */
  stored(entry: ZipEntry): Readable;
  close(): Promise<void>;
};

const TAIL = 22 + 65_535;

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, at);
  return buffer.subarray(0, bytesRead);
}

/** Null where the file is no archive, or one that was cut off. */
async function directoryOf(file: FileHandle): Promise<Buffer | null> {
  const { size } = await file.stat();
  const from = Math.max(0, size - TAIL);
  const tail = await bytesAt(file, from, size - from);
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) return null;
  const [length, at] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  return at + length <= size ? bytesAt(file, at, length) : null;
}

function entriesIn(directory: Buffer): ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= directory.length && directory.toString('latin1', at, at + 4) === 'PK\x01\x02'; ) {
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

async function* piece(file: FileHandle, entry: ZipEntry): AsyncGenerator<Buffer> {
  const head = await bytesAt(file, entry.at, 30);
  let at = entry.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  for (let left = entry.compressed; left > 0; ) {
    const part = await bytesAt(file, at, Math.min(left, 262_144));
    if (part.length === 0) throw new Error('the archive ends early');
    yield part;
    at += part.length;
    left -= part.length;
  }
}

export async function openZip(path: string): Promise<ZipFile | null> {
  const file = await open(path, 'r');
  const directory = await directoryOf(file).catch(() => null);
  if (directory === null) {
    await file.close();
    return null;
  }
  const entries = entriesIn(directory);
  const stored = (entry: ZipEntry) => Readable.from(piece(file, entry), { objectMode: false });
  return {
    entries,
    find: (name) => entries.find((entry) => entry.name === name),
    stored,
    stream(entry) {
      if (entry.method === 0) return stored(entry);
      const inflate = createInflateRaw();
      stored(entry)
        .on('error', (error) => inflate.destroy(error))
        .pipe(inflate);
      return inflate;
    },
    close: () => file.close(),
  };
}
