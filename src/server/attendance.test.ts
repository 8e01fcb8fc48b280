import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PostRole } from '../people/roles.ts';
import { addPerson, signIn, type TestPerson } from '../people/testing/signedIn.ts';
import { plainly } from '../platform/db.ts';
import { atTime } from '../platform/now.ts';
import type { ServerEngine } from './engine.ts';
import { callAgain } from './recurring.ts';
import { type TestApp, testApp } from './testing/app.ts';

const center = '140106-center';
const humanResources = '140106-humanResources';
const health = '140106-health';
let it: TestApp;
const at = (day: string, time: string) => {
  it.clock.now = atTime(`2026-${day}`, time);
};

// biome-ignore lint/suspicious/noExplicitAny: answers are read by the test that knows their shape
type Answer = any;
type Person = {
  readonly who: TestPerson;
  ask(method: 'GET' | 'POST' | 'PUT', url: string, status: number, body?: object): Promise<Answer>;
};

async function person(name: string, role: PostRole, unitId: string): Promise<Person> {
  const who = await addPerson(it.db, name, [{ role, unitId }]);
  await (it.engine as ServerEngine).cache.refresh();
  return {
    who,
    async ask(method, url, status, body) {
      // A log-in of this moment: the day goes on in these tests.
      const cookie = await signIn(it.db, who, it.clock.now);
      const answer = await it.app.inject({ method, url, headers: { cookie }, ...(body && { payload: body }) });
      if (answer.statusCode !== status)
        throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body.slice(0, 500)}`);
      return answer.headers['content-type']?.toString().includes('json') ? answer.json() : answer;
    },
  };
}

let people: Record<
  'desk' | 'leader' | 'dispatcher' | 'clerk' | 'head' | 'handler' | 'other' | 'handlerOfCenter',
  Person
>;
beforeAll(async () => {
  it = await testApp(atTime('2026-10-14', '08:00'));
  people = {
    desk: await person('贾敏', 'receptionist', center),
    leader: await person('郭志明', 'centerLeader', center),
    dispatcher: await person('李娜', 'dispatcher', center),
    clerk: await person('牛晓宇', 'handler', humanResources),
    head: await person('傅永红', 'unitHead', health),
    handler: await person('彭哲', 'handler', health),
    other: await person('罗燕', 'receptionist', '140105-center'),
    handlerOfCenter: await person('梁晓东', 'handler', center),
  };
});
afterAll(() => it.close());

const lineOf = (day: Answer, unitId: string) => day.lines.find((line: { unitId: string }) => line.unitId === unitId);

test('没到的直说没到，来了记来了，换日子两天都看得见，对外的不带姓名', async () => {
  at('10-12', '08:40');
  const early = await people.desk.ask('GET', '/api/presence', 200);
  const unit = early.lines.find(
    (line: { mode: string; state: string }) => line.mode === 'rotating' && line.state === 'waiting',
  );
  at('10-12', '08:41');
  const late = await people.desk.ask('GET', '/api/presence', 200);
  expect(late.counts.missing).toBeGreaterThan(0);
  expect(lineOf(late, unit.unitId)).toMatchObject({ state: 'missing', words: '08:30 应到，没到' });
  expect(late.strip[0].tone).toBe('missing');
  const court = { centerId: center, unitId: '140106-court' };
  await people.desk.ask('POST', '/api/presence/marks', 201, { ...court, state: 'present' });
  expect(lineOf(await people.desk.ask('GET', '/api/presence', 200), court.unitId)).toMatchObject({ state: 'present' });
  await people.desk.ask('POST', '/api/presence/marks', 422, { centerId: center, unitId: unit.unitId, state: 'absent' });
  await people.other.ask('POST', '/api/presence/marks', 404, { ...court, state: 'present' });
  await people.clerk.ask('POST', '/api/presence/marks', 403, { ...court, state: 'present' });

  // Rotates on Monday; this week it comes on Tuesday.
  const change = { centerId: center, unitId: unit.unitId, kind: 'moved', day: '2026-10-19', movedTo: '2026-10-20' };
  const moved = await people.desk.ask('POST', '/api/presence/changes', 201, { ...change, reason: '局里开会' });
  const onThe = async (day: string) =>
    lineOf(await people.desk.ask('GET', `/api/presence?day=${day}`, 200), unit.unitId);
  expect(await onThe('2026-10-19')).toMatchObject({ state: 'off', changed: '换到 10-20：局里开会' });
  expect(await onThe('2026-10-20')).toMatchObject({ state: 'waiting', changed: '从 10-19 换来：局里开会' });
  expect(await onThe('2026-10-26')).toMatchObject({ state: 'waiting', changed: null });
  await people.desk.ask('POST', '/api/presence/changes', 422, { ...change, movedTo: '2026-10-18', reason: '周日' });
  await people.desk.ask('POST', `/api/presence/changes/${moved.id}/withdrawals`, 200);
  expect(await onThe('2026-10-19')).toMatchObject({ state: 'waiting' });
  const week = await people.desk.ask('GET', '/api/presence/week?day=2026-10-12', 200);
  expect(week.days).toHaveLength(5);

  const open = await it.app.inject({ method: 'GET', url: `/api/public/centers/${center}/today` });
  expect(open.statusCode).toBe(200);
  expect(open.body).not.toContain('贾敏');
  const seen = (open.json() as Answer).lines.find((line: { unit: string }) => line.unit.includes('法院'));
  expect(seen).toMatchObject({ state: 'here', words: '在' });
  expect(Object.keys(seen).toSorted()).toEqual(['counter', 'hours', 'state', 'unit', 'words']);
});

test('叫单位来：没人应叫下一位，回话、到了，响应时间带分母；别的中心看不到', async () => {
  at('10-14', '09:00');
  const call = { centerId: center, unitId: health, reason: '精神卫生方面帮着看看', place: '3号调解室' };
  await people.clerk.ask('POST', '/api/call-outs', 403, call);
  const { id, sentence } = await people.desk.ask('POST', '/api/call-outs', 201, call);
  expect(sentence).toContain('彭哲');
  await people.desk.ask('POST', '/api/call-outs', 409, call);
  const heard = async (who: Person) =>
    (await who.ask('GET', '/api/notices', 200)).filter((each: Answer) => each.text.includes('3号调解室')).length;
  expect([await heard(people.handler), await heard(people.head)]).toEqual([1, 0]);
  const engine = it.engine as ServerEngine;
  at('10-14', '09:04');
  expect(await callAgain(engine)).toBe(0);
  at('10-14', '09:05');
  expect(await callAgain(engine)).toBe(1);
  expect(await callAgain(engine)).toBe(0);
  expect([await heard(people.handler), await heard(people.head)]).toEqual([1, 1]);
  await people.handler.ask('POST', `/api/call-outs/${id}/answers`, 422, { coming: false });
  await people.head.ask('POST', `/api/call-outs/${id}/answers`, 200, { coming: true, minutes: 12 });
  at('10-14', '09:10');
  const strip = (await people.desk.ask('GET', '/api/presence', 200)).strip;
  expect(strip).toContainEqual({ text: '卫健 7分到', tone: 'coming' });
  at('10-14', '09:20');
  await people.desk.ask('POST', `/api/call-outs/${id}/arrivals`, 200);
  const page = await people.leader.ask('GET', '/api/call-outs', 200);
  expect(page.rows[0]).toMatchObject({ state: 'arrived', minutes: 20, promisedMinutes: 30, late: false });
  expect(page.figures).toEqual([
    {
      unitId: health,
      unit: '卫健',
      calls: 1,
      answered: 1,
      arrived: 1,
      inTime: 1,
      refused: 0,
      medianMinutes: 20,
      small: true,
    },
  ]);
  expect((await people.handler.ask('GET', '/api/call-outs', 200)).rows).toHaveLength(1);
  expect((await people.clerk.ask('GET', '/api/call-outs', 200)).rows).toHaveLength(0);
  await people.other.ask('POST', `/api/call-outs/${id}/departures`, 404);
});

test('报警：值班的和点名的马上知道，记谁去了、怎么结束的；演练只能当演练结束', async () => {
  at('10-14', '10:32');
  const guide = await people.desk.ask('GET', '/api/alarms/guide', 200);
  expect(guide.violence.join()).toContain('110');
  const body = { centerId: center, kind: 'violence', place: '3号窗', drill: false };
  await people.other.ask('POST', '/api/alarms', 404, body);
  const { id, told } = await people.desk.ask('POST', '/api/alarms', 201, body);
  expect(told.toSorted()).toEqual(['李娜', '郭志明'].toSorted());
  expect((await people.desk.ask('POST', '/api/alarms', 201, body)).id).toBe(id);
  const [notice] = await people.leader.ask('GET', '/api/notices', 200);
  expect(notice).toMatchObject({ text: '报警：3号窗，有人动手。10:32 贾敏按的。', page: '/duty', code: null });
  expect(await people.other.ask('GET', '/api/alarms/running', 200)).toEqual([]);
  at('10-14', '10:33');
  await people.leader.ask('POST', `/api/alarms/${id}/answers`, 201);
  const [running] = await people.handlerOfCenter.ask('GET', '/api/alarms/running', 200);
  expect(running.answers.map((each: Answer) => each.name)).toEqual(['郭志明']);
  await people.leader.ask('POST', `/api/alarms/${id}/endings`, 422, { outcome: 'drillDone', measures: '' });
  await people.leader.ask('POST', `/api/alarms/${id}/endings`, 201, {
    outcome: 'police',
    measures: '劝开围观的人，民警 10:41 到。',
  });
  await people.leader.ask('POST', `/api/alarms/${id}/endings`, 409, { outcome: 'calmed', measures: '再记一次' });
  const drill = await people.desk.ask('POST', '/api/alarms', 201, { ...body, drill: true });
  await people.desk.ask('POST', `/api/alarms/${drill.id}/endings`, 422, { outcome: 'calmed', measures: '结束了' });
  await people.desk.ask('POST', `/api/alarms/${drill.id}/endings`, 201, { outcome: 'drillDone', measures: '' });
  const { rows } = await people.leader.ask('GET', '/api/alarms', 200);
  expect(rows.map((row: Answer) => [row.drill, row.outcomeLabel])).toEqual([
    [true, '演练结束'],
    [false, '交给民警'],
  ]);
});

test('值班表排一个月、公布、两人同意换班；日志两人签字，核对码跟着记录变', async () => {
  at('10-14', '11:00');
  const [leader, dispatcher, desk, handler] = [
    people.leader,
    people.dispatcher,
    people.desk,
    people.handlerOfCenter,
  ].map(({ who }) => who.postIds[0] ?? '');
  const draft = {
    centerId: center,
    month: '2026-10',
    leaders: [leader],
    officers: [desk, dispatcher, handler],
    phone: '0351-0000001',
  };
  await people.desk.ask('POST', '/api/roster/drafts', 403, draft);
  await people.dispatcher.ask('POST', '/api/roster/drafts', 201, draft);
  expect((await people.desk.ask('GET', '/api/roster', 200)).state).toBe('none');
  await people.dispatcher.ask('POST', '/api/roster/publications', 403, { centerId: center, month: '2026-10' });
  await people.leader.ask('POST', '/api/roster/publications', 201, { centerId: center, month: '2026-10' });
  await people.dispatcher.ask('POST', '/api/roster/drafts', 409, draft);
  const roster = await people.desk.ask('GET', '/api/roster', 200);
  expect(roster.days).toHaveLength(31);
  const loads = roster.loads.map((load: Answer) => load.shifts);
  expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
  await people.other.ask('GET', `/api/roster?center=${center}`, 404);
  await people.clerk.ask('GET', `/api/roster?center=${center}`, 403);

  const today = roster.days.find((day: Answer) => day.day === '2026-10-14');
  const slot = today.slots.find((each: Answer) => each.part === 'officer' && each.shift === 'bb');
  const postOf = new Map(Object.values(people).map((each) => [each.who.postIds[0], each]));
  const onDuty = postOf.get(slot.postId) as Person;
  const other = [people.desk, people.dispatcher, people.handlerOfCenter].find((each) => each !== onDuty) as Person;
  const swap = {
    centerId: center,
    day: '2026-10-14',
    shift: 'bb',
    part: 'officer',
    otherPostId: other.who.postIds[0],
    reason: '下午看病',
  };
  await other.ask('POST', '/api/roster/swaps', 403, { ...swap, otherPostId: slot.postId });
  const asked = await onDuty.ask('POST', '/api/roster/swaps', 201, swap);
  await onDuty.ask('POST', `/api/roster/swaps/${asked.id}/answers`, 403, { agree: true });
  await other.ask('POST', `/api/roster/swaps/${asked.id}/answers`, 200, { agree: true });
  const guide = await people.desk.ask('GET', '/api/alarms/guide', 200);
  expect(guide.onDuty.map((each: Answer) => each.part).toSorted()).toEqual(['leader', 'officer']);

  const entry = {
    centerId: center,
    day: '2026-10-14',
    shift: 'bb',
    at: '10:50',
    body: '电梯停了，物业说明天修。',
    open: true,
  };
  await onDuty.ask('POST', '/api/duty-log/entries', 403, entry);
  await other.ask('POST', '/api/duty-log/entries', 422, { ...entry, at: '23:00' });
  const { id } = await other.ask('POST', '/api/duty-log/entries', 201, entry);
  const log = await people.leader.ask('GET', '/api/duty-log', 200);
  expect(log.facts).toMatchObject({ alarms: 1, drills: 1, calls: 1, callsArrived: 1 });
  await other.ask('POST', '/api/duty-log/handovers', 201, {
    centerId: center,
    day: '2026-10-14',
    shift: 'bb',
    words: '电梯',
  });
  await other.ask('POST', '/api/duty-log/entries', 409, entry);
  await other.ask('POST', '/api/duty-log/takeovers', 403, { centerId: center, day: '2026-10-14', shift: 'bb' });
  await onDuty.ask('POST', '/api/duty-log/takeovers', 201, { centerId: center, day: '2026-10-14', shift: 'bb' });
  at('10-15', '09:00');
  const next = await people.leader.ask('GET', '/api/duty-log', 200);
  expect(next.openBefore.map((each: Answer) => each.id)).toEqual([id]);
  await onDuty.ask('POST', `/api/duty-log/entries/${id}/settlements`, 201, { words: '物业修好了。' });
  expect((await people.leader.ask('GET', '/api/duty-log', 200)).openBefore).toEqual([]);
  const paper = await people.leader.ask('GET', '/api/duty-log/sheet.pdf?day=2026-10-14', 200);
  expect(paper.headers['content-type']).toBe('application/pdf');
  const signed = await people.leader.ask('GET', '/api/duty-log?day=2026-10-14', 200);
  expect(signed.shifts[0].handover).toMatchObject({ chainMatches: true, words: '电梯' });
  await people.other.ask('GET', `/api/duty-log?center=${center}`, 404);
  const trail = await plainly(it.db, (queries) =>
    queries.selectFrom('trail').select('act').where('act', 'in', ['shift.handedOver', 'shift.taken']).execute(),
  );
  expect(trail).toHaveLength(2);
});
