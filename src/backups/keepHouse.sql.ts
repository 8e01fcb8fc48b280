import { join } from 'node:path';
import type { Config } from '../platform/config.ts';
import { keepSpool, spoolOf } from '../platform/embedded/archive.ts';
import type { Cluster } from '../platform/embedded/cluster.ts';
import { formatTime } from '../platform/now.ts';
import type { Secrets } from '../platform/secrets.ts';
import type { BackupConfig } from './backupConfig.ts';
import { sendContents } from './contents.ts';
import { backupKey, houseOf, openOwnPlace, ownCluster, programVersion } from './house.ts';
import { listBackups, type Manifest, type Proof, writeProof } from './manifest.ts';
import { mirror, mirrorPieces } from './mirror.ts';
import { type Ended, endedBy, type Told, UpkeepFailed, UpkeepUnchecked } from './outcome.ts';
import { rehearseAgainst, runSiteTool } from './ownServer.sql.ts';
import { giveUpWhenFull } from './pieces.ts';
import type { Place } from './place.ts';
import { prune } from './prune.ts';
import { contentsOf, type Rehearsing, rehearse } from './rehearse.sql.ts';
import { alone, connected, endPiece, shipUntil, takeBackup } from './takeBackup.sql.ts';

export type Keeping = {
  readonly config: Config;
  readonly backup: BackupConfig;
  readonly secrets: Secrets;
  readonly adminUrl: string;
  readonly now: () => Date;
  readonly told: Told;
};

const filesOf = ({ dataDir }: Config): string => join(dataDir, 'files');
const megabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 2 ** 20))} MB`;

/** While a backup is taken by hand where none is kept regularly, the log is kept for as long as that takes. */
async function withSpool<T>(cluster: Cluster | undefined, regularly: boolean, work: () => Promise<T>): Promise<T> {
  if (cluster) keepSpool(cluster, true);
  try {
    return await work();
  } finally {
    if (cluster && !regularly) keepSpool(cluster, false);
  }
}

/** What is done to the second place; what happens there is told, and the first place is none the worse for it. */
async function atSecond(keeping: Keeping, work: (place: Place) => Promise<unknown>): Promise<Ended | undefined> {
  const { config, backup } = keeping;
  const address = backup.places[1];
  if (address === undefined) return undefined;
  try {
    const place = await openOwnPlace(address, config, backup);
    await work(place).finally(() => place.close().catch(() => {}));
    return { outcome: 'done', said: '' };
  } catch (error) {
    const ended = endedBy(error);
    return { outcome: ended.outcome, said: `第二处没有放成：${ended.said}` };
  }
}

const worse = (first: string, second: Ended | undefined): Ended =>
  !second || second.outcome === 'done'
    ? { outcome: 'done', said: first }
    : { outcome: 'failed', said: `${first}${second.said}` };

const whoseDatabase = ({ command }: BackupConfig): string =>
  command === undefined ? '数据库由那边的工具备份' : '数据库由自己的工具备份好了';

/** A whole backup, its copy in the second place, and what is too old let go in both. */
export const backUp = (keeping: Keeping): Promise<Ended & { readonly manifest: Manifest }> =>
  alone(keeping.adminUrl, () => backUpAlone(keeping));

async function backUpAlone(keeping: Keeping): Promise<Ended & { readonly manifest: Manifest }> {
  const { config, backup, secrets, told, now } = keeping;
  const cluster = ownCluster(config);
  const near = await openOwnPlace(backup.places[0], config, backup);
  const key = await backupKey(backup);
  const means = {
    ...keeping,
    cluster,
    files: filesOf(config),
    house: houseOf(config, secrets),
    key,
    program: programVersion(),
  };
  if (!cluster && backup.command !== undefined) await runSiteTool(backup.command);
  return withSpool(cluster, backup.scheduled, async () => {
    const manifest = await takeBackup(means, near);
    const clean = (place: Place) => prune(place, filesOf(config), now(), backup.keepDays);
    const gone = await clean(near);
    const second = await atSecond(keeping, async (far) => {
      await mirror(near, far, told);
      await clean(far);
    });
    const size = manifest.database ? megabytes(manifest.database.bytes) : whoseDatabase(backup);
    const old = gone > 0 ? `，过期的 ${gone} 份已删` : '';
    return { ...worse(`备份好了：${manifest.name}，${size}${old}。`, second), manifest };
  });
}

/** What was written in the last minute: contents first, then the log that names them. */
export async function shipLatest(keeping: Keeping, since: Date): Promise<Ended> {
  const { config, backup, told } = keeping;
  const cluster = ownCluster(config);
  const near = await openOwnPlace(backup.places[0], config, backup);
  const key = await backupKey(backup);
  if (!cluster) {
    const sent = await sendContents(filesOf(config), near, key, told, since);
    return { outcome: 'done', said: sent > 0 ? `送走附件 ${sent} 份。` : '' };
  }
  keepSpool(cluster, true);
  try {
    return await connected(keeping.adminUrl, async (client) => {
      const piece = await endPiece(client);
      await sendContents(filesOf(config), near, key, told, since);
      const names = await shipUntil(client, { cluster, key, told }, near, piece);
      return worse('', await atSecond(keeping, (far) => mirrorPieces(near, far, names)));
    });
  } catch (error) {
    if (await giveUpWhenFull(spoolOf(cluster)))
      throw new UpkeepFailed(
        `日志一直送不走，积压太多，已放弃：下一次备份做完以前的时间恢复不到。${endedBy(error).said}`,
      );
    throw error;
  }
}

/** The place whose last rehearsal is longest ago has its turn. */
async function placeInTurn({ config, backup }: Keeping): Promise<string> {
  const turns = await Promise.all(
    backup.places.map(async (address) => {
      const place = await openOwnPlace(address, config, backup).catch(() => undefined);
      const proofs = place ? (await listBackups(place)).map(({ proof }) => proof?.at ?? '') : ['~'];
      await place?.close();
      return { address, last: proofs.sort().at(-1) ?? '' };
    }),
  );
  return turns.sort((a, b) => (a.last < b.last ? -1 : 1))[0]?.address ?? backup.places[0];
}

export async function rehearseOne(keeping: Keeping, log: (line: string) => void, name?: string): Promise<Ended> {
  const { config, backup, told, now } = keeping;
  const address = await placeInTurn(keeping);
  const place = await openOwnPlace(address, config, backup);
  try {
    const { identity } = await backupKey(backup);
    const dataDir = join(config.dataDir, 'rehearsal');
    const means = { place, identity, dataDir, told, log };
    const proof = ownCluster(config)
      ? await rehearse(means, programVersion(), name)
      : await rehearseRestored(keeping, means);
    return { outcome: proof.outcome, said: `演练 ${proof.name}（${formatTime(now())}，${place.said}）：${proof.said}` };
  } finally {
    await place.close();
  }
}

/** What the site's own tool restored, beside the newest of our backups, which holds its papers. */
async function rehearseRestored(keeping: Keeping, means: Rehearsing): Promise<Proof & { name: string }> {
  const { identity, place } = means;
  const url = keeping.backup.restoredUrl;
  const newest = (await listBackups(place)).at(-1);
  if (!newest) throw new UpkeepFailed('这里没有能演练的备份。');
  if (identity === undefined) throw new UpkeepUnchecked('备份的密钥不在这台机器上，没有演练成。');
  if (url === undefined)
    throw new UpkeepUnchecked('数据库在自己的服务器上：请用那边的工具恢复一份，用 BACKUP_RESTORED_URL 指给这里核对。');
  const proof = await rehearseAgainst({ ...keeping, url }, (named) => contentsOf({ ...means, identity }, named));
  await writeProof(place, newest.name, proof);
  return { ...proof, name: newest.name };
}
