import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainly } from '../platform/db.ts';
import { type PeopleApp, peopleApp } from './testing/peopleApp.ts';
import { addPerson, signIn, type TestPerson, testPassword } from './testing/signedIn.ts';

let t: PeopleApp;
let system: TestPerson;
let [asker, other, audit, far] = ['', '', '', ''];
const city = '140100-center';

beforeAll(async () => {
  t = await peopleApp();
  const admin = (role: 'securityAdmin' | 'auditAdmin', unitId = city) => addPerson(t.db, role, [{ role, unitId }]);
  const enter = async (person: Promise<TestPerson>) => signIn(t.db, await person, t.clock.now);
  system = await addPerson(t.db, '系统管理员', [{ role: 'systemAdmin', unitId: city }]);
  asker = await enter(admin('securityAdmin'));
  other = await enter(admin('securityAdmin'));
  audit = await enter(admin('auditAdmin'));
  far = await enter(admin('auditAdmin', '140105-center'));
  const { default: value } = (await get('/api/login-policies', asker)).json();
  const policy = { value: { ...value, administratorResets: 'two' }, effectiveFrom: '2026-10-14', basis: '两人' };
  expect((await post('/api/login-policies', asker, policy)).statusCode).toBe(201);
});
afterAll(() => t.close());

const get = (url: string, cookie: string) => t.app.inject({ url, headers: { cookie } });
const post = (url: string, cookie: string, payload?: object) =>
  t.app.inject({ method: 'POST', url, headers: { cookie }, ...(payload && { payload }) });
const logIn = (password: string) => post('/api/sessions', '', { login: system.login, password });
const open = async (cookie: string) => (await get('/api/admin-resets', cookie)).json().items;

test('where two are wanted, one administrator alone does not get into another’s log-in', async () => {
  const asked = await post(`/api/users/${system.userId}/password-resets`, asker);
  expect([asked.statusCode, asked.json().oneTimePassword]).toEqual([202, undefined]);
  expect((await logIn(testPassword)).statusCode).toBe(201);
  const [waiting] = await open(asker);
  expect(waiting).toMatchObject({ name: '系统管理员', what: 'password', mine: true });
  const alone = await post(`/api/admin-resets/${waiting.id}/confirmations`, asker);
  expect([alone.statusCode, alone.json().error.code]).toEqual([403, 'yourself']);
  const factor = await post(`/api/users/${system.userId}/second-factor-resets`, asker);
  expect(factor.statusCode).toBe(202);
});

test('another administrator confirms, whoever of the three it is, and is given the password to hand over', async () => {
  const waiting = (await open(audit)).find(({ what }: { what: string }) => what === 'password');
  expect((await open(far)).map(({ id }: { id: string }) => id)).not.toContain(waiting.id);
  expect((await post(`/api/admin-resets/${waiting.id}/confirmations`, far)).statusCode).toBe(404);
  const confirmed = await post(`/api/admin-resets/${waiting.id}/confirmations`, audit);
  expect(confirmed.statusCode).toBe(201);
  expect((await logIn(testPassword)).statusCode).toBe(401);
  expect((await logIn(confirmed.json().oneTimePassword)).statusCode).toBe(201);
  expect((await post(`/api/admin-resets/${waiting.id}/confirmations`, other)).statusCode).toBe(409);
});

test('nobody confirms what is about himself; it can be refused, and after a day it is void', async () => {
  const ask = async () => (await post(`/api/users/${system.userId}/password-resets`, asker)).json().asked as string;
  const own = await signIn(t.db, system, t.clock.now);
  const first = await ask();
  expect((await post(`/api/admin-resets/${first}/confirmations`, own)).json().error.code).toBe('yourself');
  expect((await post(`/api/admin-resets/${first}/refusals`, own)).statusCode).toBe(201);
  expect((await post(`/api/admin-resets/${first}/confirmations`, other)).statusCode).toBe(409);
  const second = await ask();
  const { now } = t.clock;
  t.clock.now = new Date(now.getTime() + 25 * 3_600_000);
  const late = await signIn(t.db, await addPerson(t.db, '晚', [{ role: 'auditAdmin', unitId: city }]), t.clock.now);
  expect((await post(`/api/admin-resets/${second}/confirmations`, late)).statusCode).toBe(409);
  t.clock.now = now;
});

test('two who confirm at once do it once, and the trail names who asked and who confirmed', async () => {
  const { asked } = (await post(`/api/users/${system.userId}/second-factor-resets`, asker)).json();
  const both = await Promise.all(
    [other, audit].map((cookie) => post(`/api/admin-resets/${asked}/confirmations`, cookie)),
  );
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
  const rows = await plainly(t.db, (q) =>
    q.selectFrom('trail').select('act').where('subject', '=', system.userId).execute(),
  );
  const acts = rows.map(({ act }) => act);
  for (const act of ['adminReset.asked', 'adminReset.confirmed', 'secondFactor.reset']) expect(acts).toContain(act);
});

test('everybody else is reset by one, as before', async () => {
  const admin = await signIn(
    t.db,
    await addPerson(t.db, '另一位', [{ role: 'systemAdmin', unitId: city }]),
    t.clock.now,
  );
  const colleague = await addPerson(t.db, '贾敏', [{ role: 'receptionist', unitId: '140106-center' }]);
  const answer = await post(`/api/users/${colleague.userId}/password-resets`, admin);
  expect([answer.statusCode, typeof answer.json().oneTimePassword]).toEqual([201, 'string']);
});
