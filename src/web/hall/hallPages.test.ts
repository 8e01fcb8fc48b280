import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../../platform/now.ts';
import { type TestApp, testApp } from '../../server/testing/app.ts';
import { aPhone } from '../citizen/testing/resident.ts';

const yingze = '140106-center';
let t: TestApp;
type Desk = Awaited<ReturnType<TestApp['as']>>;
let jia: Desk;
let leader: Desk;

beforeAll(async () => {
  t = await testApp(atTime('2026-10-14', '09:05'));
  jia = await t.as('receptionist', yingze);
  leader = await t.as('centerLeader', yingze);
  await jia.raw('PUT', '/api/hall/counter', { counter: 3 });
});
afterAll(() => t.close());

/** A machine on which the link was opened once. */
async function machine(kind: string, counter?: number) {
  const { id, link } = await leader.post('/api/hall/devices', { kind, name: kind, ...(counter && { counter }) }, 201);
  const opened = await t.app.inject({ url: new URL(link).pathname });
  const cookie = String(opened.headers['set-cookie']).split(';')[0] ?? '';
  const ask = (method: 'GET' | 'POST', url: string, form: Record<string, string> = {}) =>
    t.app.inject({
      method,
      url,
      headers: { cookie, ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }) },
      ...(method === 'POST' && { payload: new URLSearchParams(form).toString() }),
    });
  return { id, ask };
}

async function takeNumber(kiosk: Awaited<ReturnType<typeof machine>>, form: Record<string, string>): Promise<string> {
  const given = await kiosk.ask('POST', '/hall/tickets', form);
  expect(given.statusCode).toBe(303);
  return (await kiosk.ask('GET', String(given.headers.location))).body;
}

test('a machine that nobody opened shows nothing; one that was taken back shows nothing any more', async () => {
  expect((await t.app.inject({ url: '/hall' })).statusCode).toBe(401);
  expect((await t.app.inject({ url: '/hall/open/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' })).statusCode).toBe(401);
  const kiosk = await machine('kiosk');
  expect((await kiosk.ask('GET', '/hall')).body).toContain('您来办什么');
  await leader.post(`/api/hall/devices/${kiosk.id}/revocations`, {}, 204);
  expect((await kiosk.ask('GET', '/hall')).body).toContain('这台设备没有开通');
  expect((await kiosk.ask('POST', '/hall/tickets', { kind: 'A' })).statusCode).toBe(401);
});

test('two presses at the kiosk give a number, how many are before it and where to go; the form sent twice gives one', async () => {
  const kiosk = await machine('kiosk');
  const page = (await kiosk.ask('GET', '/hall/take?kind=A')).body;
  const commandId = /name="commandId" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const first = await takeNumber(kiosk, { kind: 'A', priority: '', commandId });
  expect(first).toContain('A001');
  expect(first).toContain('前面没有人');
  expect(first).toContain('在引导受理区等');
  expect(await takeNumber(kiosk, { kind: 'A', priority: '', commandId })).toContain('A001');
  const second = await takeNumber(kiosk, { kind: 'A', priority: 'elderly' });
  expect(second).toContain('A002');
  expect(second).toContain('优先：老年人');
  expect(second).toContain('size: 80mm auto');
});

test('the screens show number and counter, and no name of anybody, whoever waits or is served', async () => {
  const [display, window3] = [await machine('display'), await machine('counter', 3)];
  const called = await jia.post('/api/tickets/calls', {}, 200);
  expect(called.label).toBe('A002');
  const facts = { services: ['mediation'], headCount: 1, memo: '郭秀兰说漏水', ticketId: called.id };
  const before = (await display.ask('GET', '/hall')).body + (await display.ask('GET', '/hall/board')).body;
  expect(before).toContain('A002</th><td>3 号窗');
  expect(before).toContain('请 A 零零二 号，到 3 号窗口');
  expect((await window3.ask('GET', '/hall/board')).body).toContain('A002');
  await jia.post('/api/visits', facts, 201);
  const after = (await display.ask('GET', '/hall/board')).body + (await window3.ask('GET', '/hall/board')).body;
  expect(before + after).not.toMatch(/郭秀兰|漏水|receptionist/);
  expect((await window3.ask('GET', '/hall/board')).body).toContain('请等叫号');
  // A screen gives no numbers, and opens no other address of the house.
  expect((await display.ask('POST', '/hall/tickets', { kind: 'A' })).statusCode).toBe(403);
  expect((await display.ask('GET', '/api/hall')).statusCode).toBe(401);
  expect((await display.ask('GET', '/api/visits')).statusCode).toBe(401);
});

test('what the screens run is sent as it is, and uses nothing from elsewhere', async () => {
  const script = (await t.app.inject({ url: '/hall/script.js' })).body;
  expect(() => new Function(script)).not.toThrow();
  expect(script).not.toMatch(/import|require|__vite/);
});

const booking = { center: yingze, day: '2026-10-14', slot: '09:30', service: 'mediation', name: '任秀珍' };

test('a resident books without a log-in and without a script, arrives at the kiosk, and goes first at the time', async () => {
  const phone = aPhone(t.app);
  expect((await phone.get('/c/appointments')).body).toContain('迎泽区');
  expect((await phone.get(`/c/appointments?center=${yingze}`)).body).toContain('10月14日（周三）');
  const form = (await phone.get(`/c/appointments?center=${yingze}&day=2026-10-14`)).body;
  expect(form).toContain('09:30—10:00');
  expect(form).not.toContain('08:30—09:00');
  const wrong = await phone.post('/c/appointments', { ...booking, phone: '1380000' });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('value="任秀珍"');
  const made = await phone.post('/c/appointments', { ...booking, phone: '13800002299' });
  const booked = (await phone.get(String(made.headers.location))).body;
  expect(booked).toContain('约好了');
  expect(booked).not.toContain('任秀珍');
  const code = /预约号 (\d{4} \d{4})/.exec(booked)?.[1] ?? '';

  const kiosk = await machine('kiosk');
  expect((await kiosk.ask('POST', '/hall/arrivals', { code: '1111 1111' })).body).toContain('没有这个预约号');
  const arrived = await kiosk.ask('POST', '/hall/arrivals', { code });
  const ticket = (await kiosk.ask('GET', String(arrived.headers.location))).body;
  expect(ticket).toContain('预约 09:30，到点先叫');
  expect(ticket).not.toContain('任秀珍');
  const { items } = await jia.get('/api/appointments');
  expect(items).toMatchObject([{ name: '任秀珍', phone: '…2299', state: 'arrived', madeBy: '自己' }]);
  await takeNumber(kiosk, { kind: 'A', priority: 'elderly' });
  t.clock.now = atTime('2026-10-14', '09:31');
  const label = />(A\d{3})</.exec(ticket)?.[1];
  expect((await jia.post('/api/tickets/calls', {}, 200)).label).toBe(label);
});

test('a half hour has two places; a cancelled one is free again; nobody else cancels it', async () => {
  const at = { ...booking, slot: '15:00' };
  const [one, two, three] = ['13800003301', '13800003302', '13800003303'];
  const made = await aPhone(t.app).post('/c/appointments', { ...at, phone: one });
  await jia.post('/api/appointments', { day: at.day, slot: at.slot, service: at.service, name: '马', phone: two }, 201);
  const full = await aPhone(t.app).post('/c/appointments', { ...at, phone: three });
  expect(full.statusCode).toBe(409);
  expect(full.body).toContain('刚刚约满');
  const code = new URL(`http://x${made.headers.location}`).searchParams.get('code') ?? '';
  const cancel = (last4: string) =>
    aPhone(t.app).post('/c/appointments/cancellations', { county: '140106', code, last4 });
  expect((await cancel('9999')).statusCode).toBe(404);
  expect((await cancel('3301')).statusCode).toBe(303);
  expect((await aPhone(t.app).post('/c/appointments', { ...at, phone: three })).statusCode).toBe(303);
});

test('ten people press for the last place at once: one gets it', async () => {
  const at = { ...booking, slot: '16:30' };
  await aPhone(t.app).post('/c/appointments', { ...at, phone: '13800004400' });
  const tries = Array.from({ length: 10 }, (_, index) =>
    aPhone(t.app).post('/c/appointments', { ...at, phone: `138000044${11 + index}` }),
  );
  const statuses = (await Promise.all(tries)).map(({ statusCode }) => statusCode);
  expect(statuses.filter((status) => status === 303)).toHaveLength(1);
});
