import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../src/platform/testing/database.ts';
import { schemaFile, schemaFresh } from './schema-fresh.ts';
import { schemaText } from './schema-types.ts';
import { inWords, sourcesOf } from './source.ts';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
});

const written = sourcesOf(schemaFile);

/** What the check says of these types once the database has changed. */
async function afterChange(sql: string): Promise<string[]> {
  await client.query('begin');
  await client.query(sql);
  const found = await schemaFresh(client, written);
  await client.query('rollback');
  return found.map(inWords);
}

test('the table types are those of the migrated database', async () => {
  expect(await schemaFresh(client, written)).toEqual([]);
});

test.each([
  ['a column that the types lack', 'alter table note add column odd integer not null', 'the database “odd: number;”'],
  ['a column that is gone', 'alter table note drop column at cascade', 'says “at: Time;”, the database “};”'],
  ['another name', 'alter table note rename body to words', 'says “body: string;”, the database “words: string;”'],
  [
    'another type',
    'alter table room alter zone type integer using 1',
    'says “zone: string | null;”, the database “zone: number | null;”',
  ],
  [
    'what may be missing',
    'alter table note alter kind drop not null',
    'says “kind: string;”, the database “kind: string | null;”',
  ],
  [
    'what the database gives',
    "alter table note alter kind set default 'note'",
    'says “kind: string;”, the database “kind: Given<string>;”',
  ],
  [
    'the values that a column may have',
    "alter table rating drop constraint rating_channel_check; alter table rating add constraint rating_channel_check check (channel in ('web', 'post'))",
    "the database “channel: 'web' | 'post';”",
  ],
  ['a table without types', 'create table stray (id uuid)', 'the database “export type StrayTable = {”'],
])('%s is found', async (_, sql, sentence) => {
  expect(await afterChange(sql)).toEqual([expect.stringContaining(sentence)]);
});

test('a view made before its table got a column is without it', async () => {
  await client.query('begin');
  await client.query('alter table note add column odd integer');
  expect(await schemaText(client)).toContain("visible_note: Omit<NoteTable, 'odd'>;");
  await client.query('rollback');
});
