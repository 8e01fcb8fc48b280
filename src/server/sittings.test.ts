import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { markWithdrawnRooms } from '../bookings/withdrawnRooms.sql.ts';
import { systemActor } from '../platform/actor.ts';
import { newId } from '../platform/ids.ts';
import { atTime } from '../platform/now.ts';
import type { ServerEngine } from './engine.ts';
import { remindOfSittings } from './recurring.ts';
import { expectFiguresToFit } from './testing/figuresFit.ts';
import { room, type SittingScene, sittingScene, yingze } from './testing/sittingScene.ts';

let scene: SittingScene;
beforeAll(async () => {
  scene = await sittingScene();
}, 60_000);
afterAll(() => scene?.it.close());

const at = (day: string, time: string) => {
  scene.it.clock.now = atTime(`2026-${day}`, time);
};
let hour = 0;
/** A room of its own time for each test. */
const freely = () => {
  hour += 1;
  const day = `2026-10-${String(8 + Math.floor(hour / 3)).padStart(2, '0')}`;
  return {
    day,
    from: `${String(9 + (hour % 3) * 3).padStart(2, '0')}:00`,
    to: `${String(11 + (hour % 3) * 3).padStart(2, '0')}:00`,
  };
};

test('a dispute that did not work out needs no more sittings: the room is free, who was asked hears of it, the books fit', async () => {
  const { aMatter, call, view, step, who } = scene;
  at('09-29', '09:00');
  const matter = await aMatter();
  const code = await call(matter);
  await step('judge', code, 'answers', { comes: true, reason: '' });
  const held = async () => {
    const { rows } = await who('mediator').get(`/api/bookings?center=${yingze}&day=2026-10-08`);
    return rows.filter((row: { code: string | null }) => row.code === code).length;
  };
  const before = await held();
  await who('mediator').post(
    `/api/disputes/${matter.code}/failures`,
    { reason: '一方不愿意了', toldRoutes: true },
    200,
  );
  expect((await view('mediator', code)).status).toBe('cancelled');
  expect(await held()).toBeLessThanOrEqual(before);
  const { rows } = await who('judge').get('/api/inbox');
  expect(rows.map(({ text }: { text: string }) => text)).toContainEqual(expect.stringContaining('不开了'));
  const owed = (await who('judge').get('/api/work')).items.filter((item: { own: string }) => item.own === code);
  expect(owed).toEqual([]);
});

test('the mediator calls a sitting, who is asked answers, it is held and ended with its result', async () => {
  const { aMatter, call, view, step, ending, who } = scene;
  at('09-29', '09:00');
  const matter = await aMatter();
  const code = await call(matter);
  const owed = (await who('judge').get('/api/work')).items.filter((item: { own: string }) => item.own === code);
  expect(owed.map(({ actLabel }: { actLabel: string }) => actLabel)).toEqual(['答复邀请']);
  await step('judge', code, 'answers', { comes: true, reason: '' });
  await step('psychologist', code, 'answers', { comes: false, reason: '那天在市里开会' });
  const before = await view('mediator', code);
  expect(before.status).toBe('called');
  expect(before.invites.map(({ answer }: { answer: string }) => answer).toSorted()).toEqual([
    'accepted',
    'declined',
    'open',
    'open',
  ]);
  expect(before.invites.find(({ answer }: { answer: string }) => answer === 'declined').reason).toBe('那天在市里开会');
  at('09-30', '15:00');
  const parties = before.invites.filter(({ kind }: { kind: string }) => kind === 'party');
  await step('mediator', code, 'starts', { hereIds: [parties[0].id] });
  const absent = [{ inviteId: parties[1].id, reason: '说不知道' }];
  await step('mediator', code, 'endings', await ending(code, 'again', { againOn: '2026-10-12', absent }));
  const after = await view('mediator', code);
  expect([after.status, after.result, after.againOn]).toEqual(['ended', 'again', '2026-10-12']);
  expect(after.invites.find(({ id }: { id: string }) => id === parties[1].id)).toMatchObject({
    came: 'absent',
    reason: '说不知道',
  });
  const { timeline } = await who('leader').get(`/api/disputes/${matter.code}`);
  expect(JSON.stringify(timeline)).toMatch(/调解会开完了：改期再谈，10月12日（周一）再谈/);
});

test('a week of rooms and people leads to the sitting, for those who may know of it', async () => {
  const { aMatter, call, who } = scene;
  at('09-29', '09:00');
  const matter = await aMatter();
  const when = freely();
  const code = await call(matter, when);
  const mine = (await who('mediator').get(`/api/bookings/mine?day=${when.day}`)).rows;
  expect(mine.map(({ page }: { page: string }) => page)).toContain(`/sittings/${code}`);
  const theirs = (await who('stranger').get(`/api/bookings?center=${yingze}&day=${when.day}`)).rows;
  expect(theirs.length).toBeGreaterThan(0);
  expect(theirs.filter(({ page, about }: { page: string; about: string }) => page || about)).toEqual([]);
});

test('the parties are told by their own channel when, where, what to bring, and that they may always sue', async () => {
  const { aMatter, call, who } = scene;
  at('09-29', '09:00');
  const matter = await aMatter();
  await call(matter, freely());
  const { waiting } = await who('receptionist').get(`/api/disputes/${matter.code}/deliveries`);
  const said = JSON.stringify(waiting);
  expect(said).toContain('参加调解会');
  expect(said).toContain('请带：收据');
  expect(said).toContain('不影响您申请仲裁或者到法院起诉');
});

test('the day before, from nine on, everybody who is expected hears it once; moved to another day, once more', async () => {
  const { it, aMatter, call, step, who } = scene;
  at('09-28', '09:00');
  const code = await call(await aMatter(), { day: '2026-10-21', from: '09:00', to: '10:00' });
  const count = async () => {
    const { rows } = await who('judge').get('/api/inbox');
    return rows.filter(({ text }: { text: string }) => text.startsWith('明天的调解会')).length;
  };
  const rounds: number[] = [];
  for (const [day, time] of [
    ['10-19', '10:00'],
    ['10-20', '08:59'],
    ['10-20', '09:00'],
    ['10-20', '09:05'],
  ] as const) {
    at(day, time);
    rounds.push(await remindOfSittings(it.engine as ServerEngine));
  }
  expect([rounds, await count()]).toEqual([[0, 0, 1, 0], 1]);
  const told = await who('receptionist').get(
    `/api/disputes/${(await scene.view('mediator', code)).disputes[0].code}/deliveries`,
  );
  expect(JSON.stringify(told)).toContain('提醒您，明天开调解会');
  await step('mediator', code, 'changes', {
    day: '2026-10-23',
    from: '09:00',
    to: '10:00',
    roomIds: [room],
    place: '',
  });
  at('10-22', '09:30');
  expect([await remindOfSittings(it.engine as ServerEngine), await count()]).toEqual([1, 2]);
  // Called today for tomorrow: they have just been asked.
  await call(await aMatter(), { day: '2026-10-23', from: '14:00', to: '15:00' });
  expect(await remindOfSittings(it.engine as ServerEngine)).toBe(0);
});

test('of fifty who press at once for one room, one sitting stands and the others read what is in the way; sent twice it is one', async () => {
  const { aMatter, callOf, who } = scene;
  at('09-29', '09:00');
  const matters = [await aMatter(), await aMatter(), await aMatter()];
  const when = freely();
  const bodies = await Promise.all(
    Array.from({ length: 48 }, (_, index) => callOf(matters[index % 3] as (typeof matters)[0], when)),
  );
  const [first, second] = [bodies[0], bodies[1]] as object[];
  const presses = [
    ...bodies.map((body, index) => [index % 3, body] as const),
    [0, first] as const,
    [1, second] as const,
  ];
  const answers = await Promise.all(
    presses.map(([index, body]) =>
      who('mediator').raw('POST', `/api/disputes/${matters[index]?.code}/sittings`, body as object),
    ),
  );
  const made = answers.filter(({ statusCode }) => statusCode === 201);
  expect(new Set(made.map((answer) => answer.json().code)).size).toBe(1);
  const refused = answers.filter(({ statusCode }) => statusCode !== 201);
  expect(new Set(refused.map(({ statusCode }) => statusCode))).toEqual(new Set([409]));
  for (const answer of refused) expect(answer.json().error.message).toMatch(/订了|已被占用/);
  const { rows } = await who('mediator').get(`/api/sittings?from=${when.day}&to=${when.day}`);
  expect(rows.filter(({ from }: { from: string }) => from.includes(`T${when.from}`))).toHaveLength(1);
});

test('a room that goes out of use leaves the sitting standing and marked; one who drops out cancels nobody else', async () => {
  const { aMatter, call, view, step, it, who } = scene;
  at('09-29', '09:00');
  const matter = await aMatter();
  const when = freely();
  const code = await call(matter, when);
  await step('judge', code, 'answers', { comes: true, reason: '' });
  await step('psychologist', code, 'answers', { comes: false, reason: '病了' });
  const seen = await view('mediator', code);
  expect(seen.status).toBe('called');
  expect(seen.invites.filter(({ answer }: { answer: string }) => answer === 'accepted')).toHaveLength(1);
  // Who declined has the time for something else; who comes has not.
  const [declined, accepted] = ['declined', 'accepted'].map(
    (answer) =>
      seen.invites.find((each: { answer: string; kind: string }) => each.answer === answer && each.kind === 'post').of,
  );
  const booking = (postId: string) => ({
    centerId: yingze,
    ...when,
    roomIds: [],
    postIds: [postId],
    commandId: newId(),
  });
  await who('receptionist').post('/api/bookings', booking(declined), 201);
  await who('receptionist').post('/api/bookings', booking(accepted), 409);
  const admin = new pg.Client({ connectionString: it.adminUrl });
  await admin.connect();
  const set = (active: boolean) => admin.query(`update room set active = ${active} where id = $1`, [room]);
  await set(false);
  await markWithdrawnRooms(it.engine as never, systemActor(['140106'], '140106'), '140106');
  const marked = await view('mediator', code);
  expect([marked.status, marked.needsRoom]).toEqual(['called', true]);
  await set(true);
  await markWithdrawnRooms(it.engine as never, systemActor(['140106'], '140106'), '140106');
  await admin.end();
  expect((await view('mediator', code)).needsRoom).toBe(false);
  // Given up by the desk, it is missing just the same.
  const { rows } = await who('receptionist').get(`/api/bookings?day=${when.day}`);
  const { groupId, id } = rows.find(
    (row: { roomId: string; from: string }) => row.roomId === room && row.from.includes(`${when.day}T${when.from}`),
  );
  await who('receptionist').post(`/api/bookings/${groupId}/releases`, { reason: 'roomUnusable', id }, 204);
  expect((await view('mediator', code)).needsRoom).toBe(true);
  const listed = (await who('mediator').get(`/api/sittings?from=${when.day}&to=${when.day}`)).rows;
  expect(listed.find((row: { code: string }) => row.code === code).needsRoom).toBe(true);
});

test('when it is moved, the room of before is free, the new one taken, and everybody answers again', async () => {
  const { aMatter, call, view, step, who } = scene;
  at('09-29', '09:00');
  const [one, other] = [await aMatter(), await aMatter()];
  const [when, later] = [freely(), freely()];
  const code = await call(one, when);
  await step('judge', code, 'answers', { comes: true, reason: '' });
  await step('dispatcher', code, 'changes', { ...later, roomIds: [room], place: '' });
  expect(
    (await view('mediator', code)).invites.filter(({ answer }: { answer: string }) => answer === 'accepted'),
  ).toEqual([]);
  const second = await call(other, when);
  const clash = await who('mediator').raw('POST', `/api/sittings/${second}/changes`, {
    ...later,
    roomIds: [room],
    place: '',
  });
  expect([clash.statusCode, clash.json().error.code]).toEqual([409, 'alreadyBooked']);
  await step('mediator', second, 'cancellations', { reason: '双方自己谈好了' });
  await call(one, when);
});

test('whoever comes after all has the time taken again, or learns what stands in the way', async () => {
  const { aMatter, call, step, who } = scene;
  at('09-29', '09:00');
  const matter = await aMatter();
  const when = freely();
  const code = await call(matter, when);
  const judge = (await who('judge').get('/api/me')).posts[0].id;
  const booking = () => ({ centerId: yingze, ...when, roomIds: [], postIds: [judge], commandId: newId() });
  await step('judge', code, 'answers', { comes: false, reason: '那天开庭' });
  await step('judge', code, 'answers', { comes: true, reason: '' });
  await who('receptionist').post('/api/bookings', booking(), 409);
  await step('judge', code, 'answers', { comes: false, reason: '又要开庭' });
  await who('receptionist').post('/api/bookings', booking(), 201);
  const again = await who('judge').raw('POST', `/api/sittings/${code}/answers`, { comes: true, reason: '' });
  expect([again.statusCode, again.json().error.code]).toEqual([409, 'alreadyBooked']);
});

test('when it runs over its time, somebody can still be called in', async () => {
  const { aMatter, call, step, view, who } = scene;
  at('09-29', '09:00');
  const matter = await aMatter();
  const when = freely();
  const code = await call(matter, { ...when, postIds: [] });
  await step('mediator', code, 'starts', { hereIds: [] });
  scene.it.clock.now = atTime(when.day, '23:00');
  const postIds = [(await who('psychologist').get('/api/me')).posts[0].id];
  await step('mediator', code, 'invitations', { postIds, unitIds: [] });
  await step('psychologist', code, 'answers', { comes: true, reason: '' });
  expect((await view('psychologist', code)).sight).toBe('table');
});

test('interrupted by a fire alarm, nothing that was written is lost, and it goes on', async () => {
  const { aMatter, call, view, step, write } = scene;
  at('09-29', '09:00');
  const matter = await aMatter();
  const when = freely();
  const code = await call(matter, when);
  await step('mediator', code, 'starts', { hereIds: [] });
  const [{ id: disputeId }] = (await view('mediator', code)).disputes;
  expect((await write('mediator', code, 'said', '郭秀兰说漏了三次', 0, { disputeId })).statusCode).toBe(200);
  await step('mediator', code, 'proposals', { disputeId, from: 'applicant', text: '赔三千', hand: false });
  await step('mediator', code, 'interruptions', { reason: '火警，全体疏散' });
  const stopped = await view('mediator', code);
  expect(stopped.status).toBe('interrupted');
  expect(stopped.minutes.map(({ text }: { text: string }) => text)).toEqual(['郭秀兰说漏了三次']);
  expect((await write('mediator', code, 'said', '郭秀兰说漏了三次，最近一次在九月', 1, { disputeId })).statusCode).toBe(
    200,
  );
  await step('mediator', code, 'starts', { hereIds: [] });
  const going = await view('mediator', code);
  expect([going.status, going.proposals.length]).toEqual(['inSession', 1]);
});

test('two who write one section: the second learns who writes it, and taking it over loses no text', async () => {
  const { aMatter, call, view, step, write, ending, it } = scene;
  at('09-29', '09:00');
  const matter = await aMatter();
  const code = await call(matter, freely());
  await step('mediator', code, 'starts', { hereIds: [] });
  const [{ id: disputeId }] = (await view('mediator', code)).disputes;
  const first = await write('mediator', code, 'said', '申请人说漏水', 0, { disputeId });
  expect(first.json()).toMatchObject({ version: 1, both: false });
  const held = await write('dispatcher', code, 'said', '被申请人说修过', 0, { disputeId });
  expect([held.statusCode, held.json().error.code]).toEqual([409, 'sectionHeld']);
  const taken = await write('dispatcher', code, 'said', '被申请人说修过', 0, { disputeId, take: true });
  expect(taken.json()).toMatchObject({ version: 2, both: true });
  expect(taken.json().text).toMatch(/申请人说漏水[\s\S]*同时写的[\s\S]*被申请人说修过/);
  it.clock.now = new Date(it.clock.now.getTime() + 60_000);
  const again = await write('mediator', code, 'said', '申请人说漏水两次', 1, { disputeId });
  expect(again.json().text).toMatch(/申请人说漏水\n[\s\S]*被申请人说修过[\s\S]*申请人说漏水两次/);
  await step('mediator', code, 'endings', await ending(code));
  const frozen = await write('mediator', code, 'said', '后来加的', 3, { disputeId });
  expect([frozen.statusCode, frozen.json().error.code]).toEqual([409, 'notInSession']);
});

test('whoever no longer wants to mediate ends it at once, with the other ways told', async () => {
  const { aMatter, call, step, ending, who } = scene;
  at('09-29', '09:00');
  const matter = await aMatter();
  const code = await call(matter, freely());
  await step('mediator', code, 'starts', { hereIds: [] });
  const untold = await who('mediator').raw('POST', `/api/sittings/${code}/endings`, await ending(code, 'stopped'));
  expect([untold.statusCode, untold.json().error.code]).toEqual([422, 'routesNotTold']);
  await step('mediator', code, 'endings', await ending(code, 'stopped', { toldRoutes: true }));
});

test('the figures fit after all of it', () => expectFiguresToFit(scene.it));
