import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { keepPrivateFile, readPrivateFile } from '../secrets.ts';
import { StartupProblem } from '../startup-problem.ts';
import { gone, ownerOf, runningOn } from './instance.ts';
import { type Account, accountFor, ownFolder, placeBinaries, placeData, placeEphemeral } from './places.ts';

export type Cluster = {
  readonly data: string;
  readonly bin: string;
  readonly account: Account | undefined;
  readonly password: string;
  readonly ownerFile: string;
  readonly logFile: string;
  readonly ephemeral: boolean;
  /** Beside ours, and before them: for a copy that is brought back. */
  readonly settings?: Readonly<Record<string, string>>;
};

const major = '18';
const superuser = 'postgres';

export function urlOf(port: number, password: string, database = 'fengqiao'): string {
  return `postgres://${superuser}:${password}@127.0.0.1:${port}/${database}`;
}

function locale(): string {
  // pg_trgm takes no trigram from Chinese text under plain C; macOS has no C.UTF-8.
  return process.platform === 'darwin' ? 'en_US.UTF-8' : process.platform === 'win32' ? 'C' : 'C.UTF-8';
}

export function environment(): NodeJS.ProcessEnv {
  const { PATH = '', SystemRoot } = process.env;
  // Only what is needed: PGDATA, PGPORT, LC_ALL or TZ of the caller must not reach the server.
  return { PATH, LC_ALL: locale(), ...(SystemRoot ? { SystemRoot } : {}) };
}

export function failed(step: string, logFile: string, detail: string): StartupProblem {
  const tail = detail.trim().split('\n').slice(-6).join('\n');
  return new StartupProblem(
    `内置数据库${step}没有成功，记录在 ${logFile}。`,
    `The embedded database failed (${basename(logFile)}):\n${tail}`,
  );
}

export function initialize(cluster: Cluster): void {
  const draft = `${cluster.data}.new`;
  rmSync(draft, { recursive: true, force: true });
  ownFolder(draft, cluster.account);
  const passwordFile = join(draft, '..', `${basename(draft)}.password`);
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  if (cluster.account) chownSync(passwordFile, cluster.account.uid, cluster.account.gid);
  const result = spawnSync(
    join(cluster.bin, 'initdb'),
    [
      ...['-D', draft, '-U', superuser, '--pwfile', passwordFile, '--auth=scram-sha-256', '--encoding=UTF8'],
      ...[`--locale=${locale()}`, '--locale-provider=icu', '--icu-locale=zh-Hans-CN'],
      ...(cluster.ephemeral ? ['--no-sync'] : []),
    ],
    { ...cluster.account, env: environment(), cwd: '/', encoding: 'utf8' },
  );
  rmSync(passwordFile, { force: true });
  if (result.status !== 0) throw failed('初始化', cluster.logFile, result.error?.message ?? result.stderr);
  // The rename comes last, so that an interrupted first start leaves nothing that looks like a cluster.
  renameSync(draft, cluster.data);
}

/** Ephemeral servers whose test run was killed: ended and removed by the next run. */
async function sweep(parent: string): Promise<void> {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith('fengqiao-postgres-'))) {
    const home = join(parent, name);
    const owned = existsSync(join(home, 'owner')) && ownerOf(join(home, 'owner')) === undefined;
    if (!owned || statSync(home).uid !== process.getuid?.()) continue;
    const left = runningOn(join(home, 'data'));
    if (left) process.kill(left.pid, 'SIGQUIT');
    if (!left || (await gone(left.pid, 5))) rmSync(home, { recursive: true, force: true });
  }
}

export function passwordOf(dataDir: string, fresh: boolean): string {
  const path = join(dataDir, 'postgres.password');
  if (fresh) keepPrivateFile(path, randomBytes(24).toString('base64url'));
  const password = readPrivateFile(path);
  if (password !== undefined) return password;
  throw new StartupProblem(
    `数据库还在，但它的密码文件不见了：${path}。请从备份恢复这个文件。`,
    `The database is there, but its password file is gone: ${path}. Restore it from a backup.`,
  );
}

export async function ephemeralCluster(): Promise<Cluster> {
  const home = placeEphemeral();
  await sweep(dirname(home));
  const data = join(home, 'data');
  const account = accountFor(data);
  if (account) {
    // Others may pass through the folder but not list it: PostgreSQL runs as another account than we do.
    chmodSync(home, 0o711);
  }
  return {
    data,
    account,
    bin: placeBinaries(home),
    password: randomBytes(18).toString('base64url'),
    ownerFile: join(home, 'owner'),
    logFile: join(home, 'postgres.log'),
    ephemeral: true,
  };
}

export function durableCluster(dataDir: string): Cluster {
  mkdirSync(dataDir, { recursive: true });
  const data = placeData(dataDir);
  const fresh = !existsSync(join(data, 'PG_VERSION'));
  const version = fresh ? major : readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (version !== major)
    throw new StartupProblem(
      `${data} 是 PostgreSQL ${version} 的数据，内置的是 ${major}，不能直接打开。`,
      `${data} was written by PostgreSQL ${version}; the embedded one is ${major} and cannot open it.`,
    );
  return {
    data,
    account: accountFor(data),
    bin: placeBinaries(dataDir),
    password: passwordOf(dataDir, fresh),
    ownerFile: join(dataDir, 'postgres.owner'),
    logFile: join(dataDir, 'postgres.log'),
    ephemeral: false,
  };
}
