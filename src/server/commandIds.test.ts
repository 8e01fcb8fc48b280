import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../platform/ids.ts';
import { type TestApp, testApp } from './testing/app.ts';

const yingze = '140106-center';
const street = '140106004-center';
type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let jia: Client;
let han: Client;
let other: Client;

beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:00:00+08:00'));
  jia = await it.as('receptionist', yingze);
  han = await it.as('receptionist', yingze);
  other = await it.as('receptionist', street);
}, 60_000);
afterAll(() => it?.close());

const number = (commandId: string, prefix = 'A') => ({ prefix, priority: null, commandId });

test('a colleague whose command has an id that was used before gets a number of their own, also in another center', async () => {
  const commandId = newId();
  const mine = await jia.post('/api/tickets', number(commandId), 201);
  const theirs = await han.post('/api/tickets', number(commandId), 201);
  const elsewhere = await other.post('/api/tickets', number(commandId), 201);
  expect(new Set([mine.id, theirs.id, elsewhere.id]).size).toBe(3);
  expect((await jia.post('/api/tickets', number(commandId), 201)).id).toBe(mine.id);
});

test('another kind of number asked for with the same id is another number', async () => {
  const commandId = newId();
  const labels = [];
  for (const prefix of ['B', 'C']) labels.push((await jia.post('/api/tickets', number(commandId, prefix), 201)).label);
  expect(labels.map((label) => label.charAt(0))).toEqual(['B', 'C']);
});

test('a visit that a colleague records is kept, whatever the id of the command', async () => {
  const visit = { services: ['guidance'], headCount: 1, memo: '', commandId: newId() };
  const mine = await jia.post('/api/visits', visit, 201);
  const theirs = await han.post('/api/visits', { ...visit, headCount: 4 }, 201);
  expect(theirs.id).not.toBe(mine.id);
  expect((await jia.post('/api/visits', visit, 201)).id).toBe(mine.id);
  const { items } = await han.get('/api/visits');
  expect(items.filter(({ id }: { id: string }) => [mine.id, theirs.id].includes(id))).toHaveLength(2);
});

test('two grid workers whose reports carry the same id both get through', async () => {
  const [one, two] = [await it.as('gridWorker', street, '140106004'), await it.as('gridWorker', street, '140106004')];
  const clue = {
    kind: 'dispute',
    urgent: false,
    text: '为停车吵起来',
    regionCode: '140106004',
    place: '',
    uploads: [],
  };
  const body = { ...clue, commandId: newId() };
  const first = await one.post('/api/clues', body, 201);
  const second = await two.post('/api/clues', { ...body, text: '为漏水吵起来' }, 201);
  expect(second.id).not.toBe(first.id);
  expect((await one.post('/api/clues', body, 201)).id).toBe(first.id);
});

test('somebody who sends the id of another booking makes a booking of their own and learns nothing of the other', async () => {
  const commandId = newId();
  const booking = { center: yingze, day: '2026-10-15', slot: '09:30', service: 'mediation', commandId };
  const book = async (fields: object) => {
    const body = new URLSearchParams({ ...booking, ...fields } as Record<string, string>).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await it.app.inject({ method: 'POST', url: '/c/appointments', headers, payload: body });
    expect(answer.statusCode, answer.body.slice(0, 800)).toBe(303);
    return String(answer.headers.location);
  };
  const mine = { name: '任秀珍', phone: '13800002299' };
  const first = await book(mine);
  expect(await book({ name: '郭秀兰', phone: '13800001234' })).not.toBe(first);
  expect(await book({ ...mine, center: street })).not.toBe(first);
  expect(await book(mine)).toBe(first);
});

test('the same id on another dispute acts there, and for another person acts again', async () => {
  const dispatcher = await it.as('dispatcher', yingze);
  const registered = (title: string) => ({
    parties: [{ ...it.party, name: '郭秀兰', idKind: 'none', idException: '没带' }],
    ...{ categoryCode: '02', source: 'walkIn', regionCode: '140106004', address: '', title, facts: '漏了两次。' },
    ...{ demands: '', occurredOn: null, peopleInvolved: 1, amountCents: null, willing: 'yes', headCount: 1 },
    ...{ restriction: null, uploads: [], creditCodeConfirmed: false, commandId: newId() },
  });
  const codes: string[] = [];
  for (const title of ['楼上漏水', '楼道堆物'])
    codes.push((await jia.post('/api/disputes', registered(title), 201)).code);
  const commandId = newId();
  for (const code of codes)
    expect((await jia.post(`/api/disputes/${code}/acceptances`, { commandId }, 200)).code).toBe(code);
  await dispatcher.post(`/api/disputes/${codes[0]}/acceptances`, { commandId }, 409);
});
