import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobsAtRest } from '../platform/startJob.sql.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';

// Ledgers made by testing/ledgers/make.py with other writers than ours; what is expected of them was written by hand.
const file = (name: string): Buffer => readFileSync(new URL(`./testing/ledgers/${name}`, import.meta.url));

type Person = Awaited<ReturnType<TestApp['as']>>;
let t: TestApp;
let clerk: Person;
beforeAll(async () => {
  t = await testApp(new Date('2026-01-05T02:00:00Z'));
  clerk = await t.as('dispatcher', '140106-center');
});
afterAll(() => t.close());

async function act(id: string, noun: 'checks' | 'applications' | 'undos') {
  await clerk.post(`/api/imports/${id}/${noun}`, {}, 201);
  await jobsAtRest();
  return clerk.get(`/api/imports/${id}`);
}

const unsaid = '（没写，只有办结日期）';
const expected = [
  ['2024-03-07', 'closed', 'settled', '甲人张样｜乙人李样', 300_000],
  ['2024-03-08', 'inMediation', null, '甲人王样｜乙人赵样', null],
  ['2024-03-09', 'closed', 'failed', '甲单位东头村民小组｜乙单位样例第二小学', 5_000_000],
  ['2024-03-10', 'closed', 'failed', '甲人孙样｜甲人周样｜乙单位老王面馆', 80_050],
  ['2024-03-11', 'inMediation', null, '甲人吴样｜乙人郑样', null],
  ['2024-03-12', 'closed', null, '甲人冯样｜乙人陈样', null],
];

test.each(['openpyxl.xlsx', 'calc.xlsx', 'xlsxwriter.xlsx', 'semicolons-gbk.csv', 'unicode-text.txt'])(
  '%s is read as its clerk meant it',
  async (name) => {
    const uploaded = await clerk.upload('/api/imports', name, file(name));
    expect(uploaded.mapping).toMatchObject({ headerRow: 2, headerRows: 2, year: 2024 });
    const checked = await act(uploaded.id, 'checks');
    // What was chosen for the first of these files is remembered for the next.
    const asked = checked.findings.matches.filter(
      ({ word }: { word: string }) => word === unsaid || word === '部分化解',
    );
    expect(
      asked.every(({ how, rows }: { how: string; rows: number }) => rows === 1 && (how === 'none' || how === 'chosen')),
    ).toBe(true);
    expect(asked).toHaveLength(2);
    expect(checked.findings.totals).toHaveLength(1);
    const words = { ...checked.mapping.words, status: { 部分化解: 'inMediation', [unsaid]: 'closed.unknown' } };
    await clerk.put(
      `/api/imports/${uploaded.id}/mapping`,
      { revision: checked.revision, mapping: { ...checked.mapping, words } },
      200,
    );
    const again = await act(uploaded.id, 'checks');
    const wrong = (await clerk.get(`/api/imports/${uploaded.id}/rows?result=wrong`)).rows;
    expect(wrong).toEqual([]);
    expect(again.counts).toMatchObject({ rows: 6, ready: 6 });
    await act(uploaded.id, 'applications');
    const written = (await clerk.get(`/api/imports/${uploaded.id}/rows?result=applied`)).rows;
    const views = [];
    for (const { code } of written) views.push(await clerk.get(`/api/disputes/${code}`));
    const side = { applicant: '甲', respondent: '乙', third: '三' } as Record<string, string>;
    expect(
      views.map((view) => [
        new Date(Date.parse(view.openedAt) + 8 * 3_600_000).toISOString().slice(0, 10),
        view.status,
        view.outcome,
        view.parties
          .map(
            (each: { side: string; kind: string; name: string }) =>
              `${side[each.side]}${each.kind === 'person' ? '人' : '单位'}${each.name}`,
          )
          .join('｜'),
        view.facts.amountCents,
      ]),
    ).toEqual(expected);
    expect(views.slice(0, 2).map(({ place }) => place)).toEqual([views[0].place, views[0].place]);
    const kept = JSON.stringify(views[0].timeline);
    for (const said of ['张样（父）', '王老师', '老周', '原件在柜子里', '13800000002']) expect(kept).toContain(said);
    expect(JSON.stringify(views[1].timeline)).toContain('三至五万元');
    expect(views[0].firstContact.name).toBe('老周');
    expect(views.map(({ facts }) => facts.source)).toEqual([
      'walkIn',
      'unknown',
      'gridReport',
      'hotline',
      'phone',
      'unknown',
    ]);
    await act(uploaded.id, 'undos');
  },
);

test.each([
  ['xlwt.xls', /\.xls.*另存为.*\.xlsx/],
  ['calc.xls', /\.xls.*另存为.*\.xlsx/],
  ['calc.ods', /\.ods.*另存为.*\.xlsx/],
  ['exported-page.xls', /网页.*另存为.*\.xlsx/],
])('%s is not read, and it is said how to save it anew', async (name, sentence) => {
  expect((await clerk.upload('/api/imports', name, file(name))).error.message).toMatch(sentence);
});

test('rows that were hidden, and sheets that were not chosen, are told', async () => {
  const { id, ...uploaded } = await clerk.upload('/api/imports', 'openpyxl.xlsx', file('openpyxl.xlsx'));
  expect(uploaded.shape.sheets.map(({ name, found }: { name: string; found: boolean }) => [name, found])).toEqual([
    ['2024年', true],
    ['2023年', true],
  ]);
  expect((await act(id, 'checks')).findings.hidden).toEqual([7]);
});
