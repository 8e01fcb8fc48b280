import {
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { keepSpool, restoreCommand, spoolOf } from '../platform/embedded/archive.ts';
import type { Cluster } from '../platform/embedded/cluster.ts';
import { draftOf, type Recovering, recover } from '../platform/embedded/recover.ts';
import { readMigrations } from '../platform/migrate.ts';
import { formatTime, toIso } from '../platform/now.ts';
import { StartupProblem } from '../platform/startup-problem.ts';
import { fetchContent, fetchDatabase, fetchPieces } from './bringBack.ts';
import { sealedContent } from './contents.ts';
import { type Backup, type House, listBackups, readHouse } from './manifest.ts';
import { type Told, UpkeepFailed } from './outcome.ts';
import type { Place } from './place.ts';

export type RestoreMeans = {
  readonly place: Place;
  readonly identity: string;
  /** An empty folder, or one that is not there: what is there is never overwritten. */
  readonly dataDir: string;
  readonly told: Told;
  readonly log: (line: string) => void;
};
/** A moment, the moment of the backup's own witness, or as far as the log goes. */
export type Target = { readonly to: Date } | { readonly to: 'witness' | 'end' };

/** The newest backup that was whole at this moment. */
export function backupFor(backups: readonly Backup[], target: Target, name?: string): Backup {
  const asked = name === undefined ? backups : backups.filter((each) => each.name === name);
  const { to } = target;
  const fit = asked.filter(({ endedAt }) => !(to instanceof Date) || new Date(endedAt) <= to);
  const found = fit.at(-1);
  if (found) return found;
  const first = backups[0];
  if (!first) throw new UpkeepFailed('这里没有备份。');
  if (asked.length === 0)
    throw new UpkeepFailed(`没有叫 ${name} 的备份。有：${backups.map((each) => each.name).join('、')}。`);
  throw new UpkeepFailed(`最早能恢复到 ${formatTime(new Date(first.endedAt))}（${first.name} 做完的时候）。`);
}

/** A copy of another version is refused before anything is touched. */
export function refuseOtherVersion(backup: Backup, program: string): void {
  const known = new Set(readMigrations().map(({ name }) => name));
  const newer = backup.migrations.find((name) => !known.has(name));
  const other = backup.database !== undefined && backup.database.postgres !== '18';
  if (newer === undefined && !other) return;
  throw new UpkeepFailed(
    `备份是 ${backup.program} 版做的，数据库走到 ${backup.migrations.at(-1)}；这里的程序是 ${program} 版，只认识到 ${[...known].at(-1)}。请用 ${backup.program} 或更新的版本恢复。`,
  );
}

export function refuseFilled(dataDir: string): void {
  const filled = ['postgres', 'postgres.location', 'files', 'secrets.json'].filter((name) =>
    existsSync(join(dataDir, name)),
  );
  if (filled.length > 0)
    throw new UpkeepFailed(`${dataDir} 里已有数据（${filled.join('、')}），不会覆盖。请用 DATA_DIR 指定一个空目录。`);
}

/** The next backup after a moment: what was done before it is in the log up to that one's end. */
const lastNeeded = (backups: readonly Backup[], backup: Backup, { to }: Target): string | undefined => {
  if (to === 'witness') return backup.database?.lastWal;
  if (to === 'end') return undefined;
  return backups.find(({ startedAt }) => new Date(startedAt) > to)?.database?.lastWal;
};

const targetSettings = (backup: Backup, { to }: Target): Record<string, string> => {
  if (to === 'end') return {};
  const point = backup.witness.restorePoint;
  if (to !== 'witness') return { recovery_target_time: toIso(to), recovery_target_action: 'promote' };
  return point ? { recovery_target_name: point, recovery_target_action: 'promote' } : {};
};

/** A scratch or a first start wants little memory; the house takes its own share when it starts. */
const modest = { shared_buffers: '128MB', effective_cache_size: '256MB', wal_compression: 'on', autovacuum: 'off' };

function keepPasswords(dataDir: string, { postgresPassword }: House): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (postgresPassword !== undefined)
    writeFileSync(join(dataDir, 'postgres.password'), postgresPassword, { mode: 0o600 });
}

export type Restored = {
  readonly backup: Backup;
  readonly house: House;
  readonly draft: ReturnType<typeof draftOf>;
  readonly running: Recovering;
};

function explained(error: unknown, target: Target): unknown {
  if (!(error instanceof StartupProblem) || !error.message.includes('recovery target was reached')) return error;
  const wanted = target.to instanceof Date ? formatTime(target.to) : '那一刻';
  return new UpkeepFailed(`日志不够恢复到 ${wanted}：那一段没有送到备份里，或那时还没有到。请说一个早些的时间。`);
}

/** Brings a cluster back to a moment and leaves it running under a name that is not yet the house's. */
export async function bringBack(
  means: RestoreMeans,
  program: string,
  target: Target,
  name?: string,
): Promise<Restored> {
  const { place, identity, dataDir, told, log } = means;
  const backups = await listBackups(place);
  const backup = backupFor(backups, target, name);
  refuseOtherVersion(backup, program);
  refuseFilled(dataDir);
  const house = await readHouse(place, backup.name, identity);
  keepPasswords(dataDir, house);
  const draft = draftOf(dataDir);
  await fetchDatabase(place, backup, identity, draft, told);
  const from = backup.database?.firstWal ?? '';
  const pieces = await fetchPieces(place, { from, to: lastNeeded(backups, backup, target) }, identity, draft, told);
  const settings = { ...modest, restore_command: restoreCommand(pieces), ...targetSettings(backup, target) };
  const cluster: Cluster = { ...draft, settings };
  try {
    const running = await recover(cluster, log, (until) => told(0, 0, `重放到 ${formatTime(until)}`));
    return { backup, house, draft, running };
  } catch (error) {
    throw explained(error, target);
  }
}

/** Contents that rows name, into the house's own store. Answers those that are missing or are not what they are called. */
export async function bringContents(means: RestoreMeans, wanted: readonly string[], keep: boolean): Promise<string[]> {
  const bad: string[] = [];
  for (const [index, sha256] of wanted.entries()) {
    const path = join(means.dataDir, 'files', sha256.slice(0, 2), sha256.slice(2));
    const good = await means.place
      .get(sealedContent(sha256))
      .then((sealed) => fetchContent(sealed, means.identity, sha256, keep ? path : undefined))
      .catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOSPC') throw error;
        return false;
      });
    if (!good) bad.push(sha256);
    means.told(index + 1, wanted.length, keep ? '取附件' : '核对附件');
  }
  return bad;
}

/** The stopped copy gets the house's name: from here on `npm start` finds it. What tells of its timeline goes to the archive. */
export function settle(dataDir: string, { draft, house }: Pick<Restored, 'draft' | 'house'>): void {
  rmSync(`${draft.data}.pieces`, { recursive: true, force: true });
  const own = { ...draft, data: draft.final };
  renameSync(draft.data, draft.final);
  keepSpool(own, true);
  const log = join(draft.final, 'pg_wal');
  for (const name of readdirSync(log).filter((each) => each.endsWith('.history'))) {
    copyFileSync(join(log, name), join(spoolOf(own), name));
    if (own.account) chownSync(join(spoolOf(own), name), own.account.uid, own.account.gid);
  }
  writeFileSync(join(dataDir, 'secrets.json'), `${JSON.stringify(house.secrets, null, 2)}\n`, { mode: 0o600 });
}
