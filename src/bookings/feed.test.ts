import nodeIcal, { type VEvent } from 'node-ical';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyParty } from '../intake/party.ts';
import { plainly } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { atTime } from '../platform/now.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { folded } from './feed.ts';
import { type Person, personOf, room, yingze } from './testing/desk.ts';

let it: TestApp;
let desk: Person;
let judge: Person;

beforeAll(async () => {
  it = await testApp(atTime('2026-10-14', '09:00'));
  desk = await personOf(it, '贾敏', 'receptionist', yingze);
  judge = await personOf(it, '王立', 'courtClerk', '140106-court');
}, 60_000);
afterAll(() => it?.close());

const made = async (who: Person): Promise<string> => {
  const { status, body } = await who.ask('POST', '/api/bookings/feed');
  expect(status).toBe(201);
  return new URL(body.link).pathname;
};
const fetched = (path: string) => it.app.inject({ method: 'GET', url: path });
const eventsOf = (text: string) =>
  Object.values(nodeIcal.sync.parseICS(text)).filter((each) => each?.type === 'VEVENT') as VEvent[];

async function registered(): Promise<string> {
  const answer = await desk.ask('POST', '/api/disputes', {
    parties: [{ ...emptyParty, name: '郭秀兰', phone: '13800001234', idKind: 'none', idException: '没带' }],
    ...{
      categoryCode: '02',
      source: 'walkIn',
      regionCode: '140106004',
      address: '',
      title: '楼上漏水',
      facts: '漏了两次。',
    },
    ...{ demands: '', occurredOn: null, peopleInvolved: 1, amountCents: null, willing: 'yes', headCount: 1 },
    ...{ restriction: null, uploads: [], creditCodeConfirmed: false, commandId: newId() },
  });
  return answer.body.code;
}

test('法官手机上的日历看到几点、哪一间、编号；没有姓名，没有事由；改了、取消了，还是同一条', async () => {
  const code = await registered();
  const { body } = await desk.book({ roomIds: [room(2)], postIds: [judge.postId], code });
  const path = await made(judge);
  const first = await fetched(path);
  expect(first.headers['content-type']).toBe('text/calendar; charset=utf-8');
  const [event] = eventsOf(first.body);
  expect(event?.start.toISOString()).toBe('2026-10-14T07:00:00.000Z');
  expect(event?.start.tz).toBe('Asia/Shanghai');
  expect(event?.end?.toISOString()).toBe('2026-10-14T08:30:00.000Z');
  expect(event?.summary).toMatch(/^调解 \S+/);
  expect(String(event?.description).replace(/\D/g, '')).toBe(code);
  expect(event?.status).toBe('CONFIRMED');
  expect(first.body).not.toMatch(/郭秀兰|漏水|贾敏|王立/);

  it.clock.now = atTime('2026-10-14', '09:30');
  await desk.ask('POST', `/api/bookings/${body.groupId}/moves`, { day: '2026-10-15', from: '22:00', to: '01:00' });
  const [moved, ...others] = eventsOf((await fetched(path)).body);
  expect(others).toEqual([]);
  expect(moved?.uid).toBe(event?.uid);
  expect(moved?.start.toISOString()).toBe('2026-10-15T14:00:00.000Z');
  expect(Number(moved?.sequence)).toBe(Number(event?.sequence) + 1);

  it.clock.now = atTime('2026-10-14', '10:00');
  await desk.ask('POST', `/api/bookings/${body.groupId}/releases`, { reason: 'notNeeded' });
  const [ended] = eventsOf((await fetched(path)).body);
  expect([ended?.uid, ended?.status]).toEqual([event?.uid, 'CANCELLED']);
  expect(Number(ended?.sequence)).toBe(Number(event?.sequence) + 2);
});

test('每一行不超过 75 个字节，折开的地方不切断一个字', async () => {
  const line = `LOCATION:${'迎泽区综治中心调解室𠮷'.repeat(20)}`;
  const lines = folded(line).split('\r\n');
  for (const each of lines) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(75);
  expect(lines.map((each, at) => (at === 0 ? each : each.slice(1))).join('')).toBe(line);
  const { body } = await fetched(await made(judge));
  expect(body).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const each of body.split('\r\n')) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(75);
});

test('再取一个地址，旧的就没用了；停掉以后没有一个有用；离开了的人的也没用', async () => {
  const old = await made(judge);
  const fresh = await made(judge);
  expect([(await fetched(old)).statusCode, (await fetched(fresh)).statusCode]).toEqual([404, 200]);
  expect((await judge.get('/api/bookings/feed')).since).toContain('2026-10-14');
  expect((await judge.ask('POST', '/api/bookings/feed/endings')).status).toBe(204);
  expect((await fetched(fresh)).statusCode).toBe(404);
  expect(await judge.get('/api/bookings/feed')).toEqual({ since: null, askedAt: null });
  const last = await made(judge);
  expect((await fetched(last)).statusCode).toBe(200);
  await plainly(it.db, (queries) =>
    queries.updateTable('post').set({ valid_to: '2026-10-13' }).where('id', '=', judge.postId).execute(),
  );
  expect((await fetched(last)).statusCode).toBe(404);
});

test('试别人的地址，试到第三十个就先停一停；一个旧地址反复来取不算试', async () => {
  const guessed = (letter: string) => fetched(`/api/feeds/${letter.repeat(43)}/bookings.ics`);
  const old = await made(desk);
  const good = await made(desk);
  for (let count = 0; count < 25; count += 1) expect((await fetched(old)).statusCode).toBe(404);
  expect((await fetched(good)).statusCode).toBe(200);
  for (const letter of 'abcdefghijklmnopqrstuvwxyzABCD')
    expect([404, 429]).toContain((await guessed(letter)).statusCode);
  expect((await guessed('E')).statusCode).toBe(429);
});
