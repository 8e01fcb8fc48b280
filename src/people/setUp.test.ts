import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainly } from '../platform/db.ts';
import { renewAdministrator, setUpAdministrators } from './setUp.sql.ts';
import { type PeopleApp, peopleApp } from './testing/peopleApp.ts';

let t: PeopleApp;
beforeAll(async () => {
  t = await peopleApp({ FENGQIAO_MODE: 'production' });
});
afterAll(() => t.close());

const logIn = (login: string, password: string) =>
  t.app.inject({ method: 'POST', url: '/api/sessions', payload: { login, password } });

test('three administrators are set up once, each with a code for one log-in', async () => {
  const logins = await setUpAdministrators(t.db, t.clock.now);
  expect(logins.map(({ label }) => label)).toEqual(['系统管理员', '安全管理员', '审计管理员']);
  for (const { login, code } of logins) {
    const answer = await logIn(login, code);
    expect(answer.json()).toMatchObject({ standing: 'passwordDue', secondFactor: { required: true } });
  }
  await expect(setUpAdministrators(t.db, t.clock.now)).rejects.toThrow('已经设立过');
});

test('who lost password or token gets a new code at the machine, and the old one is worth nothing', async () => {
  const { code } = await renewAdministrator(t.db, 'audit-admin', t.clock.now);
  const again = await renewAdministrator(t.db, 'audit-admin', t.clock.now);
  expect((await logIn('audit-admin', code)).statusCode).toBe(401);
  expect((await logIn('audit-admin', again.code)).statusCode).toBe(201);
  await expect(renewAdministrator(t.db, 'nobody', t.clock.now)).rejects.toThrow('没有登录名是 nobody 的管理员');
});

test('a database with demo log-ins is no production database', async () => {
  await plainly(t.db, (q) => q.updateTable('app_user').set({ demo: true }).execute());
  await expect(setUpAdministrators(t.db, t.clock.now)).rejects.toThrow('演示账号');
});
