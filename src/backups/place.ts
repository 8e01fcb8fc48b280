import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { UpkeepUnchecked } from './outcome.ts';

/** `size` in bytes; `at`: when it arrived. */
export type Stored = { readonly name: string; readonly size: number; readonly at: Date };

/** Where copies are kept. Paths have slashes and start at the place's own folder. */
export interface Place {
  /** As people know it. */
  readonly said: string;
  /** What lies directly in this folder, by name; empty where the folder is not there. Half-written things are not told. */
  list(folder: string): Promise<Stored[]>;
  folders(folder: string): Promise<string[]>;
  /** Arrives whole, or not under this name at all; replaces what was there. Rejects with ENOSPC where it is full. */
  put(path: string, content: Readable): Promise<void>;
  /** Rejects with ENOENT before the first byte. */
  get(path: string): Promise<Readable>;
  has(path: string): Promise<boolean>;
  /** A file or a folder with all that is in it; nothing happens when it is gone already. */
  remove(path: string): Promise<void>;
  /** Bytes that still fit, where the place can tell. */
  room(): Promise<number | undefined>;
  close(): Promise<void>;
}

export const PART = '.part';

const absent = (error: unknown): never[] => {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
  throw error;
};

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

async function write(path: string, content: Readable): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const handle = await open(`${path}${PART}`, 'w', 0o600);
  try {
    for await (const chunk of content) await handle.writeFile(chunk as Buffer);
    await handle.sync();
  } catch (error) {
    await rm(`${path}${PART}`, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  await rename(`${path}${PART}`, path);
  await syncFolder(dirname(path));
}

/** A folder of this machine, or one that is mounted into it. */
export function folderPlace(home: string): Place {
  return {
    said: home,
    async list(folder) {
      const entries = await readdir(join(home, folder), { withFileTypes: true }).catch(absent);
      const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith(PART));
      return Promise.all(
        files.map(async ({ name }) => {
          const { size, mtime: at } = await stat(join(home, folder, name));
          return { name, size, at };
        }),
      );
    },
    async folders(folder) {
      const entries = await readdir(join(home, folder), { withFileTypes: true }).catch(absent);
      return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    },
    put: (path, content) => write(join(home, path), content),
    async get(path) {
      await stat(join(home, path));
      return createReadStream(join(home, path));
    },
    has: (path) =>
      stat(join(home, path)).then(
        () => true,
        (error: unknown) => absent(error).length > 0,
      ),
    remove: (path) => rm(join(home, path), { recursive: true, force: true }),
    async room() {
      const { bavail, bsize } = await statfs(home);
      return bavail * bsize;
    },
    close: async () => {},
  };
}

export async function readWhole(place: Place, path: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await place.get(path)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export const writeWhole = (place: Place, path: string, content: string | Uint8Array): Promise<void> =>
  place.put(path, Readable.from([Buffer.from(content as Uint8Array)]));

/** A small file of ours; undefined where it is not there. */
export const readJson = async <T>(place: Place, path: string): Promise<T | undefined> =>
  readWhole(place, path).then(
    (bytes) => JSON.parse(bytes.toString()) as T,
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      return undefined;
    },
  );

const MARK = 'fengqiao-backup.json';

/**
 * The mark of a place, made at its first use. A mounted folder that is not mounted is an empty folder of this machine's own
 * disk: whoever knows the place by its mark is told, instead of filling the wrong disk.
 */
export async function markOf(place: Place, known: string | undefined, fresh: string): Promise<string> {
  const there = (await readJson<{ id: string }>(place, MARK))?.id;
  if (known !== undefined && there !== known)
    throw new UpkeepUnchecked(`${place.said} 里不是以前放备份的地方：可能没有挂上，或换了盘。请挂上再来一次。`);
  if (there !== undefined) return there;
  await writeWhole(place, MARK, `${JSON.stringify({ id: fresh, made: new Date() })}\n`);
  return fresh;
}
