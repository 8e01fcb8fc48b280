import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedInAs } from '../people/testing/signedIn.ts';
import { plainly } from '../platform/db.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import type { Column, SheetRow } from '../sheets/column.ts';
import { readSheet } from '../sheets/readSheet.ts';
import { writeSheet } from '../sheets/writeSheet.ts';
import { sheets } from './subjects.ts';

let t: TestApp;
let cookie = '';
let cityAdmin = '';
let receptionist = '';
beforeAll(async () => {
  t = await testApp(new Date('2026-10-14T02:00:00Z'));
  cookie = await signedInAs(t.db, 'systemAdmin', '140106-center');
  cityAdmin = await signedInAs(t.db, 'systemAdmin', '140100-center');
  receptionist = await signedInAs(t.db, 'receptionist', '140106-center');
});
afterAll(() => t.close());

const columnsOf = (sheet: string): readonly Column[] => sheets[sheet]?.fields ?? [];

async function workbook(columns: readonly Column[], rows: SheetRow[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of writeSheet({ name: '表', columns, rows })) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function fetched(sheet: string, query = ''): Promise<Buffer> {
  const answer = await t.app.inject({ method: 'GET', url: `/api/network/${sheet}.xlsx${query}`, headers: { cookie } });
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
  return answer.rawPayload;
}

async function send(sheet: string, file: Buffer, { apply = false, as = cookie } = {}) {
  const boundary = 'a-boundary-of-ours';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.xlsx"\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const headers = { cookie: as, 'content-type': `multipart/form-data; boundary=${boundary}` };
  return t.app.inject({ method: 'POST', url: `/api/network/${sheet}/imports?apply=${apply}`, headers, payload });
}

async function rowsIn(sheet: string, file: Buffer): Promise<SheetRow[]> {
  return (await readSheet(file, { columns: columnsOf(sheet) })).rows.map(({ values }) => values);
}

const stamp = () =>
  plainly(t.db, (q) =>
    q
      .selectFrom('trail')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('act', 'in', ['network.added', 'network.changed'])
      .executeTakeFirst(),
  );

test.each(Object.keys(sheets).filter((sheet) => sheet !== 'grids'))(
  '%s: what was fetched and is sent back changes nothing',
  async (sheet) => {
    const before = await stamp();
    const answer = await send(sheet, await fetched(sheet), {
      apply: true,
      as: sheet === 'categories' ? cityAdmin : cookie,
    });
    const { counts, rows, unknownColumns, absentColumns } = answer.json();
    expect(rows.filter(({ result }: { result: string }) => result === 'refused').slice(0, 3)).toEqual([]);
    expect({ ...counts, same: counts.same > 5 }).toEqual({ new: 0, changed: 0, refused: 0, same: true });
    expect([unknownColumns, absentColumns]).toEqual([[], []]);
    expect(await stamp()).toEqual(before);
  },
);

const grids: SheetRow[] = [
  { code: '140106004003001', name: '菜园东街第一网格' },
  { code: '140106004003002', name: '菜园东街第二网格' },
  { code: '140106004999001', name: '没有的社区的网格' },
  { code: '140105001001001', name: '别的区的网格' },
  { code: '140106004003002', name: '又写了一次' },
  { code: '14010600400', name: '少了一位' },
];
const gridColumns = columnsOf('grids').filter(({ key }) => key === 'code' || key === 'name');

test('a look first: each row says what it would do or why it cannot, and nothing is kept', async () => {
  const answer = await send('grids', await workbook(gridColumns, grids));
  const { applied, counts, rows, absentColumns } = answer.json();
  expect([answer.statusCode, applied]).toEqual([200, false]);
  expect(counts).toEqual({ new: 2, changed: 0, same: 0, refused: 4 });
  expect(rows[0]).toMatchObject({ rowNumber: 2, key: '140106004003001', result: 'new' });
  expect(rows.slice(2).flatMap(({ problems }: { problems: string[] }) => problems)).toEqual([
    '第4行「代码」：上级 140106004999 还没有，先加上级。',
    '第5行：这是别的区县的，由那里或市里的系统管理员改。',
    '第6行和第3行说的是同一个。',
    '第7行「代码」：地区代码是 6、9、12 或 15 位数字。',
  ]);
  expect(absentColumns).toContain('备注');
  expect(t.engine.reference().network.region('140106004003001')).toBeUndefined();
});

test('only the good rows are taken; the same file again changes nothing', async () => {
  const file = await workbook(gridColumns, grids);
  const first = await send('grids', file, { apply: true });
  expect([first.statusCode, first.json().counts]).toEqual([201, { new: 2, changed: 0, same: 0, refused: 4 }]);
  expect(t.engine.reference().network.region('140106004003002')).toMatchObject({
    level: 'grid',
    short: '菜园东街第二网格',
  });
  const before = await stamp();
  expect((await send('grids', file, { apply: true })).json().counts).toEqual({
    new: 0,
    changed: 0,
    same: 2,
    refused: 4,
  });
  expect(await stamp()).toEqual(before);
});

test('a community and its grids may come in one file', async () => {
  const rows = [
    { code: '140106004090', name: '新社区' },
    { code: '140106004090001', name: '新社区第一网格' },
  ];
  expect((await send('regions', await workbook(gridColumns, rows), { apply: true })).json().counts.new).toBe(2);
});

test('a changed cell is shown with before and after; columns that the file lacks stay as they are', async () => {
  const [row] = (await rowsIn('presences', await fetched('presences'))).filter(
    ({ unitId }) => unitId === '140106-housing',
  );
  const some = columnsOf('presences').filter(({ key }) =>
    ['centerId', 'unitId', 'weekdays', 'from', 'to'].includes(key),
  );
  const file = await workbook(some, [{ ...row, weekdays: '周一至周三', from: '09:00', to: '11:30' }]);
  const { rows } = (await send('presences', file)).json();
  expect(rows[0].differences).toEqual([
    { field: 'weekdays', label: '星期', from: '周二', to: '周一、周二、周三' },
    { field: 'from', label: '开始', from: '', to: '09:00' },
    { field: 'to', label: '结束', from: '', to: '11:30' },
  ]);
  await send('presences', file, { apply: true });
  const center = await t.app.inject({ method: 'GET', url: '/api/centers/140106-center', headers: { cookie } });
  const housing = center.json().presences.find(({ unitId }: { unitId: string }) => unitId === '140106-housing');
  expect(housing).toMatchObject({ mode: 'rotating', weekdays: [1, 2, 3], hereToday: true, assumed: true });
});

test('a unit without a number is found by its name, or gets one', async () => {
  const some = columnsOf('units').filter(({ key }) => ['regionCode', 'kind', 'name', 'phone'].includes(key));
  const rows = [
    { regionCode: '140106', kind: '法院', name: '太原市迎泽区人民法院', phone: '0351-7654321' },
    { regionCode: '140106', kind: '公证处', name: '太原市双塔公证处', phone: null },
  ];
  const { counts, rows: results } = (await send('units', await workbook(some, rows), { apply: true })).json();
  expect(counts).toEqual({ new: 1, changed: 1, same: 0, refused: 0 });
  expect(results.map(({ key }: { key: string }) => key)).toEqual(['140106-court', '140106-notary-2']);
  expect((await send('units', await workbook(some, rows), { apply: true })).json().counts.same).toBe(2);
});

test('a person who is no system administrator may fetch a workbook but not send one', async () => {
  const file = await fetched('counters');
  expect((await send('counters', file, { as: receptionist })).statusCode).toBe(403);
  const out = await t.app.inject({
    method: 'GET',
    url: '/api/network/counters.xlsx',
    headers: { cookie: receptionist },
  });
  expect(out.statusCode).toBe(200);
  expect(out.headers['content-disposition']).toContain("filename*=UTF-8''");
});

test('a file that is no workbook, a sheet that is not there, an unknown word in the address', async () => {
  expect((await send('units', Buffer.from('hello'))).json().error.code).toBe('sheetNotExcel');
  expect((await send('windows', Buffer.from('hello'))).statusCode).toBe(404);
  const odd = await t.app.inject({ method: 'GET', url: '/api/network/units.xlsx?color=red', headers: { cookie } });
  expect(odd.statusCode).toBe(422);
});
