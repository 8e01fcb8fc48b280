import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Backup } from '../backups/manifest.ts';
import { type Db, openDatabase } from '../platform/db.ts';
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts';
import { judgeBackups, judgePlaces } from './checkBackups.ts';
import { databaseChecks, judgeYears } from './checkDatabase.sql.ts';
import { judgeRoom, judgeRuntime } from './checkMachine.ts';
import { judgeWork, viewWork } from './checkWork.sql.ts';
import { examine, type Finding, worstOf } from './finding.ts';

let database: TestDatabase;
let db: Db;
let admin: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.appUrl, 2);
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await db.close();
  await admin.end();
  await database.drop();
});

const NOW = new Date('2026-11-30T04:00:00Z');
const look = async (): Promise<Map<string, Finding>> =>
  new Map((await examine(databaseChecks(db, () => new Date()))).map((finding) => [finding.id, finding]));

test('a house that stands well has nothing bad, and says what was seen of each', async () => {
  const findings = await look();
  expect([...findings.values()].filter(({ state }) => state === 'bad' || state === 'unchecked')).toEqual([]);
  expect(findings.get('collation')?.found).toBe('按拼音排');
  expect(findings.get('search')?.found).toBe('两个字也走索引');
});

/** Breaks one thing, looks, and puts it right. */
const broken = async (breaking: string, mending: string, id: string): Promise<Finding | undefined> => {
  await admin.query(breaking);
  try {
    return (await look()).get(id);
  } finally {
    await admin.query(mending);
  }
};

test('a house broken on purpose is told piece by piece, with what to do', async () => {
  const open = await broken(
    'alter table note disable row level security',
    'alter table note enable row level security',
    'rowSecurity',
  );
  expect(open).toMatchObject({
    state: 'bad',
    found: '没有按行看管：note',
    advice: expect.stringContaining('enable row level security'),
  });

  const slow = await broken(
    'drop index search_entry_found',
    'create index search_entry_found on search_entry using gin (terms, open_terms, numbers)',
    'search',
  );
  expect(slow).toMatchObject({
    state: 'bad',
    found: expect.stringContaining('没有查找用的两字索引'),
    advice: expect.stringContaining('create index'),
  });

  const booked = (name: string, thing: string) =>
    `alter table booking add constraint ${name} exclude using gist (${thing} with =, tstzrange(from_at, to_at) with &&)
      where (state <> 'released' and ${thing} is not null)`;
  const twice = await broken(
    'drop extension btree_gist cascade',
    `create extension btree_gist; ${booked('booking_room_once', 'room_id')}; ${booked('booking_person_once', 'user_id')}`,
    'extension',
  );
  expect(twice).toMatchObject({
    state: 'bad',
    found: 'btree_gist 没有启用，房间会订重',
    advice: expect.stringContaining('create extension btree_gist'),
  });

  const able = await broken(
    'grant update on matter_event to fengqiao_app',
    'revoke update on matter_event from fengqiao_app',
    'roles',
  );
  expect(able).toMatchObject({ state: 'bad', found: '它能改 matter_event' });

  const last = (await admin.query('select name, sha256, applied_at from migration order by name desc limit 1')).rows[0];
  await admin.query('delete from migration where name = $1', [last.name]);
  expect((await look()).get('migrations')).toMatchObject({ state: 'bad', found: `差 1 步，第一步是 ${last.name}` });
  await admin.query('insert into migration values ($1, $2, $3)', [last.name, last.sha256, last.applied_at]);
});

test('a check that cannot be held says so, and hides no other', async () => {
  const ended = openDatabase(database.appUrl.replace(/\/[^/]+$/, '/nowhere'), 1);
  const findings = await examine(databaseChecks(ended, () => new Date()));
  await ended.close();
  expect(findings).toHaveLength(12);
  expect(new Set(findings.map(({ state }) => state))).toEqual(new Set(['unchecked']));
  expect(worstOf(findings)).toBe('unchecked');
});

const proof = (outcome: 'done' | 'failed', at = '2026-11-29T00:00:00Z') => ({ at, outcome, said: '说了什么' });
const backup = (day: string, its?: ReturnType<typeof proof>): Backup => ({
  ...{ format: 1, name: day, startedAt: `${day}T02:00:00Z`, endedAt: `${day}T02:05:00Z`, program: '0', migrations: [] },
  ...{ witness: { at: '', counts: {} }, files: 0, proof: its },
});

test('a backup that nobody ever brought back is shown as none', () => {
  expect(judgeBackups([], NOW)).toMatchObject({ state: 'bad', found: '没有备份' });
  expect(judgeBackups([backup('2026-11-30')], NOW)).toMatchObject({
    state: 'bad',
    found: '没有能用的备份：有 1 份，一份都没有恢复过',
    advice: expect.stringContaining('演练'),
  });
  expect(judgeBackups([backup('2026-11-30', proof('done'))], NOW).state).toBe('ok');
});

test('a damaged newest one is bad although an older one is proven, an old one and an old rehearsal are told', () => {
  const good = backup('2026-11-28', proof('done'));
  expect(judgeBackups([good, backup('2026-11-30', proof('failed'))], NOW)).toMatchObject({
    state: 'bad',
    found: expect.stringContaining('坏了：说了什么'),
  });
  expect(judgeBackups([backup('2026-11-25', proof('done'))], NOW).state).toBe('bad');
  expect(judgeBackups([backup('2026-11-30', proof('done', '2026-11-01T00:00:00Z'))], NOW).state).toBe('warn');
});

test('one place is too few where backups are kept, and worse on the disk of the data', () => {
  const config = { places: ['/a'], scheduled: true, keyFile: '', recipient: undefined, keepDays: 14 } as const;
  const others = { command: undefined, restoredUrl: undefined };
  const one = { ...config, ...others, sftp: { keyFile: undefined, hostKey: undefined } };
  expect(judgePlaces(one, true)).toMatchObject({ state: 'bad', found: '只有一处，和数据在同一块盘上' });
  expect(judgePlaces({ ...one, places: ['/a', '/b'] }, true).state).toBe('ok');
});

test('work that fails, that nobody could check, and that simply does not come are three different things', () => {
  const lines = ['a', 'b', 'c', 'd'].map((name) => ({ name, everySeconds: 60 }));
  const up = new Date('2026-11-30T00:00:00Z');
  const at = (minute: number) => new Date(up.getTime() + minute * 60_000);
  const row = (name: string, outcome: 'done' | 'failed' | 'unchecked', minute: number) => ({
    ...{ name, outcome, said: '为什么', lastRunAt: at(minute), endedAt: at(minute) },
    lastDoneAt: outcome === 'done' ? at(minute) : at(55),
  });
  const now = at(60);
  const seen = (rows: Parameters<typeof viewWork>[1]) => judgeWork(viewWork(lines, rows, up, now));
  const well = lines.map(({ name }) => row(name, 'done', 59));
  expect(seen(well)).toMatchObject({ state: 'ok', found: '4 项都按时做完' });
  expect(seen([...well.slice(1), row('a', 'failed', 59)])).toMatchObject({ state: 'bad', found: 'a：没做成，为什么' });
  expect(seen([...well.slice(1), row('a', 'unchecked', 59)])).toMatchObject({
    state: 'warn',
    found: 'a：没能查，为什么',
  });
  expect(seen([...well.slice(1), row('a', 'done', 30)])).toMatchObject({ state: 'bad', found: '没有按时做：a' });
  // Never begun, by a server that has been up for an hour.
  expect(seen(well.slice(1))).toMatchObject({ state: 'bad', found: '没有按时做：a' });
});

test('a calendar is missed from December on, a full disk before it is full, an old runtime at once', () => {
  expect(judgeYears([2026], new Date('2026-11-30T04:00:00Z')).state).toBe('ok');
  expect(judgeYears([2026], new Date('2026-12-01T04:00:00Z'))).toMatchObject({
    state: 'warn',
    found: expect.stringContaining('2027'),
  });
  expect(judgeRoom('/x', 2 ** 29, 2 ** 40).state).toBe('bad');
  expect(judgeRoom('/x', 2 ** 32, 2 ** 40).state).toBe('warn');
  expect(judgeRoom('/x', 2 ** 39, 2 ** 40).state).toBe('ok');
  expect(['20.19.0', '22.18.0', '24.21.0'].map((version) => judgeRuntime(version).state)).toEqual([
    'bad',
    'warn',
    'ok',
  ]);
});

test('a clock that went away from the database’s is told', async () => {
  const findings = await examine(databaseChecks(db, () => new Date(Date.now() + 120_000)));
  expect(findings.find(({ id }) => id === 'clock')).toMatchObject({
    state: 'bad',
    found: expect.stringContaining('差 120 秒'),
  });
});
