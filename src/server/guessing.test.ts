import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordUserChange } from '../people/users.sql.ts';
import { command, plainly } from '../platform/db.ts';
import { checkDigit } from '../platform/disputeCode.ts';
import { openScope } from '../platform/gate.ts';
import { newTotpSecret } from '../platform/totp.ts';
import { leak } from '../web/citizen/testing/resident.ts';
import { type TestApp, testApp } from './testing/app.ts';

const yingze = '140106-center';
type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let desk: Client;
const nobodys = `14010626999999${checkDigit('14010626999999')}`;

beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:00:00+08:00'));
  desk = await it.as('receptionist', yingze);
}, 60_000);
afterAll(() => it?.close());

const acts = async (act: string) =>
  (await plainly(it.db, (q) => q.selectFrom('trail').select('id').where('act', '=', act).execute())).length;
const statuses = async (asked: Promise<{ statusCode: number }>[]) =>
  (await Promise.all(asked)).map(({ statusCode }) => statusCode).sort();
const later = (minutes: number) => {
  it.clock.now = new Date(it.clock.now.getTime() + minutes * 60_000);
};
const form = (url: string, fields: Record<string, string>, from = '203.0.113.5', cookie = '') =>
  it.app.inject({
    method: 'POST',
    url,
    remoteAddress: from,
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    payload: new URLSearchParams(fields).toString(),
  });
const otherPin = (pin: string, by: number) => String((Number(pin) + by) % 1_000_000).padStart(6, '0');

test('a colleague who tries PINs at the printer gets five, each with a row of the trail; new slips are printed as ever', async () => {
  const { code, slips, parties } = await desk.post('/api/disputes', leak(it.party), 201).then(async (made) => ({
    ...made,
    parties: (await desk.get(`/api/disputes/${made.code}`)).parties,
  }));
  const partyId = parties[0].id;
  const print = (pin: string) => desk.raw('POST', `/api/disputes/${code}/slips`, { partyId, pin, largePrint: false });
  const { pin } = slips[0];
  expect((await print(pin)).statusCode).toBe(200);
  const tried = await statuses(Array.from({ length: 8 }, (_, by) => print(otherPin(pin, by + 1))));
  expect(tried).toEqual([422, 422, 422, 422, 429, 429, 429, 429]);
  expect((await print(pin)).statusCode).toBe(429);
  expect(await acts('dispute.slipPinWrong')).toBe(5);
  expect((await desk.raw('POST', `/api/disputes/${code}/slips`, { partyId, largePrint: false })).statusCode).toBe(200);
});

test('the second factor of an unmasked export and of a grave batch is tried five times in all, then waits', async () => {
  const leader = await it.as('centerLeader', yingze);
  const { user } = await leader.get('/api/me');
  const secret = newTotpSecret();
  const totp_sealed = it.engine.crypto.seal('140100', secret);
  await command(it.db, openScope, async (tx) =>
    recordUserChange(tx, user.id, { totp_sealed, totp_last_counter: null }),
  );
  const exported = (totp: string) =>
    leader.raw('POST', '/api/ledger/exports', { search: {}, columns: 'code,phone', purpose: '核对电话', totp });
  const right = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: it.clock.now.getTime() });
  const tried = await statuses(Array.from({ length: 7 }, (_, by) => exported(otherPin(right(), by + 1))));
  expect(tried).toEqual([422, 422, 422, 422, 429, 429, 429]);
  expect((await exported(right())).statusCode).toBe(429);
  const batch = {
    act: 'decline',
    input: {},
    codes: ['140106260000001'],
    reason: '不归这里管',
    commandId: crypto.randomUUID(),
  };
  expect((await leader.raw('POST', '/api/ledger/batches', { ...batch, totp: right() })).statusCode).not.toBe(201);
  expect(await acts('secondFactor.refused')).toBe(5);
  later(16);
  expect((await exported(right())).statusCode).toBe(201);
});

test('whoever found an appointment slip does not try the four digits of its telephone through', async () => {
  const slot = { day: '2026-10-15', slot: '09:00', service: 'mediation', name: '任秀珍', phone: '13800002299' };
  const made = await desk.post('/api/appointments', slot, 201);
  const cancel = (code: string, last4: string, by: number) =>
    form('/c/appointments/cancellations', { county: '140106', code, last4 }, `203.0.113.${by}`);
  const told = async (code: string) => {
    const answers = [];
    for (let by = 0; by < 6; by += 1) answers.push((await cancel(code, String(1000 + by), by)).statusCode);
    return answers;
  };
  const code = made.code.replace(/\D/g, '');
  expect(await told(code)).toEqual([404, 404, 404, 404, 429, 429]);
  expect((await cancel(code, '2299', 9)).statusCode).toBe(429);
  expect(await told('10000001')).toEqual([404, 404, 404, 404, 429, 429]);
  later(31);
  expect((await cancel(code, '2299', 9)).statusCode).toBe(303);
});

test('one address that makes up numbers of appointments waits after twenty', async () => {
  const look = (code: number, url = '/c/appointments/booked') =>
    it.app.inject({ url: `${url}?county=140106&code=${code}`, remoteAddress: '198.51.100.7' });
  for (let each = 0; each < 20; each += 1) await look(20_000_000 + each);
  expect((await look(20_000_100)).statusCode).toBe(429);
  expect((await look(20_000_101, '/c/appointments/slip.pdf')).statusCode).toBe(429);
});

test('a machine in the hall takes twenty wrong numbers in an hour', async () => {
  const leader = await it.as('centerLeader', yingze);
  const { link } = await leader.post('/api/hall/devices', { kind: 'kiosk', name: '门口' }, 201);
  const opened = await it.app.inject({ url: new URL(link, 'http://localhost').pathname });
  const cookie = opened.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const arrive = (code: number) => form('/hall/arrivals', { code: String(code) }, '10.6.0.20', cookie);
  const answers = [];
  for (let each = 0; each < 21; each += 1) answers.push((await arrive(30_000_000 + each)).statusCode);
  expect(answers.slice(0, 19)).toEqual(Array(19).fill(404));
  expect(answers.slice(19)).toEqual([429, 429]);
});

test('a wrong PIN of a resident leaves a row, also at a code that nobody holds, and both slow down alike on every server', async () => {
  const { code } = await desk.post('/api/disputes', { ...leak(it.party), commandId: crypto.randomUUID() }, 201);
  const before = await acts('dispute.slipPinWrong');
  for (const each of [code, nobodys]) {
    const read = await form(`/c/${each}`, { pin: '503941' });
    expect([each, read.statusCode]).toEqual([each, 403]);
    expect((await form(`/c/${each}`, { pin: '503942' })).statusCode).toBe(429);
  }
  expect(await acts('dispute.slipPinWrong')).toBe(before + 2);
  const { rows } = await it.db.pool.query('select count(*)::int as n from attempt where key like $1', ['pin/%']);
  expect(rows[0].n).toBe(1);
});

test('last four digits sent all at once are searched as often in an hour as the county allows', async () => {
  const clerk = await it.as('receptionist', yingze);
  const allowed = (await clerk.get('/api/settings')).rules.search.lastFourAnHour as number;
  const search = (digits: number) => clerk.get(`/api/search?text=${digits}`);
  const answers = await Promise.all(Array.from({ length: allowed + 15 }, (_, by) => search(1000 + by)));
  expect(answers.filter(({ numbers }) => numbers === 'searched')).toHaveLength(allowed);
});

test('one address books twenty appointments in a day, whatever telephones it makes up', async () => {
  const book = (each: number) =>
    form(
      '/c/appointments',
      {
        ...{ center: yingze, day: '2026-10-16', slot: '10:00', service: 'mediation', name: '某人' },
        ...{ phone: `1380000${String(1000 + each)}`, commandId: crypto.randomUUID() },
      },
      '198.51.100.99',
    );
  const answers = [];
  for (let each = 0; each < 22; each += 1) answers.push((await book(each)).statusCode);
  expect(answers.slice(20)).toEqual([429, 429]);
  const told = (await book(99)).body.replace(/<[^>]+>/g, '');
  expect(told).toContain('从这里约的太多了');
});
