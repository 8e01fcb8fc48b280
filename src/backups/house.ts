import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, repositoryRoot } from '../platform/config.ts';
import { keepSpool } from '../platform/embedded/archive.ts';
import type { Cluster } from '../platform/embedded/cluster.ts';
import { durableCluster, passwordOf } from '../platform/embedded/cluster.ts';
import { adminUrlOfRunning } from '../platform/embedded-postgres.ts';
import type { Secrets } from '../platform/secrets.ts';
import type { BackupConfig } from './backupConfig.ts';
import type { House } from './manifest.ts';
import { UpkeepFailed } from './outcome.ts';
import { folderPlace, markOf, type Place } from './place.ts';
import { type BackupKey, readBackupKey } from './seal.ts';
import { sftpPlace } from './sftpPlace.ts';

export const programVersion = (): string =>
  (JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as { version: string }).version;

/** Ours to copy, unless the database is on a server of somebody's own. */
export const ownCluster = (config: Config): Cluster | undefined =>
  config.databaseUrl === undefined ? durableCluster(config.dataDir) : undefined;

/** The running database keeps no finished pieces of its log any more. */
export function letSpoolGo(config: Config): void {
  if (config.databaseUrl === undefined && adminUrlOfRunning(config.dataDir) !== undefined)
    keepSpool(durableCluster(config.dataDir), false);
}

export const houseOf = (config: Config, secrets: Secrets): House => ({
  secrets: Object.fromEntries(
    Object.entries(secrets).map(([name, bytes]) => [name, (bytes as Buffer).toString('base64url')]),
  ),
  postgresPassword: config.databaseUrl === undefined ? passwordOf(config.dataDir, false) : undefined,
});

export async function backupKey(backup: BackupConfig): Promise<BackupKey> {
  const key = await readBackupKey(backup.keyFile, { recipient: backup.recipient, make: true });
  if (key) return key;
  throw new UpkeepFailed(`没有备份的密钥：${backup.keyFile}。`);
}

export const openPlace = (address: string, backup: Pick<BackupConfig, 'sftp'>): Promise<Place> =>
  address.startsWith('sftp:') ? sftpPlace(address, backup.sftp) : Promise.resolve(folderPlace(address));

const known = (dataDir: string): { read(): Record<string, string>; add(address: string, id: string): void } => {
  const file = join(dataDir, 'backup.places.json');
  const read = () => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {});
  return {
    read,
    add: (address, id) => writeFileSync(file, JSON.stringify({ ...read(), [address]: id }), { mode: 0o600 }),
  };
};

/** Opens a place that this house keeps its copies in, and makes sure that it is the one it was. */
export async function openOwnPlace(address: string, config: Config, backup: BackupConfig): Promise<Place> {
  const place = await openPlace(address, backup);
  const places = known(config.dataDir);
  const id = await markOf(place, places.read()[address], randomBytes(9).toString('base64url'));
  if (places.read()[address] === undefined) places.add(address, id);
  return place;
}
