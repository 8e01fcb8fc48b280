import { afterEach, expect, test } from 'vitest';
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
