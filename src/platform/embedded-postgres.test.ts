import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { runningOn } from './embedded/instance.ts';
import { placeData } from './embedded/places.ts';
import { attempt } from './embedded/server.ts';
import { adminUrlOfRunning, startEmbeddedPostgres } from './embedded-postgres.ts';

let dataDir: string;

beforeAll(() => {
  // Private, as a clone under a home is: when the tests run as root, the cluster must then live elsewhere.
  dataDir = mkdtempSync(join(tmpdir(), 'fengqiao-embedded-'));
});
afterAll(() => {
  const data = placeData(dataDir);
  rmSync(data.startsWith(dataDir) ? data : dirname(data), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
});

const ask = async (url: string, query: string) => (await attempt(url, (client) => client.query(query))).rows;

test('what was written is there after stop and start', async () => {
  const first = await startEmbeddedPostgres({ dataDir });
  await ask(first.adminUrl(), "create table kept as select '枫桥' as word");
  await first.stop();
  const second = await startEmbeddedPostgres({ dataDir });
  expect(await ask(second.adminUrl(), 'select word from kept')).toEqual([{ word: '枫桥' }]);
  await second.stop();
});

test('Chinese sorts by pinyin and is found by parts', async () => {
  const server = await startEmbeddedPostgres({ dataDir });
  const sorted = await ask(server.adminUrl(), "select x from unnest(array['张','王','赵','阿','李']) x order by x");
  expect(sorted.map(({ x }) => x).join('')).toBe('阿李王张赵');
  await ask(server.adminUrl(), 'create extension if not exists pg_trgm');
  const [trigrams] = await ask(server.adminUrl(), "select cardinality(show_trgm('晋源区')) as count");
  expect(trigrams?.count).toBeGreaterThan(0);
  await server.stop();
});

test('the password is needed, and its file is for the owner only', async () => {
  const server = await startEmbeddedPostgres({ dataDir });
  const url = new URL(server.adminUrl());
  url.password = 'guess';
  await expect(ask(url.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600);
  await server.stop();
});

test('a second start on data in use is refused in a sentence, and the first goes on', async () => {
  const server = await startEmbeddedPostgres({ dataDir });
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(/已经在用这份数据/);
  expect(adminUrlOfRunning(dataDir)).toBe(server.adminUrl());
  expect(await ask(server.adminUrl(), 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
  expect(adminUrlOfRunning(dataDir)).toBeUndefined();
});

/** Runs it in another program, which a test may kill without asking. */
async function elsewhere() {
  const program = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(join(import.meta.dirname, 'embedded-postgres.ts'))});
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    process.stdout.write(server.adminUrl());
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve) => child.stdout.once('data', (text) => resolve(String(text))));
  const postmaster = runningOn(placeData(dataDir))?.pid as number;
  const kill = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return { url, postmaster, program: child, kill };
}

/** Busy with one statement, it looks up for nobody. */
async function busyBackend(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  client.query('select count(*) from generate_series(1, 1000000) a, generate_series(1, 1000000) b').catch(() => {});
  await ask(url, "select pg_sleep(0.2) from pg_stat_activity where state = 'active'");
}

test('program and database killed at once, with a statement under way: the next start succeeds, and nothing is lost', async () => {
  const { url, postmaster, kill } = await elsewhere();
  await ask(url, 'create table kept_of_both as select 1 as one');
  await busyBackend(url);
  process.kill(postmaster, 'SIGKILL');
  await kill();
  const next = await startEmbeddedPostgres({ dataDir });
  expect(await ask(next.adminUrl(), 'select one from kept_of_both')).toEqual([{ one: 1 }]);
  await next.stop();
});

test('a dead database that nobody has buried does not stand in the way', async () => {
  const { postmaster, program, kill } = await elsewhere();
  program.kill('SIGSTOP');
  process.kill(postmaster, 'SIGKILL');
  rmSync(join(dataDir, 'postgres.owner'));
  const next = await startEmbeddedPostgres({ dataDir });
  expect(await ask(next.adminUrl(), 'select 1 as one')).toEqual([{ one: 1 }]);
  await next.stop();
  await kill();
});

test('a database that was killed is started again at the same address, with all that was written', async () => {
  const server = await startEmbeddedPostgres({ dataDir });
  await ask(server.adminUrl(), 'create table kept_again as select 1 as one');
  await busyBackend(server.adminUrl());
  process.kill(runningOn(placeData(dataDir))?.pid as number, 'SIGKILL');
  const rows = await vi.waitFor(() => ask(server.adminUrl(), 'select one from kept_again'), 30_000);
  expect(rows).toEqual([{ one: 1 }]);
  await server.stop();
});

test('a database that does not come up again is given up after some turns, and whoever uses it hears why', async () => {
  const lost = Promise.withResolvers<unknown>();
  const server = await startEmbeddedPostgres({ dataDir, onLost: lost.resolve });
  const control = join(placeData(dataDir), 'global', 'pg_control');
  renameSync(control, `${control}.away`);
  process.kill(runningOn(placeData(dataDir))?.pid as number, 'SIGKILL');
  expect(String(await lost.promise)).toContain('内置数据库启动没有成功');
  renameSync(`${control}.away`, control);
  await server.stop();
  const next = await startEmbeddedPostgres({ dataDir });
  await next.stop();
});

test('after the program was killed, the next start takes the database over with all that was written', async () => {
  const { url, kill } = await elsewhere();
  await ask(url, 'create table acknowledged as select 1 as one');
  await kill();
  const next = await startEmbeddedPostgres({ dataDir });
  expect(await ask(next.adminUrl(), 'select one from acknowledged')).toEqual([{ one: 1 }]);
  await next.stop();
});

test('a pid file left by a crash, whose number another program has now, does not stand in the way', async () => {
  const data = placeData(dataDir);
  writeFileSync(join(data, 'postmaster.pid'), `${process.pid}\n${data}\n0\n5432\n\n127.0.0.1\n`);
  const server = await startEmbeddedPostgres({ dataDir });
  expect(await ask(server.adminUrl(), 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
});

test.runIf(process.getuid?.() === 0)(
  'run by root, a copied data folder never writes into the database of the original',
  () => {
    const copy = `${dataDir}-copy`;
    cpSync(dataDir, copy, { recursive: true });
    expect(existsSync(join(copy, 'postgres.location'))).toBe(true);
    expect(() => placeData(copy)).toThrow(/复制来的/);
    rmSync(copy, { recursive: true });
  },
);

test('a database for tests leaves nothing behind', async () => {
  const server = await startEmbeddedPostgres({ dataDir: '', ephemeral: true });
  const [{ data_directory } = {}] = await ask(server.adminUrl(), 'show data_directory');
  expect(existsSync(data_directory)).toBe(true);
  await server.stop();
  expect(existsSync(dirname(data_directory))).toBe(false);
});

test('a cluster of another major version is not opened', async () => {
  const file = join(placeData(dataDir), 'PG_VERSION');
  const version = readFileSync(file, 'utf8');
  writeFileSync(file, '17\n');
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow(/PostgreSQL 17/);
  writeFileSync(file, version);
});
