import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { claim, gone, ownerOf, runningOn } from './embedded/instance.ts';
import { type Account, accountFor, ownFolder, placeBinaries, placeData, placeEphemeral } from './embedded/places.ts';
import { keepPrivateFile, readPrivateFile } from './secrets.ts';
import { StartupProblem } from './startup-problem.ts';

export type EmbeddedPostgres = {
  readonly port: number;
  /** The superuser's URL of a database, `fengqiao` unless named. */
  adminUrl(database?: string): string;
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  readonly dataDir: string;
  /** For tests: nothing is flushed to disk, and all is removed on stop. `dataDir` is not touched. */
  readonly ephemeral?: boolean;
  readonly log?: (line: string) => void;
};

type Cluster = {
  readonly data: string;
  readonly bin: string;
  readonly account: Account | undefined;
  readonly password: string;
  readonly ownerFile: string;
  readonly logFile: string;
  readonly ephemeral: boolean;
};

const major = '18';
const superuser = 'postgres';

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // Times go in and come out with their zone; nothing may lean on the server's own.
  timezone: 'UTC',
  log_timezone: 'Asia/Shanghai',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
};
const unsafeButFast = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  max_connections: '200',
};

function urlOf(port: number, password: string, database = 'fengqiao'): string {
  return `postgres://${superuser}:${password}@127.0.0.1:${port}/${database}`;
}

function locale(): string {
  // pg_trgm takes no trigram from Chinese text under plain C; macOS has no C.UTF-8.
  return process.platform === 'darwin' ? 'en_US.UTF-8' : process.platform === 'win32' ? 'C' : 'C.UTF-8';
}

function environment(): NodeJS.ProcessEnv {
  const { PATH = '', SystemRoot } = process.env;
  // Only what is needed: PGDATA, PGPORT, LC_ALL or TZ of the caller must not reach the server.
  return { PATH, LC_ALL: locale(), ...(SystemRoot ? { SystemRoot } : {}) };
}

function failed(step: string, logFile: string, detail: string): StartupProblem {
  const tail = detail.trim().split('\n').slice(-6).join('\n');
  return new StartupProblem(
    `内置数据库${step}没有成功，记录在 ${logFile}。`,
    `The embedded database failed (${basename(logFile)}):\n${tail}`,
  );
}

function initialize(cluster: Cluster): void {
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

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > 10_000_000) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

function launch(cluster: Cluster, port: number): ChildProcess {
  const chosen = { ...settings, ...(cluster.ephemeral ? unsafeButFast : {}), port: String(port) };
  const log = openLog(cluster.logFile);
  const child = spawn(
    join(cluster.bin, 'postgres'),
    ['-D', cluster.data, ...Object.entries(chosen).flatMap(([name, text]) => ['-c', `${name}=${text}`])],
    // A session of its own: Ctrl-C in the terminal is for us, and we stop the database last.
    { ...cluster.account, env: environment(), cwd: '/', stdio: ['ignore', log, log], detached: true },
  );
  closeSync(log);
  child.on('error', () => {});
  return child;
}

async function attempt<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Waits for the first connection; recovery after a crash may take minutes, so only the end of the process gives up. */
async function ready(child: ChildProcess, url: string, log: (line: string) => void): Promise<boolean> {
  for (let turn = 1; child.exitCode === null && child.signalCode === null && child.pid !== undefined; turn++) {
    try {
      return await attempt(url, async () => true);
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (!['ECONNREFUSED', 'ECONNRESET', '57P03'].includes(code)) throw error;
    }
    if (turn % 200 === 0) log('数据库正在恢复，请稍候… The database is recovering …');
    await pause(turn < 20 ? 20 : 50);
  }
  return false;
}

async function run(cluster: Cluster, log: (line: string) => void): Promise<{ child: ChildProcess; port: number }> {
  for (let turn = 0; turn < 5; turn++) {
    const port = await freePort();
    const from = existsSync(cluster.logFile) ? statSync(cluster.logFile).size : 0;
    const child = launch(cluster, port);
    if (await ready(child, urlOf(port, cluster.password, 'postgres'), log)) return { child, port };
    const said = readFileSync(cluster.logFile).subarray(from).toString();
    // Someone may take the port between our look and its use.
    if (!/could not bind|Address already in use/.test(said)) throw failed('启动', cluster.logFile, said);
  }
  throw failed('启动', cluster.logFile, 'no free port');
}

async function stopServer(cluster: Cluster, child: ChildProcess): Promise<void> {
  const running = child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  if (running && process.platform === 'win32')
    spawnSync(join(cluster.bin, 'pg_ctl'), ['stop', '-D', cluster.data, '-m', 'fast'], { env: environment() });
  else if (running) {
    child.ref();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(cluster.ephemeral ? 'SIGQUIT' : 'SIGINT');
    const late = pause(60_000, 'late', { ref: false });
    if ((await Promise.race([ended, late])) === 'late') {
      child.kill('SIGQUIT');
      await ended;
    }
  }
  rmSync(cluster.ephemeral ? dirname(cluster.data) : cluster.ownerFile, { recursive: true, force: true });
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

function passwordOf(dataDir: string, fresh: boolean): string {
  const path = join(dataDir, 'postgres.password');
  if (fresh) keepPrivateFile(path, randomBytes(24).toString('base64url'));
  const password = readPrivateFile(path);
  if (password !== undefined) return password;
  throw new StartupProblem(
    `数据库还在，但它的密码文件不见了：${path}。请从备份恢复这个文件。`,
    `The database is there, but its password file is gone: ${path}. Restore it from a backup.`,
  );
}

async function ephemeralCluster(): Promise<Cluster> {
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

function durableCluster(dataDir: string): Cluster {
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

async function createDatabase(url: string): Promise<void> {
  await attempt(url, async (client) => {
    const { rowCount } = await client.query("select from pg_database where datname = 'fengqiao'");
    if (rowCount === 0) await client.query('create database fengqiao');
  });
}

/** Starts our own PostgreSQL on loopback and a free port. It holds the cluster and an empty database `fengqiao`. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => {});
  const cluster = options.ephemeral ? await ephemeralCluster() : durableCluster(options.dataDir);
  await claim(cluster.data, cluster.ownerFile);
  if (!existsSync(join(cluster.data, 'PG_VERSION'))) {
    log('正在建立数据库… Creating the database …');
    initialize(cluster);
  }
  const { child, port } = await run(cluster, log);
  const abandon = () => child.kill(cluster.ephemeral ? 'SIGQUIT' : 'SIGINT');
  process.once('exit', abandon);
  child.unref();
  await createDatabase(urlOf(port, cluster.password, 'postgres'));
  let stopped: Promise<void> | undefined;
  return {
    port,
    adminUrl: (database) => urlOf(port, cluster.password, database),
    stop() {
      stopped ??= stopServer(cluster, child).finally(() => process.off('exit', abandon));
      return stopped;
    },
  };
}

/** The superuser's URL of the server that another process runs on this data directory, if one does. */
export function adminUrlOfRunning(dataDir: string): string | undefined {
  if (!existsSync(join(dataDir, 'postgres.owner'))) return undefined;
  const running = runningOn(placeData(dataDir));
  return running && urlOf(running.port, passwordOf(dataDir, false));
}
