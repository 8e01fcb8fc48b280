import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { emptyParty } from '../intake/party.ts';
import { newId } from '../platform/ids.ts';
import { atTime } from '../platform/now.ts';
import type { ServerEngine } from '../server/engine.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { type Person, personOf, room, street, yingze } from './testing/desk.ts';

let it: TestApp;
let desk: Person;
let colleague: Person;
let leader: Person;
let judge: Person;
let mediator: Person;
let far: Person;
let admin: Person;

beforeAll(async () => {
  it = await testApp(atTime('2026-10-14', '09:00'));
  desk = await personOf(it, '贾敏', 'receptionist', yingze);
  colleague = await personOf(it, '李娜', 'dispatcher', yingze);
  leader = await personOf(it, '刘建国', 'centerLeader', yingze);
  judge = await personOf(it, '王立', 'courtClerk', '140106-court');
  mediator = await personOf(it, '赵桂芳', 'mediator', street);
  far = await personOf(it, '韩雪', 'receptionist', '140105-center');
  admin = await personOf(it, '周明', 'systemAdmin', yingze);
}, 60_000);
afterAll(() => it?.close());

async function asOwner<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: it.adminUrl });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}
beforeEach(async () => {
  await asOwner('delete from booking');
  await asOwner('delete from notice');
});

const rowsOf = async (who: Person, day = '2026-10-14') =>
  (await who.get(`/api/bookings?center=${yingze}&day=${day}`)).rows;
const said = async (who: Person): Promise<string[]> =>
  (await who.get('/api/notices')).map(({ text }: { text: string }) => text);

async function registered(by: Person, title: string): Promise<string> {
  const answer = await by.ask('POST', '/api/disputes', {
    parties: [{ ...emptyParty, name: '郭秀兰', phone: '13800001234', idKind: 'none', idException: '没带' }],
    ...{ categoryCode: '02', source: 'walkIn', regionCode: '140106004', address: '', title, facts: '漏了两次。' },
    ...{ demands: '', occurredOn: null, peopleInvolved: 1, amountCents: null, willing: 'yes', headCount: 1 },
    ...{ restriction: null, uploads: [], creditCodeConfirmed: false, commandId: newId() },
  });
  return answer.body.code;
}

/** The court's people come on these days of the week, as the administrator keeps it. */
async function courtComes(weekdays: number[]): Promise<void> {
  const { presences } = (it.engine as ServerEngine).cache.current().book;
  const [key = '', form] =
    [...presences].find(([, each]) => each.unitId === '140106-court' && each.centerId === yingze) ?? [];
  const mode = weekdays.length === 5 ? 'resident' : 'rotating';
  const { status } = await admin.ask('PUT', `/api/presences/${encodeURIComponent(key)}`, { ...form, mode, weekdays });
  expect(status).toBe(200);
}

async function inUse(roomId: string, active: boolean): Promise<void> {
  const form = (it.engine as ServerEngine).cache.current().book.rooms.get(roomId);
  const { status } = await admin.ask('PUT', `/api/rooms/${roomId}`, { ...form, active });
  expect(status).toBe(200);
}

test('下午三点要一间调解室、请王法官来：订上，法官在消息里看到，一周里看到', async () => {
  const code = await registered(desk, '楼上漏水赔偿');
  const { status, body } = await desk.book({ roomIds: [room(2)], postIds: [judge.postId], code });
  expect([status, body.warnings]).toEqual([201, []]);
  const [row] = await rowsOf(desk);
  expect(row).toMatchObject({ roomId: room(2), by: '贾敏', people: ['王立'], mayChange: true, state: 'held' });
  expect(row.about).toContain('楼上漏水赔偿');
  expect(row.from).toContain('2026-10-14T15:00');
  expect(await said(judge)).toEqual([expect.stringContaining('约您10月14日（周三）15:00—16:30到')]);
  const mine = await judge.get('/api/bookings/mine?day=2026-10-14');
  expect(mine.rows).toHaveLength(1);
  // The judge was not given the dispute: when and where, not what.
  expect(mine.rows[0]).toMatchObject({ about: null, own: true, rooms: [expect.any(String)] });
});

test('撞上了：说出是哪一间、几点到几点、谁订的，再给三段都空着的时间', async () => {
  const code = await registered(desk, '车位归属');
  await desk.book({ roomIds: [room(2)], postIds: [judge.postId], code });
  const { status, body } = await colleague.book({ roomIds: [room(2), room(3)], from: '16:00', to: '17:00' });
  expect(status).toBe(409);
  const { message } = body.error;
  expect(message).toMatch(/10月14日（周三）15:00—16:30由贾敏订了，办 .*车位归属/);
  expect(message).toContain('接下来都空着的：10月14日（周三）16:30—17:30、10月15日（周四）08:30—09:30、09:30—10:30。');
  // All or nothing: the room that was free was not taken.
  expect((await rowsOf(desk)).map(({ roomId }: { roomId: string }) => roomId)).toEqual([room(2)]);
});

test('看不到那一件的人只知道已被占用：没有编号，没有事由，也没有是谁', async () => {
  const code = await registered(desk, '宅基地边界');
  await desk.book({ roomIds: [room(2)], postIds: [judge.postId], code });
  const { status, body } = await mediator.book({ postIds: [judge.postId] });
  expect(status).toBe(409);
  expect(body.error.message).toContain('王立 10月14日（周三）15:00—16:30已被占用。');
  expect(body.error.message).not.toMatch(/宅基地|贾敏|14010626/);
  const [row] = await rowsOf(mediator);
  expect(row).toMatchObject({ about: null, by: null, people: [], mayChange: false });
  expect(JSON.stringify(await rowsOf(mediator))).not.toMatch(/宅基地|贾敏|王立/);
});

test('五十个人同时要同一间房、同三个人：一个订上，四十九个知道是被哪一间、哪一位挡住', async () => {
  const third = await personOf(it, '彭哲', 'handler', '140106-health');
  const wanted = { roomIds: [room(4)], postIds: [judge.postId, mediator.postId, third.postId] };
  const answers = await Promise.all(Array.from({ length: 50 }, () => desk.book(wanted)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  const refused = answers.filter(({ status }) => status === 409);
  expect(refused).toHaveLength(49);
  for (const { body } of refused)
    for (const name of ['王立', '赵桂芳', '彭哲'])
      expect(body.error.message).toContain(`${name} 10月14日（周三）15:00—16:30`);
  expect(await asOwner('select id from booking')).toHaveLength(4);
});

test('同一下按了两次，只订一次', async () => {
  const wanted = { roomIds: [room(2)], postIds: [judge.postId], commandId: newId() };
  const [one, two] = await Promise.all([desk.book(wanted), desk.book(wanted)]);
  expect([one.status, two.status]).toEqual([201, 201]);
  expect(one.body.groupId).toBe(two.body.groupId);
  expect(await asOwner('select id from booking')).toHaveLength(2);
  expect(await said(judge)).toHaveLength(1);
});

test('同一个命令编号用在另一段时间上，是另一笔', async () => {
  const commandId = newId();
  const one = await desk.book({ roomIds: [room(2)], commandId });
  const other = await desk.book({ roomIds: [room(2)], from: '10:00', to: '11:00', commandId });
  expect([one.status, other.status]).toEqual([201, 201]);
  expect(other.body.groupId).not.toBe(one.body.groupId);
});

test('市里的法官哪个区县都能约，在一个区县约着，另一个区县就要不到，也只知道已被占用', async () => {
  const city = await personOf(it, '孟庆', 'courtClerk', '140100-court');
  expect((await desk.book({ postIds: [city.postId] })).status).toBe(201);
  const center = '140105-center';
  const { status, body } = await far.book({ centerId: center, roomIds: [room(2, center)], postIds: [city.postId] });
  expect(status).toBe(409);
  expect(body.error.message).toContain('孟庆 10月14日（周三）15:00—16:30已被占用。');
  expect(body.error.message).not.toContain('贾敏');
});

test('绕过程序直接往数据库里写，重叠的也写不进去', async () => {
  await desk.book({ roomIds: [room(2)], postIds: [judge.postId] });
  const again = `insert into booking (id, group_id, county_code, center_id, room_id, post_id, user_id, from_at, to_at, made_by_post_id,
      made_at, state) select gen_random_uuid(), gen_random_uuid(), county_code, center_id, room_id, post_id, user_id,
      from_at + interval '1 hour', to_at + interval '1 hour', made_by_post_id, made_at, 'held' from booking where `;
  await expect(asOwner(`${again} room_id is not null`)).rejects.toThrow('booking_room_once');
  await expect(asOwner(`${again} user_id is not null`)).rejects.toThrow('booking_person_once');
});

test('跨过半夜的也算：22 点到次日 1 点订着，次日零点半要不到', async () => {
  expect((await desk.book({ roomIds: [room(2)], from: '22:00', to: '01:00' })).status).toBe(201);
  const { status, body } = await desk.book({ roomIds: [room(2)], day: '2026-10-15', from: '00:30', to: '01:30' });
  expect(status).toBe(409);
  expect(body.error.message).toContain('10月14日（周三）22:00—次日01:00');
  expect((await desk.book({ roomIds: [room(2)], day: '2026-10-15', from: '01:00', to: '02:00' })).status).toBe(201);
});

test('一个人有两个岗位，也只能在一个地方', async () => {
  const other = await asOwner<{ id: string }>(
    `insert into post (id, user_id, unit_id, role, region_code, county_code, valid_from, created_at)
      select gen_random_uuid(), user_id, '140106-justice', 'handler', region_code, county_code, valid_from, now()
      from post where id = $1 returning id`,
    [judge.postId],
  );
  await (it.engine as ServerEngine).cache.refresh();
  await desk.book({ postIds: [judge.postId] });
  expect((await desk.book({ postIds: [other[0]?.id] })).status).toBe(409);
});

test('轮驻的那天不在、请假、房间不在本中心、不在上班时间：订得上，说清楚', async () => {
  await courtComes([4]);
  const today = await desk.book({ roomIds: [room(1, street)], postIds: [judge.postId], from: '12:00', to: '13:00' });
  expect(today.status).toBe(201);
  expect(today.body.warnings).toEqual([
    '这段时间有一部分不在上班时间里。',
    expect.stringMatching(/在迎泽街道中心，不在本中心。$/),
    expect.stringMatching(/^王立：.*周四轮驻，10月14日（周三）不在。$/),
  ]);
  const thursday = await desk.book({ postIds: [judge.postId], day: '2026-10-15' });
  expect(thursday.body.warnings).toEqual([]);
  await mediator.ask('POST', '/api/absences', { from: '2026-10-15', to: '2026-10-16', reason: '回老家' });
  const absent = await desk.book({ postIds: [mediator.postId], day: '2026-10-16' });
  expect(absent.body.warnings).toEqual(['赵桂芳10月16日（周五）请假。']);
  await courtComes([1, 2, 3, 4, 5]);
});

test('先看看行不行，什么也不订', async () => {
  await desk.book({ roomIds: [room(2)] });
  const wanted = { centerId: yingze, day: '2026-10-14', from: '16:00', to: '17:00', roomIds: [room(2)], postIds: [] };
  const { status, body } = await colleague.ask('POST', '/api/bookings/trials', wanted);
  expect(status).toBe(200);
  expect(body.clashes).toEqual([expect.stringContaining('15:00—16:30由贾敏订了。')]);
  expect(body.free[0].text).toBe('10月14日（周三）16:30—17:30');
  expect(await asOwner('select id from booking')).toHaveLength(1);
});

test('改时间、换人：原来的留着备查，三个人各自知道', async () => {
  const { body } = await desk.book({ roomIds: [room(2)], postIds: [judge.postId] });
  const to = { day: '2026-10-14', from: '16:00', to: '17:00', postIds: [mediator.postId] };
  const moved = await colleague.ask('POST', `/api/bookings/${body.groupId}/moves`, to);
  expect([moved.status, moved.body.groupId]).toEqual([200, body.groupId]);
  expect((await said(judge))[0]).toContain('取消了，不用来');
  expect((await said(mediator))[0]).toContain('约您10月14日（周三）16:00—17:00');
  const kept = await asOwner<{ state: string; reason: string | null }>('select state, reason from booking');
  expect(kept.filter(({ state }) => state === 'released').map(({ reason }) => reason)).toEqual([
    'otherTime',
    'otherTime',
  ]);
  expect(kept.filter(({ state }) => state === 'held')).toHaveLength(2);
});

test('不是自己订的、也不是中心窗口的，改不了也取消不了；约的人自己来不了可以说，订的人就知道', async () => {
  const { body } = await desk.book({ roomIds: [room(2)], postIds: [judge.postId, mediator.postId] });
  const path = `/api/bookings/${body.groupId}`;
  expect((await mediator.ask('POST', `${path}/releases`, { reason: 'notNeeded' })).status).toBe(403);
  const later = { day: '2026-10-14', from: '16:00', to: '17:00' };
  expect((await mediator.ask('POST', `${path}/moves`, later)).status).toBe(403);
  expect((await far.ask('POST', `${path}/releases`, { reason: 'notNeeded' })).status).toBe(404);
  const [own] = (await judge.get('/api/bookings/mine?day=2026-10-14')).rows;
  expect((await judge.ask('POST', `${path}/releases`, { reason: 'cannotCome', id: own.id })).status).toBe(204);
  expect((await said(desk))[0]).toBe('10月14日（周三）15:00—16:30王立来不了。换一位，或者改时间。');
  expect((await rowsOf(desk))[0].people).toEqual(['赵桂芳']);
  expect((await leader.ask('POST', `${path}/releases`, { reason: 'notNeeded' })).status).toBe(204);
  expect((await desk.ask('POST', `${path}/releases`, { reason: 'notNeeded' })).body.error.message).toBe(
    '这一笔已经取消了。',
  );
  expect((await desk.book({ roomIds: [room(2)], postIds: [judge.postId] })).status).toBe(201);
});

test('房间停用：订的还在，标着要换房间，订的人知道；换一间就好；重新启用也就好了', async () => {
  const { body } = await desk.book({ roomIds: [room(5)], postIds: [judge.postId] });
  const other = await desk.book({ roomIds: [room(5)], day: '2026-10-15' });
  await inUse(room(5), false);
  expect((await rowsOf(desk)).map(({ state }: { state: string }) => state)).toEqual(['needsRoom', 'needsRoom']);
  const { rooms } = await desk.get(`/api/bookings?center=${yingze}&day=2026-10-14`);
  expect(rooms.find(({ id }: { id: string }) => id === room(5))).toMatchObject({ active: false });
  expect((await judge.get('/api/bookings/mine?day=2026-10-14')).rows[0].state).toBe('needsRoom');
  expect(await said(desk)).toEqual([expect.stringContaining('停用了'), expect.stringContaining('停用了')]);
  const refused = await colleague.book({ roomIds: [room(5)], from: '10:00', to: '11:00' });
  expect(refused.body.error.fields.roomIds).toContain('已经停用');
  const tried = { centerId: yingze, day: '2026-10-14', from: '10:00', to: '11:00', roomIds: [room(5)], postIds: [] };
  const trial = await colleague.ask('POST', '/api/bookings/trials', tried);
  expect(trial.body.error.fields.roomIds).toContain('已经停用');
  const to = { day: '2026-10-14', from: '15:00', to: '16:30', roomIds: [room(6)] };
  expect((await desk.ask('POST', `/api/bookings/${body.groupId}/moves`, to)).status).toBe(200);
  await inUse(room(5), true);
  const rows = await rowsOf(desk);
  expect(rows.map(({ roomId, state }: { roomId: string; state: string }) => [roomId, state])).toEqual([
    [room(6), 'held'],
    [room(5), 'held'],
  ]);
  expect(rows[1].groupId).toBe(other.body.groupId);
});

test('过去的、太短的、没选房间也没选人的、认不出的编号，各在自己的格子旁边说一句', async () => {
  const fields = async (more: object) => (await desk.book({ roomIds: [room(2)], ...more })).body.error.fields;
  expect(await fields({ day: '2026-10-13' })).toEqual({ day: '这段时间已经过去了。' });
  expect(await fields({ from: '15:00', to: '15:05' })).toEqual({ to: '至少订 10 分钟。' });
  expect(await fields({ roomIds: [] })).toEqual({ roomIds: '选一间房或者一位要请的人。' });
  expect(await fields({ roomIds: [room(2, '140105-center')] })).toMatchObject({
    roomIds: expect.stringContaining('没有这个房间'),
  });
  expect(await fields({ postIds: [far.postId] })).toEqual({ postIds: '有一位是别的区县的，请那边的中心来约。' });
  expect(await fields({ code: '140106260038126' })).toHaveProperty('code');
});
