import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../delivery/simulator.ts';
import { formatCode } from '../platform/disputeCode.ts';
import { newId } from '../platform/ids.ts';
import { atTime } from '../platform/now.ts';
import { deliver, remindParties } from '../server/recurring.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { aPhone, handSlip, leak, toMediation, wordsOf } from '../web/citizen/testing/resident.ts';

const secret = 'a secret that both sides keep';
const [hers, his] = ['13800001234', '13800005678'];
let it: TestApp;
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ secret, receiptsTo: 'http://127.0.0.1:9/', afterMs: 3_600_000 });
  it = await testApp(atTime('2026-10-09', '09:00'), { SMS_GATEWAY_URL: simulator.url, SMS_GATEWAY_SECRET: secret });
}, 60_000);
afterAll(async () => {
  await it?.close();
  await simulator?.close();
});

/** About this dispute: all of them are about the same two people. */
const smsSince = (count: number, phone: string, code: string) =>
  simulator.sent
    .slice(count)
    .flatMap(({ to, text }) => (to === phone && text.includes(formatCode(code)) ? [text] : []));

/** After the minutes in which a slip can be taken back. */
async function out(): Promise<void> {
  await deliver(it.engine);
  it.clock.now = new Date(it.clock.now.getTime() + 11 * 60_000);
  await deliver(it.engine);
}

/** 郭秀兰 and 任建军, both with a slip, in mediation. */
async function inMediation(parties: object[] = []) {
  const receptionist = await it.as('receptionist', '140106-center');
  const body = leak(it.party);
  const merged = body.parties.map((party, index) => ({ ...party, ...parties[index] }));
  const { code } = await receptionist.post('/api/disputes', { ...body, parties: merged, commandId: newId() }, 201);
  const people = await toMediation(it, code);
  for (const [name, pin] of [
    ['郭秀兰', '222222'],
    ['任建军', '333333'],
  ] as const)
    await handSlip(it, code, name, pin);
  await out();
  const view = await people.handler.get(`/api/disputes/${code}`);
  const [guo, ren] = view.parties.map(({ id }: { id: string }) => id);
  return { code: code as string, guo: guo as string, ren: ren as string, receptionist, ...people };
}

async function pageOf(code: string, pin: string): Promise<string> {
  const phone = aPhone(it.app);
  await phone.post(`/c/${code}`, { pin });
  return wordsOf((await phone.get(`/c/${code}/progress`)).body);
}

const suit = { kind: 'laborSuit', day: '2026-10-09', note: '收到裁决书' };

test('a party’s limit reaches that party’s phone and page, and nothing of it the other side’s', async () => {
  const { code, guo, handler } = await inMediation();
  const before = simulator.sent.length;
  await handler.post(`/api/disputes/${code}/statutory-clocks`, { ...suit, partyId: guo }, 200);
  await out();
  expect(smsSince(before, hers, code)).toHaveLength(1);
  expect(smsSince(before, his, code)).toEqual([]);
  const words = '对其他裁决起诉的期限到10月26日';
  expect(await pageOf(code, '222222')).toContain(words);
  expect(await pageOf(code, '333333')).not.toContain('起诉的期限');
  // Who works on it reads what was told, and to whom it belongs.
  const view = await handler.get(`/api/disputes/${code}`);
  expect(JSON.stringify(view.timeline)).toContain(words);
  expect(view.residentSees.rights).toEqual([]);
});

test('the paper of a party shows that party’s limits; a paper for nobody in particular shows those of all', async () => {
  const { code, guo, ren, handler } = await inMediation();
  await handler.post(`/api/disputes/${code}/statutory-clocks`, { ...suit, partyId: guo }, 200);
  const sheet = async (query: string) =>
    (await handler.raw('GET', `/api/disputes/${code}/progress-sheet.pdf?paper=a4${query}`)).body.length;
  const [all, forHer, forHim] = [await sheet(''), await sheet(`&partyId=${guo}`), await sheet(`&partyId=${ren}`)];
  expect(forHer).toBeGreaterThan(all);
  expect(forHim).toBeLessThan(forHer);
  expect((await handler.raw('GET', `/api/disputes/${code}/progress-sheet.pdf?partyId=${newId()}`)).statusCode).toBe(
    422,
  );
});

test('before the limit ends its party is reminded once, outside the quiet hours, and nobody else', async () => {
  const { code, guo, handler } = await inMediation();
  await handler.post(`/api/disputes/${code}/statutory-clocks`, { ...suit, partyId: guo }, 200);
  await out();
  const start = simulator.sent.length;
  it.clock.now = atTime('2026-10-21', '12:00');
  await remindParties(it.engine);
  await out();
  expect(smsSince(start, hers, code)).toEqual([]);
  // Three of fifteen days are left; at half past eleven at night nobody's phone rings.
  it.clock.now = atTime('2026-10-23', '23:30');
  await remindParties(it.engine);
  await remindParties(it.engine);
  await out();
  expect(smsSince(start, hers, code)).toEqual([]);
  it.clock.now = atTime('2026-10-24', '08:05');
  await deliver(it.engine);
  expect(smsSince(start, hers, code)).toEqual([
    expect.stringContaining('提醒您：对其他裁决起诉的期限到10月26日24时，还有3天'),
  ]);
  expect(smsSince(start, his, code)).toEqual([]);
  expect(await pageOf(code, '222222')).toContain('提醒您：对其他裁决起诉的期限');
  expect(await pageOf(code, '333333')).not.toContain('提醒您');
  const view = await handler.get(`/api/disputes/${code}`);
  expect(view.owed?.some(({ act }: { act: string }) => act === 'tellLimit') ?? false).toBe(false);
  it.clock.now = atTime('2026-10-09', '14:00');
});

test('who has no phone comes onto the list of who works on it, until somebody has told him', async () => {
  const { code, ren, handler } = await inMediation([{}, { phone: '' }]);
  await handler.post(`/api/disputes/${code}/statutory-clocks`, { ...suit, partyId: ren }, 200);
  it.clock.now = atTime('2026-10-23', '09:00');
  await remindParties(it.engine);
  const mine = async () =>
    (await handler.get('/api/work')).items.filter(
      (each: { code: string; act: string }) => each.code === code && each.act === 'tellLimit',
    );
  expect(await mine()).toHaveLength(1);
  await handler.post(`/api/disputes/${code}/told-limits`, { how: '上门说了' }, 200);
  expect(await mine()).toEqual([]);
  it.clock.now = atTime('2026-10-09', '15:00');
});

test('who asked which body for what is on the page and the paper of who asked, and on no other’s', async () => {
  const { code, guo, ren, handler } = await inMediation();
  const claim = {
    partyId: guo,
    way: 'committee',
    body: '老军营街道人民调解委员会',
    claim: '赔偿 8000 元',
    day: '2026-10-08',
  };
  await handler.post(`/api/disputes/${code}/limitation-interruptions`, claim, 200);
  await out();
  const words = '2026年10月8日向老军营街道人民调解委员会提出请求：赔偿 8000 元。诉讼时效从这天起中断';
  expect(await pageOf(code, '222222')).toContain(words);
  expect(await pageOf(code, '333333')).not.toContain('老军营街道人民调解委员会');
  const sheet = async (party: string) =>
    (await handler.raw('GET', `/api/disputes/${code}/progress-sheet.pdf?paper=a4&partyId=${party}`)).body.length;
  expect(await sheet(guo)).toBeGreaterThan(await sheet(ren));
});
