import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noScope } from '../people/login.sql.ts';
import { addUser } from '../people/users.sql.ts';
import { type Environment, readConfig } from '../platform/config.ts';
import { command, openDatabase } from '../platform/db.ts';
import { loadSecrets } from '../platform/secrets.ts';
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts';
import { startServer } from './main.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const start = (env: Environment) => {
  const config = readConfig({ PORT: '0', DATA_DIR: mkdtempSync(join(tmpdir(), 'fengqiao-')), ...env });
  const { adminUrl, appUrl } = database;
  return startServer({ config, secrets: loadSecrets(config.dataDir, {}), adminUrl, appUrl, log: () => {} });
};

test('the product starts, answers, and stops', async () => {
  const { address, close } = await start({});
  expect(await (await fetch(`${address}/readyz`)).json()).toEqual({ ready: true });
  const unknown = await fetch(`${address}/api/nowhere`);
  expect(unknown.status).toBe(404);
  await close();
  await expect(fetch(`${address}/healthz`)).rejects.toThrow();
});

test('a port that is taken is told in a sentence', async () => {
  const { address, close } = await start({});
  await expect(start({ PORT: new URL(address).port })).rejects.toThrow(/端口 \d+ 已被别的程序占用/);
  await close();
});

test('production refuses a database with demo log-ins', async () => {
  const db = openDatabase(database.appUrl, 1);
  const user = { login: 'demo', name: '演示', initials: '', passwordHash: 'x', passwordSetAt: null, demo: true };
  await command(db, noScope, (tx) => addUser(tx, user, new Date()));
  await db.close();
  await expect(start({ FENGQIAO_MODE: 'production' })).rejects.toThrow('正式模式不能用它');
});
