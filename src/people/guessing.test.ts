import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainly } from '../platform/db.ts';
import { type PeopleApp, peopleApp } from './testing/peopleApp.ts';
import { addPerson, signIn, testPassword } from './testing/signedIn.ts';

let t: PeopleApp;
beforeAll(async () => {
  t = await peopleApp();
});
afterAll(() => t.close());

const office = '10.6.0.8';
const person = (name: string) => addPerson(t.db, name, [{ role: 'receptionist', unitId: '140106-center' }]);
const logIn = (login: string, password = testPassword, from = office, cookie = '') =>
  t.app.inject({
    method: 'POST',
    url: '/api/sessions',
    remoteAddress: from,
    headers: { cookie },
    payload: { login, password },
  });
type Answer = Awaited<ReturnType<typeof logIn>>;
const browserOf = (answer: Answer) => answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
const later = (minutes: number) => {
  t.clock.now = new Date(t.clock.now.getTime() + minutes * 60_000);
};

test('a stranger who locks a name from his own address keeps nobody out anywhere else', async () => {
  const { login } = await person('贾敏');
  for (let each = 0; each < 8; each += 1) await logIn(login, 'wrong', '203.0.113.9');
  expect((await logIn(login, testPassword, '203.0.113.9')).statusCode).toBe(429);
  expect((await logIn(login)).statusCode).toBe(201);
});

test('however many addresses try a name, a browser that she logged in with before lets her in', async () => {
  const { login } = await person('李娜');
  const known = browserOf(await logIn(login));
  for (let each = 0; each < 30; each += 1) await logIn(login, 'wrong', `203.0.113.${each}`);
  expect((await logIn(login, testPassword, office, known)).statusCode).toBe(201);
  // Also from home, with the same machine.
  expect((await logIn(login, testPassword, '203.0.113.1', known)).statusCode).toBe(201);
});

test('many addresses together get twenty tries at a name within an hour, then every new browser waits', async () => {
  const { login } = await person('王芳');
  const answers = [];
  for (let each = 0; each < 24; each += 1) answers.push(await logIn(login, 'wrong', `198.51.100.${each}`));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([...Array(19).fill(401), ...Array(5).fill(429)]);
  const waiting = await logIn(login);
  expect(waiting.statusCode).toBe(429);
  expect(waiting.json().error.message).toContain('平时用的电脑不受影响');
  later(61);
  expect((await logIn(login)).statusCode).toBe(201);
});

test('a known browser has five tries of its own, and locks for itself alone', async () => {
  const { login } = await person('马占山');
  const known = browserOf(await logIn(login));
  for (let each = 0; each < 5; each += 1) await logIn(login, 'wrong', office, known);
  expect((await logIn(login, testPassword, office, known)).statusCode).toBe(429);
  expect((await logIn(login)).statusCode).toBe(201);
  later(16);
  expect((await logIn(login, testPassword, office, known)).statusCode).toBe(201);
});

test('a browser that a colleague used before is a stranger to her name', async () => {
  const [one, other] = [await person('甲'), await person('乙')];
  const shared = browserOf(await logIn(one.login));
  for (let each = 0; each < 24; each += 1) await logIn(other.login, 'wrong', `192.0.2.${each}`);
  expect((await logIn(other.login, testPassword, office, shared)).statusCode).toBe(429);
});

test('one address that tries a hundred names within an hour waits, and a known browser behind it does not', async () => {
  const { login } = await person('田野');
  const known = browserOf(await logIn(login, testPassword, '192.0.2.200'));
  for (let each = 0; each < 100; each += 1) await logIn(`nobody${each}`, 'wrong', '192.0.2.200');
  expect((await logIn('nobody.else', 'wrong', '192.0.2.200')).json().error.message).toContain('从这里');
  expect((await logIn(login, testPassword, '192.0.2.200', known)).statusCode).toBe(201);
});

test('tries sent at the same time are answered alike for a name that is there and one that nobody has', async () => {
  const { login } = await person('同时');
  const together = async (name: string, from: string) => {
    const answers = await Promise.all(Array.from({ length: 9 }, () => logIn(name, 'wrong', from)));
    return answers.map((answer) => `${answer.statusCode} ${answer.json().error.message}`).sort();
  };
  const there = await together(login, '192.0.2.31');
  expect(await together('nobody.at.all', '192.0.2.32')).toEqual(there);
  expect(there.filter((line) => line.startsWith('429'))).toHaveLength(5);
});

test('every wrong try leaves a row, also of a name that nobody has, which is kept as a digest', async () => {
  await logIn('my-secret-typed-here', 'wrong', '192.0.2.77');
  const rows = await plainly(t.db, (q) =>
    q
      .selectFrom('trail')
      .selectAll()
      .where('address', '=', '192.0.2.77')
      .where('act', '=', 'session.refused')
      .execute(),
  );
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('my-secret');
  expect(JSON.stringify(await plainly(t.db, (q) => q.selectFrom('attempt').selectAll().execute()))).not.toContain(
    'my-secret',
  );
});

test('one’s own password cannot be guessed from a log-in that was left open: five tries, each in the trail', async () => {
  const who = await person('离开的人');
  const cookie = await signIn(t.db, who, t.clock.now);
  const change = (current: string) =>
    t.app.inject({
      method: 'PUT',
      url: '/api/me/password',
      headers: { cookie },
      payload: { current, next: 'Another-2026-bridge' },
    });
  const wrong = await Promise.all(Array.from({ length: 7 }, () => change('wrong')));
  expect(wrong.map(({ statusCode }) => statusCode).sort()).toEqual([422, 422, 422, 422, 429, 429, 429]);
  expect((await change(testPassword)).statusCode).toBe(429);
  const rows = await plainly(t.db, (q) =>
    q
      .selectFrom('trail')
      .select('id')
      .where('user_id', '=', who.userId)
      .where('act', '=', 'password.refused')
      .execute(),
  );
  expect(rows).toHaveLength(5);
  later(16);
  expect((await change(testPassword)).statusCode).toBe(204);
});

test('a password that the administrator sets anew lets its person in at once, and forgets the browsers of before', async () => {
  const who = await person('被试的人');
  const admin = await addPerson(t.db, '系统', [{ role: 'systemAdmin', unitId: '140106-center' }]);
  const cookie = await signIn(t.db, admin, t.clock.now);
  const known = browserOf(await logIn(who.login));
  for (let each = 0; each < 24; each += 1) await logIn(who.login, 'wrong', `203.0.113.${each}`);
  const shown = await t.app.inject({ url: `/api/users?find=${who.login}`, headers: { cookie } });
  expect(shown.json().items[0].lockedUntil).not.toBeNull();
  const url = `/api/users/${who.userId}/password-resets`;
  const { oneTimePassword } = (await t.app.inject({ method: 'POST', url, headers: { cookie } })).json();
  expect((await logIn(who.login, oneTimePassword)).statusCode).toBe(201);
  for (let each = 0; each < 24; each += 1) await logIn(who.login, 'wrong', `203.0.113.${each}`);
  expect((await logIn(who.login, oneTimePassword, office, known)).statusCode).toBe(429);
});

test('behind the named proxy the trail has the address of the person, and nobody else can claim another', async () => {
  const house = await peopleApp({ TRUSTED_PROXIES: '10.1.0.0/16' });
  const from = async (remoteAddress: string) => {
    const headers = { 'x-forwarded-for': '203.0.113.7' };
    await house.app.inject({
      method: 'POST',
      url: '/api/sessions',
      remoteAddress,
      headers,
      payload: { login: 'nobody', password: 'x' },
    });
  };
  for (const address of ['10.1.4.4', '10.2.0.1', '127.0.0.1']) await from(address);
  const rows = await plainly(house.db, (q) => q.selectFrom('trail').select('address').orderBy('id').execute());
  expect(rows.map(({ address }) => address)).toEqual(['203.0.113.7', '10.2.0.1', '127.0.0.1']);
  await house.close();
});

test('a forwarded host is believed of nobody: another site’s form stays refused', async () => {
  const headers = { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
  const sent = { method: 'POST', url: '/api/sessions', headers, payload: { login: 'a', password: 'b' } } as const;
  expect((await t.app.inject(sent)).json().error.code).toBe('otherOrigin');
});
