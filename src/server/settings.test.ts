import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CountyRules } from '../disputes/rules.ts';
import { reading } from '../platform/db.ts';
import { atTime } from '../platform/now.ts';
import { jobsAtRest } from '../platform/startJob.sql.ts';
import { canonical } from '../settings/differences.ts';
import type { ServerEngine } from './engine.ts';
import { type TestApp, testApp } from './testing/app.ts';
import { validInput } from './testing/inputs.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;
const center = '140106-center';
let it: TestApp;
let lina: Client;
let zhao: Client;
let wangfang: Client;
let receptionist: Client;

beforeAll(async () => {
  it = await testApp(atTime('2026-10-14', '09:00'));
  lina = await it.as('dispatcher', center);
  zhao = await it.as('supervisor', center);
  wangfang = await it.as('closer', center);
  receptionist = await it.as('receptionist', center);
}, 120_000);
afterAll(() => it?.close());

const cache = () => (it.engine as ServerEngine).cache;
const begin = async (by: Client, county = '140106', from = 'county') =>
  (await by.post('/api/settings/drafts', { county, from }, 201)).id as string;
const open = (by: Client, id: string) => by.get(`/api/settings/drafts/${id}`);
const put = (by: Client, id: string, body: object) => by.raw('PUT', `/api/settings/drafts/${id}`, body);

const withHandle = (rules: CountyRules, length: number): CountyRules => {
  const rule = rules.clocks['handle.ordinary'];
  if (!rule) throw new Error('no rule for handling');
  const handle = { ...rule, length, basis: `迎政法发〔2026〕${length}号` };
  return { ...rules, clocks: { ...rules.clocks, 'handle.ordinary': handle } };
};

/** Writes into a draft as it stands, and answers what the server said. */
async function write(by: Client, id: string, change: (rules: CountyRules) => unknown, effectiveFrom = '2026-10-14') {
  const { value, revision } = await open(by, id);
  const body = { revision, value: change(value), effectiveFrom, basis: '迎政法发〔2026〕9号', note: '' };
  const answer = await put(by, id, body);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json();
}
const act = (by: Client, id: string, noun: string, status: number, body: object = {}) =>
  by.post(`/api/settings/drafts/${id}/${noun}`, body, status);
const handIn = (by: Client, id: string) => act(by, id, 'submissions', 204);
const rulesToday = async () => (await lina.get('/api/settings')).rules as CountyRules;

async function jobDone(by: Client, id: string) {
  await jobsAtRest();
  const job = await by.get(`/api/jobs/${id}`);
  if (job.state !== 'done') throw new Error(`${job.state}: ${job.problem}`);
  return job.result;
}

test('起草、存、送审、由另一个人发布：新开的事从这天起照新的', async () => {
  const id = await begin(lina);
  await write(lina, id, (rules) => withHandle(rules, 5));
  await handIn(lina, id);
  await act(lina, id, 'publications', 403, { applyRun: null });
  const published = await act(wangfang, id, 'publications', 201, { applyRun: null });
  expect(published).toMatchObject({ effectiveFrom: '2026-10-14', matters: 0 });
  expect((await rulesToday()).clocks['handle.ordinary']?.length).toBe(5);
  const { versions } = await lina.get('/api/settings/versions');
  expect(versions[0]).toMatchObject({ version: published.version, author: 'dispatcher', approver: 'closer' });
  expect((await open(lina, id)).state).toBe('published');
});

test('生效的日子在以后：到了那天自己生效，之前照旧', async () => {
  const before = (await rulesToday()).triage.complexPeople;
  const id = await begin(lina);
  await write(lina, id, (rules) => ({ ...rules, triage: { ...rules.triage, complexPeople: 30 } }), '2026-11-01');
  await handIn(lina, id);
  await act(wangfang, id, 'publications', 201, { applyRun: null });
  expect((await rulesToday()).triage.complexPeople).toBe(before);
  const kept = it.clock.now;
  it.clock.now = atTime('2026-11-01', '00:00:05');
  await cache().check();
  expect((await rulesToday()).triage.complexPeople).toBe(30);
  expect(cache().current().rulesFor('140106').rules.triage.complexPeople).toBe(30);
  it.clock.now = kept;
  await cache().check();
});

test('生效的日子不能在过去；填错的地方说得出是哪一处、怎么改；没写完也存得住', async () => {
  const id = await begin(lina);
  const saved = await write(lina, id, (rules) => withHandle(rules, 0), '2026-10-13');
  expect(saved.problems).toEqual({ 'clocks.handle.ordinary.length': '不能小于 1' });
  expect((await open(zhao, id)).value.clocks['handle.ordinary'].length).toBe(0);
  const refused = await act(lina, id, 'submissions', 422);
  expect(refused.error.fields).toEqual({
    'clocks.handle.ordinary.length': '不能小于 1',
    effectiveFrom: '生效的日子已经过了，最早是今天',
  });
  await act(lina, id, 'withdrawals', 204);
});

test('两个人一起改：后存的知道谁先存了；发布有先后的，后一份要先并进来，哪一处都不丢', async () => {
  const first = await begin(lina);
  const second = await begin(zhao);
  const { revision } = await open(lina, first);
  await write(zhao, first, (rules) => ({ ...rules, dispatch: { undoMinutes: 20 } }));
  const late = await put(lina, first, { revision, value: {}, effectiveFrom: null, basis: '', note: '' });
  expect(late.statusCode).toBe(409);
  expect(late.json().error.message).toBe('supervisor在 10-14 09:00 存过这份草稿。');

  await write(zhao, second, (rules) => ({ ...rules, handling: { ...rules.handling, ratingDays: 14 } }));
  await handIn(zhao, second);
  await handIn(lina, first);
  await act(wangfang, first, 'publications', 201, { applyRun: null });
  const refused = await act(wangfang, second, 'publications', 409, { applyRun: null });
  expect(refused.error.code).toBe('publishedMeanwhile');
  await act(wangfang, second, 'returns', 204, { reason: '先把新发布的并进来' });
  expect((await open(zhao, second)).newer).toBeGreaterThan(0);
  expect((await act(zhao, second, 'rebasings', 200)).clashes).toEqual([]);
  await handIn(zhao, second);
  await act(wangfang, second, 'publications', 201, { applyRun: null });
  const rules = await rulesToday();
  expect([rules.dispatch.undoMinutes, rules.handling.ratingDays]).toEqual([20, 14]);
});

const dispute = (number: number) => ({
  parties: [
    { ...it.party, name: '郭秀兰', idNumber: '11010519491231002X', phone: '13800001234' },
    { ...it.party, side: 'respondent', name: '任建军', phone: '13800005678' },
  ],
  categoryCode: '17',
  source: 'walkIn',
  regionCode: '140106004',
  address: '3号楼',
  title: '物业费争议',
  facts: '物业公司多收了两年物业费。',
  demands: '退还多收部分',
  occurredOn: null,
  peopleInvolved: number,
  amountCents: 300_000,
  willing: 'yes',
  headCount: 1,
  restriction: null,
  uploads: [],
  creditCodeConfirmed: false,
  commandId: randomUUID(),
});

/** An ordinary dispute that housing has to handle. */
async function dispatched(people = 2): Promise<string> {
  const { code } = await receptionist.post('/api/disputes', dispute(people), 201);
  await receptionist.post(`/api/disputes/${code}/acceptances`, {}, 200);
  await lina.post(
    `/api/disputes/${code}/triages`,
    { ...validInput('triage'), difficulty: 'ordinary', reason: '金额不大' },
    200,
  );
  await lina.post(
    `/api/disputes/${code}/dispatches`,
    { leadUnitId: '140106-housing', supportingUnitIds: [], message: '' },
    200,
  );
  return code;
}
const handleOf = async (code: string) => {
  const { clocks } = await receptionist.get(`/api/disputes/${code}`);
  return clocks.find((clock: { kind: string }) => clock.kind === 'handle');
};

test('开着的事默认照受理时的版本；也用到开着的：先看会动哪些，再一起发布，老的日子留在历史里', async () => {
  const code = await dispatched();
  const before = (await handleOf(code)).dueAt;
  const plain = await begin(lina);
  await write(lina, plain, (rules) => withHandle(rules, 4));
  await handIn(lina, plain);
  await act(wangfang, plain, 'publications', 201, { applyRun: null });
  expect((await handleOf(code)).dueAt).toBe(before);

  const id = await begin(lina);
  await write(lina, id, (rules) => withHandle(rules, 3));
  await handIn(lina, id);
  const preview = await jobDone(wangfang, (await act(wangfang, id, 'previews', 202)).id);
  expect(preview.tally).toMatchObject({ moved: 1, earlier: 1 });
  const job = await act(wangfang, id, 'publications', 202, { applyRun: preview.runId });
  const done = await jobDone(wangfang, job.id);
  expect(done).toMatchObject({ matters: 1, clocks: 1 });
  const after = await handleOf(code);
  expect(after.dueAt < before).toBe(true);
  const scope = { counties: ['140106'], viewers: ['system'] };
  const kept = await reading(it.db, scope, async (queries) => ({
    matter: await queries.selectFrom('matter').selectAll().where('code', '=', code).executeTakeFirstOrThrow(),
    events: await queries.selectFrom('visible_matter_event').select(['type', 'data', 'matter_id']).execute(),
    clocks: await queries.selectFrom('visible_matter_clock').select(['matter_id', 'kind', 'due_history']).execute(),
  }));
  expect(kept.matter.settings_version).toBe(done.version);
  const moved = kept.events.filter(({ type, matter_id }) => type === 'clocksMoved' && matter_id === kept.matter.id);
  expect(moved.map(({ data }) => data)).toEqual([
    expect.objectContaining({ settingsFrom: done.version - 1, settingsTo: done.version }),
  ]);
  const history = kept.clocks.find(({ kind, matter_id }) => kind === 'handle' && matter_id === kept.matter.id);
  expect(history?.due_history).toEqual([
    { dueAt: before, at: expect.any(String), why: `规则改了 第${done.version - 1}版→第${done.version}版` },
  ]);
  const told = await (await it.as('receptionist', center)).get('/api/settings/versions');
  expect(told.versions[0].version).toBe(done.version);
});

test('预演以后草稿又改了，或者还没有到生效的日子，就不能用到开着的事上', async () => {
  const id = await begin(lina);
  await write(lina, id, (rules) => withHandle(rules, 6), '2026-10-20');
  const { runId } = await jobDone(lina, (await act(lina, id, 'previews', 202)).id);
  await handIn(lina, id);
  const job = await act(wangfang, id, 'publications', 202, { applyRun: runId });
  await jobsAtRest();
  expect((await wangfang.get(`/api/jobs/${job.id}`)).problem).toMatch(/^还没有到生效的日子/);
  await act(wangfang, id, 'returns', 204, { reason: '改成今天生效' });
  await write(lina, id, (rules) => withHandle(rules, 7));
  await handIn(lina, id);
  const again = await act(wangfang, id, 'publications', 202, { applyRun: runId });
  await jobsAtRest();
  expect((await wangfang.get(`/api/jobs/${again.id}`)).problem).toMatch(/^预演以后又改过/);
  expect((await open(lina, id)).state).toBe('submitted');
});

test('试算：照今天的规则一处不变；短了就有逾期的；每个数点得开，别人看不到的件只数不列', async () => {
  const codes = [await dispatched(), await dispatched()];
  const kept = it.clock.now;
  it.clock.now = atTime('2026-10-23', '09:00');
  await cache().check();
  const day = '2026-10-23';
  const id = await begin(lina);
  await write(lina, id, (rules) => withHandle(rules, rules.clocks['handle.ordinary']?.length ?? 0), day);
  const same = await jobDone(lina, (await act(lina, id, 'rehearsals', 202, { months: 1 })).id);
  expect(same).toMatchObject({ moved: 0, shift: 0 });
  for (const pair of [same.late, same.notices, same.complex, same.sentBackInTime]) expect(pair[0]).toBe(pair[1]);

  await write(lina, id, (rules) => withHandle(rules, 30), day);
  const job = await act(lina, id, 'rehearsals', 202, { months: 1 });
  const longer = await jobDone(lina, job.id);
  expect(longer.matters).toBe(same.matters);
  expect(longer.late[0] - longer.late[1]).toBe(3);
  const list = (by: Client, side: string) =>
    by.get(`/api/settings/rehearsals/${job.id}/matters?what=late&side=${side}`);
  const rows = (await list(lina, 'onlyToday')).rows as { code: string; label: string }[];
  expect(rows.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
  expect(rows).toHaveLength(3);
  expect(rows[0]?.label).toBe('办结');
  const admin = await it.as('systemAdmin', center);
  expect(await list(admin, 'onlyToday')).toMatchObject({ total: 3, visible: 0, rows: [] });
  expect((await list(lina, 'today')).total).toBe(longer.late[0]);
  expect((await lina.get(`/api/settings/drafts/${id}/rehearsals`))[0].id).toBe(job.id);
  it.clock.now = kept;
  await cache().check();
});

test('从别的区县导入只成草稿，缺的、不认识的、别人的单位都说明；文件改过就不收', async () => {
  const { versions } = await lina.get('/api/settings/versions');
  const [newest] = versions;
  const file = await lina.get(`/api/settings/versions/140106/${newest.version}/file`);
  const wu = await it.as('supervisor', '140105-center');
  const { handling, ...others } = file.value;
  expect(handling).toBeDefined();
  const broken = await wu.raw('POST', '/api/settings/imports', { county: '140105', file: { ...file, value: others } });
  expect(broken.json().error.fields.file).toMatch(/和校验码对不上/);
  expect((await wu.raw('POST', '/api/settings/imports', { county: '140106', file })).statusCode).toBe(403);
  const made = await wu.post('/api/settings/imports', { county: '140105', file }, 201);
  const draft = await open(wu, made.id);
  expect(draft).toMatchObject({ state: 'draft', countyCode: '140105', base: { countyCode: '140100' } });
  expect(draft.note).toMatch(/^从 140106 第 \d+ 版/);
  expect(draft.value).toEqual(file.value);
  expect((await wu.get('/api/settings')).heldBy).toBe('140100');
  expect((await wu.raw('GET', `/api/settings/versions/140106/${newest.version}`)).statusCode).toBe(404);
});

test('导入的规则里写着别的区县的中心，就点出来', async () => {
  const id = await begin(lina);
  const onDuty = [{ centerId: '140105-center', days: 'weekends', dates: [] }];
  await write(lina, id, (rules) => ({ ...rules, office: { ...rules.office, onDuty } }));
  const { value } = await open(lina, id);
  const digest = createHash('sha256').update(canonical(value)).digest('hex');
  const file = {
    format: 'fengqiao-settings',
    formatVersion: 1,
    countyCode: '140105',
    version: 9,
    effectiveFrom: '2026-01-01',
    basis: '测试',
    exportedAt: '',
    digest,
    value,
  };
  const made = await lina.post('/api/settings/imports', { county: '140106', file }, 201);
  expect(made.lines).toEqual([
    expect.stringMatching(/^「office · onDuty · 0 · centerId」里的「.*小店.*」，本区县没有，要换成自己的。$/),
  ]);
});

test('回到市里的规则，也先是一份草稿', async () => {
  const id = await begin(lina, '140106', 'city');
  const draft = await open(lina, id);
  const city = await (await it.as('centerLeader', '140100-center')).get('/api/settings');
  expect(draft).toMatchObject({ state: 'draft', note: '回到市里的规则。', value: city.rules });
});

test('每一步都在操作记录里，只有项目名，没有内容', async () => {
  const audit = await it.as('auditAdmin', '140100-center');
  const { items } = await audit.get('/api/trail?limit=200');
  const acts = new Set(items.map(({ act }: { act: string }) => act));
  for (const name of 'drafted saved submitted returned withdrawn published rebased rehearsed exported imported'.split(
    ' ',
  ))
    expect(acts, name).toContain(`settings.${name}`);
});
