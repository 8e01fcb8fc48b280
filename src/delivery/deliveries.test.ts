import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { plainly } from '../platform/db.ts';
import { atTime } from '../platform/now.ts';
import { deliver } from '../server/recurring.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { signatureOf } from './gateway.ts';
import { type Simulator, startSimulator } from './simulator.ts';

const yingze = '140106-center';
const secret = 'a secret that both sides keep';

type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let simulator: Simulator;
let desk: Client;
let dispatcher: Client;
let street: Client;
let serial = 0;

beforeAll(async () => {
  // Receipts are given by hand below: nothing listens behind this address.
  simulator = await startSimulator({ secret, receiptsTo: 'http://127.0.0.1:9/', afterMs: 3_600_000 });
  it = await testApp(atTime('2026-10-14', '09:00'), { SMS_GATEWAY_URL: simulator.url, SMS_GATEWAY_SECRET: secret });
  desk = await it.as('receptionist', yingze);
  dispatcher = await it.as('dispatcher', yingze);
  street = await it.as('receptionist', '140106004-center');
}, 60_000);
afterAll(async () => {
  await it?.close();
  await simulator?.close();
});
beforeEach(() => {
  it.clock.now = atTime('2026-10-14', '09:00');
});

type About = { code: string; partyId: string };

/** A dispute of one applicant with this number; being accepted tells nobody, being dispatched tells the resident. */
async function registered(phone: string, more: object = {}): Promise<About> {
  serial += 1;
  const body = {
    parties: [
      { ...it.party, name: '郭秀兰', phone, address: '迎泽大街甲1号', idException: '没带证件', idKind: 'none' },
    ],
    categoryCode: '17',
    source: 'walkIn',
    regionCode: '140106004',
    address: '3号楼',
    title: '物业费争议',
    facts: '物业公司多收了两年物业费。',
    demands: '',
    occurredOn: null,
    peopleInvolved: 2,
    amountCents: null,
    willing: 'yes',
    headCount: 1,
    restriction: null,
    uploads: [],
    creditCodeConfirmed: false,
    commandId: `0190a000-0000-7000-8000-0000000009${String(serial).padStart(2, '0')}`,
    ...more,
  };
  const { code, slips } = await desk.post('/api/disputes', body, 201);
  return { code, partyId: slips[0].partyId };
}

/** Something the resident is told, word by word. */
const tell = (code: string, text = '周四上午来窗口签字') =>
  desk.post(`/api/disputes/${code}/messages`, { text, toResident: true }, 200);

/** After the minutes in which a slip can be taken back. */
async function out(): Promise<void> {
  await deliver(it.engine);
  it.clock.now = new Date(it.clock.now.getTime() + 11 * 60_000);
  await deliver(it.engine);
}

async function told(phone: string, more: object = {}): Promise<About> {
  const about = await registered(phone, more);
  await tell(about.code);
  await out();
  return about;
}

const of = async ({ code }: About) => (await desk.get(`/api/disputes/${code}/deliveries`)).rows;
const states = async (about: About) =>
  (await of(about)).map(
    (row: { channel: string; state: string; why: string }) => `${row.channel} ${row.state} ${row.why}`,
  );

function receipt(reference: string, delivered: boolean, key = secret) {
  const payload = { reference, countyCode: '140106', delivered };
  const headers = { 'x-signature': signatureOf(key, JSON.stringify(payload)) };
  return it.app.inject({ method: 'POST', url: '/api/sms-receipts', payload, headers });
}

test('what staff tell a resident goes out as an SMS that says who and where, not what; sent is not delivered', async () => {
  const about = await told('13800001234');
  const last = simulator.sent.at(-1);
  expect(last?.to).toBe('13800001234');
  expect(last?.text).toContain('承办人给您留了话');
  expect(last?.text).not.toContain('签字');
  expect(await states(about)).toEqual(['sms sent mobile']);
});

test('only a signed receipt makes it delivered', async () => {
  const about = await told('13800001234');
  const [{ reference }] = await of(about);
  expect((await receipt(reference, true, 'another key')).statusCode).toBe(403);
  expect(await states(about)).toEqual(['sms sent mobile']);
  expect((await receipt(reference, true)).statusCode).toBe(204);
  expect(await states(about)).toEqual(['sms delivered mobile']);
  expect((await receipt('nobody knows this number', true)).statusCode).toBe(204);
});

test('a message that does not arrive becomes a call on the list of the desk', async () => {
  const about = await told('13800001234');
  const [{ reference }] = await of(about);
  await receipt(reference, false);
  expect(await states(about)).toEqual(['call due undelivered', 'sms failed undelivered']);
  const { rows, counts } = await desk.get('/api/deliveries?channel=call');
  expect(rows.map((row: { code: string }) => row.code)).toContain(about.code);
  expect(counts.call).toBe(rows.length);
});

test('a number the gateway refuses, and one that stays silent for a day, are called', async () => {
  const refused = await told('13800000001');
  expect(await states(refused)).toEqual(['call due refused', 'sms failed refused']);
  const silent = await told('13800000003');
  it.clock.now = atTime('2026-10-15', '09:31');
  await deliver(it.engine);
  expect(await states(silent)).toEqual(['call due noReceipt', 'sms failed noReceipt']);
});

test('the number is masked in the list; seeing it to call is logged with its purpose', async () => {
  const about = await told('13800000001');
  const [call] = await of(about);
  expect(call.phone).toBe('138****0001');
  expect(await desk.post(`/api/deliveries/${call.id}/phone-reveals`, {}, 200)).toEqual({ phone: '13800000001' });
  const looks = await desk.get(`/api/disputes/${about.code}/looks`);
  expect(looks[0]).toMatchObject({ act: 'dispute.revealed', purpose: '打电话通知当事人' });
});

test('a call nobody answers three times becomes a letter, which is printed, posted and signed for', async () => {
  const about = await told('0351-4012345');
  expect(await states(about)).toEqual(['call due landline']);
  const [{ id }] = await of(about);
  for (let attempt = 0; attempt < 3; attempt += 1)
    await desk.post(`/api/deliveries/${id}/call-results`, { result: 'noAnswer' }, 204);
  expect(await states(about)).toEqual(['letter due noAnswer', 'call failed noAnswer']);
  const [letter] = await of(about);
  const print = await desk.raw('POST', '/api/letter-prints', { ids: [letter.id] });
  expect(print.headers['content-type']).toBe('application/pdf');
  expect(print.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  await desk.post(`/api/deliveries/${letter.id}/letter-results`, { result: 'posted', number: 'XA1' }, 204);
  await desk.post(`/api/deliveries/${letter.id}/letter-results`, { result: 'signed', number: '' }, 204);
  expect((await of(about))[0]).toMatchObject({ state: 'delivered', reference: 'XA1' });
});

test('two letters about one matter are printed together, each as its own event', async () => {
  const about = await registered('');
  await tell(about.code, '第一句话');
  await out();
  await tell(about.code, '第二句话');
  await out();
  const ids = (await of(about)).map((row: { id: string }) => row.id);
  expect((await desk.raw('POST', '/api/letter-prints', { ids })).statusCode).toBe(200);
  expect(await states(about)).toEqual(['letter printed noPhone', 'letter printed noPhone']);
});

test('what is said within ten minutes is one text, and nothing waits longer than what was said first', async () => {
  const about = await registered('');
  await tell(about.code, '第一句话');
  it.clock.now = atTime('2026-10-14', '09:08');
  await tell(about.code, '第二句话');
  await tell(about.code, '第一句话');
  await deliver(it.engine);
  expect(await states(about)).toEqual([]);
  it.clock.now = atTime('2026-10-14', '09:10');
  await deliver(it.engine);
  expect(await states(about)).toEqual(['letter due noPhone']);
});

test('who asked for paper gets paper, and who looks by themselves gets nothing', async () => {
  const about = await registered('13800001234');
  const wish = (channel: string) =>
    desk.post(
      `/api/disputes/${about.code}/contact-wishes`,
      { partyId: about.partyId, channel, note: '晚上不在家' },
      204,
    );
  await wish('letter');
  await tell(about.code);
  await out();
  expect(await states(about)).toEqual(['letter due wish']);
  await wish('none');
  await tell(about.code);
  await out();
  expect(await states(about)).toEqual(['letter due wish']);
});

test('at night nothing goes out; in the morning it does', async () => {
  it.clock.now = atTime('2026-10-14', '22:30');
  const about = await told('13800001234');
  expect(await states(about)).toEqual(['sms due mobile']);
  it.clock.now = atTime('2026-10-15', '08:00');
  await deliver(it.engine);
  expect(await states(about)).toEqual(['sms sent mobile']);
});

test('of a restricted matter no SMS leaves; the leader alone finds a call to make, after asking whether it is safe', async () => {
  const before = simulator.sent.length;
  const leader = await it.as('centerLeader', yingze);
  const about = await told('13800001234', { restriction: 'domesticViolence' });
  expect(simulator.sent.length).toBe(before);
  const mine = await leader.get('/api/deliveries?channel=call');
  expect(mine.rows.find((row: { code: string }) => row.code === about.code)).toMatchObject({ why: 'restricted' });
  const others = await dispatcher.get('/api/deliveries?channel=call');
  expect(others.rows.map((row: { code: string }) => row.code)).not.toContain(about.code);
});

test('another center finds no such delivery, by list or by id', async () => {
  const about = await told('13800000001');
  const [{ id }] = await of(about);
  expect((await street.get('/api/deliveries?channel=call')).rows).toEqual([]);
  await street.post(`/api/deliveries/${id}/call-results`, { result: 'told' }, 404);
  await street.post(`/api/deliveries/${id}/phone-reveals`, {}, 404);
});

test('the history of the dispute says what became of each message, and holds no number', async () => {
  const about = await told('13800000001');
  const { timeline } = await desk.get(`/api/disputes/${about.code}`);
  const sentences = timeline.map((entry: { sentence: string }) => entry.sentence);
  expect(sentences).toContain('通知当事人（短信）：没有送到，改打电话。');
  expect(JSON.stringify(timeline)).not.toContain('13800000001');
});

test('words that came too late to be news are not sent, and leave the queue without them', async () => {
  const about = await registered('13800001234');
  await tell(about.code);
  it.clock.now = atTime('2026-10-18', '09:00');
  await deliver(it.engine);
  expect(await of(about)).toEqual([]);
  const { rows } = await plainly(it.db, (queries) =>
    sql<{ n: number }>`select count(*)::int as n from outbox where done_at is null or payload <> '{}'`.execute(queries),
  );
  expect(rows[0]?.n).toBe(0);
});

test('the list goes on where it stopped, soonest first', async () => {
  const page = await desk.get('/api/deliveries?channel=call');
  const times = page.rows.map((row: { dueAt: string }) => row.dueAt);
  expect(times).toEqual([...times].sort());
  expect(page.next).toBeNull();
});

test('words that still wait are shown in full, and can be kept inside with a reason', async () => {
  const about = await registered('13800001234');
  await tell(about.code);
  await deliver(it.engine);
  const pending = async () => (await desk.get(`/api/disputes/${about.code}/deliveries`)).waiting;
  const [word] = await pending();
  expect(word).toMatchObject({
    partyId: about.partyId,
    channel: 'sms',
    at: atTime('2026-10-14', '09:10').toISOString(),
  });
  const withhold = (status: number) =>
    desk.post(`/api/disputes/${about.code}/withheld-words`, { reason: '写错了人' }, status);
  await withhold(204);
  expect(await pending()).toEqual([]);
  await out();
  expect(await states(about)).toEqual([]);
  const { timeline } = await desk.get(`/api/disputes/${about.code}`);
  expect(JSON.stringify(timeline)).toContain('写错了人');
  expect((await withhold(409)).error.code).toBe('nothingWaits');
});
