import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { placeData } from '../src/platform/embedded/places.ts';
import { adminUrlOfRunning } from '../src/platform/embedded-postgres.ts';
import { type House, startHouse } from './house.ts';

const bare = ['--without-web', '--without-demo'];
let house: House;
afterEach(() => house.stop());

test('服务被杀掉，不用人管，自己再启动，数据还在', async () => {
  house = await startHouse({ args: bare });
  await house.answers('/readyz', 200);
  const first = house.server();
  process.kill(first, 'SIGKILL');
  await house.answers('/readyz', 0);
  await house.answers('/readyz', 200);
  expect(house.server()).not.toBe(first);
  expect(house.said()).toContain('意外停了（SIGKILL），1 秒后自动再启动，第 1 次');
  house.signal('SIGINT');
  expect(await house.ended).toBe(0);
});

test('不肯启动的，说清楚原因就结束，不会一遍遍再来', async () => {
  house = await startHouse({ args: bare, env: { FENGQIAO_MODE: 'nothing' } });
  expect(await house.ended).toBe(78);
  expect(house.said().match(/FENGQIAO_MODE 只能是/g)).toHaveLength(1);
  expect(house.said()).not.toContain('自动再启动');
});

test('停止时有事没完，再按一次 Ctrl-C 马上停；下次照常启动', async () => {
  house = await startHouse({ args: bare });
  await house.answers('/readyz', 200);
  const admin = new pg.Client({ connectionString: adminUrlOfRunning(house.dataDir) ?? '' });
  admin.on('error', () => {});
  await admin.connect();
  await admin.query('begin; lock table migration in access exclusive mode');
  const asked = fetch(`${house.address}/readyz`).catch(() => undefined);
  await pause(300);
  house.signal('SIGINT');
  // One press comes twice, by the terminal and by the parent; a second one comes later.
  house.signal('SIGINT');
  await pause(1_500);
  house.signal('SIGINT');
  expect(await house.ended).toBe(130);
  expect(house.said()).toContain('强行停止');
  await asked;
  await admin.end().catch(() => {});
  const again = await startHouse({ args: bare, dataDir: house.dataDir });
  await again.answers('/readyz', 200);
  await again.stop();
});

test('数据库停了又起不来：试几次，说出来，整个结束，让看着它的人知道', async () => {
  house = await startHouse({ args: bare });
  await house.answers('/healthz', 200);
  const control = join(placeData(house.dataDir), 'global', 'pg_control');
  renameSync(control, `${control}.away`);
  process.kill(house.database(), 'SIGKILL');
  await house.answers('/healthz', 503);
  expect(await house.ended).toBe(78);
  expect(house.said().match(/数据库没有启动起来/g)).toHaveLength(4);
  expect(house.said()).toContain('意外停了（69），1 秒后自动再启动');
});
