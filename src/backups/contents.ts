import { createReadStream, type Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Told } from './outcome.ts';
import type { Place } from './place.ts';
import { type BackupKey, seal } from './seal.ts';

/** Papers and pictures, each under the digest of its content, as platform/fileStore.ts keeps them. */
export const CONTENTS = 'files';
const SEALED = '.zst.age';
export const sealedContent = (sha256: string): string =>
  `${CONTENTS}/${sha256.slice(0, 2)}/${sha256.slice(2)}${SEALED}`;

const nothing = (error: unknown): Dirent[] => {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
  throw error;
};
const entries = (folder: string) => readdir(folder, { withFileTypes: true }).catch(nothing);

/** Digests of what the store holds; with `since`, of what may have come after it. */
export async function storedContents(files: string, since?: Date): Promise<string[]> {
  const found: string[] = [];
  for (const { name } of (await entries(files)).filter((entry) => /^[0-9a-f]{2}$/.test(entry.name))) {
    const folder = join(files, name);
    if (since && (await stat(folder)).mtime < since) continue;
    found.push(...(await entries(folder)).filter((entry) => entry.isFile()).map((entry) => name + entry.name));
  }
  return found;
}

export async function sentContents(place: Place): Promise<Map<string, Date>> {
  const sent = new Map<string, Date>();
  for (const folder of await place.folders(CONTENTS))
    for (const { name, at } of await place.list(`${CONTENTS}/${folder}`))
      sent.set(folder + name.slice(0, -SEALED.length), at);
  return sent;
}

/** Brings what the place has not. Content never changes, so what is there once is there. Answers how many went. */
export async function sendContents(
  files: string,
  place: Place,
  key: BackupKey,
  told: Told,
  since?: Date,
): Promise<number> {
  const wanted = await storedContents(files, since);
  if (wanted.length === 0) return 0;
  const sent = await sentContents(place);
  const missing = wanted.filter((sha256) => !sent.has(sha256));
  for (const [index, sha256] of missing.entries()) {
    const path = join(files, sha256.slice(0, 2), sha256.slice(2));
    // Erased meanwhile: then no row names it either.
    const there = await stat(path).catch(() => undefined);
    if (there) await place.put(sealedContent(sha256), await seal(key, createReadStream(path)));
    told(index + 1, missing.length, '抄附件');
  }
  return missing.length;
}
