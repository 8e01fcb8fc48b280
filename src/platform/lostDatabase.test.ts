import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command, type Db, openDatabase, plainly } from './db.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';

const scope = { counties: ['140106'], viewers: ['system'] };
let database: TestDatabase;
let db: Db;
let admin: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.appUrl, 1);
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await db.close();
  await admin.end();
  await database.drop();
});

const isThere = async (pid: number): Promise<boolean> =>
  (await admin.query('select from pg_stat_activity where pid = $1', [pid])).rowCount === 1;

test('a connection that ends in the middle of a command is told in a sentence, and the next one works', async () => {
  const broken = command(db, scope, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
    const pid = rows[0]?.pid ?? 0;
    await admin.query('select pg_terminate_backend($1)', [pid]);
    while (await isThere(pid));
    await sql`select 1`.execute(tx);
  });
  await expect(broken).rejects.toMatchObject({ kind: 'unavailable', code: 'databaseLost' });
  await expect(plainly(db, (queries) => sql`select 1`.execute(queries))).resolves.toBeDefined();
});
