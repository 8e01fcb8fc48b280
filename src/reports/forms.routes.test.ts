import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Who } from '../people/endpoints.matrix.ts';
import { addPerson, signIn, type TestPerson } from '../people/testing/signedIn.ts';
import { roles } from '../platform/actor.ts';
import { atTime } from '../platform/now.ts';
import type { ServerEngine } from '../server/engine.ts';
import { draftReports } from '../server/recurring.ts';
import { reportEndpoints } from '../server/reports.matrix.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { readDocxForm } from '../sheets/docxForm.ts';
import type { FormGrid } from '../sheets/formGrid.ts';
import { readBookForm } from '../sheets/readBookForm.ts';
import type { BurdenView } from './burdenView.ts';
import type { FillView, FormView } from './formView.ts';
import { october, type ReportScene, reportScene } from './testing/reportScene.ts';

const sample = (name: string) => readFileSync(fileURLToPath(new URL(`../../seeds/samples/${name}`, import.meta.url)));
type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let scene: ReportScene;
let cookie = '';
let dispatcher: TestPerson;
const posts = new Map<Who, Client>();
const who = (role: Who): Client => posts.get(role) as Client;
const outside: Partial<Record<Who, string>> = {
  ...{
    courtClerk: '140106-court',
    arbitrator: '140106-laborArbitration',
    notary: '140106-notary',
    legalAidOfficer: '140106-legalAid',
  },
  ...{
    reconsiderationOfficer: '140106-justice',
    communityOfficer: '140106-publicSecurity',
    unitHead: '140106-justice',
  },
};

/** The dispatcher logs in anew when time has passed. */
async function clientOf(own: string): Promise<Client> {
  await (it.engine as ServerEngine).cache.refresh();
  const base = who('receptionist');
  const raw: Client['raw'] = (method, url, payload) =>
    it.app.inject({ method, url, headers: { cookie: own }, ...(payload && { payload }) });
  const asked = async (answer: ReturnType<Client['raw']>, status: number) => {
    const { statusCode, body } = await answer;
    if (statusCode !== status) throw new Error(`${statusCode} instead of ${status}: ${body.slice(0, 400)}`);
    return body === '' ? undefined : JSON.parse(body);
  };
  return {
    ...base,
    raw,
    get: (url) => asked(raw('GET', url), 200),
    post: (url, payload, status) => asked(raw('POST', url, payload), status),
  };
}

beforeAll(async () => {
  it = await testApp(atTime('2026-11-02', '09:00'));
  for (const role of roles) posts.set(role, await it.as(role, outside[role] ?? '140106-center'));
  dispatcher = await addPerson(it.db, 'dispatcher', [{ role: 'dispatcher', unitId: '140106-center' }]);
  cookie = await signIn(it.db, dispatcher, it.clock.now);
  posts.set('dispatcher', await clientOf(cookie));
  scene = await reportScene(it.adminUrl);
  await october(scene);
}, 120_000);
afterAll(async () => {
  await scene?.close();
  await it?.close();
});

/** A file in the field `file`, as the dispatcher's browser sends it. */
async function send(url: string, name: string, bytes: Buffer) {
  const boundary = 'x-boundary';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const headers = { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` };
  return it.app.inject({ method: 'POST', url, payload, headers });
}

const read = (id: string): Promise<FormView> => who('dispatcher').get(`/api/report-forms/${id}`);
const fillOf = (id: string): Promise<FillView> => who('dispatcher').get(`/api/report-fills/${id}`);
const put = (by: Client, url: string, body: object) => by.raw('PUT', url, body);
const textAt = (grid: FormGrid, sheet: number, ref: string) =>
  grid.sheets[sheet]?.cells.find((cell) => cell.ref === ref)?.text;

async function uploadAndMap(name: string): Promise<FormView> {
  const answer = await send(
    `/api/report-forms?name=${encodeURIComponent('演示月报')}&issuer=${encodeURIComponent('市里')}`,
    name,
    sample(name),
  );
  expect(answer.statusCode, answer.body).toBe(201);
  const form = await read(answer.json().id);
  const mapping = Object.fromEntries(Object.entries(form.suggestions).map(([address, { rule }]) => [address, rule]));
  const ask = { kind: 'ask', who: '司法所', why: '不在台账里' };
  const more = name.endsWith('.xlsx') ? { '0!H5': ask } : { '2!C7': ask };
  expect(
    (
      await put(who('dispatcher'), `/api/report-forms/${form.id}/mapping`, {
        revision: form.revision,
        mapping: { ...mapping, ...more },
      })
    ).statusCode,
  ).toBe(200);
  return read(form.id);
}

test('上传空表，对一次，填十月：每格和手数的一样，文件里也是这些数', async () => {
  const form = await uploadAndMap('superior-monthly.xlsx');
  expect(form).toMatchObject({
    name: '演示月报',
    issuer: '市里',
    kind: 'xlsx',
    open: 64,
    mapped: 55,
    filler: { name: 'dispatcher' },
  });
  const { id } = await who('dispatcher').post(`/api/report-forms/${form.id}/fills`, { month: '2026-10' }, 201);
  const fill = await fillOf(id);
  const value = (ref: string) => fill.cells.find(({ address }) => address === `0!${ref}`)?.value;
  // 婚姻家庭: two accepted (one restricted), one settled; 邻里: one accepted in October, two in the year.
  expect(['B5', 'C5', 'D5', 'E5', 'F5', 'G5'].map(value)).toEqual([2, 2, 1, 1, 50, 0]);
  expect(['B6', 'C6', 'D6', 'E6', 'F6', 'G6'].map(value)).toEqual([1, 2, 1, 2, 100, 0.8]);
  expect(['B14', 'C14', 'D14', 'G14'].map(value)).toEqual([4, 5, 2, 0.8]);
  expect(fill.cells.find(({ address }) => address === '0!F7')).toMatchObject({ value: null, why: '分母是 0，没有率' });
  expect(value('A2')).toContain('治理中心　统计期间：2026年10月　填报日期：2026年11月2日');
  expect(fill.open).toEqual(['0!H5']);
  const file = await who('receptionist').raw('GET', `/api/report-fills/${id}/file`);
  const grid = await readBookForm(file.rawPayload);
  expect([textAt(grid, 0, 'B5'), textAt(grid, 0, 'G6'), textAt(grid, 0, 'H5')]).toEqual(['2', '0.8', '']);
  expect(grid.sheets[0]?.cells.find(({ ref }) => ref === 'B14')?.formula).toBe('SUM(B5:B13)');
});

test('每格的数打开是同样多的名单，限制知悉的另有几件', async () => {
  const [form] = await who('dispatcher').get('/api/report-forms');
  const fill = await fillOf(form.latest.id);
  const counted = fill.cells.filter(({ kind, counted: own }) => kind === 'figure' && own);
  expect(counted.length).toBeGreaterThan(40);
  for (const cell of counted) {
    const list = await who('receptionist').get(`/api/reports/figures?${cell.list}&limit=200`);
    expect([cell.words, list.value, list.disputes.length + list.hidden]).toEqual([
      cell.words,
      cell.counted?.value,
      list.total,
    ]);
  }
}, 60_000);

test('没有人能答的，人写上、写明根据、留下名字；报出以后再也改不动', async () => {
  const [form] = await who('dispatcher').get('/api/report-forms');
  const url = `/api/report-fills/${form.latest.id}`;
  const before = await fillOf(form.latest.id);
  const early = { revision: before.revision, leaveEmpty: false };
  expect((await who('centerLeader').raw('POST', `${url}/hand-ins`, early)).json().error.code).toBe('stillEmpty');
  const asked = { revision: before.revision, address: '0!H5', value: 2, reason: '司法所来电话报的' };
  expect(
    (await put(who('receptionist'), `${url}/answers`, { ...asked, reason: '' })).json().error.fields.reason,
  ).toBeTruthy();
  expect((await put(who('receptionist'), `${url}/answers`, asked)).json()).toEqual({ revision: before.revision + 1 });
  expect((await put(who('dispatcher'), `${url}/answers`, asked)).statusCode).toBe(409);
  const filled = await fillOf(form.latest.id);
  expect(filled.cells.find(({ address }) => address === '0!H5')?.manual).toMatchObject({
    value: 2,
    by: 'receptionist',
    reason: '司法所来电话报的',
  });
  const revision = filled.revision;
  const { hash } = await who('centerLeader').post(`${url}/hand-ins`, { revision, leaveEmpty: false }, 201);
  await scene.addDispute({
    category: '01',
    opened: '2026-10-30',
    events: [{ type: 'accept', day: '2026-10-30', status: 'accepted' }],
  });
  const kept = await fillOf(form.latest.id);
  expect(kept).toMatchObject({ state: 'handedIn', hash, intact: true, handedBy: 'centerLeader' });
  expect(kept.cells.find(({ address }) => address === '0!B5')?.value).toBe(2);
  expect((await put(who('dispatcher'), `${url}/answers`, { ...asked, revision: revision + 1 })).json().error.code).toBe(
    'handedIn',
  );
  expect(
    (await who('dispatcher').raw('POST', `/api/report-forms/${form.id}/fills`, { month: '2026-10' })).json().error.code,
  ).toBe('handedIn');
});

test('Word 表一样填；没有人记的不写 0，写明没有人记', async () => {
  const form = await uploadAndMap('superior-brief.docx');
  const { id } = await who('dispatcher').post(`/api/report-forms/${form.id}/fills`, { month: '2026-10' }, 201);
  const fill = await fillOf(id);
  const cell = (address: string) => fill.cells.find((each) => each.address === address);
  expect(['1!C2', '1!D2', '1!C3', '1!C4'].map((address) => cell(address)?.value)).toEqual([1, 0, 3, 1]);
  expect([cell('2!C2')?.value, cell('2!C3')?.value, cell('2!C6')?.value]).toEqual([1, 3, 20]);
  expect(cell('2!C4')).toMatchObject({ value: null, why: '没有人记' });
  expect(cell('2!C7')).toMatchObject({ value: null, who: '司法所' });
  const grid = await readDocxForm((await who('dispatcher').raw('GET', `/api/report-fills/${id}/file`)).rawPayload);
  expect([textAt(grid, 1, 'C3'), textAt(grid, 2, 'C6'), textAt(grid, 2, 'C4')]).toEqual(['3', '20', '']);
  expect(textAt(grid, 0, 'A2')).toContain('统计期间：2026年10月');
});

test('上级换了新版：没变的接着用，告诉人哪些要重新对；不是表的文件说清楚', async () => {
  const [form] = (await who('dispatcher').get('/api/report-forms')).filter(
    ({ kind }: { kind: string }) => kind === 'xlsx',
  );
  const renewed = await send(`/api/report-forms/${form.id}/versions`, '新版.xlsx', sample('superior-monthly.xlsx'));
  expect(renewed.json()).toMatchObject({ version: 2, moved: [], lost: [] });
  expect((await read(form.id)).mapped).toBe(form.mapped);
  const other = await send(`/api/report-forms/${form.id}/versions`, '新版.docx', sample('superior-brief.docx'));
  expect(other.json().error.message).toContain('当一张新表传');
  const text = await send('/api/report-forms', '说明.txt', Buffer.from('不是表'));
  expect(text.json().error.fields.file).toContain('.xlsx 和 .docx');
});

test('填表负担按岗位类别算，不按人；两张表问同一个数的列出来', async () => {
  const view: BurdenView = await who('centerLeader').get('/api/reports/burden');
  const row = (key: string) => view.forms.find((each) => each.key === key);
  // Ten were registered and eight accepted within twelve months, by handlers in this scene.
  expect(row('accept')).toMatchObject({ times: 6, byRole: [{ role: 'handler', times: 6 }] });
  // A visit that was taken back was asked for all the same.
  expect(row('visit')?.times).toBe(6);
  expect(row('register')?.required).toBeGreaterThan(8);
  expect(view.superiors).toHaveLength(2);
  expect(view.superiors.find(({ byHand }) => byHand > 0)).toMatchObject({ byHand: 1, cells: 64 });
  expect(JSON.stringify(view)).not.toContain('postId');
});

for (const [endpoint, expected, body] of reportEndpoints)
  test(`谁能 ${endpoint}`, async () => {
    const [method = '', url = ''] = endpoint.split(' ');
    const seen: Partial<Record<Who, number>> = {};
    for (const role of Object.keys(expected) as Who[]) {
      const payload = body?.();
      const ask = { method: method as 'GET', url, ...(payload && { payload }) };
      seen[role] = (await (posts.get(role)?.raw(method as 'GET', url, payload) ?? it.app.inject(ask))).statusCode;
    }
    expect(seen).toEqual(expected);
  });

test('报表的每个地址都在表里', () => {
  const bare = (address: string) => address.replace(/\?.*/, '').replace(/\{\w+\}|01890000-[\w-]+/g, '*');
  const listed = new Set(reportEndpoints.map(([endpoint]) => bare(endpoint)));
  const routes = Object.entries(it.app.swagger().paths ?? {}).flatMap(([path, item]) =>
    Object.entries((item ?? {}) as Record<string, { tags?: string[] }>)
      .filter(([, operation]) => operation.tags?.some((tag) => tag.endsWith(' reports') || tag.endsWith(' forms')))
      .map(([method]) => `${method.toUpperCase()} ${bare(path)}`),
  );
  expect(routes.length).toBeGreaterThan(18);
  expect(routes.filter((route) => !listed.has(route))).toEqual([]);
});

test('到了设的日子，上个月的草稿自己出来，告诉填表人一次；别的中心看不到这些表', async () => {
  const far = await it.as('dispatcher', '140105-center');
  expect(await far.get('/api/report-forms')).toEqual([]);
  const [xlsx] = (await who('dispatcher').get('/api/report-forms')).filter(
    ({ kind }: { kind: string }) => kind === 'xlsx',
  );
  expect((await far.raw('GET', `/api/report-fills/${xlsx.latest.id}`)).statusCode).toBe(404);
  it.clock.now = atTime('2026-12-01', '08:00');
  posts.set('dispatcher', await clientOf(await signIn(it.db, dispatcher, it.clock.now)));
  const drafted = await draftReports(it.engine);
  expect(drafted).toBe(2);
  expect(await draftReports(it.engine)).toBe(0);
  const notices = await who('dispatcher').get('/api/notices');
  const own = notices.filter(({ text }: { text: string }) => text.startsWith('《演示月报》2026年11月的草稿出来了'));
  expect(own).toHaveLength(2);
  const { latest } = (await who('dispatcher').get('/api/report-forms')).find(
    ({ id }: { id: string }) => id === xlsx.id,
  );
  const fill = await fillOf(latest.id);
  expect(fill.before).toMatchObject({ title: '2026年10月' });
  expect(fill.cells.find(({ address }) => address === '0!B5')).toMatchObject({ value: 0, change: -2 });
});
