import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobsAtRest } from '../platform/startJob.sql.ts';
import { superviseLate, warnOwners } from '../server/recurring.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { expectFiguresToFit } from '../server/testing/figuresFit.ts';
import { openRowBook } from '../sheets/rowBook.ts';

const sample = readFileSync(new URL('../../seeds/samples/ledger-sample.xlsx', import.meta.url));
const fileOf = (bytes: Buffer): string => {
  const path = join(tmpdir(), `sample-${process.pid}.xlsx`);
  writeFileSync(path, bytes);
  return path;
};
const csv = (lines: string[]): Buffer => Buffer.from(lines.join('\n'));

let t: TestApp;
let admin: pg.Client;
type Person = Awaited<ReturnType<TestApp['as']>>;
let dispatcher: Person;
let leader: Person;
beforeAll(async () => {
  t = await testApp(new Date('2026-01-05T02:00:00Z'));
  dispatcher = await t.as('dispatcher', '140106-center');
  leader = await t.as('centerLeader', '140106-center');
  admin = new pg.Client({ connectionString: t.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await t.close();
});

async function act(who: Person, id: string, noun: 'checks' | 'applications' | 'undos') {
  await who.post(`/api/imports/${id}/${noun}`, {}, 201);
  await jobsAtRest();
  return who.get(`/api/imports/${id}`);
}

async function checked(who: Person, file: Buffer, name = '台账.csv') {
  const { id } = await who.upload('/api/imports', name, file);
  return act(who, id, 'checks');
}

type Row = {
  rowNumber: number;
  code: string | null;
  problems: { title: string; sentence: string }[];
  likeRow: number | null;
};
const rowsOf = async (id: string, result: string): Promise<Row[]> =>
  (await dispatcher.get(`/api/imports/${id}/rows?result=${result}`)).rows;
const said = ({ problems }: Row) => problems.map(({ title, sentence }) => `${title}：${sentence}`).join('；');
const count = async (what: string): Promise<number> =>
  (await admin.query(`select count(*)::int as n from ${what}`)).rows[0].n;

let first: string;

test('a ledger as centers keep it is understood without a hand: title, two header rows, year, ten-thousands', async () => {
  const run = await dispatcher.upload('/api/imports', '2025年台账.xlsx', sample);
  first = run.id;
  expect(run.mapping).toMatchObject({ headerRow: 3, headerRows: 2, year: 2025, tenThousand: true });
  const fields = Object.fromEntries(
    run.columns.map((each: { title: string; field: string }) => [each.title, each.field]),
  );
  expect(fields).toMatchObject({
    编号: 'oldNumber',
    登记日期: 'openedOn',
    '申请人 姓名': 'applicants',
    '申请人 身份证号': 'applicantIds',
    '申请人 联系电话': 'applicantPhones',
    '被申请人 姓名': 'respondents',
    '被申请人 联系电话': 'respondentPhones',
    纠纷类别: 'category',
    办理情况: 'status',
    办结时间: 'closedOn',
    '涉及金额（万元）': 'amount',
    登记人: 'registrar',
  });
  expect(JSON.stringify(run.columns)).not.toMatch(/140199\d{12}/);
});

test('every row is told what becomes of it, wrong ones at their cell; the sum and the signatures are left out', async () => {
  const run = await act(dispatcher, first, 'checks');
  expect(run.findings).toMatchObject({ totals: [306], feet: [307], empty: 1 });
  const asked = run.findings.matches.filter(({ how }: { how: string }) => how === 'none');
  expect(asked.map(({ word }: { word: string }) => word).sort()).toEqual([
    '不知道的街道',
    '扯皮',
    ...['李娜', '贾敏', '韩雪'],
    '（没写，只有办结日期）',
  ]);
  const wrong = Object.fromEntries((await rowsOf(first, 'wrong')).map((row) => [row.rowNumber, said(row)]));
  expect(wrong).toEqual({
    22: '登记日期：「2025年13月5日」这一天不存在',
    38: '申请人 身份证号：申请人证件号被 Excel 当成了数字，后几位已经丢了；把这一列设成「文本」，对照原件再填一次',
    53: '申请人 身份证号：身份证号有一位不对（校验不符）。对照证件：生日读作 1985年3月7日，男。没带证件可选「无证件」并写明原因。',
    66: '申请人 联系电话：手机号是 11 位，现在有 9 位。',
    84: '纠纷类别：「扯皮」没有对应的类别',
    101: '申请人 姓名：至少登记一位申请人。',
    117: '办结时间：办结 2024-01-01 早于登记 2025-05-16',
    145: '登记日期：「2025年6月」读不出日期；写成 2026-10-16 这样',
    164: '简要案情：最少 4 个字',
    209: '办理情况：没有写办到哪一步，只有办结日期',
    235: '所属街道：「不知道的街道」没有对应的街道、社区或网格',
    256: '编号：和第 215 行的编号一样，内容不一样',
  });
  expect(run.counts).toMatchObject({ rows: 300, wrong: 12, same: 0, ready: 285, possible: 3, waiting: 285 });
  expect((await rowsOf(first, 'possible')).map(({ rowNumber, likeRow }) => [rowNumber, likeRow])).toEqual([
    [125, 119],
    [194, 193],
    [272, 119],
  ]);
});

test('the file goes back as it was, with a column that says what to change', async () => {
  const answer = await dispatcher.raw('GET', `/api/imports/${first}/marked`);
  expect(answer.statusCode).toBe(200);
  const path = join(tmpdir(), `marked-${process.pid}.xlsx`);
  writeFileSync(path, answer.rawPayload);
  const [book, before] = [await openRowBook(path), await openRowBook(fileOf(sample))];
  const notes = new Map<number, unknown>();
  const original = before.rows(0);
  for await (const { rowNumber, cells } of book.rows(0)) {
    const { value: old } = await original.next();
    expect({ rowNumber, cells: cells.slice(0, 19) }).toEqual({
      rowNumber: old?.rowNumber,
      cells: old?.cells.slice(0, 19),
    });
    if (cells[19]) notes.set(rowNumber, cells[19]);
  }
  await book.close();
  await before.close();
  rmSync(path);
  expect(notes.get(3)).toEqual({ raw: '要改的地方' });
  expect(notes.get(84)).toEqual({ raw: '纠纷类别：「扯皮」没有对应的类别' });
  expect(notes.size).toBe(13);
});

test('a word said once is understood from then on, also in the next file', async () => {
  const run = await dispatcher.get(`/api/imports/${first}`);
  const words = { ...run.mapping.words, category: { 扯皮: '18' }, region: { 不知道的街道: '140106004' } };
  const saved = await dispatcher.put(
    `/api/imports/${first}/mapping`,
    { revision: run.revision, mapping: { ...run.mapping, words } },
    200,
  );
  expect(saved.stale).toBe(true);
  await dispatcher.post(`/api/imports/${first}/applications`, {}, 409);
  const again = await act(dispatcher, first, 'checks');
  expect(again.counts).toMatchObject({ wrong: 10, ready: 287, possible: 3 });
  const next = await checked(dispatcher, csv(['登记日期,申请人,类别,经过', '2025-02-01,郭样,扯皮,为停车位吵过两次']));
  expect(next.counts).toMatchObject({ ready: 1, wrong: 0 });
});

test('only good rows become disputes, on their own days, and what is long over warns nobody', async () => {
  const run = await act(leader, first, 'applications');
  expect(run).toMatchObject({ state: 'applied', counts: { applied: 287, waiting: 0 } });
  expect(await count('matter')).toBe(287);
  const [row] = (await dispatcher.get(`/api/imports/${first}/rows?result=applied&after=204`)).rows;
  const dispute = await dispatcher.get(`/api/disputes/${row.code}`);
  expect(dispute).toMatchObject({ status: 'closed' });
  const { rows } = await admin.query(
    `select m.status, m.opened_at, m.closed_at, d.old_number, d.import_run_id from matter m
    join dispute d on d.county_code = m.county_code and d.matter_id = m.id where m.code = $1`,
    [row.code],
  );
  expect(rows[0].opened_at.toISOString()).toMatch(/^2025-0[89]/);
  expect(rows[0].import_run_id).toBe(first);
  expect(await count('notice')).toBe(0);
  await warnOwners(t.engine);
  await superviseLate(t.engine);
  expect(await count(`notice where text like '已逾期%'`)).toBe(0);
  expect(await count(`matter where kind = 'supervision'`)).toBe(0);
  expect(await count(`matter_clock where due_at < '2026-01-05' and stopped_at is null`)).toBeGreaterThan(10);
});

test('numbers of people stand sealed in the rows and nowhere else', async () => {
  expect(await count(`party where id_number_sealed is not null`)).toBeGreaterThan(50);
  for (const table of ['import_run', 'import_row', 'import_word', 'matter_event', 'trail', 'job'])
    expect(await count(`${table} x where x::text ~ '1380000|140199[0-9]{12}|试甲'`), table).toBe(0);
});

test('the same file a second time changes nothing, whatever it is called', async () => {
  const before = [await count('matter'), await count('matter_event')];
  const twice = await checked(leader, sample, '台账（新）.xlsx');
  // The row whose number stood twice is now another's number.
  expect(twice.counts).toMatchObject({ ready: 0, wrong: 9, changed: 1, same: 288, possible: 2 });
  await leader.post(`/api/imports/${twice.id}/applications`, {}, 409);
  expect([await count('matter'), await count('matter_event')]).toEqual(before);
});

test('a row with a known number and other contents is told and not taken; the same people in the same month are asked about', async () => {
  const [row] = (
    await admin.query(`select d.old_number, m.opened_at from dispute d join matter m on m.id = d.matter_id
    where d.old_number is not null order by m.opened_at limit 1`)
  ).rows;
  const [known] = (
    await admin.query(`select p.matter_id, m.category_code, m.opened_at from party p join matter m on m.id = p.matter_id
    where p.side = 'applicant' and p.phone_index is not null order by m.opened_at limit 1`)
  ).rows;
  const phone = t.engine.crypto.open(
    '140106',
    (await admin.query(`select phone_sealed from party where matter_id = $1 and side = 'applicant'`, [known.matter_id]))
      .rows[0].phone_sealed,
  );
  const day = new Date(known.opened_at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const run = await checked(
    dispatcher,
    csv([
      '编号,登记日期,申请人,电话,类别,经过',
      `${row.old_number},2025-03-01,另一个人,,邻里,换了一件事写在老编号下`,
      `,${day},同一个人,${phone},${known.category_code},好像以前来说过这件事`,
    ]),
  );
  expect(run.counts).toMatchObject({ changed: 1, possible: 1, waiting: 0 });
  await dispatcher.post(`/api/imports/${run.id}/choices`, { rowNumbers: [3], chosen: true }, 204);
  expect((await dispatcher.get(`/api/imports/${run.id}`)).counts.waiting).toBe(1);
});

test('an import is taken back but for what somebody has worked on; events stay, and it can be taken over anew', async () => {
  const { rows } = await admin.query(
    `select code, status from matter where status in ('accepted', 'inMediation', 'closed') order by status, code`,
  );
  const [worked, other] = [rows[0].code, rows.at(-1).code];
  await dispatcher.post(
    `/api/disputes/${worked}/amendments`,
    { facts: '对照原件补记：双方又谈过一次', reason: '核对原件' },
    200,
  );
  const events = await count('matter_event');
  const run = await act(leader, first, 'undos');
  expect(run).toMatchObject({ state: 'undone', counts: { applied: 1, undone: 286 } });
  expect((await rowsOf(first, 'kept')).map(({ code }) => code)).toEqual([worked]);
  await dispatcher.get(`/api/disputes/${worked}`);
  expect((await dispatcher.raw('GET', `/api/disputes/${other}`)).statusCode).toBe(404);
  expect((await dispatcher.get('/api/work')).rows ?? []).toEqual(
    expect.not.arrayContaining([expect.objectContaining({ code: other })]),
  );
  expect(
    await count(
      `matter_todo t where exists (select from import_row r where r.matter_id = t.matter_id and r.undone_at is not null)`,
    ),
  ).toBe(0);
  expect(await count('matter_event')).toBe(events + 286);
  expect(await count(`matter_event where type = 'undoImport'`)).toBe(286);
  const anew = await checked(leader, sample);
  expect(anew.counts).toMatchObject({ ready: 285, possible: 4, same: 1 });
  const again = await act(leader, anew.id, 'applications');
  expect(again.counts.applied).toBe(285);
  expect(await count(`matter where code = '${other}'`)).toBe(1);
});

test('stopped half-way, what was written stays whole, and it goes on from there', async () => {
  const lines = [
    '登记日期,申请人,类别,经过',
    ...Array.from({ length: 260 }, (_, n) => `2025-02-01,第${n}人,邻里,为停车位吵过两次，第${n}回`),
  ];
  const run = await checked(dispatcher, csv(lines));
  const job = await dispatcher.post(`/api/imports/${run.id}/applications`, {}, 201);
  await dispatcher.post(`/api/imports/${run.id}/applications`, {}, 409);
  await dispatcher.raw('POST', `/api/jobs/${job.id}/cancellations`, {});
  await jobsAtRest();
  const stopped = await dispatcher.get(`/api/imports/${run.id}`);
  expect(stopped).toMatchObject({ state: 'checked' });
  expect(stopped.counts.applied % 50).toBe(0);
  expect(stopped.counts.applied).toBeLessThan(260);
  const done = await act(dispatcher, run.id, 'applications');
  expect(done).toMatchObject({ state: 'applied', counts: { applied: 260, waiting: 0 } });
  expect(await count(`dispute where import_run_id = '${run.id}'`)).toBe(260);
});

test('who keeps no ledger of a center is told who does, and another center sees nothing of it', async () => {
  const receptionist = await t.as('receptionist', '140106-center');
  expect((await receptionist.raw('GET', '/api/imports')).statusCode).toBe(403);
  const far = await t.as('centerLeader', '140107-center');
  expect(await far.get('/api/imports')).toEqual([]);
  for (const address of ['', '/rows', '/marked'])
    expect((await far.raw('GET', `/api/imports/${first}${address}`)).statusCode).toBe(404);
  for (const noun of ['checks', 'applications', 'undos'])
    expect((await far.raw('POST', `/api/imports/${first}/${noun}`, {})).statusCode).toBe(404);
});

test('做完这一切，存下的统计数和背后的名单还是一样', () => expectFiguresToFit(t));
