import { afterAll, beforeAll, expect, test } from 'vitest';
import { command, plainly } from '../platform/db.ts';
import { listPostEntries } from './posts.sql.ts';
import { type PeopleApp, peopleApp } from './testing/peopleApp.ts';
import { addPerson, signedInAs, signIn } from './testing/signedIn.ts';
import { addUser, refuseDemoUsers } from './users.sql.ts';

let t: PeopleApp;
let system: string;
let security: string;
let audit: string;
beforeAll(async () => {
  t = await peopleApp();
  t.clock.now = new Date();
  system = await signedInAs(t.db, 'systemAdmin', '140106-center');
  security = await signedInAs(t.db, 'securityAdmin', '140106-center');
  audit = await signedInAs(t.db, 'auditAdmin', '140100-center');
});
afterAll(() => t.close());

const get = (url: string, cookie: string) => t.app.inject({ url, headers: { cookie } });
const post = (url: string, cookie: string, payload: object = {}) =>
  t.app.inject({ method: 'POST', url, headers: { cookie }, payload });

test('a new colleague gets a log-in for one use, changes the password, gets a post and works', async () => {
  const created = (await post('/api/users', system, { login: 'jia.min', name: '贾敏' })).json();
  expect(created.oneTimePassword).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){2}$/);
  const body = { login: 'jia.min', password: created.oneTimePassword };
  expect((await post('/api/sessions', '', body)).json().error.code).toBe('noPost');
  const given = await post(`/api/users/${created.id}/posts`, system, {
    unitId: '140106002-center',
    role: 'receptionist',
  });
  expect(given.json()).toMatchObject({ role: 'receptionist', regionCode: '140106002', countyCode: '140106' });
  expect((await post('/api/sessions', '', body)).json()).toMatchObject({
    standing: 'passwordDue',
    post: { role: 'receptionist' },
  });
  const listed = (await get('/api/users?find=jm', system)).json();
  expect(listed.items).toMatchObject([{ login: 'jia.min', name: '贾敏', posts: [{ roleLabel: '接待岗' }] }]);
});

test('a log-in name that is taken is refused beside its field', async () => {
  expect((await post('/api/users', system, { login: 'li.na', name: '李娜' })).statusCode).toBe(201);
  const again = await post('/api/users', system, { login: 'LI.NA', name: '李娜' });
  expect(again.statusCode).toBe(409);
  expect(again.json().error.fields).toEqual({ login: '这个登录名已经有人用了，换一个。' });
  expect((await post('/api/users', system, { login: '李娜', name: '李娜' })).json().error.fields.login).toContain(
    '登录名用',
  );
});

test('a person with a post at the desk is made no administrator', async () => {
  const who = await addPerson(t.db, '王芳', [{ role: 'closer', unitId: '140106-center' }]);
  const answer = await post(`/api/users/${who.userId}/posts`, security, {
    unitId: '140106-center',
    role: 'auditAdmin',
  });
  expect(answer.statusCode).toBe(409);
  expect(answer.json().error).toMatchObject({ code: 'rolesExclude' });
});

test('of two posts given at the same moment that exclude each other, one is refused', async () => {
  const who = await addPerson(t.db, '同时', []);
  const unitId = '140106-center';
  const answers = await Promise.all([
    post(`/api/users/${who.userId}/posts`, security, { unitId, role: 'auditAdmin' }),
    post(`/api/users/${who.userId}/posts`, system, { unitId, role: 'receptionist' }),
  ]);
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 409]);
});

test('who is disabled is out at once, and comes back only when enabled', async () => {
  const who = await addPerson(t.db, '武志强', [{ role: 'handler', unitId: '140106-housing' }]);
  const cookie = await signIn(t.db, who);
  expect((await post(`/api/users/${who.userId}/disablements`, system)).statusCode).toBe(201);
  expect((await get('/api/me', cookie)).statusCode).toBe(401);
  expect((await post(`/api/users/${who.userId}/enablements`, system)).statusCode).toBe(201);
  expect((await get('/api/me', cookie)).statusCode).toBe(401);
  expect((await get('/api/me', await signIn(t.db, who))).statusCode).toBe(200);
});

test('a post that is ended ends at once, and the directory no longer names it', async () => {
  const who = await addPerson(t.db, '赵立', [{ role: 'mediator', unitId: '140106-center' }]);
  const cookie = await signIn(t.db, who);
  const today = new Date(t.clock.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const named = async () =>
    (await plainly(t.db, (q) => listPostEntries(q, today))).some((entry) => entry.postId === who.postIds[0]);
  expect(await named()).toBe(true);
  expect((await post(`/api/posts/${who.postIds[0]}/endings`, system)).statusCode).toBe(201);
  expect((await get('/api/me', cookie)).json()).toMatchObject({ standing: 'noPost', posts: [] });
  expect(await named()).toBe(false);
  expect((await post(`/api/posts/${who.postIds[0]}/endings`, system)).json().error.code).toBe('alreadyEnded');
});

test('the system administrator cannot take over an administrator by a new password', async () => {
  const who = await addPerson(t.db, '审计', [{ role: 'auditAdmin', unitId: '140106-center' }]);
  const answer = await post(`/api/users/${who.userId}/password-resets`, system);
  expect(answer.statusCode).toBe(403);
  expect(answer.json().error.message).toContain('由安全管理员管');
  expect((await post(`/api/users/${who.userId}/password-resets`, security)).statusCode).toBe(201);
});

test('an administrator of one county sees and keeps nobody of another', async () => {
  const who = await addPerson(t.db, '小店的人', [{ role: 'receptionist', unitId: '140105-center' }]);
  const logins = (await get('/api/users?limit=200', system)).json().items.map((item: { login: string }) => item.login);
  expect(logins).not.toContain(who.login);
  expect((await post(`/api/users/${who.userId}/password-resets`, system)).json().error.code).toBe('otherCounty');
  const city = await signedInAs(t.db, 'systemAdmin', '140100-center');
  expect((await post(`/api/users/${who.userId}/password-resets`, city)).statusCode).toBe(201);
});

test('a list goes on where it stopped, without holes or doubles', async () => {
  const walk = async (first: string, cookie: string, key: 'login' | 'id') => {
    const seen: string[] = [];
    for (let url: string | null = first; url !== null; ) {
      const page: { items: Record<string, string>[]; next: string | null } = (await get(url, cookie)).json();
      seen.push(...page.items.map((item) => item[key] ?? ''));
      url = page.next === null ? null : `${first}&after=${page.next}`;
    }
    return seen;
  };
  const users = await walk('/api/users?limit=3', system, 'login');
  expect(users).toEqual([...new Set(users)].sort());
  expect(users.length).toBeGreaterThan(6);
  const trail = await walk('/api/trail?limit=4', audit, 'id');
  const all = await plainly(t.db, (q) =>
    q.selectFrom('trail').select('id').orderBy('at', 'desc').orderBy('id', 'desc').execute(),
  );
  expect(trail).toEqual(all.map((row) => row.id));
  expect(trail.length).toBeGreaterThan(8);
  expect((await get('/api/trail?after=nonsense', audit)).json().error.fields).toHaveProperty('after');
});

test('the trail says who did what to whom, and cannot be changed', async () => {
  const who = await addPerson(t.db, '李强', [{ role: 'handler', unitId: '140106-housing' }]);
  await post(`/api/users/${who.userId}/disablements`, system);
  const { items } = (await get(`/api/trail?subject=${who.userId}`, audit)).json();
  expect(items).toMatchObject([{ act: 'user.disabled', name: 'systemAdmin', subject: who.userId }]);
  await expect(plainly(t.db, (q) => q.updateTable('trail').set({ act: 'nothing' }).execute())).rejects.toThrow(
    'permission denied',
  );
  await expect(plainly(t.db, (q) => q.deleteFrom('trail').execute())).rejects.toThrow('permission denied');
});

test('the audit administrator of a county reads the trail of the county only', async () => {
  const elsewhere = await signedInAs(t.db, 'systemAdmin', '140105-center');
  await post('/api/users', elsewhere, { login: 'xiaodian.one', name: '小店一' });
  const county = await signedInAs(t.db, 'auditAdmin', '140105-center');
  const { items } = (await get('/api/trail?limit=200', county)).json();
  expect(items.map((item: { countyCode: string }) => item.countyCode)).toEqual(['140105']);
});

test('production does not start on a database with demo log-ins', async () => {
  await expect(refuseDemoUsers(t.db)).resolves.toBeUndefined();
  const user = { login: 'demo', name: '演示', initials: '', passwordHash: 'x', passwordSetAt: null, demo: true };
  await command(t.db, { counties: [], viewers: [] }, (tx) => addUser(tx, user, new Date()));
  await expect(refuseDemoUsers(t.db)).rejects.toThrow('演示账号');
});
