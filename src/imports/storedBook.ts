import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from '../platform/fileStore.ts';
import { openRowBook, type RowBook } from '../sheets/rowBook.ts';

/** The stored file on the disk of this machine: archives are read from their end, a store only forwards. */
export async function spooled(files: FileStore, sha256: string): Promise<{ path: string; remove(): Promise<void> }> {
  const path = join(tmpdir(), `fengqiao-${randomUUID()}`);
  const remove = () => rm(path, { force: true });
  try {
    await pipeline(await files.read(sha256), createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, remove };
}

export async function withBook<T>(
  files: FileStore,
  sha256: string,
  work: (book: RowBook) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const { path, remove } = await spooled(files, sha256);
  try {
    const book = await openRowBook(path, signal);
    try {
      return await work(book);
    } finally {
      await book.close();
    }
  } finally {
    await remove();
  }
}
