import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../platform/now.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { toClosed, toMediation } from '../web/citizen/testing/resident.ts';
import { registered, street, yingze } from '../web/testing/story.ts';
import type { TaskView } from './taskViews.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let receptionist: Client;
let housing: Client;
let admin: pg.Client;
beforeAll(async () => {
  it = await testApp(atTime('2026-09-29', '09:00'));
  receptionist = await it.as('receptionist', yingze);
  housing = await it.as('unitHead', '140106-housing');
  admin = new pg.Client({ connectionString: it.adminUrl });
  await admin.connect();
}, 60_000);
afterAll(async () => {
  await admin?.end();
  await it?.close();
});

async function inHand(): Promise<{ code: string; handler: Client; dispatcher: Client }> {
  it.clock.now = atTime('2026-09-29', '09:00');
  const { code } = await registered({ post: (url, body) => receptionist.post(url, body as object, 201) });
  return { code, ...(await toMediation(it, code)) };
}

const ask = {
  title: '核对工资表',
  unitId: '140106-housing',
  ask: '到项目部把八月的工资表核对一遍。',
  dueOn: '2026-10-09',
};
const given = async (handler: Client, code: string, over: object = {}): Promise<string> =>
  (await handler.post(`/api/disputes/${code}/tasks`, { ...ask, ...over }, 201)).code;
const viewOf = (who: Client, task: string): Promise<TaskView> => who.get(`/api/tasks/${task}`);
const workOf = async (who: Client, task: string): Promise<string[]> => {
  const { items } = await who.get('/api/work');
  return items.filter((each: { own: string | null }) => each.own === task).map((each: { act: string }) => each.act);
};

test('派下去、接下、做完、退回、再做完、认可：每一步谁该做什么，都在他的待办里', async () => {
  const { code, handler } = await inHand();
  const task = await given(handler, code);
  expect(await workOf(housing, task)).toEqual(['finishTask']);
  expect(await viewOf(housing, task)).toMatchObject({
    ask: ask.ask,
    statusLabel: '等接下',
    dueOn: '2026-10-09',
    late: false,
  });

  const step = (who: Client, noun: string, body: object = {}) => who.post(`/api/tasks/${task}/${noun}`, body, 200);
  await step(housing, 'takings');
  await step(housing, 'progress-reports', { text: '去过项目部，还差两个人的。' });
  await step(housing, 'results', { result: '核对完了，差额在附表。' });
  expect(await workOf(handler, task)).toEqual(['confirmTask']);
  await step(handler, 'returns', { reason: '少了九月的', dueOn: '2026-10-12' });
  expect(await workOf(housing, task)).toEqual(['finishTask']);
  await step(housing, 'results', { result: '九月的也核对完了。' });
  await step(handler, 'confirmations', { opinion: '' });
  expect(await viewOf(handler, task)).toMatchObject({ statusLabel: '做好了', dueOn: '2026-10-12' });
  expect([await workOf(handler, task), await workOf(housing, task)]).toEqual([[], []]);
  const { timeline } = await viewOf(housing, task);
  expect(timeline.map(({ sentence }) => sentence).reverse()).toEqual([
    '派下任务，10月9日（周五）前做好。',
    '接下了。',
    '写了进展。',
    '报做完了。',
    '退回重做，10月12日（周一）前做好。',
    '报做完了。',
    '认可了。',
  ]);
});

test('过了日子没做，派任务的人待办里有一行；改了日子就没有了', async () => {
  const { code, handler } = await inHand();
  const task = await given(handler, code, { dueOn: '2026-09-30' });
  expect(await workOf(handler, task)).toEqual([]);
  it.clock.now = atTime('2026-10-01', '08:00');
  expect(await workOf(handler, task)).toEqual(['moveTask']);
  expect((await viewOf(handler, task)).late).toBe(true);
  await handler.post(`/api/tasks/${task}/day-changes`, { dueOn: '2026-10-09', reason: '项目部放假' }, 200);
  expect(await workOf(handler, task)).toEqual([]);
});

test('做任务的单位看任务，不因此看到这件事；别的单位什么也看不到', async () => {
  const { code, handler } = await inHand();
  const task = await given(handler, code);
  expect((await viewOf(housing, task)).about.name).toBeNull();
  expect((await housing.raw('GET', `/api/disputes/${code}`)).statusCode).toBe(404);
  const health = await it.as('unitHead', '140106-health');
  const other = await it.as('handler', '140105-housing');
  for (const who of [health, other]) expect((await who.raw('GET', `/api/tasks/${task}`)).statusCode).toBe(404);
  expect((await health.raw('GET', `/api/disputes/${code}/tasks`)).statusCode).toBe(404);
  const { tasks } = await handler.get(`/api/disputes/${code}/tasks`);
  expect(tasks).toHaveLength(1);
});

test('不是办这件事的人派不了；限制知悉的事不派；日子、单位写错了说在那一栏', async () => {
  const { code, handler } = await inHand();
  const closer = await it.as('closer', yingze);
  expect((await closer.raw('POST', `/api/disputes/${code}/tasks`, ask)).statusCode).toBe(403);
  const refused = async (over: object) =>
    (await handler.raw('POST', `/api/disputes/${code}/tasks`, { ...ask, ...over })).json();
  expect((await refused({ dueOn: '2026-09-01' })).error.fields).toEqual({ dueOn: '日子要在今天或者以后。' });
  expect((await refused({ unitId: '140105-housing' })).error.fields).toEqual({ unitId: '选本区县的单位。' });
  const leader = await it.as('centerLeader', yingze);
  await leader.post(
    `/api/disputes/${code}/restrictions`,
    { restricted: true, namedPostIds: [], reason: '涉及未成年人' },
    200,
  );
  expect((await leader.raw('POST', `/api/disputes/${code}/tasks`, ask)).json().error.code).toBe('restricted');
});

test('后来限制知悉的，做任务的单位就看不到了，任务由中心主任收回', async () => {
  const { code, handler } = await inHand();
  const task = await given(handler, code);
  const leader = await it.as('centerLeader', yingze);
  await leader.post(
    `/api/disputes/${code}/restrictions`,
    { restricted: true, namedPostIds: [], reason: '涉及未成年人' },
    200,
  );
  expect((await housing.raw('GET', `/api/tasks/${task}`)).statusCode).toBe(404);
  await leader.post(`/api/tasks/${task}/cancellations`, { reason: '由知情的人自己办' }, 200);
});

test('没有负责人的单位，由在岗的人做；没有人在岗的单位，派不了', async () => {
  const { code, handler } = await inHand();
  const nobody = { ...ask, unitId: '140106-notary' };
  const refused = (await handler.raw('POST', `/api/disputes/${code}/tasks`, nobody)).json();
  expect(refused.error.fields.unitId).toContain('没有人');
  const officer = await it.as('legalAidOfficer', '140106-legalAid');
  const task = await given(handler, code, { unitId: '140106-legalAid' });
  expect(await workOf(officer, task)).toEqual(['finishTask']);
  await officer.post(`/api/tasks/${task}/results`, { result: '三个人当场办了申请。' }, 200);
  expect(await workOf(handler, task)).toEqual(['confirmTask']);
});

test('按一次发两遍，只派一项；看一看会发生什么，不派', async () => {
  const { code, handler } = await inHand();
  const preview = await handler.post(`/api/disputes/${code}/task-previews`, ask, 200);
  expect(JSON.stringify(preview)).toContain('派来任务「核对工资表」');
  const commandId = '01890000-0000-7000-8000-00000000abcd';
  const [one, two] = [await given(handler, code, { commandId }), await given(handler, code, { commandId })];
  expect(one).toBe(two);
  expect((await handler.get(`/api/disputes/${code}/tasks`)).tasks).toHaveLength(1);
});

async function formed(code: string, leader: Client, member: string) {
  const force = {
    name: '讨薪专班',
    aim: '三天里把工资要回来',
    leaderPostId: member,
    memberPostIds: [member],
    until: '2026-10-10',
  };
  await leader.post(`/api/disputes/${code}/task-forces`, force, 200);
  return force;
}

test('专班里的人专班在的时候看得到这件事；换下、结束、办结以后只看得到自己写过的', async () => {
  const { code, handler, dispatcher } = await inHand();
  const member = await it.as('handler', '140106-housing');
  const postId = (await member.get('/api/me')).posts[0].id;
  expect((await member.raw('GET', `/api/disputes/${code}`)).statusCode).toBe(404);
  const force = await formed(code, dispatcher, postId);
  expect(await member.get(`/api/disputes/${code}`)).toMatchObject({ sight: 'full', taskForce: { name: '讨薪专班' } });

  const another = await it.as('handler', '140106-health');
  const next = (await another.get('/api/me')).posts[0].id;
  await dispatcher.post(
    `/api/disputes/${code}/task-forces`,
    { ...force, leaderPostId: next, memberPostIds: [next] },
    200,
  );
  expect((await member.get(`/api/disputes/${code}`)).sight).toBe('former');
  expect((await another.get(`/api/disputes/${code}`)).sight).toBe('full');

  await toClosed(it, code, handler);
  expect((await another.raw('GET', `/api/disputes/${code}`)).statusCode).toBe(404);
});

test('专班结束了，任务还在；没有专班的结束不了', async () => {
  const { code, handler, dispatcher } = await inHand();
  const member = await it.as('handler', '140106-housing');
  const postId = (await member.get('/api/me')).posts[0].id;
  expect((await dispatcher.raw('POST', `/api/disputes/${code}/task-force-ends`, { summary: '完' })).statusCode).toBe(
    422,
  );
  expect(
    (await dispatcher.raw('POST', `/api/disputes/${code}/task-force-ends`, { summary: '办成了' })).statusCode,
  ).toBe(409);
  await formed(code, dispatcher, postId);
  const task = await given(handler, code);
  await dispatcher.post(`/api/disputes/${code}/task-force-ends`, { summary: '工资要回来了。' }, 200);
  expect((await member.get(`/api/disputes/${code}`)).sight).toBe('former');
  expect((await viewOf(housing, task)).status).toBe('given');
});

test('限制知悉的事，不在名单里的人请不进专班', async () => {
  const { code } = await inHand();
  const leader = await it.as('centerLeader', yingze);
  await leader.post(
    `/api/disputes/${code}/restrictions`,
    { restricted: true, namedPostIds: [], reason: '涉及未成年人' },
    200,
  );
  const member = await it.as('handler', street);
  const postId = (await member.get('/api/me')).posts[0].id;
  const force = { name: '专班', aim: '一起办好', leaderPostId: postId, memberPostIds: [postId], until: '2026-10-10' };
  const answer = (await leader.raw('POST', `/api/disputes/${code}/task-forces`, force)).json();
  expect(answer.error.fields.leaderPostId).toContain('限制知悉');
});

test('只有一位调解员的组织：任务直接派给他，他看得到、做得了', async () => {
  const { code, handler } = await inHand();
  const mediator = await it.as('mediator', '140106-mediation-labor');
  const task = await given(handler, code, { unitId: '140106-mediation-labor' });
  expect(await workOf(mediator, task)).toEqual(['finishTask']);
  const { rows } = await mediator.get('/api/inbox');
  expect(JSON.stringify(rows)).toContain('派来任务「核对工资表」');
  await mediator.post(`/api/tasks/${task}/results`, { result: '核对完了。' }, 200);
});

test('做任务的单位接下、报进展以后，办这件事的人照样看得到任务', async () => {
  const { code, dispatcher, handler } = await inHand();
  const task = await given(dispatcher, code);
  expect((await handler.raw('GET', `/api/tasks/${task}`)).statusCode).toBe(200);
  await housing.post(`/api/tasks/${task}/takings`, {}, 200);
  expect((await handler.raw('GET', `/api/tasks/${task}`)).statusCode).toBe(200);
});

test('还有任务没做完，提交办结要写明为什么；写了就能结，任务还在', async () => {
  const { code, handler } = await inHand();
  const task = await given(handler, code);
  const terms = {
    form: 'written',
    terms: '修好漏点。',
    effectiveOn: '2026-09-29',
    mediatedBy: 'committee',
    contains: [],
  };
  await handler.post(`/api/disputes/${code}/settlements`, { ...terms, totalCents: null, items: [] }, 200);
  expect((await handler.get(`/api/disputes/${code}`)).openTasks).toBe(1);
  const refused = await handler.raw('POST', `/api/disputes/${code}/closure-submissions`, { result: '修好了' });
  expect(refused.json().error.fields.unfinished).toBe('还有 1 项任务没有做完。可以先结，任务照样在；写明为什么不等。');
  const said = { result: '修好了', unfinished: '工资表另外核对，不影响漏水的事' };
  await handler.post(`/api/disputes/${code}/closure-submissions`, said, 200);
  expect((await viewOf(housing, task)).statusLabel).toBe('等接下');
  const { timeline } = await handler.get(`/api/disputes/${code}`);
  expect(timeline[0].notes.map(({ kind, body }: { kind: string; body: string }) => `${kind} ${body}`)).toContain(
    'unfinished 工资表另外核对，不影响漏水的事',
  );
});
