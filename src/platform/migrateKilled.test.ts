import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate, readMigrations } from './migrate.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';

let whole: TestDatabase;
let dir: string;
const name = 'fengqiao_killed_upgrade';
let url: string;

beforeAll(async () => {
  whole = await testDatabase();
  dir = mkdtempSync(join(tmpdir(), 'fengqiao-migrations-'));
  url = whole.adminUrl.replace(/\/[^/]+$/, `/${name}`);
  await ask(whole.adminUrl, `drop database if exists ${name} with (force)`);
  await ask(whole.adminUrl, `create database ${name}`);
});
afterAll(async () => {
  await ask(whole.adminUrl, `drop database if exists ${name} with (force)`);
  await whole.drop();
  rmSync(dir, { recursive: true });
});

async function ask(to: string, text: string) {
  const client = new pg.Client({ connectionString: to });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** Everything that a migration can make, as text. */
const shape = `
  select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as thing from information_schema.columns where table_schema = 'public'
  union all select 'index ' || indexdef from pg_indexes where schemaname = 'public'
  union all select 'policy ' || tablename || ' ' || policyname || ' ' || coalesce(qual, '') from pg_policies where schemaname = 'public'
  union all select 'function ' || proname || ' ' || md5(prosrc) from pg_proc where pronamespace = 'public'::regnamespace
  union all select 'right ' || table_name || ' ' || privilege_type from information_schema.table_privileges where grantee = 'fengqiao_app'
  union all select 'topology ' || table_name || ' ' || kind from topology
  order by 1`;

test('an upgrade that is killed at any step leaves number and schema of one mind, and goes on when it is run again', async () => {
  for (const { name: step, sql } of readMigrations()) {
    const file = join(dir, `${step}.sql`);
    writeFileSync(file, `${sql};\nselect pg_terminate_backend(pg_backend_pid());`);
    await expect(migrate(url, { dir })).rejects.toThrow();
    writeFileSync(file, sql);
    expect((await migrate(url, { dir })).applied).toEqual([step]);
  }
  expect(await ask(url, 'select name, sha256 from migration order by name')).toEqual(
    await ask(whole.adminUrl, 'select name, sha256 from migration order by name'),
  );
  expect(await ask(url, shape)).toEqual(await ask(whole.adminUrl, shape));
});
