import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FileStore, makeFileStore } from './fileStore.ts';

const paper = Buffer.from('调解协议书'.repeat(5000));
const sha256 = createHash('sha256').update(paper).digest('hex');
let dir: string;
let store: FileStore;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fengqiao-files-'));
  store = makeFileStore(dir);
});
afterAll(() => rm(dir, { recursive: true }));

test('what was put can be read again under the name of its content', async () => {
  expect(await store.put(paper)).toEqual({ sha256, size: paper.length });
  expect(await buffer(await store.read(sha256))).toEqual(paper);
  expect((await stat(join(dir, sha256.slice(0, 2), sha256.slice(2)))).size).toBe(paper.length);
});

test('a stream in pieces is the same content, and the same content is one file', async () => {
  const pieces = () => Readable.from([paper.subarray(0, 7), paper.subarray(7, 4000), paper.subarray(4000)]);
  const stored = await Promise.all([store.put(pieces()), store.put(pieces()), store.put(paper)]);
  expect(stored.every((one) => one.sha256 === sha256 && one.size === paper.length)).toBe(true);
  expect(await readdir(join(dir, sha256.slice(0, 2)))).toEqual([sha256.slice(2)]);
  expect(await readdir(join(dir, 'incoming'))).toEqual([]);
});

test('a file over the limit is refused and leaves nothing behind', async () => {
  await expect(store.put(Readable.from([paper, paper]), { maxBytes: paper.length })).rejects.toMatchObject({
    kind: 'invalid',
    code: 'fileTooLarge',
  });
  expect(await readdir(join(dir, 'incoming'))).toEqual([]);
});

test('an upload that breaks off leaves nothing behind', async () => {
  const broken = Readable.from(
    (async function* () {
      yield paper;
      throw new Error('line cut');
    })(),
  );
  await expect(store.put(broken)).rejects.toThrow('line cut');
  expect(await readdir(join(dir, 'incoming'))).toEqual([]);
});

test('content that is not there is missed before the first byte, and no name leads out of the store', async () => {
  const other = '0'.repeat(64);
  expect(await store.has(other)).toBe(false);
  await expect(store.read(other)).rejects.toMatchObject({ kind: 'notFound', code: 'contentLost' });
  await expect(store.read('../../etc/passwd')).rejects.toThrow(RangeError);
});

test('bytes that changed on the disk are noticed, and removed content is gone', async () => {
  const stored = await store.put(Buffer.from('对账单'));
  expect(await store.intact(stored.sha256)).toBe(true);
  await writeFile(join(dir, stored.sha256.slice(0, 2), stored.sha256.slice(2)), '改过的对账单');
  expect(await store.intact(stored.sha256)).toBe(false);
  await store.remove(stored.sha256);
  await store.remove(stored.sha256);
  expect(await store.has(stored.sha256)).toBe(false);
});

test('half-written things of a server that was killed are cleared away once they are old', async () => {
  const incoming = join(dir, 'incoming');
  await writeFile(join(incoming, 'old'), 'half');
  await writeFile(join(incoming, 'new'), 'half');
  await utimes(join(incoming, 'old'), new Date(0), new Date(0));
  await store.clearUnfinished(new Date(Date.now() - 60_000));
  expect(await readdir(incoming)).toEqual(['new']);
});

/** A disk of its own that is soon full; only root can make one. */
const mounted = async (): Promise<string | undefined> => {
  const place = await mkdtemp(join(tmpdir(), 'fengqiao-small-'));
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', place]).status === 0 ? place : undefined;
};
const small = process.getuid?.() === 0 ? await mounted() : undefined;
afterAll(() => {
  if (small) spawnSync('umount', [small]);
});

test.runIf(small)('a full disk is told as that, and nothing half is kept', async () => {
  const full = makeFileStore(small ?? '');
  await expect(full.put(Buffer.alloc(1_000_000, 1))).rejects.toMatchObject({ kind: 'unavailable', code: 'diskFull' });
  expect(await readdir(join(small ?? '', 'incoming'))).toEqual([]);
});

test('content that was put again since somebody looked is not removed as old', async () => {
  const { sha256: again } = await store.put(Buffer.from('又放了一次'));
  expect(await store.removeOlder(again, new Date(Date.now() - 60_000))).toBe(false);
  expect(await store.has(again)).toBe(true);
  expect(await store.removeOlder(again, new Date(Date.now() + 60_000))).toBe(true);
  expect(await store.has(again)).toBe(false);
});
