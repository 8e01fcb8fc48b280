import { type RawBuilder, sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { command, type Db, openDatabase, plainly, type Queries, reading } from './db.ts';
import { newId } from './ids.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';

const scope = { counties: ['140106'], viewers: ['system'] };
let database: TestDatabase;
let admin: pg.Client;
/** One connection each, so that what is prepared is there. */
let named: Db;
let unnamed: Db;

beforeAll(async () => {
  database = await testDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  await admin.query('create table drawer (id integer primary key, word text)');
  await admin.query(`insert into drawer values (1, '一'), (2, '二'); grant all on drawer to fengqiao_app`);
  named = openDatabase(database.appUrl, 1, true);
  unnamed = openDatabase(database.appUrl, 1, false);
});
afterAll(async () => {
  await named.close();
  await unnamed.close();
  await admin.end();
  await database.drop();
});

const rowsOf = async <T>(db: Db, query: RawBuilder<T>): Promise<T[]> =>
  (await plainly(db, (queries) => query.execute(queries))).rows;
const preparedOn = async (db: Db): Promise<string[]> =>
  (await rowsOf(db, sql<{ statement: string }>`select statement from pg_prepared_statements`)).map(
    ({ statement }) => statement,
  );
const everything = (id: number) => sql`select * from drawer where id = ${id}`;

test('a statement that comes again is prepared once a connection, by a name of its text', async () => {
  for (const id of [1, 2, 1]) await rowsOf(named, sql`select word from drawer where id = ${id}`);
  const found = (await preparedOn(named)).filter((text) => text.startsWith('select word'));
  expect(found).toEqual(['select word from drawer where id = $1']);
  expect(await rowsOf(named, sql`select word from drawer where id = ${2}`)).toEqual([{ word: '二' }]);
});

test('before an older PgBouncer nothing is prepared', async () => {
  for (const id of [1, 2, 1]) await rowsOf(unnamed, everything(id));
  expect(await preparedOn(unnamed)).toEqual([]);
});

test('lists of every length leave a connection with a bounded number of plans', async () => {
  const listed = (count: number) =>
    sql`select id from drawer where id in (${sql.join(Array.from({ length: count }, (_each, at) => sql`${at}::int`))})`;
  for (const _time of [1, 2])
    await plainly(named, (queries) =>
      Promise.all(Array.from({ length: 450 }, (_each, at) => listed(at + 1).execute(queries))),
    );
  expect((await preparedOn(named)).length).toBeLessThanOrEqual(400);
  // The first of them were closed; they come again as if they had never been here.
  expect(await rowsOf(named, listed(3))).toEqual([{ id: 1 }, { id: 2 }]);
});

test('a migration beside a running server costs nobody a request', async () => {
  const read = (queries: Queries) => Promise.all([everything(1).execute(queries), everything(2).execute(queries)]);
  for (const _time of [1, 2]) await reading(named, scope, read);
  await admin.query('alter table drawer add column size integer not null default 3');
  const [{ rows }] = await reading(named, scope, read);
  expect(rows).toEqual([{ id: 1, word: '一', size: 3 }]);
});

test('what fails when it is first prepared works when it is right', async () => {
  const find = (id: string) => sql`select word from drawer where id = ${id}::text::int + 0`;
  await rowsOf(named, find('1'));
  await expect(rowsOf(named, find('one'))).rejects.toMatchObject({ code: '22P02' });
  expect(await rowsOf(named, find('2'))).toEqual([{ word: '二' }]);
});

test('a value that cannot be sent refuses its statement and keeps nothing of the command', async () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  const put = (id: number, word: unknown) => sql`insert into drawer (id, word) values (${id}, ${word})`;
  const both = command(named, scope, (tx) => Promise.all([put(7, '七').execute(tx), put(8, circle).execute(tx)]));
  await expect(both).rejects.toThrow(/circular/);
  expect(await rowsOf(named, sql`select id from drawer where id in (${7}, ${8})`)).toEqual([]);
});

test('values come back as they went: lists, times, JSON, quotes, nothing', async () => {
  const at = new Date('2026-11-30T08:00:00.123Z');
  const words = ['a"b', 'c\\d', '', '四，五', null];
  const query = sql`select ${words}::text[] as words, ${[1, 2]}::int[] as numbers, ${[newId.name]}::text[] as names,
    ${at}::timestamptz as at, ${{ a: [1] }}::jsonb as value, ${null}::text as nothing, ${true}::boolean as yes`;
  for (const db of [named, unnamed, named])
    expect(await rowsOf(db, query)).toEqual([
      { words, numbers: [1, 2], names: ['newId'], at, value: { a: [1] }, nothing: null, yes: true },
    ]);
});
