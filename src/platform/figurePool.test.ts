import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command, counting, type Db, openDatabase, plainly } from './db.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';

const scope = { counties: ['140106'], viewers: ['system'] };
let database: TestDatabase;
let db: Db;
let holder: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.appUrl, 6, true, 300);
  holder = new pg.Client({ connectionString: database.adminUrl });
  await holder.connect();
});
afterAll(async () => {
  await holder.end();
  await db.close();
  await database.drop();
});

/** Waits in the database until the test lets go of number 7. */
const held = (name: string) =>
  counting(db, scope, async (queries) => {
    await sql`select pg_advisory_xact_lock_shared(7)`.execute(queries);
    return name;
  });
const work = () =>
  command(db, scope, async (tx) => (await sql<{ one: number }>`select 1 as one`.execute(tx)).rows[0]?.one);

test('ten slow reports hold up nobody who works: what they wait for is not his', async () => {
  await holder.query('select pg_advisory_lock(7)');
  const slow = Array.from({ length: 10 }, (_, number) =>
    held(`第 ${number} 张`).catch((error: { code: string }) => error.code),
  );
  const ended: string[] = [];
  for (const each of slow) void each.then((how) => ended.push(how));
  expect(await Promise.all(Array.from({ length: 40 }, work))).toEqual(Array.from({ length: 40 }, () => 1));
  expect(ended).toEqual([]);
  // Two are being counted; the others stand in line, and are told when it takes too long.
  await expect.poll(() => ended.length, { timeout: 10_000 }).toBe(8);
  expect(new Set(ended)).toEqual(new Set(['busy']));
  await holder.query('select pg_advisory_unlock(7)');
  expect((await Promise.all(slow)).filter((how) => how !== 'busy')).toEqual(['第 0 张', '第 1 张']);
});

test('whoever finds all connections at work is told that it is busy, not that the database is away', async () => {
  await holder.query('select pg_advisory_lock(8)');
  const all = Array.from({ length: 6 }, () =>
    plainly(db, (queries) => sql`select pg_advisory_lock_shared(8)`.execute(queries)),
  );
  await expect(work()).rejects.toMatchObject({
    kind: 'unavailable',
    code: 'busy',
    message: expect.stringContaining('什么都没有做'),
  });
  await holder.query('select pg_advisory_unlock(8)');
  await Promise.all(all);
  expect(await work()).toBe(1);
});

test('a report that counts for too long is stopped, and says so', async () => {
  const stopped = counting(db, scope, async (queries) => {
    await sql`set local statement_timeout = '20ms'`.execute(queries);
    await sql`select pg_sleep(30)`.execute(queries);
  });
  await expect(stopped).rejects.toMatchObject({ kind: 'unavailable', code: 'tookTooLong' });
  const limit = await counting(db, scope, (queries) =>
    sql<{ statement_timeout: string }>`show statement_timeout`.execute(queries),
  );
  expect(limit.rows).toEqual([{ statement_timeout: '1min' }]);
});
