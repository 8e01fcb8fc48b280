import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { asFullDisk } from './lostDatabase.ts';
import { refuse } from './refusal.ts';

export interface StoredFile {
  /** 64 hex digits: the name of the content. */
  sha256: string;
  /** Bytes. */
  size: number;
}

/** A content-addressed store; the disk below or an S3-type one where there are two servers. */
export interface FileStore {
  /** On return the content survives a power cut, so the row that names it may commit. The same content twice is one file. */
  put(content: Uint8Array | Readable, limit?: { maxBytes: number }): Promise<StoredFile>;
  /** Refuses in a sentence, before the first byte, when there is no such content although somebody names it. */
  read(sha256: string): Promise<Readable>;
  has(sha256: string): Promise<boolean>;
  /** For erasure and for content that no row names; nothing happens when it is gone already. */
  remove(sha256: string): Promise<void>;
  /** Unless it was put again since: looked at once more at the last moment. Answers whether it is gone. */
  removeOlder(sha256: string, before: Date): Promise<boolean>;
  /** Everything that lies there, and when it was last put. */
  list(): AsyncIterable<{ readonly sha256: string; readonly putAt: Date }>;
  /** Half-written things of a server that was killed, begun before this time. */
  clearUnfinished(before: Date): Promise<void>;
  /** Whether the bytes on disk still have their name: for the nightly check. */
  intact(sha256: string): Promise<boolean>;
}

/** Keeps files below `dir` as ab/cdef…; readable by the service's own user only. */
export function makeFileStore(dir: string): FileStore {
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError('not a SHA-256 in hex');
    return join(dir, sha256.slice(0, 2), sha256.slice(2));
  };
  const read = async (sha256: string): Promise<Readable> => {
    const handle = await open(pathOf(sha256), 'r').catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return refuse('notFound', 'contentLost', '登记里有这份文件，磁盘上找不到了。请告诉系统管理员，从备份里取回来。');
    });
    return handle.createReadStream();
  };
  return {
    put: (content, limit) => put(dir, pathOf, content, limit?.maxBytes ?? Number.POSITIVE_INFINITY),
    read,
    has: (sha256) =>
      stat(pathOf(sha256)).then(
        () => true,
        () => false,
      ),
    async removeOlder(sha256, before) {
      const there = await stat(pathOf(sha256)).catch(() => undefined);
      if (there && there.mtime >= before) return false;
      await rm(pathOf(sha256), { force: true });
      return true;
    },
    list: () => contentsIn(dir),
    clearUnfinished: (before) => clearOlder(join(dir, 'incoming'), before),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    async intact(sha256) {
      const hash = createHash('sha256');
      for await (const chunk of createReadStream(pathOf(sha256))) hash.update(chunk as Buffer);
      return hash.digest('hex') === sha256;
    },
  };
}

async function clearOlder(folder: string, before: Date): Promise<void> {
  for (const name of await readdir(folder).catch((): string[] => [])) {
    const begun = await stat(join(folder, name)).catch(() => undefined);
    if (begun && begun.mtime < before) await rm(join(folder, name), { force: true });
  }
}

async function* contentsIn(dir: string): AsyncGenerator<{ sha256: string; putAt: Date }> {
  const nothing = (): string[] => [];
  for (const start of (await readdir(dir).catch(nothing)).filter((name) => /^[0-9a-f]{2}$/.test(name)))
    for (const rest of await readdir(join(dir, start)).catch(nothing)) {
      const putAt = await stat(join(dir, start, rest)).then(
        ({ mtime }) => mtime,
        () => undefined,
      );
      if (putAt) yield { sha256: start + rest, putAt };
    }
}

async function put(
  dir: string,
  pathOf: (sha256: string) => string,
  content: Uint8Array | Readable,
  maxBytes: number,
): Promise<StoredFile> {
  const temporary = join(dir, 'incoming', randomUUID());
  try {
    await mkdir(dirname(temporary), { recursive: true, mode: 0o700 });
    const stored = await writeDown(temporary, content, maxBytes);
    await settle(temporary, pathOf(stored.sha256), dir);
    return stored;
  } catch (error) {
    throw asFullDisk(error);
  } finally {
    await rm(temporary, { force: true });
  }
}

async function writeDown(path: string, content: Uint8Array | Readable, maxBytes: number): Promise<StoredFile> {
  const hash = createHash('sha256');
  let size = 0;
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      const bytes = Buffer.from(chunk as Uint8Array | string);
      size += bytes.length;
      if (size > maxBytes) refuse('invalid', 'fileTooLarge', `文件太大，最多 ${Math.floor(maxBytes / 1_048_576)} MB。`);
      hash.update(bytes);
      await handle.writeFile(bytes);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest('hex'), size };
}

/** Rename is atomic; the directories are synced too, or the name itself could be lost with the power. */
async function settle(temporary: string, path: string, root: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(temporary, path);
  await syncFolder(folder);
  await syncFolder(root);
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a directory; NTFS journals the rename itself.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
