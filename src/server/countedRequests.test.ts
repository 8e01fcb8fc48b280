import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedInAs } from '../people/testing/signedIn.ts';
import { testApp } from './testing/app.ts';

const MOST = 6000;
let house: Awaited<ReturnType<typeof testApp>>;

beforeAll(async () => {
  house = await testApp(new Date());
});
afterAll(() => house.close());

/** Everybody in the office comes from one address. */
const ask = (cookie: string, url = '/healthz') =>
  house.app.inject({ method: 'GET', url, headers: { cookie }, remoteAddress: '10.1.2.3' });
const left = async (cookie: string) => Number((await ask(cookie)).headers['x-ratelimit-remaining']);
async function logIn(): Promise<string> {
  const cookie = await signedInAs(house.db, 'receptionist', '140106-center');
  expect((await ask(cookie, '/api/me')).statusCode).toBe(200);
  return cookie;
}

test('一个办公室的人共用一个地址，各算各的请求；一个人太密了，只停他一个', async () => {
  const [one, other] = [await logIn(), await logIn()];
  expect(await left(one)).toBe(MOST - 1);
  for (let sent = 1; sent < MOST; sent += 100) await Promise.all(Array.from({ length: 100 }, () => ask(one)));
  const refused = await ask(one);
  expect(refused.statusCode).toBe(429);
  expect(refused.json().error.message).toMatch(/^请求太密了，\d+ 秒后再试。$/);
  expect(await left(other)).toBe(MOST - 1);
  expect((await ask(other, '/api/me')).statusCode).toBe(200);
});

test('没有登录、编出来的登录、已经退出的登录，都算在地址上', async () => {
  const ended = await logIn();
  const before = await left('');
  expect(await left('session=made-up-one')).toBe(before - 1);
  expect((await ask('session=made-up-two', '/api/me')).statusCode).toBe(401);
  expect(await left('session=made-up-two')).toBe(before - 3);
  await house.app.inject({ method: 'DELETE', url: '/api/sessions/current', headers: { cookie: ended } });
  expect((await ask(ended, '/api/me')).statusCode).toBe(401);
  expect(await left(ended)).toBe(before - 4);
});
