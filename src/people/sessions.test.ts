import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainly } from '../platform/db.ts';
import { type PeopleApp, peopleApp } from './testing/peopleApp.ts';
import { addPerson, signIn, type TestPerson, testPassword } from './testing/signedIn.ts';

let t: PeopleApp;
const day = 86_400_000;

beforeAll(async () => {
  t = await peopleApp();
});
afterAll(() => t.close());

const person = (name: string) =>
  addPerson(t.db, name, [
    { role: 'receptionist', unitId: '140106-center' },
    { role: 'closer', unitId: '140106-center' },
  ]);
const logIn = (login: string, password = testPassword, totp?: string) =>
  t.app.inject({ method: 'POST', url: '/api/sessions', payload: { login, password, ...(totp && { totp }) } });
const cookieOf = (answer: Awaited<ReturnType<typeof logIn>>) => `session=${answer.cookies[0]?.value}`;
const me = (cookie: string) => t.app.inject({ url: '/api/me', headers: { cookie } });
const at = (iso: string) => {
  t.clock.now = new Date(iso);
};
const trailOf = (who: TestPerson) =>
  plainly(t.db, (q) =>
    q.selectFrom('trail').select(['act', 'detail']).where('user_id', '=', who.userId).orderBy('id').execute(),
  );

test('the receptionist logs in, is greeted with the posts held, and leaves a trace', async () => {
  const who = await person('贾敏');
  const answer = await logIn(` ${who.login.toUpperCase()} `);
  expect(answer.statusCode).toBe(201);
  expect(answer.cookies[0]).toMatchObject({ name: 'session', httpOnly: true, sameSite: 'Strict', path: '/' });
  expect(answer.json()).toMatchObject({
    user: { name: '贾敏' },
    standing: 'open',
    post: { id: who.postIds[0], roleLabel: '接待岗', unitId: '140106-center', centerId: '140106-center' },
    posts: [{ role: 'receptionist' }, { role: 'closer' }],
    idleMinutes: 480,
  });
  const trail = await trailOf(who);
  expect(trail.map((row) => row.act)).toEqual(['session.opened']);
});

test('the table of sessions opens no session: it holds digests of the cookies', async () => {
  const cookie = cookieOf(await logIn((await person('贾敏')).login));
  const rows = await plainly(t.db, (q) => q.selectFrom('session').select('id').execute());
  expect(rows.map((row) => row.id)).not.toContain(cookie.slice('session='.length));
  for (const row of rows) expect((await me(`session=${row.id}`)).statusCode).toBe(401);
});

test('five wrong passwords lock the account, for a known and an unknown name alike', async () => {
  const who = await person('李娜');
  for (const login of [who.login, 'nobody.here']) {
    at('2026-10-14T06:32:00Z');
    for (const left of [4, 3, 2, 1])
      expect((await logIn(login, 'wrong')).json().error.message).toBe(`账号或密码不对，还可以试 ${left} 次。`);
    const fifth = await logIn(login, 'wrong');
    expect(fifth.statusCode).toBe(429);
    expect(fifth.json().error.message).toContain('14:47 后再试');
    expect((await logIn(login)).statusCode).toBe(429);
    at('2026-10-14T06:48:00Z');
    expect((await logIn(login, 'wrong')).json().error.message).toContain('还可以试 4 次');
  }
  at('2026-10-14T06:49:00Z');
  expect((await logIn(who.login)).statusCode).toBe(201);
  const trail = await trailOf(who);
  expect(trail.map((row) => row.act)).toEqual([...Array(7).fill('session.refused'), 'session.opened']);
});

test('tries sent at the same time count one by one', async () => {
  const who = await person('同时');
  const answers = await Promise.all(Array.from({ length: 5 }, () => logIn(who.login, 'wrong')));
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([401, 401, 401, 401, 429]);
});

test('who leaves the desk for longer than allowed logs in again, and loses nothing typed', async () => {
  at('2026-10-14T01:00:00Z');
  const cookie = cookieOf(await logIn((await person('王芳')).login));
  at('2026-10-14T08:59:00Z');
  expect((await me(cookie)).statusCode).toBe(200);
  at('2026-10-14T12:59:59Z');
  expect((await me(cookie)).statusCode).toBe(200);
  at('2026-10-14T13:00:00Z');
  const late = await me(cookie);
  expect(late.statusCode).toBe(401);
  expect(late.json().error).toMatchObject({
    code: 'sessionExpired',
    message: '登录已过期。写好的内容还在这一页，登录后接着办。',
  });
  expect((await me('')).json().error.code).toBe('sessionExpired');
});

test('an idle session ends by itself', async () => {
  at('2026-10-14T01:00:00Z');
  const cookie = cookieOf(await logIn((await person('王芳')).login));
  at('2026-10-14T09:00:00Z');
  expect((await me(cookie)).statusCode).toBe(401);
});

test('a person changes posts, and next time starts where she was', async () => {
  at('2026-10-14T06:32:00Z');
  const who = await person('贾敏');
  const cookie = cookieOf(await logIn(who.login));
  const change = (postId: string) =>
    t.app.inject({ method: 'PUT', url: '/api/sessions/current/post', headers: { cookie }, payload: { postId } });
  const answer = await change(who.postIds[1] ?? '');
  expect(answer.json().post).toMatchObject({ role: 'closer' });
  const stranger = await person('别人');
  expect((await change(stranger.postIds[0] ?? '')).statusCode).toBe(404);
  at('2026-10-14T06:40:00Z');
  expect((await logIn(who.login)).json().post).toMatchObject({ role: 'closer' });
});

test('a post that ran out opens nothing, but another can be chosen', async () => {
  at('2026-10-14T06:32:00Z');
  const who = await person('贾敏');
  const cookie = cookieOf(await logIn(who.login));
  await plainly(t.db, (q) =>
    q
      .updateTable('post')
      .set({ valid_to: '2026-10-13' })
      .where('id', '=', who.postIds[0] ?? '')
      .execute(),
  );
  const seen = (await me(cookie)).json();
  expect(seen).toMatchObject({ standing: 'noPost', post: null, posts: [{ role: 'closer' }] });
  const all = await t.app.inject({ url: '/api/sessions?all=true', headers: { cookie } });
  expect(all.json().error.code).toBe('noPost');
});

test('logging out ends the session for good', async () => {
  const cookie = cookieOf(await logIn((await person('贾敏')).login));
  const out = await t.app.inject({ method: 'DELETE', url: '/api/sessions/current', headers: { cookie } });
  expect(out.statusCode).toBe(204);
  expect((await me(cookie)).statusCode).toBe(401);
});

test('one sees and ends own log-ins elsewhere, the security administrator those of the county', async () => {
  const who = await person('贾敏');
  const [here, there] = [await signIn(t.db, who, t.clock.now), await signIn(t.db, who, t.clock.now)];
  const mine = (await t.app.inject({ url: '/api/sessions', headers: { cookie: here } })).json();
  expect(mine.items).toHaveLength(2);
  const other = mine.items.find((item: { current: boolean }) => !item.current);
  const revoke = (cookie: string, id: string) =>
    t.app.inject({ method: 'POST', url: `/api/sessions/${id}/revocations`, headers: { cookie } });
  const colleague = await signIn(t.db, await person('李娜'), t.clock.now);
  expect((await revoke(colleague, other.id)).statusCode).toBe(403);
  expect((await revoke(here, other.id)).statusCode).toBe(201);
  expect((await me(there)).statusCode).toBe(401);
  expect((await me(here)).statusCode).toBe(200);
  const security = await addPerson(t.db, '安全', [{ role: 'securityAdmin', unitId: '140105-center' }]);
  const elsewhere = await signIn(t.db, security, t.clock.now);
  const current = mine.items.find((item: { current: boolean }) => item.current);
  expect((await revoke(elsewhere, current.id)).statusCode).toBe(404);
  const own = await addPerson(t.db, '安全', [{ role: 'securityAdmin', unitId: '140106-center' }]);
  const cookie = await signIn(t.db, own, t.clock.now);
  const all = (await t.app.inject({ url: '/api/sessions?all=true&limit=200', headers: { cookie } })).json();
  expect(all.items.map((item: { id: string }) => item.id)).toContain(current.id);
  expect((await revoke(cookie, current.id)).statusCode).toBe(201);
  expect((await me(here)).statusCode).toBe(401);
});

test('looking costs at most one write a minute', async () => {
  at('2026-10-14T06:32:00Z');
  const who = await person('贾敏');
  const cookie = await signIn(t.db, who, t.clock.now);
  const seen = async () => {
    await me(cookie);
    const row = await plainly(t.db, (q) =>
      q.selectFrom('session').select('last_seen_at').where('user_id', '=', who.userId).executeTakeFirstOrThrow(),
    );
    return row.last_seen_at.toISOString();
  };
  at('2026-10-14T06:32:59Z');
  expect(await seen()).toBe('2026-10-14T06:32:00.000Z');
  at('2026-10-14T06:33:00Z');
  expect(await seen()).toBe('2026-10-14T06:33:00.000Z');
});

test('a password given by the administrator opens only the page that changes it', async () => {
  const who = await person('新人');
  await plainly(t.db, (q) =>
    q.updateTable('app_user').set({ password_set_at: null }).where('id', '=', who.userId).execute(),
  );
  const cookie = cookieOf(await logIn(who.login));
  expect((await me(cookie)).json().standing).toBe('passwordDue');
  const users = await t.app.inject({ url: '/api/users', headers: { cookie } });
  expect(users.json().error).toMatchObject({ code: 'passwordDue', message: '密码到期了，先改密码。' });
  const change = (next: string, current = testPassword) =>
    t.app.inject({ method: 'PUT', url: '/api/me/password', headers: { cookie }, payload: { current, next } });
  expect((await change('short')).json().error.fields.next).toContain('至少 10 位');
  expect((await change('Another-2026-bridge', 'wrong')).json().error.fields).toEqual({ current: '现在的密码不对。' });
  expect((await change('Another-2026-bridge')).statusCode).toBe(204);
  expect((await me(cookie)).json().standing).toBe('open');
  expect((await logIn(who.login)).statusCode).toBe(401);
  expect((await logIn(who.login, 'Another-2026-bridge')).statusCode).toBe(201);
});

test('a password lasts as many days as the policy says', async () => {
  const who = await person('老密码');
  const security = await signIn(
    t.db,
    await addPerson(t.db, '安全', [{ role: 'securityAdmin', unitId: '140100-center' }]),
    t.clock.now,
  );
  const { default: value } = (await t.app.inject({ url: '/api/login-policies', headers: { cookie: security } })).json();
  const publish = (change: object) =>
    t.app.inject({
      method: 'POST',
      url: '/api/login-policies',
      headers: { cookie: security },
      payload: { value: { ...value, ...change }, effectiveFrom: '2026-10-14', basis: '演示' },
    });
  expect((await publish({ passwordDays: 90, lockMinutes: 1 })).json().error.fields).toEqual({
    'value.lockMinutes': '不能小于 5',
  });
  expect((await publish({ passwordDays: 90 })).json()).toEqual({ version: 1 });
  const old = new Date(t.clock.now.getTime() - 90 * day);
  await plainly(t.db, (q) =>
    q.updateTable('app_user').set({ password_set_at: old }).where('id', '=', who.userId).execute(),
  );
  expect((await logIn(who.login)).json().standing).toBe('passwordDue');
  expect((await publish({ passwordDays: 120 })).json()).toEqual({ version: 2 });
  expect((await logIn(who.login)).json().standing).toBe('open');
});
