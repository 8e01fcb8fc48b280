import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainly } from '../platform/db.ts';
import { type PeopleApp, peopleApp } from './testing/peopleApp.ts';
import { addPerson, signIn, testPassword } from './testing/signedIn.ts';

let t: PeopleApp;
beforeAll(async () => {
  t = await peopleApp({ FENGQIAO_MODE: 'production' });
});
afterAll(() => t.close());

/** The authenticator on a telephone. */
const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: t.clock.now.getTime() });
const later = (seconds: number) => {
  t.clock.now = new Date(t.clock.now.getTime() + seconds * 1000);
};
const post = (url: string, payload: object | undefined, cookie = '') =>
  t.app.inject({ method: 'POST', url, headers: { cookie }, ...(payload && { payload }) });
const logIn = (login: string, totp?: string) =>
  post('/api/sessions', { login, password: testPassword, ...(totp !== undefined && { totp }) });
const admin = (role: 'systemAdmin' | 'securityAdmin' | 'auditAdmin') =>
  addPerson(t.db, role, [{ role, unitId: '140106-center' }]);
const hostCookie = (cookie: string) => `__Host-${cookie}`;

async function enroll(cookie: string): Promise<string> {
  const offered = (await post('/api/me/second-factor/enrolments', undefined, cookie)).json();
  const answer = await post(
    '/api/me/second-factor',
    { enrolment: offered.enrolment, code: codeOf(offered.secret) },
    cookie,
  );
  expect(answer.statusCode).toBe(201);
  return offered.secret;
}

test('in production an administrator binds a token first, and can do nothing else until then', async () => {
  const who = await admin('systemAdmin');
  const opened = await logIn(who.login);
  expect(opened.json()).toMatchObject({
    standing: 'secondFactorDue',
    secondFactor: { enrolled: false, required: true },
  });
  expect(opened.cookies[0]).toMatchObject({ name: '__Host-session', secure: true });
  const cookie = `__Host-session=${opened.cookies[0]?.value}`;
  const users = () => t.app.inject({ url: '/api/users', headers: { cookie } });
  expect((await users()).json().error).toMatchObject({ kind: 'forbidden', code: 'secondFactorDue' });
  const secret = await enroll(cookie);
  expect((await users()).statusCode).toBe(200);
  expect((await post('/api/me/second-factor/enrolments', undefined, cookie)).statusCode).toBe(409);

  later(60);
  const asked = await logIn(who.login);
  expect(asked.json().error).toMatchObject({
    code: 'secondFactorNeeded',
    fields: { totp: '再输入手机令牌上的 6 位数字。' },
  });
  const code = codeOf(secret);
  expect((await logIn(who.login, code)).statusCode).toBe(201);
  expect((await logIn(who.login, code)).json().error.message).toContain('这个动态码用过了');
});

test('a receptionist needs no token unless the policy asks everyone', async () => {
  const who = await addPerson(t.db, '贾敏', [{ role: 'receptionist', unitId: '140106-center' }]);
  expect((await logIn(who.login)).json()).toMatchObject({ standing: 'open', secondFactor: { required: false } });
});

test('the token is kept sealed', async () => {
  const who = await admin('securityAdmin');
  const secret = await enroll(hostCookie(await signIn(t.db, who, t.clock.now)));
  const row = await plainly(t.db, (q) =>
    q.selectFrom('app_user').select('totp_sealed').where('id', '=', who.userId).executeTakeFirstOrThrow(),
  );
  expect(row.totp_sealed).not.toContain(secret);
});

test('a wrong first code, a stale offer and the offer of somebody else bind nothing', async () => {
  const cookie = hostCookie(await signIn(t.db, await admin('systemAdmin'), t.clock.now));
  const other = hostCookie(await signIn(t.db, await admin('systemAdmin'), t.clock.now));
  const { secret, enrolment, uri, qr } = (await post('/api/me/second-factor/enrolments', undefined, cookie)).json();
  expect(uri).toContain(`secret=${secret}`);
  expect(qr).toContain('<svg');
  const wrong = codeOf(secret) === '000000' ? '111111' : '000000';
  expect((await post('/api/me/second-factor', { enrolment, code: wrong }, cookie)).statusCode).toBe(422);
  expect((await post('/api/me/second-factor', { enrolment, code: codeOf(secret) }, other)).statusCode).toBe(409);
  expect((await post('/api/me/second-factor', { enrolment: 'AQEx', code: codeOf(secret) }, cookie)).statusCode).toBe(
    409,
  );
  later(15 * 60);
  expect((await post('/api/me/second-factor', { enrolment, code: codeOf(secret) }, cookie)).statusCode).toBe(409);
});

test('binding a token ends the log-ins elsewhere; who lost the telephone asks the security administrator', async () => {
  const who = await admin('systemAdmin');
  const [here, there] = [await signIn(t.db, who, t.clock.now), await signIn(t.db, who, t.clock.now)].map(hostCookie);
  await enroll(here ?? '');
  const me = (cookie = '') => t.app.inject({ url: '/api/me', headers: { cookie } });
  expect((await me(there)).statusCode).toBe(401);
  const security = hostCookie(await signIn(t.db, await admin('securityAdmin'), t.clock.now));
  expect((await post(`/api/users/${who.userId}/second-factor-resets`, undefined, security)).json().error.code).toBe(
    'secondFactorDue',
  );
  await enroll(security);
  const audit = hostCookie(await signIn(t.db, await admin('auditAdmin'), t.clock.now));
  await enroll(audit);
  const asked = await post(`/api/users/${who.userId}/second-factor-resets`, undefined, security);
  expect(asked.statusCode).toBe(202);
  expect((await post(`/api/admin-resets/${asked.json().asked}/confirmations`, undefined, audit)).statusCode).toBe(201);
  expect((await me(here)).statusCode).toBe(401);
  expect((await logIn(who.login)).json().standing).toBe('secondFactorDue');
});
