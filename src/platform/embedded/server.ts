import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { archiveCommand, spoolOf } from './archive.ts';
import { type Cluster, environment, failed, urlOf } from './cluster.ts';
import { endLeftovers } from './instance.ts';

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // Times go in and come out with their zone; nothing may lean on the server's own.
  timezone: 'UTC',
  log_timezone: 'Asia/Shanghai',
  log_line_prefix: '%m [%p] ',
  log_checkpoints: 'off',
};
const megabytes = (share: number): number => Math.floor((totalmem() * share) / 1_048_576);
/**
 * For a machine that also serves the pages. Wide checkpoints and some memory let a change of the calendar rewrite the
 * dates of a whole city at once; the short nap of autovacuum lets a new installation plan by what is really there.
 */
const lasting = {
  shared_buffers: `${Math.min(2048, Math.max(128, megabytes(1 / 8)))}MB`,
  effective_cache_size: `${Math.max(512, megabytes(1 / 2))}MB`,
  work_mem: '16MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  wal_compression: 'on',
  random_page_cost: '1.1',
  autovacuum_naptime: '15s',
};
const unsafeButFast = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '256MB',
  autovacuum: 'off',
  max_connections: '200',
};

export async function attempt<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
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
  const durable = { ...lasting, archive_mode: 'on', archive_command: archiveCommand(spoolOf(cluster)) };
  const own = cluster.ephemeral ? unsafeButFast : durable;
  const chosen = { ...settings, ...own, ...cluster.settings, port: String(port) };
  const log = openLog(cluster.logFile);
  const child = spawn(
    join(cluster.bin, 'postgres'),
    ['-D', cluster.data, ...Object.entries(chosen).flatMap(([name, text]) => ['-c', `${name}=${text}`])],
    // A session of its own: Ctrl-C in the terminal is for us, and we stop the database last.
    { ...cluster.account, env: environment(), cwd: '/', stdio: ['ignore', log, log], detached: true },
  );
  closeSync(log);
  child.on('error', () => {});
  // However we end, the database is told; when we are killed outright, the next start takes it over.
  const abandon = () => child.kill(cluster.ephemeral ? 'SIGQUIT' : 'SIGINT');
  process.once('exit', abandon);
  child.once('exit', () => process.off('exit', abandon));
  return child;
}

/** Waits for the first connection; recovery after a crash may take minutes, so only the end of the process gives up. */
async function ready(child: ChildProcess, url: string, log: (line: string) => void): Promise<boolean> {
  for (let turn = 1; child.exitCode === null && child.signalCode === null && child.pid !== undefined; turn++) {
    try {
      return await attempt(url, async () => true);
    } catch (error) {
      const { code = '', message } = error as Error & { code?: string };
      // One that gives up while we knock hangs up without a word.
      const notYet = ['ECONNREFUSED', 'ECONNRESET', '57P03'].includes(code) || /Connection terminated/.test(message);
      if (!notYet) throw error;
    }
    if (turn % 200 === 0) log('数据库正在恢复，请稍候… The database is recovering …');
    await pause(turn < 20 ? 20 : 50);
  }
  return false;
}

/** On this port; nothing when somebody else has it. */
async function runOn(cluster: Cluster, port: number, log: (line: string) => void): Promise<ChildProcess | undefined> {
  const from = existsSync(cluster.logFile) ? statSync(cluster.logFile).size : 0;
  const child = launch(cluster, port);
  if (await ready(child, urlOf(port, cluster.password, 'postgres'), log)) return child;
  const said = readFileSync(cluster.logFile).subarray(from).toString();
  if (!/could not bind|Address already in use/.test(said)) throw failed('启动', cluster.logFile, said);
  return undefined;
}

export async function run(
  cluster: Cluster,
  log: (line: string) => void,
): Promise<{ child: ChildProcess; port: number }> {
  for (let turn = 0; turn < 5; turn++) {
    const port = await freePort();
    const child = await runOn(cluster, port, log);
    // Someone may take the port between our look and its use.
    if (child) return { child, port };
  }
  throw failed('启动', cluster.logFile, 'no free port');
}

/** After it ended unasked: on the port that everybody knows, once nothing of it is left. */
export async function runAgain(cluster: Cluster, port: number, log: (line: string) => void): Promise<ChildProcess> {
  await endLeftovers(cluster.data);
  const child = await runOn(cluster, port, log);
  if (child) return child;
  throw failed('启动', cluster.logFile, `port ${port} is taken`);
}

/** For its last checkpoint; cut short it reads its log at the next start, and nothing is lost. */
const PEACE_MS = 2_500;

export async function stopServer(cluster: Cluster, child: ChildProcess): Promise<void> {
  const running = child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  if (running && process.platform === 'win32')
    spawnSync(join(cluster.bin, 'pg_ctl'), ['stop', '-D', cluster.data, '-m', 'fast'], { env: environment() });
  else if (running) {
    child.ref();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(cluster.ephemeral ? 'SIGQUIT' : 'SIGINT');
    const late = pause(PEACE_MS, 'late', { ref: false });
    if ((await Promise.race([ended, late])) === 'late') {
      child.kill('SIGQUIT');
      await ended;
    }
  }
  rmSync(cluster.ephemeral ? dirname(cluster.data) : cluster.ownerFile, { recursive: true, force: true });
}
