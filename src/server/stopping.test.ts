import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { systemActor } from '../platform/actor.ts';
import { readConfig } from '../platform/config.ts';
import { behindTheScenes, command, openDatabase, plainly, Stopping } from '../platform/db.ts';
import { findJob } from '../platform/jobs.sql.ts';
import { now } from '../platform/now.ts';
import { loadSecrets } from '../platform/secrets.ts';
import { jobsAtRest, startJob } from '../platform/startJob.sql.ts';
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts';
import { startServer } from './main.ts';

let database: TestDatabase;
let admin: pg.Client;
let onlooker: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  onlooker = new pg.Client({ connectionString: database.adminUrl });
  await Promise.all([admin.connect(), onlooker.connect()]);
});
afterAll(async () => {
  await Promise.all([admin.end(), onlooker.end()]);
  await database.drop();
});

const WHOLE = 20_000;
const start = () => {
  const config = readConfig({ PORT: '0', DATA_DIR: mkdtempSync(join(tmpdir(), 'fengqiao-')) });
  const { adminUrl, appUrl } = database;
  return startServer({ config, secrets: loadSecrets(config.dataDir, {}), adminUrl, appUrl, log: () => {} });
};

/** Whoever needs this table waits in the database, as behind a report that takes minutes. */
async function holding(table: string, work: () => Promise<unknown>): Promise<void> {
  await admin.query(`begin; lock table ${table} in access exclusive mode`);
  await work().finally(() => admin.query('rollback'));
}
const waiting = () =>
  vi.waitUntil(async () => {
    const { rows } = await onlooker.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return rows.length > 0;
  }, 20_000);

test('停止不等数据库里还在跑的一句', { timeout: WHOLE }, async () => {
  const { address, close } = await start();
  await holding('migration', async () => {
    const answer = fetch(`${address}/readyz`).catch(() => 'gone');
    await waiting();
    await close();
    expect(await answer).toBe('gone');
  });
});

test('停止不等堵住的定时工作', { timeout: WHOLE }, async () => {
  await admin.query('delete from recurring_run');
  await holding('outbox', async () => {
    const { close } = await start();
    await waiting();
    await close();
  });
});

test('停止以后，幕后的一批做到两件之间为止；人的那一步照样记完', async () => {
  const db = openDatabase(database.appUrl, 2);
  const behind = behindTheScenes(db);
  const scope = systemActor(['140106']);
  const one = (queries: Parameters<Parameters<typeof plainly>[1]>[0]) => sql`select 1`.execute(queries);
  await plainly(behind, one);
  db.ending.soon = true;
  await expect(command(behind, scope, one)).rejects.toBeInstanceOf(Stopping);
  await expect(command(db, scope, one)).resolves.toBeDefined();
  await Promise.all([behind.close(), db.close()]);
});

test('停止时还没做完的后台工作，记成没做完，说可以再来', async () => {
  const db = openDatabase(database.appUrl, 2);
  const begun = { kind: 'test', countyCode: '140106', owner: 'system', input: {} };
  const job = await startJob({ db, now }, systemActor(['140106']), begun, async (run) => {
    for (;;) await run.step(1, 1_000);
  });
  db.ending.soon = true;
  await jobsAtRest();
  expect(await findJob(db, job.id)).toMatchObject({
    state: 'failed',
    problem: expect.stringContaining('可以再来一次'),
  });
  await db.close();
});
