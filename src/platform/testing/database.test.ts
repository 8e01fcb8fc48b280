import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from './database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

async function one<T extends pg.QueryResultRow>(url: string, query: string): Promise<T | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(query)).rows[0];
  } finally {
    await client.end();
  }
}

test('the application logs in as a role that owns nothing and cannot step over row-level security', async () => {
  const role = await one(
    database.appUrl,
    `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
       (select count(*)::int from pg_class c where c.relowner = r.oid) as owned
     from pg_roles r where rolname = current_user`,
  );
  expect(role).toEqual({
    rolname: 'fengqiao_app',
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    owned: 0,
  });
});

test('everything that the migrations made belongs to fengqiao_owner, who cannot log in', async () => {
  const tables = await one(
    database.adminUrl,
    `select count(*) filter (where r.rolname <> 'fengqiao_owner')::int as strange, count(*) > 0 as some,
       bool_or(r.rolcanlogin) as login
     from pg_class c join pg_roles r on r.oid = c.relowner where relnamespace = 'public'::regnamespace`,
  );
  expect(tables).toEqual({ strange: 0, some: true, login: false });
});

test('two test files never see each other', async () => {
  const other = await testDatabase();
  await one(database.adminUrl, 'create table only_here ()');
  expect(await one(other.adminUrl, "select to_regclass('only_here') as found")).toEqual({ found: null });
  await other.drop();
});
