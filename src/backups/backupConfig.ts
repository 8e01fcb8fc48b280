import { isAbsolute, join, relative, resolve } from 'node:path';
import { type Config, type Environment, repositoryRoot } from '../platform/config.ts';
import { StartupProblem } from '../platform/startup-problem.ts';

export type BackupConfig = {
  /** Whether the server does it by itself: in production, or where somebody named a place. */
  readonly scheduled: boolean;
  /** A folder here, then perhaps a second place: a mounted folder or sftp://name@host[:port]/folder. */
  readonly places: readonly [string, ...string[]];
  /** Holds the age identity that opens what is sealed. */
  readonly keyFile: string;
  /** Where the identity is kept elsewhere: enough to seal, not enough to rehearse. */
  readonly recipient: string | undefined;
  readonly keepDays: number;
  /** The site's own tool for a database on a server of its own; it runs before each backup, and fails it. */
  readonly command: string | undefined;
  /** Where that tool restored its newest copy to, for the weekly rehearsal. */
  readonly restoredUrl: string | undefined;
  readonly sftp: { readonly keyFile: string | undefined; readonly hostKey: string | undefined };
};

const text = (env: Environment, name: string): string | undefined => env[name]?.trim() || undefined;
const inside = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
};

function days(env: Environment): number {
  const given = text(env, 'BACKUP_KEEP_DAYS') ?? '14';
  if (/^[1-9]\d{0,3}$/.test(given)) return Number(given);
  throw new StartupProblem(
    `BACKUP_KEEP_DAYS 应是保留的天数，现在是“${given}”。`,
    `BACKUP_KEEP_DAYS must be a number of days, not "${given}".`,
  );
}

function secondPlace(env: Environment): string[] {
  const given = text(env, 'BACKUP_SECOND');
  if (given === undefined) return [];
  if (!given.startsWith('sftp:')) return [resolve(repositoryRoot, given)];
  if (URL.canParse(given) && new URL(given).username !== '' && text(env, 'BACKUP_SFTP_KEY')) return [given];
  throw new StartupProblem(
    'BACKUP_SECOND 用 SFTP 时要写成 sftp://用户名@主机/目录，并用 BACKUP_SFTP_KEY 指定登录用的私钥文件。',
    'For SFTP, BACKUP_SECOND is sftp://name@host/folder, and BACKUP_SFTP_KEY names the private key file to log in with.',
  );
}

/** Reads the environment once, like platform/config.ts; what cannot be right is told in a sentence. */
export function readBackupConfig(config: Config, env: Environment = process.env): BackupConfig {
  const near = resolve(repositoryRoot, text(env, 'BACKUP_DIR') ?? join(config.dataDir, 'backup'));
  const places = [near, ...secondPlace(env)] as const;
  const keyFile = resolve(repositoryRoot, text(env, 'BACKUP_KEY_FILE') ?? join(config.dataDir, 'backup.key'));
  if (places.some((place) => !place.startsWith('sftp:') && inside(keyFile, place)))
    throw new StartupProblem(
      `备份的密钥 ${keyFile} 不能和备份放在一起：谁拿到备份，谁就能打开。`,
      `The backup key ${keyFile} must not lie beside the backups it opens.`,
    );
  const wanted = config.mode === 'production' || text(env, 'BACKUP_DIR') !== undefined;
  return Object.freeze({
    scheduled: wanted && !config.practice && text(env, 'BACKUP') !== 'off',
    places: [...places] as [string, ...string[]],
    keyFile,
    recipient: text(env, 'BACKUP_RECIPIENT'),
    keepDays: days(env),
    command: text(env, 'BACKUP_COMMAND'),
    restoredUrl: text(env, 'BACKUP_RESTORED_URL'),
    sftp: { keyFile: text(env, 'BACKUP_SFTP_KEY'), hostKey: text(env, 'BACKUP_SFTP_HOST_KEY') },
  });
}
