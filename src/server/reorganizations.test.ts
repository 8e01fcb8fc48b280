import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson, signIn, type TestPost } from '../people/testing/signedIn.ts';
import { plainly } from '../platform/db.ts';
import { jobsAtRest } from '../platform/startJob.sql.ts';
import { isNamed, references, suspicious } from '../reassigning/references.ts';
import type { ServerEngine } from './engine.ts';
import { type TestApp, testApp } from './testing/app.ts';
import { expectFiguresToFit } from './testing/figuresFit.ts';
import { validInput } from './testing/inputs.ts';

const center = '140106-center';
const housing = '140106-housing';
const urban = '140106-urbanManagement';

let it: TestApp;
// biome-ignore lint/suspicious/noExplicitAny: answers are read by the tests that know their shape
type Answer = any;

async function as(person: { userId: string; postIds: string[]; login: string }, postId?: string) {
  const cookie = await signIn(it.db, person, it.clock.now, postId);
  const ask = (method: 'GET' | 'POST', url: string, payload?: object) =>
    it.app.inject({ method, url, headers: { cookie }, ...(payload && { payload }) });
  const must = async (method: 'GET' | 'POST', url: string, payload?: object): Promise<Answer> => {
    const answer = await ask(method, url, payload);
    if (answer.statusCode >= 300)
      throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body.slice(0, 500)}`);
    return answer.body === '' ? undefined : answer.json();
  };
  return {
    ...{ ...person, ask },
    get: (url: string) => must('GET', url),
    post: (url: string, payload: object = {}) => must('POST', url, payload),
    status: async (method: 'GET' | 'POST', url: string, payload?: object) =>
      (await ask(method, url, payload)).statusCode,
  };
}
type Clerk = Awaited<ReturnType<typeof as>>;

async function person(name: string, role: TestPost['role'], unitId = center, regionCode?: string): Promise<Clerk> {
  const added = await addPerson(it.db, name, [{ role, unitId, ...(regionCode && { regionCode }) }]);
  await (it.engine as ServerEngine).cache.refresh();
  return as(added);
}

/** The post that a person holds now, as the successor's. */
async function again(clerk: Clerk): Promise<Clerk & { postId: string }> {
  const rows = await plainly(it.db, (queries) =>
    queries.selectFrom('post').selectAll().where('user_id', '=', clerk.userId).where('valid_to', 'is', null).execute(),
  );
  const postId = rows[0]?.id ?? '';
  return { ...(await as(clerk, postId)), postId };
}

let staff: Record<'receptionist' | 'dispatcher' | 'leader' | 'admin' | 'second' | 'city' | 'handler' | 'head', Clerk>;
let serial = 0;

async function registered(regionCode = '140106004', by = staff.receptionist): Promise<string> {
  const { code } = await by.post('/api/disputes', {
    commandId: crypto.randomUUID(),
    parties: [
      { ...it.party, name: '郭秀兰', idNumber: '11010519491231002X', phone: '13800001234' },
      { ...it.party, side: 'respondent', name: '任建军', phone: '13800005678' },
    ],
    ...{ categoryCode: '17', source: 'walkIn', regionCode, address: '3号楼', title: `物业费争议 ${++serial}` },
    ...{
      facts: '物业公司多收了两年物业费。',
      demands: '退还',
      occurredOn: null,
      peopleInvolved: 2,
      amountCents: 300_000,
    },
    ...{ willing: 'yes', headCount: 1, restriction: null, uploads: [], creditCodeConfirmed: false },
  });
  return code;
}

async function inHand(): Promise<string> {
  const code = await registered();
  const step = (who: Clerk, noun: string, body: object) => who.post(`/api/disputes/${code}/${noun}`, body);
  await step(staff.receptionist, 'acceptances', {});
  await step(staff.dispatcher, 'triages', validInput('triage'));
  await step(staff.dispatcher, 'dispatches', {
    leadUnitId: housing,
    supportingUnitIds: ['140106-justice'],
    message: '',
  });
  await step(staff.handler, 'acknowledgements', {});
  return code;
}

async function reorganize(input: object, by = staff.admin): Promise<Answer> {
  const { id } = await by.post('/api/reorganizations', input);
  const list = await staff.second.get('/api/reorganizations');
  const { subjectName } = list.find((each: Answer) => each.id === id);
  const { jobId } = await staff.second.post(`/api/reorganizations/${id}/confirmations`, {
    ...{ name: subjectName, reason: '按机构改革方案办理' },
  });
  await jobsAtRest();
  return staff.second.get(`/api/jobs/${jobId}`);
}

const merging = {
  ...{ kind: 'unit', subject: housing, successor: urban, effectiveOn: '2026-10-14', posts: 'move', codes: {} },
  ...{ reason: '机构改革，职责划入城管局', basis: '迎编发〔2026〕7号' },
};

beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:00:00+08:00'));
  staff = {
    receptionist: await person('贾敏', 'receptionist'),
    dispatcher: await person('李娜', 'dispatcher'),
    leader: await person('郭志明', 'centerLeader'),
    admin: await person('周明', 'systemAdmin'),
    second: await person('吴静', 'systemAdmin'),
    city: await person('冯涛', 'systemAdmin', '140105-center'),
    handler: await person('武志强', 'handler', housing),
    head: await person('马占山', 'unitHead', housing),
  };
  await person('韩素珍', 'unitHead', '140106-justice');
}, 120_000);
afterAll(() => it?.close());

test('every column that could hold a unit, a place or a post is named, and everything named is there', async () => {
  const client = new pg.Client({ connectionString: it.adminUrl });
  await client.connect();
  const { rows } = await client.query<{ table: string; column: string }>(
    `select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not a.attisdropped and not exists (
       select from pg_index i where i.indrelid = c.oid and i.indisprimary and i.indnkeyatts = 1 and i.indkey[0] = a.attnum)`,
  );
  await client.end();
  const unnamed = rows.filter(({ table, column }) => suspicious.test(column) && !isNamed(table, column));
  expect(unnamed.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
  const there = new Set(rows.map(({ table, column }) => `${table}.${column}`));
  const gone = references.filter(({ table, column }) => !there.has(`${table}.${column}`));
  expect(gone.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
});

test('a unit is merged: the preview counts what hangs on it, a second administrator confirms, nobody alone', async () => {
  await inHand();
  const preview = await staff.admin.post('/api/reorganizations/previews', merging);
  expect(preview.counts).toContainEqual(expect.objectContaining({ label: '牵头承办的纠纷', count: 1 }));
  expect(preview.posts.map(({ name, to }: Answer) => [name, to])).toContainEqual([
    '武志强',
    expect.stringContaining('城'),
  ]);
  expect(await staff.city.status('POST', '/api/reorganizations/previews', merging)).toBe(403);
  expect(await staff.leader.status('POST', '/api/reorganizations/previews', merging)).toBe(403);
  const { id } = await staff.admin.post('/api/reorganizations', merging);
  const said = { name: '太原市', reason: '写错名称' };
  expect(await staff.second.status('POST', `/api/reorganizations/${id}/confirmations`, said)).toBe(422);
  const { subjectName: name } = (await staff.admin.get('/api/reorganizations'))[0];
  expect(await staff.admin.status('POST', `/api/reorganizations/${id}/confirmations`, { ...said, name })).toBe(403);
  expect(await staff.admin.status('POST', `/api/reorganizations/${id}/withdrawals`)).toBe(204);
  expect(await staff.second.status('POST', `/api/reorganizations/${id}/confirmations`, { ...said, name })).toBe(409);
});

test('after the merger every matter is with the successor, in the same hand, under the same code; nothing is orphaned', async () => {
  const [open, restricted, kept] = [await inHand(), await inHand(), await inHand()];
  await staff.leader.post(`/api/disputes/${restricted}/restrictions`, {
    restricted: true,
    namedPostIds: [],
    reason: '涉及未成年人',
  });
  await staff.handler.post(`/api/disputes/${kept}/withdrawals`, { reason: '当事人自己和好了' });
  const asked = {
    unitIds: [housing],
    clockId: null,
    reason: '群众再次来访',
    ask: '三日内到现场',
    replyBy: '2026-10-20',
  };
  const issuing = { ...asked, urgency: 'none', cosignerIds: [] };
  const notice = await staff.leader.post(`/api/disputes/${open}/supervision-notices`, issuing);
  const zhao = await person('赵立', 'mediator', housing);
  const chosen = { postIds: zhao.postIds, basis: 'chosen' };
  await staff.dispatcher.post(`/api/disputes/${open}/mediator-appointments`, chosen);
  const before = await staff.leader.get('/api/orphans');
  const job = await reorganize(merging);
  expect(job).toMatchObject({ state: 'done' });

  // Whoever mediates goes along.
  const mediator = await again(zhao);
  const { mediators } = await staff.leader.get(`/api/disputes/${open}`);
  expect(mediators).toMatchObject([{ postId: mediator.postId, state: 'appointed' }]);
  expect((await mediator.get(`/api/disputes/${open}`)).sight).toBe('full');

  // Who must answer a notice has changed, and its own history says so.
  const moved = await staff.leader.get(`/api/supervision-notices/${notice.code}`);
  expect(moved.units.map(({ unitId }: Answer) => unitId)).toEqual([urban]);
  expect(moved.units[0].clock.dueAt).toBe('2026-10-20T16:00:00.000Z');
  expect(moved.timeline[0]).toMatchObject({ who: '系统' });
  const handler = await again(staff.handler);
  const head = await again(staff.head);
  for (const code of [open, restricted, kept]) {
    const view = await staff.leader.get(`/api/disputes/${code}`);
    expect(view.leadUnit.id).toBe(urban);
    expect(view.code).toBe(code);
    const { sentence } = view.timeline.find((entry: Answer) => entry.type === 'reorganize');
    expect(sentence).toContain('机构调整，改由');
  }
  const mine = await handler.get('/api/work');
  expect(mine.items.map(({ code }: Answer) => code)).toEqual(expect.arrayContaining([open, restricted]));
  expect((await handler.get(`/api/disputes/${open}`)).sight).toBe('full');
  expect((await head.get(`/api/disputes/${kept}`)).leadUnit.id).toBe(urban);
  expect(await head.status('GET', `/api/disputes/${restricted}`)).toBe(404);
  await handler.post(`/api/disputes/${open}/progress-reports`, {
    text: '换了牌子，人没换，照常办。',
    forResident: '照常办。',
  });

  const network = await staff.leader.get('/api/units?county=140106');
  expect(network.some(({ id }: Answer) => id === housing)).toBe(false);
  const after = await staff.leader.get('/api/orphans');
  const known = new Set(before.orphans.map(({ what, id }: Answer) => `${what}/${id}`));
  expect(after.orphans.filter(({ what, id }: Answer) => !known.has(`${what}/${id}`))).toEqual([]);
  const duties = await staff.leader.get('/api/network/duties?county=140106');
  expect(duties.some(({ unitId, effectiveTo }: Answer) => unitId === housing && effectiveTo === null)).toBe(false);
});

test('a township is merged with its communities, grids and center: matters lie there under new places, received by the center that stays', async () => {
  const street = await person('任小梅', 'receptionist', '140106005-center');
  const streetLeader = await person('高建国', 'centerLeader', '140106005-center');
  const code = await registered('140106005001', street);
  const input = {
    ...{
      kind: 'township',
      subject: '140106005',
      successor: '140106004',
      effectiveOn: '2026-10-14',
      posts: 'move',
      codes: {},
    },
    ...{ reason: '街道合并', basis: '晋民函〔2026〕3号' },
  };
  const preview = await staff.admin.post('/api/reorganizations/previews', input);
  expect(preview.units).toContainEqual(expect.objectContaining({ from: '140106005-center', to: '140106004-center' }));
  const job = await reorganize(input);
  expect(job).toMatchObject({ state: 'done' });
  const next = await again(streetLeader);
  const view = await next.get(`/api/disputes/${code}`);
  expect(view.center.id).toBe('140106004-center');
  const row = preview.regions.find(({ from }: Answer) => from === '140106005001');
  const { rows } = await plainly(it.db, async (queries) => ({
    rows: await queries.selectFrom('network_successor').selectAll().where('old_id', '=', '140106005001').execute(),
  }));
  expect(rows).toMatchObject([{ new_id: row.to, old_name: row.fromName }]);
  const regions = await staff.leader.get('/api/regions?county=140106');
  expect(regions.some((each: Answer) => each.code.startsWith('140106005'))).toBe(false);
  expect(regions.some((each: Answer) => each.code === row.to && each.name === row.fromName)).toBe(true);
  const { orphans } = await staff.leader.get('/api/orphans');
  expect(orphans.filter(({ id }: Answer) => String(id).includes('140106005'))).toEqual([]);
});

test('an old code never names another place, and nothing goes to another county', async () => {
  const community = { ...merging, kind: 'community', subject: '140106004001', successor: '140106004002' };
  const far = await staff.admin.ask('POST', '/api/reorganizations/previews', {
    ...community,
    successor: '140105001001',
  });
  expect(far.statusCode).toBe(422);
  const past = await staff.admin.ask('POST', '/api/reorganizations/previews', {
    ...community,
    effectiveOn: '2026-10-01',
  });
  expect(past.json().error.fields.effectiveOn).toContain('不能早于今天');
  const self = await staff.admin.ask('POST', '/api/reorganizations/previews', {
    ...community,
    successor: '140106004001',
  });
  expect(self.statusCode).toBe(422);
  const closed = await staff.admin.ask('POST', '/api/reorganizations/previews', { ...merging });
  expect(closed.json().error.fields.subject).toContain('已经停用');
});

test('做完这一切，存下的统计数和背后的名单还是一样', () => expectFiguresToFit(it));
