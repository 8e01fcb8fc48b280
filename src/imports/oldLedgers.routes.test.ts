import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobsAtRest } from '../platform/startJob.sql.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { expectFiguresToFit } from '../server/testing/figuresFit.ts';

let t: TestApp;
let admin: pg.Client;
type Person = Awaited<ReturnType<TestApp['as']>>;
let dispatcher: Person;
beforeAll(async () => {
  t = await testApp(new Date('2026-01-05T02:00:00Z'));
  dispatcher = await t.as('dispatcher', '140106-center');
  admin = new pg.Client({ connectionString: t.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await t.close();
});

type Match = { field: string; word: string; ours: string | null; label?: string; how: string; rows: number };
const csv = (lines: readonly string[]): Buffer => Buffer.from(lines.join('\n'));

async function act(id: string, noun: 'checks' | 'applications') {
  await dispatcher.post(`/api/imports/${id}/${noun}`, {}, 201);
  await jobsAtRest();
  return dispatcher.get(`/api/imports/${id}`);
}
async function checked(lines: readonly string[], name = '台账.csv') {
  const { id } = await dispatcher.upload('/api/imports', name, csv(lines));
  return act(id, 'checks');
}
const rowsOf = async (id: string, result: string) =>
  (await dispatcher.get(`/api/imports/${id}/rows?result=${result}`)).rows;
const problemsOf = async (id: string): Promise<Record<number, string>> =>
  Object.fromEntries(
    (await rowsOf(id, 'wrong')).map(
      ({ rowNumber, problems }: { rowNumber: number; problems: { title: string; sentence: string }[] }) => [
        rowNumber,
        problems.map(({ title, sentence }) => `${title}：${sentence}`).join('；'),
      ],
    ),
  );
/** The disputes that a file became, by the number of their row. */
async function taken(lines: readonly string[]) {
  const run = await checked(lines);
  if (run.counts.waiting > 0) await act(run.id, 'applications');
  const views: Record<number, Awaited<ReturnType<Person['get']>>> = {};
  for (const { rowNumber, code } of await rowsOf(run.id, 'applied'))
    views[rowNumber] = await dispatcher.get(`/api/disputes/${code}`);
  return { run, views, problems: await problemsOf(run.id) };
}
const matched = (run: { findings: { matches: Match[] } }, field: string) =>
  Object.fromEntries(run.findings.matches.filter((each) => each.field === field).map((each) => [each.word, each]));
const kept = (view: { timeline: { notes: { kind: string; body: string }[] }[] }): string =>
  view.timeline.flatMap(({ notes }) => notes.map(({ body }) => body)).join('\n');

test('a word that tells of failing, of a part or of going on never becomes settled; what is not said is asked', async () => {
  const words = [
    '调解不成，引导诉讼',
    '化解不成功',
    '部分化解',
    '正在调解',
    '已化解',
    '已办结',
    '未化解',
    '办理中',
    '基本化解',
    '调解未达成一致',
  ];
  const run = await checked([
    '登记日期,申请人,类别,经过,办理情况,办结日期',
    ...words.map((word, n) => `2025-02-0${(n % 8) + 1},试问${n},邻里,为停车位吵过两次第${n}回,"${word}",2025-03-01`),
  ]);
  const ours = Object.fromEntries(Object.entries(matched(run, 'status')).map(([word, { ours }]) => [word, ours]));
  expect(ours).toEqual({
    '调解不成，引导诉讼': 'closed.failed',
    化解不成功: 'closed.failed',
    部分化解: null,
    基本化解: null,
    正在调解: 'inMediation',
    已化解: 'closed.settled',
    已办结: 'closed.unknown',
    未化解: 'inMediation',
    办理中: 'inMediation',
    调解未达成一致: 'closed.failed',
  });
});

test('a day of closing alone settles nothing: how such rows ended is asked once, and the answer counts for all of them', async () => {
  const lines = [
    '登记日期,申请人,类别,经过,办结日期',
    ...[1, 2, 3].map((n) => `2025-02-0${n},只日${n},邻里,只写了办结日期的第${n}行,2025-03-01`),
  ];
  const run = await checked(lines);
  expect(run.counts).toMatchObject({ ready: 0, wrong: 3 });
  const [asked] = run.findings.matches.filter(({ field }: Match) => field === 'status');
  expect(asked).toMatchObject({ ours: null, how: 'none', rows: 3 });
  const words = { ...run.mapping.words, status: { [asked.word]: 'closed.unknown' } };
  await dispatcher.put(
    `/api/imports/${run.id}/mapping`,
    { revision: run.revision, mapping: { ...run.mapping, words } },
    200,
  );
  expect((await act(run.id, 'checks')).counts).toMatchObject({ ready: 3, wrong: 0 });
  await act(run.id, 'applications');
  const { rows } = await admin.query(
    `select distinct m.status, d.outcome from dispute d join matter m on m.id = d.matter_id where d.import_run_id = $1`,
    [run.id],
  );
  expect(rows).toEqual([{ status: 'closed', outcome: null }]);
});

test('every word that was matched is listed with its rows before anything is written, what is uncertain on top', async () => {
  const run = await checked([
    '登记日期,申请人,类别,经过,办理情况,办结日期,街道,承办单位,来源,承办人,登记人',
    '2025-02-01,列出甲,邻里,为停车位吵过两次,已化解,2025-03-01,迎泽街道,本中心,来访,李娜,查无此人',
    '2025-02-02,列出乙,邻居吵架,为停车位吵过三次,化解了,2025-03-01,太原市迎泽区桥东街道,本中心,来访,查无此人,',
    '2025-02-03,列出丙,扯皮事,为停车位吵过四次,已化解,2025-03-01,迎泽街道,本中心,朋友介绍,查无此人,',
  ]);
  const rank = ['none', 'loose', 'chosen', 'exact'];
  const ranks: number[] = run.findings.matches.map(({ how }: Match) => rank.indexOf(how));
  expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
  expect(matched(run, 'category')).toMatchObject({
    邻里: { ours: '02', how: 'exact', rows: 1 },
    邻居吵架: { ours: '02', how: 'loose', rows: 1 },
    扯皮事: { ours: null, how: 'none', rows: 1 },
  });
  expect(matched(run, 'status')).toMatchObject({
    已化解: { ours: 'closed.settled', how: 'exact', rows: 2 },
    化解了: { ours: 'closed.settled', how: 'loose', rows: 1 },
  });
  expect(matched(run, 'region')).toMatchObject({
    迎泽街道: { how: 'exact', rows: 2 },
    太原市迎泽区桥东街道: { how: 'loose', rows: 1 },
  });
  expect(matched(run, 'unit')).toMatchObject({ 本中心: { ours: '140106-center', rows: 3 } });
  expect(matched(run, 'handler')).toMatchObject({ 查无此人: { ours: null, rows: 2 } });
  expect(matched(run, 'registrar')).toMatchObject({ 查无此人: { ours: null, rows: 1 } });
});

test('where nothing is said of source and first contact, it stays unknown and is nobody’s, on the slip too', async () => {
  const importer = (await dispatcher.get('/api/me')).name;
  const { views } = await taken([
    '登记日期,申请人,类别,经过,登记人',
    '2025-12-30,首问甲,邻里,为停车位吵过两次,老李头',
    '2025-12-30,首问乙,邻里,为停车位吵过三次,',
  ]);
  const [named, unnamed] = [views[2], views[3]];
  expect(named.facts.source).toBe('unknown');
  expect(named.firstContact.name).toBe('老李头');
  expect(unnamed.firstContact.name).toBe('');
  expect(JSON.stringify([named.firstContact, unnamed.firstContact])).not.toContain(importer);
  const { rows } = await dispatcher.get('/api/ledger?cols=source,first&limit=100');
  const first = (code: string) => rows.find((row: { code: string }) => row.code === code);
  expect(first(named.code)).toMatchObject({ source: 'unknown', firstContact: '老李头' });
  expect(first(unnamed.code)).toMatchObject({ firstContact: '' });
  const { partyId } = { partyId: named.parties[0].id };
  const slip = await dispatcher.raw('POST', `/api/disputes/${named.code}/slips`, { partyId, largePrint: false });
  expect(slip.statusCode).toBe(200);
});

test('what a mapped column says and no field of ours can hold stays with the dispute in the ledger’s own words', async () => {
  const long = `开头${'很长的经过'.repeat(500)}结尾`;
  const { views, problems } = await taken([
    '登记日期,申请人,电话,被申请人,类别,经过,办理情况,办结日期,承办人,金额（元）,涉及人数,标题,备注',
    '2025-02-01,张留（父亲）,13800000001/13900000002,太原市留样（集团）有限公司,邻里,为停车位吵过两次,已化解,2025-03-01,早走了的人,三万至五万元,十来个,,原件在二楼柜子里',
    `2025-02-02,李留,,,邻里,${long},已化解,2025-03-01,李娜,伍万元,约30人,${'长标题'.repeat(30)},`,
  ]);
  expect(problems).toEqual({});
  const [first, second] = [views[2], views[3]];
  expect(first.parties.map(({ name, kind }: { name: string; kind: string }) => [name, kind])).toEqual([
    ['张留', 'person'],
    ['太原市留样（集团）有限公司', 'organization'],
  ]);
  for (const words of ['张留（父亲）', '早走了的人', '三万至五万元', '十来个', '13900000002', '原件在二楼柜子里'])
    expect(kept(first)).toContain(words);
  expect(first.facts.amountCents).toBeNull();
  expect(second.facts.amountCents).toBe(5_000_000);
  expect(kept(second)).toContain('结尾');
  expect(kept(second)).toContain('约30人');
  expect(kept(second)).toContain('长标题'.repeat(30));
  expect(kept(second)).toContain('李娜');
});

test('two sides in one cell are two sides; schools, stations, shops and villagers’ groups are no persons', async () => {
  const { views, problems } = await taken([
    '登记日期,当事人,类别,经过',
    '2025-02-01,张三与李四,邻里,一格里写了两方甲',
    '2025-02-02,王五诉赵六,邻里,一格里写了两方乙',
    '2025-02-03,甲方：孙七、周八 乙方：样例第二小学,邻里,一格里写了两方丙',
    '2025-02-04,吴九和样例街道办,邻里,一格里写了两方丁',
    '2025-02-05,太原市和平样例中学,邻里,一个单位不是两方',
    '2025-02-06,样例派出所、老王面馆、东头村民小组、样例村第三村民组、样例大学,邻里,都是单位',
  ]);
  expect(problems).toEqual({});
  const parties = (row: number) =>
    views[row].parties.map(({ side, kind, name }: { side: string; kind: string; name: string }) =>
      [side === 'applicant' ? '甲' : '乙', kind === 'person' ? '人' : '单位', name].join(' '),
    );
  expect(parties(2)).toEqual(['甲 人 张三', '乙 人 李四']);
  expect(parties(3)).toEqual(['甲 人 王五', '乙 人 赵六']);
  expect(parties(4)).toEqual(['甲 人 孙七', '甲 人 周八', '乙 单位 样例第二小学']);
  expect(parties(5)).toEqual(['甲 人 吴九', '乙 单位 样例街道办']);
  expect(parties(6)).toEqual(['甲 单位 太原市和平样例中学']);
  expect(parties(7).every((each: string) => each.startsWith('甲 单位'))).toBe(true);
});

test('an exact title beats a loose one, whatever stands first', async () => {
  const run = await dispatcher.upload(
    '/api/imports',
    '台账.csv',
    csv([
      '受理单位登记时间说明,当事人家属电话,登记日期,申请人姓名备注,申请人,联系电话,类别,问题分类情况,经过',
      '无,13800000009,2025-02-01,无,张先,13800000008,邻里,无,经过经过',
    ]),
  );
  const fields = Object.fromEntries(
    run.columns.map(({ title, field }: { title: string; field: string }) => [title, field]),
  );
  expect(fields).toMatchObject({
    登记日期: 'openedOn',
    申请人: 'applicants',
    联系电话: 'applicantPhones',
    类别: 'category',
    经过: 'facts',
  });
});

test('twins inside one file and between two files that nobody has written yet are asked about', async () => {
  const head = '登记日期,申请人,被申请人,类别,经过';
  const run = await checked([
    head,
    '2025-02-01,双生甲,双生乙,邻里,楼上漏水泡了天花板',
    '2025-02-01,双生甲,双生乙,邻里,楼上漏水泡了天花板',
    '2025-02-09,双生甲,双生乙,邻里,又来说漏水的事还没修',
    '2025-08-09,双生甲,双生乙,邻里,半年以后的另一件事',
  ]);
  expect(run.counts).toMatchObject({ ready: 2, possible: 2, same: 0 });
  const asked = await rowsOf(run.id, 'possible');
  expect(asked.map(({ rowNumber, likeRow }: { rowNumber: number; likeRow: number }) => [rowNumber, likeRow])).toEqual([
    [3, 2],
    [4, 2],
  ]);
  const other = await checked([head, '2025-02-01,双生甲,双生乙,邻里,楼上漏水泡了天花板'], '另一份.csv');
  expect(other.counts).toMatchObject({ ready: 0, possible: 1 });
  const [like] = await rowsOf(other.id, 'possible');
  expect(like).toMatchObject({ likeRow: 2, likeFile: '台账.csv' });
});

test('two files with the same row, both checked before either is written, write it once', async () => {
  const lines = ['登记日期,申请人,类别,经过', '2025-02-01,抢先甲,邻里,两份文件里都有这一行'];
  const [one, other] = [await checked(lines, '一.csv'), await checked(lines, '二.csv')];
  await dispatcher.post(`/api/imports/${other.id}/choices`, { rowNumbers: null, chosen: true }, 204);
  await act(one.id, 'applications');
  const second = await act(other.id, 'applications');
  expect(second.counts).toMatchObject({ applied: 0, same: 1 });
});

test('a long ledger into a house without history is not slower with every row: no row reads all matters before it', async () => {
  const number = async (query: string): Promise<number> => Number((await admin.query(query)).rows[0].n);
  const read = () => number(`select idx_tup_read as n from pg_stat_user_indexes where indexrelname = 'matter_code'`);
  const written = () => number(`select n_tup_ins as n from pg_stat_user_tables where relname = 'matter'`);
  const lines = Array.from({ length: 1500 }, (_, n) => `2025-02-01,长账${n},邻里,为停车位吵过两次第${n}回`);
  const run = await checked(['登记日期,申请人,类别,经过', ...lines]);
  const [before, there] = [await read(), await written()];
  await act(run.id, 'applications');
  // What a connection counted is told within seconds of its last statement: its reads with its writes.
  await expect.poll(written, { timeout: 30_000, interval: 500 }).toBeGreaterThanOrEqual(there + lines.length);
  expect((await read()) - before).toBeLessThan(1_000_000);
}, 60_000);

test('a title with two years, or the day of filling it in, is no year of the days below; when it happened may be told in words', async () => {
  const run = async (title: string, day: string) => {
    const made = await checked([
      title,
      '登记日期,申请人,类别,经过,发生时间',
      `${day},标题${title.length},邻里,标题里的年份,去年春节前`,
    ]);
    return { year: made.mapping.year, problems: Object.values(await problemsOf(made.id)).join() };
  };
  expect(await run('2023-2024年纠纷台账', '三月七日')).toMatchObject({
    year: null,
    problems: expect.stringContaining('没有写年份'),
  });
  expect((await run('填表日期：2026年1月5日', '3月7日')).year).toBeNull();
  expect(await run('样例中心2024年3月台账', '三月七日')).toEqual({ year: 2024, problems: '' });
});

test('numbers of people among a row’s other words are for the receiving center alone', async () => {
  const { views } = await taken([
    '登记日期,申请人,类别,经过,办理情况,承办单位,备注',
    '2025-02-01,号码甲（13800000077）,邻里,备注里写了电话,正在调解,迎泽街道,他儿子电话13800000088',
  ]);
  const [{ phone_sealed: sealed }] = (await admin.query(`select phone_sealed from party where name = '号码甲'`)).rows;
  expect(t.engine.crypto.open('140106', sealed)).toBe('13800000077');
  expect(kept(views[2])).toContain('13800000088');
  const { rows } = await admin.query(
    `select visibility from note where body like '%13800000088%' or body like '%13800000077%'`,
  );
  expect(new Set(rows.map(({ visibility }) => visibility))).toEqual(new Set(['unit:140106-center']));
});

test('做完这一切，存下的统计数和背后的名单还是一样', () => expectFiguresToFit(t));
