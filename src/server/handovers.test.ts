import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine } from '../disputes/engine.ts';
import { addPerson, signIn, type TestPost } from '../people/testing/signedIn.ts';
import { systemActor } from '../platform/actor.ts';
import { plainly } from '../platform/db.ts';
import { jobsAtRest } from '../platform/startJob.sql.ts';
import { endHandovers } from '../reassigning/endHandovers.sql.ts';
import type { ServerEngine } from './engine.ts';
import { type TestApp, testApp } from './testing/app.ts';
import { expectFiguresToFit } from './testing/figuresFit.ts';
import { validInput } from './testing/inputs.ts';

const center = '140106-center';
const housing = '140106-housing';
const morning = new Date('2026-10-14T09:00:00+08:00');

let it: TestApp;
// biome-ignore lint/suspicious/noExplicitAny: answers are read by the tests that know their shape
type Answer = any;

async function person(name: string, post: TestPost) {
  const added = await addPerson(it.db, name, [post]);
  const cookie = await signIn(it.db, added, it.clock.now);
  await (it.engine as ServerEngine).cache.refresh();
  const ask = (method: 'GET' | 'POST', url: string, payload?: object) =>
    it.app.inject({ method, url, headers: { cookie }, ...(payload && { payload }) });
  const must = async (method: 'GET' | 'POST', url: string, payload?: object): Promise<Answer> => {
    const answer = await ask(method, url, payload);
    if (answer.statusCode >= 300)
      throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body.slice(0, 500)}`);
    return answer.body === '' ? undefined : answer.json();
  };
  return {
    ...{ postId: added.postIds[0] ?? '', userId: added.userId, name, ask },
    get: (url: string) => must('GET', url),
    post: (url: string, payload: object = {}) => must('POST', url, payload),
    status: async (method: 'GET' | 'POST', url: string, payload?: object) =>
      (await ask(method, url, payload)).statusCode,
  };
}
type Clerk = Awaited<ReturnType<typeof person>>;

let desk: Record<'receptionist' | 'dispatcher' | 'centerLeader' | 'systemAdmin', Clerk>;
let head: Clerk;
let leaving: Clerk;
let staying: Clerk;
let serial = 0;

const registration = () => ({
  commandId: crypto.randomUUID(),
  parties: [
    { ...it.party, name: '郭秀兰', idNumber: '11010519491231002X', phone: '13800001234' },
    { ...it.party, side: 'respondent', name: '任建军', phone: '13800005678' },
  ],
  ...{
    categoryCode: '17',
    source: 'walkIn',
    regionCode: '140106004',
    address: '3号楼',
    title: `物业费争议 ${++serial}`,
  },
  ...{
    facts: '物业公司多收了两年物业费。',
    demands: '退还多收部分',
    occurredOn: null,
    peopleInvolved: 2,
    amountCents: 300_000,
  },
  ...{ willing: 'yes', headCount: 1, restriction: null, uploads: [], creditCodeConfirmed: false },
});

/** A dispute that housing has in mediation, in the hand of `handler`. */
async function inHandOf(handler: Clerk): Promise<string> {
  const { code } = await desk.receptionist.post('/api/disputes', registration());
  const step = (who: Clerk, noun: string, body: object) => who.post(`/api/disputes/${code}/${noun}`, body);
  await step(desk.receptionist, 'acceptances', {});
  await step(desk.dispatcher, 'triages', validInput('triage'));
  await step(desk.dispatcher, 'dispatches', { leadUnitId: housing, supportingUnitIds: [], message: '' });
  await step(handler, 'acknowledgements', {});
  return code;
}

async function handOver(by: Clerk, order: object): Promise<Answer> {
  const started = await by.post('/api/handovers', order);
  await jobsAtRest();
  const job = await by.get(`/api/jobs/${started.id}`);
  return { ...job, runId: started.runId };
}

beforeAll(async () => {
  it = await testApp(morning);
  const at = (role: TestPost['role'], unitId = center): TestPost => ({ role, unitId });
  desk = {
    receptionist: await person('贾敏', at('receptionist')),
    dispatcher: await person('李娜', at('dispatcher')),
    centerLeader: await person('郭志明', at('centerLeader')),
    systemAdmin: await person('周明', at('systemAdmin')),
  };
  head = await person('马占山', at('unitHead', housing));
  leaving = await person('武志强', at('handler', housing));
  staying = await person('刘海涛', at('handler', housing));
}, 120_000);
afterAll(() => it?.close());

test('a leader hands all of a colleague’s work over at once: each matter, its todo, its unread notices and its parties', async () => {
  const codes = [await inHandOf(leaving), await inHandOf(leaving), await inHandOf(leaving)];
  const before = await head.get(`/api/handovers/holdings?post=${leaving.postId}`);
  expect(before.items.map(({ code }: { code: string }) => code).toSorted()).toEqual(codes.toSorted());
  expect(before.holder).toMatchObject({ name: '武志强', handling: 3, contact: 0, left: false });
  expect(before.receivers).toContainEqual(expect.objectContaining({ name: '刘海涛', load: 0 }));

  const items = codes.map((code, index) => ({
    code,
    toPostId: staying.postId,
    note: `先去现场看，第 ${index + 1} 户。`,
  }));
  const order = { fromPostId: leaving.postId, items };
  const foreseen = await head.post('/api/handovers/previews', order);
  expect(foreseen[0].tells.map(({ who }: { who: string }) => who)).toEqual(['刘海涛', '武志强', '当事人', '郭秀兰']);
  expect(foreseen[0].tells[2].text).toMatch(/以后由.*刘海涛办理/);

  const job = await handOver(head, order);
  expect(job).toMatchObject({ state: 'done', result: { done: 3, refused: 0 } });
  const after = await staying.get('/api/work');
  expect(after.items.map(({ code }: { code: string }) => code).toSorted()).toEqual(codes.toSorted());
  expect((await leaving.get('/api/work')).items).toEqual([]);
  const view = await staying.get(`/api/disputes/${codes[0]}`);
  expect(view.handler.name).toBe('刘海涛');
  const told = view.timeline.find((entry: Answer) => entry.type === 'reassign');
  expect(told.sentence).toBe('移交给刘海涛，原来由武志强经手。');
  expect(JSON.stringify(view.residentSees)).toContain('刘海涛');

  // Handing over, he still sees all of it.
  expect((await leaving.get(`/api/disputes/${codes[0]}`)).sight).toBe('full');
  const given = await leaving.get('/api/handovers?side=given');
  expect(given.given).toBe(3);
});

test('the receiver says 收到 once; after that it cannot be taken back', async () => {
  const [run] = (await staying.get('/api/handovers?side=received')).runs;
  expect(run.lines[0].note).toContain('先去现场看');
  const ids = run.lines.flatMap((line: Answer) => line.ids);
  expect(await staying.post('/api/handovers/acknowledgements', { ids })).toEqual({ acknowledged: 3 });
  expect(await staying.post('/api/handovers/acknowledgements', { ids })).toEqual({ acknowledged: 0 });
  // Nobody says it for another.
  expect(await head.post('/api/handovers/acknowledgements', { ids })).toEqual({ acknowledged: 0 });
  const undone = await head.post(`/api/handovers/${run.runId}/withdrawals`);
  expect(undone).toMatchObject({ done: 0, refused: 3 });
  expect(undone.rows[0].sentence).toContain('对方已经点了「收到」');
});

test('after the last day of the hand-over the former hand sees code and status, and the list says nothing more either', async () => {
  const { runs } = await leaving.get('/api/handovers?side=given');
  const { code } = runs[0].lines[0];
  it.clock.now = new Date('2026-10-29T09:00:00+08:00');
  const cookie = await signIn(it.db, { ...leaving, postIds: [leaving.postId], login: '' }, it.clock.now);
  const look = async (url: string) => (await it.app.inject({ method: 'GET', url, headers: { cookie } })).json();
  expect((await look(`/api/disputes/${code}`)).sight).toBe('full');
  expect(await endHandovers(it.engine as Engine, systemActor(['140106']))).toBe(3);
  const view = await look(`/api/disputes/${code}`);
  expect(view).toMatchObject({ sight: 'former', facts: null, code });
  expect(view.title).not.toContain('物业费争议');
  const later = (await look('/api/handovers?side=given')).runs[0];
  expect(later.lines.map(({ title, state }: Answer) => [title, state])).toEqual(Array(3).fill(['', 'ended']));
  it.clock.now = morning;
});

test('the same day, while nobody touched it, a run goes back whole; a matter that somebody worked on stays', async () => {
  const [one, two] = [await inHandOf(leaving), await inHandOf(leaving)];
  const items = [one, two].map((code) => ({ code, toPostId: staying.postId }));
  const { runId } = await handOver(leaving, { fromPostId: leaving.postId, items });
  await staying.post(`/api/disputes/${two}/progress-reports`, {
    text: '去过现场，约好周五再谈。',
    forResident: '约好周五再谈。',
  });
  const back = await leaving.post(`/api/handovers/${runId}/withdrawals`);
  expect(back).toMatchObject({ done: 1, refused: 1 });
  expect((await leaving.get('/api/work')).items.map(({ code }: Answer) => code)).toEqual([one]);
  expect(back.rows.find((row: Answer) => row.code === two).sentence).toContain('又有人办了');
});

test('one row that cannot go keeps no other from going, and says why', async () => {
  const [mine, theirs] = [await inHandOf(leaving), await inHandOf(staying)];
  const items = [mine, theirs].map((code) => ({ code, toPostId: staying.postId }));
  const job = await handOver(leaving, { fromPostId: leaving.postId, items });
  expect(job.result).toMatchObject({ done: 1, refused: 1 });
  expect(job.result.rows[1].done).toBe(false);
});

test('nobody hands over another’s work, and nobody gets what the post cannot take', async () => {
  const code = await inHandOf(leaving);
  const order = { fromPostId: leaving.postId, items: [{ code, toPostId: staying.postId }] };
  expect(await staying.status('POST', '/api/handovers', order)).toBe(403);
  expect(await desk.systemAdmin.status('POST', '/api/handovers', order)).toBe(403);
  expect(await staying.status('GET', `/api/handovers/holdings?post=${leaving.postId}`)).toBe(403);
  const direct = { fromPostId: leaving.postId, toPostId: staying.postId };
  expect(await desk.dispatcher.status('POST', `/api/disputes/${code}/reassignments`, direct)).toBe(403);
  const wrong = { fromPostId: leaving.postId, toPostId: desk.receptionist.postId };
  const refused = await leaving.ask('POST', `/api/disputes/${code}/reassignments`, wrong);
  expect(refused.statusCode).toBe(422);
  expect(refused.json().error.fields.toPostId).toContain('接不了「承办」');
});

test('a receptionist’s contact goes to another at the desk, who then owes the return visit and is named to the parties', async () => {
  const second = await person('赵晓', { role: 'receptionist', unitId: center });
  const code = await inHandOf(staying);
  const { items } = await desk.receptionist.get('/api/handovers/holdings');
  expect(items.find((item: Answer) => item.code === code)).toMatchObject({ partsLabel: '联系和回访' });
  const job = await handOver(desk.centerLeader, {
    fromPostId: desk.receptionist.postId,
    items: [{ code, toPostId: second.postId }],
  });
  expect(job.result.rows[0]).toMatchObject({ done: true });
  const mine = await second.get('/api/handovers/holdings');
  expect(mine.items.map((item: Answer) => item.code)).toEqual([code]);
  // Who first received it sees everything, always.
  expect((await desk.receptionist.get(`/api/disputes/${code}`)).sight).toBe('full');
});

test('a restricted matter is handed over by the center’s leader alone, and the former hand knows nothing of it any more', async () => {
  const code = await inHandOf(leaving);
  await desk.centerLeader.post(`/api/disputes/${code}/restrictions`, {
    ...{ restricted: true, namedPostIds: [], reason: '涉及未成年人' },
  });
  const seen = await head.get(`/api/handovers/holdings?post=${leaving.postId}`);
  expect(seen.items.some((item: Answer) => item.code === code)).toBe(false);
  const body = { fromPostId: leaving.postId, toPostId: staying.postId };
  expect(await head.status('POST', `/api/disputes/${code}/reassignments`, body)).toBe(404);
  expect(await desk.centerLeader.status('POST', `/api/disputes/${code}/reassignments`, body)).toBe(200);
  expect(await leaving.status('GET', `/api/disputes/${code}`)).toBe(404);
  expect(await staying.status('GET', `/api/disputes/${code}`)).toBe(200);
  const lists = JSON.stringify(await leaving.get('/api/handovers?side=given'));
  expect(lists).not.toContain(code);
});

test('ending a post with open work: the administrator sees figures and who can hand over, the leader sees what nobody has', async () => {
  await inHandOf(leaving);
  const open = await desk.systemAdmin.get(`/api/posts/${leaving.postId}/open-work`);
  expect(open.handling).toBeGreaterThan(0);
  expect(open.leaders).toEqual(['马占山']);
  expect(JSON.stringify(open)).not.toMatch(/物业费|1401062/);
  expect(await head.status('GET', `/api/posts/${leaving.postId}/open-work`)).toBe(403);
  await plainly(it.db, (queries) =>
    queries.updateTable('post').set({ valid_to: '2026-10-13' }).where('id', '=', leaving.postId).execute(),
  );
  await (it.engine as ServerEngine).cache.refresh();
  const [first] = await head.get('/api/handovers/holders');
  expect(first).toMatchObject({ name: '武志强', left: true, handling: open.handling });
  const { items } = await head.get(`/api/handovers/holdings?post=${leaving.postId}`);
  const job = await handOver(head, {
    fromPostId: leaving.postId,
    items: items.map(({ code }: Answer) => ({ code, toPostId: staying.postId })),
  });
  expect(job.result.refused).toBe(0);
  expect((await head.get('/api/handovers/holders')).some(({ name }: Answer) => name === '武志强')).toBe(false);
});

test('做完这一切，存下的统计数和背后的名单还是一样', () => expectFiguresToFit(it));
