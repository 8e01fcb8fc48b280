import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { spoolOf } from '../platform/embedded/archive.ts';
import type { Cluster } from '../platform/embedded/cluster.ts';
import { toIso } from '../platform/now.ts';
import { sendContents, storedContents } from './contents.ts';
import { copyCluster } from './copyCluster.ts';
import { baseOf, DATABASE, type House, type Manifest, telling, writeHouse, writeManifest } from './manifest.ts';
import { type Told, UpkeepFailed } from './outcome.ts';
import { sealedPiece, sendPieces } from './pieces.ts';
import type { Place } from './place.ts';
import { type BackupKey, seal } from './seal.ts';
import { bearWitness } from './witness.sql.ts';

export type BackupMeans = {
  /** Straight to the server, as its owner. */
  readonly adminUrl: string;
  /** Ours to copy; undefined where the database is on somebody else's server, whose tool copies it. */
  readonly cluster: Cluster | undefined;
  readonly files: string;
  readonly house: House;
  readonly key: BackupKey;
  readonly program: string;
  readonly now: () => Date;
  readonly told: Told;
};

// Any numbers will do, as long as every backup of this product takes the same.
const WHOLE = 0x66_71_62;
const PIECES = 0x66_71_70;

export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'fengqiao backup' });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function inTurn<T>(client: pg.Client, turn: number, work: () => Promise<T>): Promise<T> {
  await client.query('select pg_advisory_lock($1)', [turn]);
  try {
    return await work();
  } finally {
    await client.query('select pg_advisory_unlock($1)', [turn]);
  }
}

type Shipping = Pick<BackupMeans, 'key' | 'told'> & { readonly cluster: Cluster };

/** What waits goes to the place; one process at a time, or two would write one piece together. */
const ship = (client: pg.Client, cluster: Cluster, place: Place, key: BackupKey): Promise<string[]> =>
  inTurn(client, PIECES, () => sendPieces(spoolOf(cluster), place, key));

/**
 * Ends the piece of the log that is being written, so that what was done until now can be kept. Answers its name: of the last
 * one that ended, where nothing was done since. */
export async function endPiece(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ piece: string }>(
    'select pg_walfile_name(pg_switch_wal() - 1::numeric) as piece',
  );
  return rows[0]?.piece ?? '';
}

/** Ships until this piece is there: PostgreSQL hands it over a moment after it ended. Answers all that went. */
export async function shipUntil(client: pg.Client, means: Shipping, place: Place, piece: string): Promise<string[]> {
  const went: string[] = [];
  for (let turn = 0; turn < 600; turn++) {
    went.push(...(await ship(client, means.cluster, place, means.key)));
    if (await place.has(sealedPiece(piece))) return went;
    if (turn > 20) means.told(0, 0, '等数据库交出最后一段日志');
    await pause(100);
  }
  throw new UpkeepFailed('数据库没有交出日志，备份没有做完。请看数据目录的磁盘还有没有地方。');
}

async function refuseTooSmall(client: pg.Client, place: Place): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>('select sum(pg_database_size(oid)) as bytes from pg_database');
  const bytes = Number(rows[0]?.bytes);
  const room = await place.room();
  // Sealed and compressed it takes a quarter or less; half leaves something for the log.
  if (room !== undefined && room < bytes / 2)
    throw new UpkeepFailed(`${place.said} 只剩 ${Math.floor(room / 2 ** 20)} MB，放不下这份备份。请腾出地方再来一次。`);
  return bytes;
}

type Copied = NonNullable<Manifest['database']>;

/** The documented low-level backup (PostgreSQL 25.3.3): the label goes into the copy, never into the living cluster. */
async function copyDatabase(
  client: pg.Client,
  means: BackupMeans & { cluster: Cluster },
  place: Place,
  name: string,
): Promise<Omit<Copied, 'lastWal'>> {
  const total = await refuseTooSmall(client, place);
  await client.query('select pg_backup_start($1, true)', [name]);
  const hash = createHash('sha256');
  let bytes = 0;
  const { tar, abandon } = copyCluster(means.cluster.data, (done) => means.told(done, total, '抄数据库'));
  const sealed = await seal(means.key, Readable.from(tar));
  const counting = async function* () {
    for await (const chunk of sealed) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
      yield chunk;
    }
  };
  // A place that refuses leaves the copy half read: nobody else would end it.
  await place.put(`${baseOf(name)}/${DATABASE}`, Readable.from(counting())).finally(abandon);
  const { rows } = await client.query<{ label: string }>('select labelfile as label from pg_backup_stop(false)');
  const label = rows[0]?.label ?? '';
  const firstWal = /\(file ([0-9A-F]{24})\)/.exec(label)?.[1] ?? '';
  return { postgres: '18', label, firstWal, bytes, size: total, sha256: hash.digest('hex') };
}

async function whole(client: pg.Client, means: BackupMeans, place: Place, name: string): Promise<Manifest> {
  const startedAt = means.now().toISOString();
  await sendContents(means.files, place, means.key, means.told);
  const cluster = means.cluster;
  const copied = cluster && (await copyDatabase(client, { ...means, cluster }, place, name));
  means.told(0, 0, '数一数各表');
  const witness = await connected(means.adminUrl, (reader) => bearWitness(client, reader, name));
  const lastWal = cluster ? await endPiece(client) : '';
  if (cluster) await shipUntil(client, { ...means, cluster }, place, lastWal);
  // What came while the database was copied is named by rows that are in the log.
  await sendContents(means.files, place, means.key, means.told);
  await writeHouse(place, name, means.key, means.house);
  const { rows } = await client.query<{ name: string }>('select name from migration order by name');
  return {
    ...{ format: 1, name, startedAt, endedAt: means.now().toISOString(), program: means.program },
    ...{ migrations: rows.map((row) => row.name), witness },
    files: (await storedContents(means.files)).length,
    ...(copied && { database: { ...copied, lastWal } }),
  };
}

/**
 * One backup after the other, together with what it lets go of: pruned beside another that is being written, that one would lose
 * its parts and then be given a name.
 */
export const alone = <T>(adminUrl: string, work: () => Promise<T>): Promise<T> =>
  connected(adminUrl, (client) => inTurn(client, WHOLE, work));

/** Makes a whole backup in the place, online. Rejects with a sentence; then nothing there bears a backup's name. */
export async function takeBackup(means: BackupMeans, place: Place): Promise<Manifest> {
  const name = toIso(means.now()).slice(0, 19).replaceAll(/[-:]/g, '');
  try {
    const manifest = await connected(means.adminUrl, (client) => whole(client, means, place, name));
    await writeManifest(place, manifest);
    return manifest;
  } catch (error) {
    await place.remove(baseOf(name)).catch(() => {});
    throw error;
  }
}
