import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { attempt } from './embedded/server.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { appUrl, migrate } from './migrate.ts';

let server: EmbeddedPostgres;
let dir: string;
let adminUrl: string;
let count = 0;

// A server of its own: roles and their passwords belong to the whole server, and other tests need theirs.
beforeAll(async () => {
  server = await startEmbeddedPostgres({ dataDir: '', ephemeral: true });
});
afterAll(() => server.stop());

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'fengqiao-migrations-'));
  write('0001_first', 'create table first (id int primary key);\n');
  write('0002_second', 'create table second (id int references first (id));\n');
  const name = `migrate_${++count}`;
  await ask(server.adminUrl(), `create database ${name}`);
  adminUrl = server.adminUrl(name);
});
afterEach(() => rmSync(dir, { recursive: true }));

const write = (name: string, sql: string) => writeFileSync(join(dir, `${name}.sql`), sql);
const ask = async (url: string, query: string) => (await attempt(url, (client) => client.query(query))).rows;

test('files are applied in order, once', async () => {
  expect(await migrate(adminUrl, { dir })).toEqual({ applied: ['0001_first', '0002_second'] });
  expect(await migrate(adminUrl, { dir })).toEqual({ applied: [] });
  write('0003_third', 'create table third ();');
  expect(await migrate(adminUrl, { dir })).toEqual({ applied: ['0003_third'] });
});

test('two servers that start together migrate once', async () => {
  const both = await Promise.all([migrate(adminUrl, { dir }), migrate(adminUrl, { dir })]);
  expect(both.flatMap(({ applied }) => applied)).toEqual(['0001_first', '0002_second']);
});

test('databases on one server can be migrated at the same time', async () => {
  await Promise.all(['a', 'b', 'c'].map((name) => ask(server.adminUrl(), `create database together_${name}`)));
  const all = ['a', 'b', 'c'].map((name) => migrate(server.adminUrl(`together_${name}`), { dir }));
  expect((await Promise.all(all)).map(({ applied }) => applied.length)).toEqual([2, 2, 2]);
});

test('a file that was applied must not change, and one that is gone means an older program', async () => {
  await migrate(adminUrl, { dir });
  write('0001_first', 'create table first (id bigint primary key);\n');
  await expect(migrate(adminUrl, { dir })).rejects.toThrow(/0001_first.sql 已经执行过/);
  write('0001_first', 'create table first (id int primary key);\r\n');
  await migrate(adminUrl, { dir });
  rmSync(join(dir, '0002_second.sql'));
  await expect(migrate(adminUrl, { dir })).rejects.toThrow(/数据库比程序新/);
});

test('a failing file names its line and leaves nothing; the files before it stay', async () => {
  write('0003_broken', 'create table third ();\ncreate table fourth (id nonsense);\n');
  await expect(migrate(adminUrl, { dir })).rejects.toThrow(/0003_broken.sql:2/);
  const [found] = await ask(adminUrl, "select to_regclass('second')::text as second, to_regclass('third') as third");
  expect(found).toEqual({ second: 'second', third: null });
});

test('everything belongs to fengqiao_owner, and the application may do nothing that was not granted', async () => {
  write('0003_grant', 'grant select on first to fengqiao_app;');
  await migrate(adminUrl, { dir });
  const owners = await ask(adminUrl, "select distinct tableowner from pg_tables where schemaname = 'public'");
  expect(owners).toEqual([{ tableowner: 'fengqiao_owner' }]);
  const app = appUrl(adminUrl);
  expect(await ask(app, 'select * from first')).toEqual([]);
  await expect(ask(app, 'select * from second')).rejects.toThrow(/permission denied/);
  await expect(ask(app, 'create table own ()')).rejects.toThrow(/permission denied/);
  await expect(ask(app, 'set role fengqiao_owner')).rejects.toThrow(/permission denied/);
});

test('an administrator who is no superuser, but may make roles and owns the database, can migrate', async () => {
  const own = await startEmbeddedPostgres({ dataDir: '', ephemeral: true });
  await ask(own.adminUrl(), "create role chief login createrole password 'only-for-this-test'");
  await ask(own.adminUrl(), 'create database chiefs owner chief');
  const url = new URL(own.adminUrl('chiefs'));
  url.username = 'chief';
  url.password = 'only-for-this-test';
  expect(await migrate(url.href, { dir })).toEqual({ applied: ['0001_first', '0002_second'] });
  expect(await migrate(url.href, { dir })).toEqual({ applied: [] });
  expect(await ask(appUrl(url.href), 'select current_user')).toEqual([{ current_user: 'fengqiao_app' }]);
  await own.stop();
});

test('the password of the application follows from the administrator and is not the same for two of them', () => {
  expect(appUrl('postgres://a:one@db/f')).toBe(appUrl('postgres://a:one@db/f'));
  expect(appUrl('postgres://a:one@db/f')).not.toBe(appUrl('postgres://a:two@db/f'));
  expect(appUrl('postgres://a:one@db:6432/f?sslmode=require')).toMatch(
    /^postgres:\/\/fengqiao_app:[0-9a-f]{64}@db:6432\/f\?ssl/,
  );
});

test('a database that is not there is told in a sentence without the password', async () => {
  const url = 'postgres://a:geheim@127.0.0.1:1/f';
  await expect(migrate(url, { dir })).rejects.toThrow(/^连不上数据库 127.0.0.1:1\/f(?!.*geheim)/s);
});
