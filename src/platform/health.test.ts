import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Db, openDatabase } from './db.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { healthRoutes } from './health.routes.ts';
import { buildHttp, type Http } from './http.ts';
import { testDeps } from './testing/deps.ts';

let server: EmbeddedPostgres;
let db: Db;
let app: Http;
beforeEach(async () => {
  server = await startEmbeddedPostgres({ dataDir: '', ephemeral: true });
  db = openDatabase(server.adminUrl(), 1);
  const deps = testDeps(db, { now: new Date() });
  app = await buildHttp(deps);
  healthRoutes(app, deps);
});
afterEach(async () => {
  await app.close();
  await db.close();
  await server.stop();
});

const health = async () => (await app.inject('/healthz')).statusCode;

test('数据库没了，几秒钟里 /healthz 就说不行，不等有人来用', { timeout: 20_000 }, async () => {
  expect(await health()).toBe(200);
  await server.stop();
  await vi.waitUntil(async () => (await health()) === 503, 5_000);
});

test('连接全在忙的时候，/healthz 照样说数据库在', async () => {
  const busy = await db.pool.connect();
  expect(await health()).toBe(200);
  busy.release();
});
