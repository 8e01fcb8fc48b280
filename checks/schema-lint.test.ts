import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMigrations } from '../src/platform/migrate.ts';
import { type TestDatabase, testDatabase } from '../src/platform/testing/database.ts';
import { keyRules, type SchemaRule, schemaFindings } from './schema-lint.ts';
import { rightsRules } from './schema-rights.ts';

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

const rules: readonly SchemaRule[] = [...keyRules, ...rightsRules];

test('no migration but 0016, which 0032 superseded, says restrictive: shards of Citus would drop the word', () => {
  const said = readMigrations().filter(({ sql }) => /\bas\s+restrictive\b/i.test(sql.replace(/--.*$/gm, '')));
  expect(said.map(({ name }) => name.slice(0, 4))).toEqual(['0016']);
});

test('the migrated schema keeps every rule', async () => {
  expect(await schemaFindings(client, rules)).toEqual([]);
});

const named = (name: string) => `insert into topology values ('${name}', 'distributed', 900)`;
const good = 'county_code text not null, id uuid, primary key (county_code, id)';

/** The sentence of a rule, and a change that breaks it. */
const faults: readonly [sentence: string, sql: string][] = [
  ['topology names every table', 'create table stray (id uuid)'],
  ['topology names every table', named('nowhere')],
  [
    'a distributed table has county_code',
    `create table odd (county_code varchar not null, id uuid, primary key (county_code, id)); ${named('odd')}`,
  ],
  [
    'county_code comes first',
    `create table odd (county_code text not null, id uuid, primary key (id, county_code)); ${named('odd')}`,
  ],
  ['a unique or exclusion index', 'create unique index odd on party (name)'],
  [
    'a foreign key to a distributed table pairs',
    `create table odd (${good}, other text, matter_id uuid, foreign key (other, matter_id) references matter (county_code, id)); ${named('odd')}`,
  ],
  ['a distributed table refers to', 'alter table visit add column session_id text references session (id)'],
  [
    'a foreign key is not ON DELETE SET NULL',
    'alter table counter add column room_id text references room (id) on delete set null',
  ],
  [
    'there are no triggers',
    'create function late() returns trigger language plpgsql as $$ begin return new; end $$; create trigger late before insert on note for each row execute function late()',
  ],
  ['a distributed table has row-level security', 'alter table rating no force row level security'],
  ['a policy reads its own row', 'create policy odd on note for select using (matter_id in (select id from matter))'],
  ['no policy is AS RESTRICTIVE', 'create policy odd on note as restrictive for select using (false)'],
  [
    'a policy takes each setting',
    "create policy odd on note for select using (county_code = current_setting('app.counties', true))",
  ],
  ['the application owns nothing', 'alter table category owner to fengqiao_app'],
  ['what happened is never changed', 'grant update (data) on matter_event to fengqiao_app'],
  ['a table below the matter', 'grant select on note to fengqiao_app'],
  [
    'a distributed table with a matter',
    `create table odd (${good}, matter_id uuid, foreign key (county_code, matter_id) references matter (county_code, id)); ${named('odd')}`,
  ],
  [
    'a visible_ view is a security_barrier',
    'create view visible_odd as select t.* from note t join matter m on m.county_code = t.county_code and m.id = t.matter_id',
  ],
];

describe('a planted fault is found', () => {
  test.each(faults)('%s', async (start, sql) => {
    await client.query('begin');
    await client.query(sql);
    const found = await schemaFindings(client, rules);
    await client.query('rollback');
    expect(found.map(({ sentence }) => sentence).filter((sentence) => sentence.startsWith(start))).not.toEqual([]);
  });

  test('for every rule', () => {
    expect(rules.filter(({ sentence }) => !faults.some(([start]) => sentence.startsWith(start)))).toEqual([]);
  });
});
