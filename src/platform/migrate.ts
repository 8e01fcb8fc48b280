import { createHash, createHmac } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { repositoryRoot } from './config.ts';
import { StartupProblem } from './startup-problem.ts';
import { distribute } from './topology.ts';

export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string };
export type MigrateOptions = { readonly dir?: string; readonly log?: (line: string) => void };

const owner = 'fengqiao_owner';
const app = 'fengqiao_app';
// Any number will do, as long as every migrate of this product takes the same.
const turn = 0x66_71_74;

/** Derived, so that it is stored nowhere: whoever may migrate knows it already. */
function appPassword(adminUrl: string): string {
  const { username, password } = new URL(adminUrl);
  return createHmac('sha256', decodeURIComponent(password) + decodeURIComponent(username))
    .update(app)
    .digest('hex');
}

/** The same database for the application role, which owns nothing. */
export function appUrl(adminUrl: string): string {
  const url = new URL(adminUrl);
  url.password = appPassword(adminUrl);
  url.username = app;
  return url.href;
}

/** `NNNN_name.sql` in the order of their numbers. */
export function readMigrations(dir = join(repositoryRoot, 'migrations')): Migration[] {
  const files = readdirSync(dir)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  const numbers = new Set(files.map((file) => file.slice(0, 4)));
  const odd = files.find((file) => !/^[0-9]{4}_[a-z0-9_]+\.sql$/.test(file));
  if (odd !== undefined || numbers.size !== files.length)
    throw new StartupProblem(
      `migrations 里的文件名要像 0001_name.sql，号码不能重复：${odd ?? files.join('、')}`,
      'Migrations are named like 0001_name.sql, each number once.',
    );
  return files.map((file) => {
    // A checkout on Windows may turn line ends; the same text must keep the same digest.
    const sql = readFileSync(join(dir, file), 'utf8').replaceAll('\r\n', '\n');
    return { name: file.slice(0, -4), sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

async function createRole(client: pg.Client, name: string, options: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name]);
  if (rowCount) return;
  await client.query(`create role ${name} ${options}`).catch((error: { code?: string }) => {
    // Roles belong to the whole server: a migration of another database may have been a moment faster.
    if (error.code !== '42710' && error.code !== '23505') throw error;
  });
}

/** `alter role` in two databases at once fails with "tuple concurrently updated". */
async function patiently(work: () => Promise<unknown>): Promise<void> {
  for (let left = 5; ; left--) {
    try {
      await work();
      return;
    } catch (error) {
      if (left === 0 || !/concurrently/.test((error as Error).message)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 100));
    }
  }
}

async function prepareRoles(client: pg.Client, adminUrl: string): Promise<void> {
  await createRole(client, owner, 'nologin nosuperuser nobypassrls');
  await createRole(client, app, 'login nosuperuser nobypassrls noinherit');
  // From 16 on, who makes a role may grant it but is not yet able to act as it.
  const { rows } = await client.query<{ able: boolean; database: string }>(
    `select pg_has_role(current_user, '${owner}', case when current_setting('server_version_num')::int >= 160000
       then 'SET' else 'MEMBER' end) as able, quote_ident(current_database()) as database`,
  );
  if (!rows[0]?.able) await patiently(() => client.query(`grant ${owner} to current_user`));
  await patiently(() => client.query(`alter role ${app} with login password '${appPassword(adminUrl)}'`));
  // What a list costs is guessed high, and making machine code of it takes longer than reading it.
  await patiently(() => client.query(`alter role ${app} set jit = off`));
  await client.query(`grant create, connect on database ${rows[0]?.database} to ${owner}`);
  await client.query(`grant create, usage on schema public to ${owner}`);
}

async function applied(client: pg.Client): Promise<Map<string, string>> {
  await client.query(`begin; set local role ${owner};
    create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null);
    grant select on migration to ${app};
    commit`);
  const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration');
  return new Map(rows.map((row) => [row.name, row.sha256]));
}

function lineOf(sql: string, position: string | undefined, before: string): string {
  const offset = Number(position ?? 0) - 1 - before.length;
  return offset < 0 ? '' : `:${sql.slice(0, offset).split('\n').length}`;
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const before = `begin; set local role ${owner};\n`;
  try {
    await client.query(`${before}${migration.sql}`);
    await client.query('insert into migration values ($1, $2, $3)', [migration.name, migration.sha256, new Date()]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    const { message, position } = error as pg.DatabaseError;
    const place = `migrations/${migration.name}.sql${lineOf(migration.sql, position, before)}`;
    throw new StartupProblem(
      `数据库升级停在 ${place}，这一步没有留下任何改动。`,
      `Migration stopped at ${place}, nothing of it was kept: ${message}`,
    );
  }
}

function refuseChanged(migrations: readonly Migration[], done: ReadonlyMap<string, string>): void {
  const changed = migrations.find(({ name, sha256 }) => done.has(name) && done.get(name) !== sha256);
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...done.keys()].find((name) => !known.has(name));
  if (changed)
    throw new StartupProblem(
      `migrations/${changed.name}.sql 已经执行过，不能再改。请恢复原文，把改动写进新的文件。开发时可用 npm run reset -- --yes 重来。`,
      `migrations/${changed.name}.sql was applied before and must not change: put the change into a new file.`,
    );
  if (unknown)
    throw new StartupProblem(
      `数据库比程序新：它执行过这里没有的 ${unknown}。请换用新版本的程序。`,
      `The database is newer than this program: it has ${unknown}, which is not here. Use the newer program.`,
    );
}

async function connect(adminUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 15_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { host, pathname } = new URL(adminUrl);
    throw new StartupProblem(
      `连不上数据库 ${host}${pathname}。请检查地址、账号和网络。`,
      `Cannot connect to the database ${host}${pathname}: ${(error as Error).message}`,
    );
  }
}

/** Brings the database to this version: roles, then each new file in a transaction of its own, then the topology. */
export async function migrate(adminUrl: string, options: MigrateOptions = {}): Promise<{ applied: string[] }> {
  const migrations = readMigrations(options.dir);
  const client = await connect(adminUrl);
  try {
    await client.query(`select pg_advisory_lock(${turn})`);
    await prepareRoles(client, adminUrl);
    const done = await applied(client);
    refuseChanged(migrations, done);
    const fresh = migrations.filter(({ name }) => !done.has(name));
    for (const migration of fresh) {
      await apply(client, migration);
      options.log?.(`数据库升级 Migrated ${migration.name}`);
    }
    await distribute(client, options.log);
    return { applied: fresh.map(({ name }) => name) };
  } finally {
    await client.end();
  }
}
