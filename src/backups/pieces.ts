import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { UpkeepFailed } from './outcome.ts';
import type { Place } from './place.ts';
import { type BackupKey, seal, unseal } from './seal.ts';

/** A finished piece of the log, the history of a timeline, or the mark of a backup among them. */
const piece = /^[0-9A-F]{24}(\.[0-9A-F]{8}\.backup)?$|^[0-9A-F]{8}\.history$/;
const SEALED = '.zst.age';
export const LOG = 'wal';

/** What waits in the spool, oldest first. */
export async function waiting(spool: string): Promise<string[]> {
  if (!existsSync(spool)) return [];
  return (await readdir(spool)).filter((name) => piece.test(name)).sort();
}

const digestOf = async (stream: AsyncIterable<Buffer>): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of stream) hash.update(chunk);
  return hash.digest('hex');
};

/** A piece of this name that says something else was written by another house: overwriting it would break that one's way back. */
async function refuseStranger(place: Place, key: BackupKey, path: string, file: string): Promise<boolean> {
  const stored = await place.get(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  if (!stored) return false;
  if (key.identity === undefined) return true;
  const there = await digestOf(await unseal(key.identity, stored)).catch(() => '');
  if (there === (await digestOf(createReadStream(file)))) return true;
  throw new UpkeepFailed(`${place.said} 里已有另一台机器写的同名记录，没有覆盖。两台机器不能用同一处放备份。`);
}

/** Brings what waits to the place and then lets it go here. Answers the names that are there now. */
export async function sendPieces(spool: string, place: Place, key: BackupKey): Promise<string[]> {
  const names = await waiting(spool);
  for (const name of names) {
    const file = join(spool, name);
    const path = `${LOG}/${name}${SEALED}`;
    if (!(await refuseStranger(place, key, path, file))) await place.put(path, await seal(key, createReadStream(file)));
    await rm(file, { force: true });
  }
  return names.map((name) => `${name}${SEALED}`);
}

/** Pieces of the place by their plain names, in the order of the log. */
export async function storedPieces(place: Place): Promise<string[]> {
  const stored = await place.list(LOG);
  return stored
    .map(({ name }) => name.slice(0, -SEALED.length))
    .filter((name) => piece.test(name))
    .sort();
}

export const sealedPiece = (name: string): string => `${LOG}/${name}${SEALED}`;
/** Where in the log a piece stands, whatever timeline it is of. */
export const positionOf = (name: string): string => name.slice(8, 24);

const GIGABYTE = 2 ** 30;

/**
 * A place that stays away must not fill the disk that the house works on: beyond two gigabytes and a fifth of what is left,
 * what waits is given up. From there on a copy can be brought to a time of the next backup on only, which is said.
 */
export async function giveUpWhenFull(spool: string): Promise<boolean> {
  const names = await waiting(spool);
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(spool, name))).size));
  const size = sizes.reduce((sum, each) => sum + each, 0);
  if (size < 2 * GIGABYTE) return false;
  const { bavail, bsize } = await statfs(spool);
  if (size < (bavail * bsize) / 5) return false;
  for (const name of names) await rm(join(spool, name), { force: true });
  return true;
}
