import { createHash } from 'node:crypto';
import { chownSync, createWriteStream, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import type { Cluster } from '../platform/embedded/cluster.ts';
import { ownFolder } from '../platform/embedded/places.ts';
import { type Backup, baseOf, DATABASE, telling } from './manifest.ts';
import { type Told, UpkeepFailed } from './outcome.ts';
import { positionOf, sealedPiece, storedPieces } from './pieces.ts';
import type { Place } from './place.ts';
import { unseal } from './seal.ts';

const give = (path: string, { account }: Cluster): void => {
  if (account) chownSync(path, account.uid, account.gid);
};

async function layDown(entries: ReturnType<typeof extract>, cluster: Cluster): Promise<void> {
  for await (const entry of entries) {
    const path = join(cluster.data, entry.header.name);
    if (!path.startsWith(cluster.data)) throw new UpkeepFailed('备份里有不该有的路径，没有恢复。');
    if (entry.header.type === 'directory') {
      await mkdir(path, { recursive: true, mode: 0o700 });
      entry.resume();
    } else {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await pipeline(Readable.from(entry), createWriteStream(path, { mode: 0o600 }));
    }
    give(path, cluster);
  }
}

async function unpack(tar: Readable, cluster: Cluster): Promise<void> {
  const entries = extract();
  // What arrived damaged is the cause; that entries then end early only follows from it.
  const [arrived, laid] = await Promise.allSettled([
    pipeline(tar, entries as unknown as NodeJS.WritableStream),
    layDown(entries, cluster),
  ]);
  for (const ended of [arrived, laid]) if (ended.status === 'rejected') throw ended.reason;
}

/** Fetches the copied cluster and lays it where PostgreSQL can be started on it. The digest is that of what was sealed. */
export async function fetchDatabase(
  place: Place,
  backup: Backup,
  identity: string,
  cluster: Cluster,
  told: Told,
): Promise<void> {
  const { database } = backup;
  if (!database)
    throw new UpkeepFailed(`${backup.name} 里没有数据库：那时用的是自己的数据库服务器，请用那边的工具恢复。`);
  rmSync(cluster.data, { recursive: true, force: true });
  ownFolder(cluster.data, cluster.account);
  const hash = createHash('sha256');
  const counting = async function* () {
    for await (const chunk of telling(
      await place.get(`${baseOf(backup.name)}/${DATABASE}`),
      database.bytes,
      '取数据库',
      told,
    )) {
      hash.update(chunk);
      yield chunk;
    }
  };
  await unpack(await unseal(identity, Readable.from(counting())), cluster);
  if (hash.digest('hex') !== database.sha256)
    throw new UpkeepFailed(`${backup.name} 的数据库和备份时写下的不一样，坏了。`);
  const label = join(cluster.data, 'backup_label');
  writeFileSync(label, database.label, { mode: 0o600 });
  give(label, cluster);
}

/** Pieces of the log from a backup on; where one knows it, up to the last that can be needed. */
export async function fetchPieces(
  place: Place,
  range: { readonly from: string; readonly to: string | undefined },
  identity: string,
  cluster: Cluster,
  told: Told,
): Promise<string> {
  const folder = `${cluster.data}.pieces`;
  rmSync(folder, { recursive: true, force: true });
  ownFolder(folder, cluster.account);
  const needed = (await storedPieces(place)).filter((name) => {
    if (name.endsWith('.history')) return true;
    const at = positionOf(name);
    return (
      at >= positionOf(range.from) &&
      (range.to === undefined || at <= positionOf(range.to)) &&
      !name.endsWith('.backup')
    );
  });
  for (const [index, name] of needed.entries()) {
    const path = join(folder, name);
    await pipeline(
      await unseal(identity, await place.get(sealedPiece(name))),
      createWriteStream(path, { mode: 0o600 }),
    );
    give(path, cluster);
    told(index + 1, needed.length, '取日志');
  }
  return folder;
}

/** One content, checked against its name. False: it came, and is not what it is called. */
export async function fetchContent(
  sealed: Readable,
  identity: string,
  sha256: string,
  path: string | undefined,
): Promise<boolean> {
  const hash = createHash('sha256');
  const counting = async function* () {
    for await (const chunk of await unseal(identity, sealed)) {
      hash.update(chunk as Buffer);
      yield chunk as Buffer;
    }
  };
  if (path === undefined) for await (const _ of counting());
  else {
    if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    await pipeline(Readable.from(counting()), createWriteStream(path, { mode: 0o600 }));
  }
  return hash.digest('hex') === sha256;
}
