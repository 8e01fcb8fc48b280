import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../platform/now.ts';
import { leak, toMediation } from '../web/citizen/testing/resident.ts';
import { type TestApp, testApp } from './testing/app.ts';

const yingze = '140106-center';
const street = '140106004-center';

let it: TestApp;
let code: string;
let notice: string;

beforeAll(async () => {
  it = await testApp(atTime('2026-09-29', '08:40'));
  const receptionist = await it.as('receptionist', yingze);
  ({ code } = await receptionist.post('/api/disputes', leak(it.party), 201));
  await toMediation(it, code);
  const supervisor = await it.as('supervisor', yingze);
  const words = { reason: '当事人三次来问，没有答复。', ask: '三天内去现场，写清进展。', replyBy: '2026-10-09' };
  const order = {
    ...words,
    unitIds: [street],
    clockId: null,
    urgency: 'none',
    cosignerIds: [],
    commandId: crypto.randomUUID(),
  };
  notice = (await supervisor.post(`/api/disputes/${code}/supervision-notices`, order, 201)).code;
}, 60_000);
afterAll(() => it?.close());

const whole = { title: '楼上漏水赔偿', parties: '郭秀兰｜任建军', unit: '迎泽街道中心' };

test('督办单先说是哪一件：事由、两边是谁、哪个单位在办；只看台账的人看到的名字是遮住的', async () => {
  const head = await it.as('centerLeader', street);
  const [row] = (await head.get(`/api/supervision-notices?state=all&about=${code}`)).rows;
  expect(row.about.name).toEqual(whole);
  expect((await head.get(`/api/supervision-notices/${notice}`)).about.name).toEqual(whole);
  const city = await it.as('supervisor', '140100-center');
  const [seen] = (await city.get(`/api/supervision-notices?state=all&about=${code}`)).rows;
  expect(seen.about.name).toEqual({ ...whole, parties: '郭*兰｜任*军' });
});

test('收件箱的每一行和待办里的督办单，也先说是哪一件', async () => {
  const head = await it.as('centerLeader', street);
  const { rows } = await head.get('/api/inbox');
  const told = rows.find(({ text }: { text: string }) => text.includes('督办'));
  expect(told.about).toEqual(whole);
  const { items } = await head.get('/api/work');
  const owed = items.find(({ kind }: { kind: string }) => kind === 'supervision');
  expect(owed).toMatchObject({ title: whole.title, partiesLine: whole.parties, unit: whole.unit });
  expect(owed.ownTitle).toMatch(/^第1次督办/);
});
