import excel from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../platform/actor.ts';
import { plainly, reading } from '../platform/db.ts';
import { jobsAtRest } from '../platform/startJob.sql.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { validInput } from '../server/testing/inputs.ts';
import { leak, registered } from '../web/testing/story.ts';
import type { OutputView } from './outputs.ts';
import { removeOutdated } from './removeOutputs.sql.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;
const center = '140106-center';
let it: TestApp;
let receptionist: Client;
let colleague: Client;
let dispatcher: Client;
let leader: Client;
let supervisor: Client;
let grid: Client;
let abroad: Client;
let codes: string[] = [];

beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:00:00+08:00'));
  receptionist = await it.as('receptionist', center);
  colleague = await it.as('receptionist', center);
  dispatcher = await it.as('dispatcher', center);
  leader = await it.as('centerLeader', center);
  supervisor = await it.as('supervisor', center);
  grid = await it.as('gridWorker', '140106004-center', '140106004');
  abroad = await it.as('dispatcher', '140105-center');
  const by = { post: (path: string, body: object) => receptionist.post(path, body, 201) };
  const titles = ['=HYPERLINK("http://example.org","点我")', '漏水赔偿', '+86一件', '车位纠纷'];
  for (const [index, title] of titles.entries())
    codes.push((await registered(by, { title, restriction: index === 3 ? 'minor' : null })).code);
  codes = codes.toSorted();
}, 120_000);
afterAll(() => it?.close());

async function made(who: Client, path: string, body: object) {
  const started = await who.post(path, body, 201);
  await jobsAtRest();
  return who.get(`/api/jobs/${started.id}`);
}
const exported = (who: Client, body: object = {}) =>
  made(who, '/api/ledger/exports', { search: {}, columns: 'code,title,parties,phone,idNumber,amount,opened', ...body });

async function bookOf(who: Client, id: string, file = 0): Promise<excel.Workbook> {
  const answer = await who.raw('GET', `/api/ledger/outputs/${id}/files/${file}`);
  expect(answer.statusCode).toBe(200);
  const book = new excel.Workbook();
  await book.xlsx.load(answer.rawPayload as unknown as ArrayBuffer);
  return book;
}

/** Everything that stands in a workbook, cell by cell, with what Excel takes it for. */
function cellsOf(book: excel.Workbook): { text: string; type: number }[] {
  const cells: { text: string; type: number }[] = [];
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        cells.push({ text: String(cell.value), type: cell.type });
      }),
    ),
  );
  return cells;
}

test('导出的文件写明条件、截至和导出人；公式不会变成公式，电话和证件号遮住，限制知悉的不在别人的文件里', async () => {
  const job = await exported(dispatcher);
  expect(job).toMatchObject({ state: 'done', result: { rows: 3, files: 1, leftOut: [] } });
  const cells = cellsOf(await bookOf(dispatcher, job.result.id));
  const texts = cells.map(({ text }) => text);
  expect(cells.some(({ type }) => type === excel.ValueType.Formula || type === excel.ValueType.Hyperlink)).toBe(false);
  expect(texts).toContain('=HYPERLINK("http://example.org","点我")');
  expect(texts.some((text) => text.includes('没有销号的') && text.includes('2026-10-14 09:00'))).toBe(true);
  expect(texts.join()).toContain('138****1234');
  for (const secret of ['13800001234', '11010519491231002X', '车位纠纷']) expect(texts.join()).not.toContain(secret);
  expect(texts).toContain('列：金额（元）');
});

test('督办岗导出的没有当事人全名、地点和电话', async () => {
  const job = await exported(supervisor, { columns: 'code,parties,address,phone' });
  const texts = cellsOf(await bookOf(supervisor, job.result.id)).map(({ text }) => text);
  expect(texts.join()).toContain('郭*兰');
  for (const hidden of ['郭秀兰', '示例小区', '138****']) expect(texts.join()).not.toContain(hidden);
});

test('写明用途的导出有完整电话，每件记一次查看，只有本人能取', async () => {
  const job = await exported(dispatcher, { columns: 'code,phone', purpose: '逐户电话回访' });
  const texts = cellsOf(await bookOf(dispatcher, job.result.id)).map(({ text }) => text);
  expect(texts.filter((text) => text === '13800001234')).toHaveLength(3);
  const looks = await dispatcher.get(`/api/disputes/${codes[0]}/looks`);
  expect(JSON.stringify(looks)).toContain('逐户电话回访');
  const [listed] = (await dispatcher.get('/api/ledger/outputs')) as OutputView[];
  expect(listed).toMatchObject({ shared: false, unmasked: ['phone'], purpose: '逐户电话回访', mine: true });
  expect(listed?.fetches).toHaveLength(1);
  const events = await reading(it.db, { counties: ['140106'], viewers: ['system'] }, (queries) =>
    queries
      .selectFrom('visible_matter_event')
      .select(['data', 'hash', 'previous_hash'])
      .where('type', '=', 'reveal')
      .execute(),
  );
  expect(events).toHaveLength(3);
  expect(JSON.stringify(events)).not.toContain('13800001234');
});

test('同一单位同一岗位的同事取得到，别的岗位、别的中心取不到；谁取过看得见', async () => {
  const job = await exported(receptionist, { search: { category: '02' } });
  const { id } = job.result;
  // It holds a restricted matter that only the one who received it sees.
  expect((await colleague.raw('GET', `/api/ledger/outputs/${id}/files/0`)).statusCode).toBe(404);
  const plain = (await exported(colleague)).result.id;
  for (const [who, status] of [
    [colleague, 200],
    [dispatcher, 404],
    [leader, 404],
    [supervisor, 404],
    [abroad, 404],
    [grid, 404],
  ] as const)
    expect((await who.raw('GET', `/api/ledger/outputs/${plain}/files/0`)).statusCode).toBe(status);
  expect((await it.app.inject({ url: `/api/ledger/outputs/${plain}/files/0` })).statusCode).toBe(401);
});

test('里面有一件后来限制知悉了，文件就取不出来，别人的清单里也不再有', async () => {
  const job = await exported(dispatcher, { columns: 'code,title' });
  const [code = ''] = codes;
  const body = { restricted: true, namedPostIds: [], reason: '涉及未成年人' };
  await leader.post(`/api/disputes/${code}/restrictions`, body, 200);
  const answer = await dispatcher.raw('GET', `/api/ledger/outputs/${job.result.id}/files/0`);
  expect(answer.statusCode).toBe(403);
  expect(answer.json().error.message).toContain('1 件现在不归这个岗位看');
  expect((await exported(dispatcher)).result.rows).toBe(2);
  await leader.post(`/api/disputes/${code}/restrictions`, { ...body, restricted: false }, 200);
});

test('台账打印成 PDF；办理进度合成一份，看不到的写明是哪件', async () => {
  const list = await made(leader, '/api/ledger/list-prints', { search: {}, columns: 'code,what,clock,phone' });
  expect(list.result).toMatchObject({ rows: 4, files: 1 });
  const file = await leader.raw('GET', `/api/ledger/outputs/${list.result.id}/files/0`);
  expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  const sheets = await made(dispatcher, '/api/ledger/paper-prints', { kind: 'sheets', codes, largePrint: false });
  expect(sheets.result).toMatchObject({ rows: 3, files: 1 });
  expect(sheets.result.leftOut).toHaveLength(1);
  const pdf = (await dispatcher.raw('GET', `/api/ledger/outputs/${sheets.result.id}/files/0`)).rawPayload.toString(
    'latin1',
  );
  expect(Math.max(...[...pdf.matchAll(/\/Count (\d+)/g)].map(([, count]) => Number(count)))).toBeGreaterThanOrEqual(3);
}, 60_000);

test('到期的文件删去，谁做的、谁取过还在', async () => {
  const before = it.clock.now;
  it.clock.now = new Date(before.getTime() + 40 * 86_400_000);
  expect(await removeOutdated(it.engine, systemActor(['140106']), '140106')).toBeGreaterThan(5);
  it.clock.now = before;
  const rows = (await dispatcher.get('/api/ledger/outputs')) as OutputView[];
  expect(rows.every(({ removed }) => removed)).toBe(true);
  expect(rows.some(({ fetches }) => fetches.length > 0)).toBe(true);
  expect((await dispatcher.raw('GET', `/api/ledger/outputs/${rows[0]?.id}/files/0`)).statusCode).toBe(404);
});

test('成批办：先看每件会怎样，再一件一件办；发两次只办一次，不能办的写明为什么', async () => {
  const [one = '', two = ''] = codes;
  await dispatcher.post(`/api/disputes/${one}/acceptances`, {}, 200);
  await dispatcher.post(`/api/disputes/${one}/triages`, validInput('triage'), 200);
  const foreseen = await dispatcher.post('/api/ledger/batch-previews', { act: 'dispatch', codes: [one, two] }, 200);
  expect(foreseen.rows[0]).toMatchObject({ code: one, why: null });
  expect(foreseen.rows[0].to).not.toBeNull();
  expect(foreseen.rows[0].tells.length).toBeGreaterThan(0);
  expect(foreseen.rows[1].why).toContain('「分流」要在「已受理」时做');
  const body = { act: 'dispatch', codes: [one, two], commandId: '0190a000-0000-7000-8000-00000000beef' };
  const first = await made(dispatcher, '/api/ledger/batches', body);
  expect(first.result.rows.map(({ why }: { why: string | null }) => why === null)).toEqual([true, false]);
  expect(first.result.rows[0].undoUntil).not.toBeNull();
  const again = await made(dispatcher, '/api/ledger/batches', body);
  expect(again.result.rows[0].sentence).toBe(first.result.rows[0].sentence);
  const { timeline } = await dispatcher.get(`/api/disputes/${one}`);
  expect(timeline.filter(({ type }: { type: string }) => type === 'dispatch')).toHaveLength(1);
  const undone = await made(dispatcher, '/api/ledger/batches', {
    act: 'undoDispatch',
    codes: [one],
    commandId: '0190a000-0000-7000-8000-00000000beed',
  });
  expect(undone.result.rows[0].why).toBeNull();
});

test('催办按件写明告诉谁，一天一次；重的办法要写理由，不归自己的岗位不办', async () => {
  const remind = { act: 'remind', codes: [codes[1]], text: '请今天受理' };
  await made(supervisor, '/api/ledger/batches', { ...remind, commandId: '0190a000-0000-7000-8000-00000000bee1' });
  const { rows } = await supervisor.post('/api/ledger/batch-previews', remind, 200);
  expect(rows[0].why).toContain('今天已经催办过');
  const grave = { act: 'strikeOff', codes: [codes[1]], commandId: '0190a000-0000-7000-8000-00000000bee2' };
  expect((await leader.raw('POST', '/api/ledger/batches', grave)).json().error.fields).toHaveProperty('reason');
  expect((await grid.raw('POST', '/api/ledger/batches', { ...grave, reason: '清零' })).statusCode).toBe(403);
  const job = await made(leader, '/api/ledger/batches', { ...grave, reason: '年底清零' });
  expect(job.result.rows[0].why).toContain('「销号」要在「已办结」时做');
});

test('视图：自己的、给本单位的、给全区的；谁能改，别人刚改过要先看；里面有查找的字不能给别人', async () => {
  const view = { name: '快到期', search: { due: '3d', after: 'x' }, columns: 'what,clock', audience: 'unit' };
  const { id } = await dispatcher.post('/api/ledger/views', view, 201);
  const seen = async (who: Client) =>
    (await who.get('/api/ledger/views')).views.find((each: { id: string }) => each.id === id);
  expect(await seen(receptionist)).toMatchObject({
    name: '快到期',
    search: { due: '3d' },
    columns: 'code,what,clock',
    mayChange: false,
  });
  expect(await seen(leader)).toMatchObject({ mayChange: true });
  expect(await seen(abroad)).toBeUndefined();
  const put = (who: Client, body: object) => who.raw('PUT', `/api/ledger/views/${id}`, body);
  expect((await put(receptionist, { ...view, revision: 1 })).statusCode).toBe(403);
  expect((await put(abroad, { ...view, revision: 1 })).statusCode).toBe(404);
  expect((await put(leader, { ...view, name: '三天内', revision: 1 })).statusCode).toBe(200);
  expect((await put(dispatcher, { ...view, revision: 1 })).json().error.code).toBe('viewMovedOn');
  expect((await dispatcher.raw('POST', '/api/ledger/views', { ...view, audience: 'region' })).statusCode).toBe(403);
  const named = { ...view, search: { text: '郭秀兰' } };
  expect((await dispatcher.raw('POST', '/api/ledger/views', named)).json().error.fields).toHaveProperty('audience');
  await dispatcher.post('/api/ledger/views', { ...named, audience: 'own' }, 201);
  await plainly(it.db, (queries) =>
    queries
      .updateTable('ledger_view')
      .set({ search: JSON.stringify({ unit: '140106-gone' }) })
      .where('id', '=', id)
      .execute(),
  );
  expect((await seen(dispatcher)).dropped).toEqual(['「承办单位：140106-gone」现在没有，没有按它筛。']);
});

test('按字筛和查找是同一个办法：找得到的才列，看不到的字找不到', async () => {
  expect((await dispatcher.get(`/api/ledger?text=${encodeURIComponent('漏水赔偿')}`)).total).toBe(1);
  expect((await leader.get(`/api/ledger?text=${encodeURIComponent('车位纠纷')}`)).total).toBe(1);
  expect((await dispatcher.get(`/api/ledger?text=${encodeURIComponent('车位纠纷')}`)).total).toBe(0);
});

test('经过、诉求、处理结果、原编号和全部当事人能写进导出的台账，只给看得到经过的岗位', async () => {
  const columns = 'code,facts,demands,result,oldNumber,allParties';
  const job = await exported(dispatcher, { columns });
  const cells = cellsOf(await bookOf(dispatcher, job.result.id)).map(({ text }) => text);
  for (const title of ['经过', '诉求', '处理结果', '原编号', '全部当事人']) expect(cells).toContain(title);

  for (const words of [leak.facts, leak.demands]) expect(cells).toContain(words);
  expect(cells).toContain('申请人：郭秀兰；对方：任建军');
  const far = await exported(supervisor, { columns });
  const seen = cellsOf(await bookOf(supervisor, far.result.id)).map(({ text }) => text);
  expect(seen).not.toContain(leak.facts);
  expect(seen).toContain('申请人：郭*兰；对方：任*军');
});
