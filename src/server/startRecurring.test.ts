import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { behindTheScenes, command, type Db, openDatabase, plainly } from '../platform/db.ts';
import { openScope } from '../platform/gate.ts';
import { refuse } from '../platform/refusal.ts';
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts';
import { testDeps } from '../platform/testing/deps.ts';
import { listOpenJumps, recordRelease } from '../upkeep/clockJumps.sql.ts';
import { recordReleased } from '../upkeep/restorations.sql.ts';
import { type ServerEngine, startEngine } from './engine.ts';
import { type Recurring, recurring } from './recurring.ts';
import { startRecurring } from './startRecurring.ts';

let database: TestDatabase;
let admin: pg.Client;
let db: Db;
let house: ServerEngine;
let closeCache: () => void;
const clock = { now: new Date('2026-10-14T09:00:00+08:00') };
const said: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  db = openDatabase(database.appUrl, 2);
  const { engine, cache } = await startEngine(testDeps(db, clock));
  closeCache = () => cache.close();
  house = { ...engine, db: behindTheScenes(db) };
});
afterAll(async () => {
  closeCache();
  await Promise.all([house.db.close(), db.close(), admin.end()]);
  await database.drop();
});

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  await admin.query('delete from recurring_run');
  said.length = 0;
});

const begin = (lines: readonly Recurring[]) => {
  stop = startRecurring(house, (line) => said.push(line), lines);
};
const line = (name: string, run: Recurring['run'], everySeconds = 60): Recurring => ({ name, everySeconds, run });
const rowOf = async (name: string) => {
  const { rows } = await admin.query('select * from recurring_run where name = $1', [name]);
  return rows[0];
};
const ended = (name: string) =>
  vi.waitUntil(async () => {
    const row = await rowOf(name);
    return row?.outcome ? row : undefined;
  }, 20_000);

test('一行堵住了，别的行照做', async () => {
  // What delivery needs is locked, as by a backlog; supervision goes on.
  await admin.query('begin; lock table outbox in access exclusive mode');
  const other = new pg.Client({ connectionString: database.adminUrl });
  await other.connect();
  try {
    begin(recurring.filter(({ name }) => /告诉当事人|逾期按级督办/.test(name)));
    const of = async (name: string) =>
      (await other.query('select outcome from recurring_run where name like $1', [name])).rows[0]?.outcome;
    await vi.waitUntil(async () => (await of('逾期按级督办%')) === 'done', 20_000);
    expect(await of('告诉当事人%')).toBeNull();
  } finally {
    await admin.query('rollback');
    await other.end();
  }
  expect(await ended('告诉当事人的话送出去')).toMatchObject({ outcome: 'done' });
});

test('每一次都写下怎么结束的：做完、没做成、没能查，和上次做完是什么时候', async () => {
  let result: () => number | { outcome: 'unchecked'; said: string } = () => 3;
  const lines = [line('数一数', async () => result(), 0)];
  const once = async (minute: string) => {
    await stop?.();
    await admin.query('update recurring_run set outcome = null');
    clock.now = new Date(`2026-10-14T09:${minute}:00+08:00`);
    begin(lines);
    return ended('数一数');
  };
  const first = await once('10');
  expect(first).toMatchObject({ outcome: 'done', said: '3 件', last_run_at: clock.now, last_done_at: clock.now });
  expect(first.ended_at).toEqual(clock.now);
  result = () => ({ outcome: 'unchecked', said: '对面没有人应' });
  expect(await once('20')).toMatchObject({
    outcome: 'unchecked',
    said: '对面没有人应',
    last_done_at: first.last_done_at,
  });
  result = () => refuse('conflict', 'movedOn', '郭秀兰的事刚被别人办了');
  expect(await once('30')).toMatchObject({ outcome: 'failed', said: 'movedOn', last_done_at: first.last_done_at });
  result = () => {
    throw Object.assign(new Error('permission denied for table outbox'), { code: '42501', detail: '郭秀兰' });
  };
  const failed = await once('40');
  expect(failed).toMatchObject({ outcome: 'failed', said: '42501 permission denied for table outbox' });
  expect(said.join()).toContain('数一数: 42501');
  expect(failed.started_at).toEqual(clock.now);
});

test('上次的时间写在将来（时钟拨快过又拨回来），这一行照样到时候就做，并且说出来', async () => {
  await admin.query(`insert into recurring_run (name, last_run_at, ended_at) values ('数一数', $1, $1)`, [
    new Date(clock.now.getTime() + 86_400_000),
  ]);
  begin([line('数一数', async () => 1)]);
  expect(await ended('数一数')).toMatchObject({ outcome: 'done', last_run_at: clock.now });
  expect(said.join()).toContain('数一数: 上次的时间在将来');
});

test('几台服务器，一行同时只有一台在做；做的那台没了，过一会儿别的接着做', async () => {
  const started = new Date(clock.now.getTime() - 90_000);
  await admin.query(`insert into recurring_run (name, last_run_at, started_at) values ('数一数', $1, $1)`, [started]);
  let turns = 0;
  const lines = [line('数一数', async () => ++turns), line('又一行', async () => 1)];
  begin(lines);
  await ended('又一行');
  await stop?.();
  expect(turns).toBe(0);
  clock.now = new Date(clock.now.getTime() + 60_000);
  begin(lines);
  expect(await ended('数一数')).toMatchObject({ said: '1 件' });
});

test('时钟被拨快又拨回：督办这些先停着，重新启动、别的服务器也停着，系统管理员确认了才接着办', async () => {
  const lines = [{ ...line('督办一次', async () => 1, 0), dated: true as const }, line('数一数', async () => 1, 0)];
  const start = () => {
    // Time that passes is not what jumps here.
    stop = startRecurring(house, (told) => said.push(told), lines, { everyMs: 50, steady: () => 0 });
  };
  const becomes = (name: string, outcome: string) =>
    vi.waitUntil(async () => (await rowOf(name))?.outcome === outcome, 20_000);
  start();
  await becomes('督办一次', 'done');
  const right = clock.now;
  clock.now = new Date(right.getTime() + 2 * 86_400_000);
  await becomes('督办一次', 'unchecked');
  expect(await rowOf('督办一次')).toMatchObject({ said: '时钟跳过，等系统管理员确认' });
  await becomes('数一数', 'done');
  clock.now = right;
  await vi.waitUntil(async () => (await plainly(db, listOpenJumps)).length === 2, 20_000);
  expect((await plainly(db, listOpenJumps)).map(({ seconds }) => seconds)).toEqual([-172_800, 172_800]);
  expect(said.filter((told) => told.includes('时钟被拨'))).toHaveLength(2);
  await stop?.();
  start();
  await becomes('数一数', 'done');
  expect(await rowOf('督办一次')).toMatchObject({ outcome: 'unchecked' });
  await stop?.();
  await command(db, openScope, async (tx) => recordRelease(tx, '', clock.now));
  start();
  await becomes('督办一次', 'done');
});

test('从备份恢复过来，话和督办单先停着，别的照做；系统管理员核对了才接着', async () => {
  await admin.query(
    `insert into restoration (id, restored_at, backup) values (gen_random_uuid(), $1, '20261130T021000')`,
    [clock.now],
  );
  const lines = [
    { ...line('督办一次', async () => 1, 0), dated: true as const },
    { ...line('送出去', async () => 1, 0), tells: true as const },
    line('数一数', async () => 1, 0),
  ];
  begin(lines);
  for (const name of ['督办一次', '送出去'])
    expect(await ended(name)).toMatchObject({ outcome: 'unchecked', said: '刚从备份恢复，等系统管理员核对' });
  expect(await ended('数一数')).toMatchObject({ outcome: 'done' });
  await stop?.();
  await command(db, openScope, async (tx) => recordReleased(tx, '', clock.now));
  clock.now = new Date(clock.now.getTime() + 60_000);
  begin(lines);
  await vi.waitUntil(async () => (await rowOf('送出去'))?.outcome === 'done', 20_000);
});

test('停止时没轮完的一行，记成没能查，不算做完', async () => {
  const begun = Promise.withResolvers<void>();
  const other = { ...house, db: { ...house.db, ending: { soon: false } } };
  const cut = startRecurring(other, () => {}, [
    line('很长的一行', async () => {
      begun.resolve();
      await vi.waitUntil(() => other.db.ending.soon, 20_000);
      return superviseOnce(other);
    }),
  ]);
  await begun.promise;
  other.db.ending.soon = true;
  await cut();
  expect(await rowOf('很长的一行')).toMatchObject({ outcome: 'unchecked', last_done_at: null });
});

const superviseOnce = (engine: ServerEngine) =>
  recurring.find(({ name }) => name.startsWith('逾期按级督办'))?.run(engine) ?? Promise.resolve(0);
