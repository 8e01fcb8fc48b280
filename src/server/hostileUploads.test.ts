import { afterAll, beforeAll, expect, test } from 'vitest';
import { jobsAtRest } from '../platform/startJob.sql.ts';
import { picturesPdf } from '../scans/picturesPdf.ts';
import { hostileFiles } from '../sheets/testing/hostileFiles.ts';
import { type TestApp, testApp } from './testing/app.ts';

let it: TestApp;
let base = '';
type Person = Awaited<ReturnType<TestApp['as']>>;
let people: Record<'keeper' | 'dispatcher' | 'mine', Person>;
beforeAll(async () => {
  it = await testApp(new Date('2026-01-05T02:00:00Z'));
  people = {
    keeper: await it.as('systemAdmin', '140100-center'),
    dispatcher: await it.as('dispatcher', '140106-center'),
    mine: await it.as('receptionist', '140106-center'),
  };
  base = await it.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => it.close());

const bytesOf = (name: string): Buffer => hostileFiles.find((each) => each.name === name)?.bytes() ?? Buffer.alloc(0);

/** How many others are answered while somebody's file is read, one after the other. */
async function meanwhile<T>(work: Promise<T>): Promise<{ result: T; answered: number }> {
  const running = { now: true };
  const done = work.finally(() => {
    running.now = false;
  });
  let answered = 0;
  while (running.now) {
    if ((await fetch(`${base}/healthz`)).ok) answered += 1;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return { result: await done, answered };
}

const many = 'more rows than a sheet has';
const bomb = 'texts that declare a kilobyte and hold 1.5 gigabytes';
test.each([
  ['a roster', 'keeper', '/api/network/units/imports', 'a.xlsx', many],
  ['a calendar', 'keeper', '/api/calendar/2026/imports', 'a.xlsx', many],
  ['an old ledger', 'dispatcher', '/api/imports', 'a.xlsx', 'shared texts that never close'],
  ['an old ledger', 'dispatcher', '/api/imports', 'a.xlsx', bomb],
  ['a blank form', 'dispatcher', '/api/report-forms', '报表.xlsx', 'one merged cell over a whole sheet'],
  ['a blank form', 'dispatcher', '/api/report-forms', '报表.xlsx', many],
  ['a blank document', 'dispatcher', '/api/report-forms', '报表.docx', 'a cell ten million columns wide'],
] as const)(
  '%s that harms is refused at the file, and others are answered meanwhile',
  async (_, who, url, name, file) => {
    const bytes = bytesOf(file);
    const { result, answered } = await meanwhile(people[who].upload(url, name, bytes));
    expect(result).toMatchObject({
      error: { kind: 'invalid', message: expect.stringMatching(/[\u4e00-\u9fff].*。$/) },
    });
    expect(answered).toBeGreaterThan(3);
  },
);

test('what harms only far below the first rows ends the job that reads the ledger through, in a sentence', async () => {
  const rows = Array.from({ length: 3000 }, (_, n) => `2025-03-01,测${n},邻里,楼上漏水`);
  const bytes = Buffer.from(
    ['登记日期,申请人,类别,简要案情', ...rows, `2025-03-01,"${'甲\n'.repeat(60_000)}`].join('\n'),
  );
  const run = await people.dispatcher.upload('/api/imports', 'a.csv', bytes);
  const { answered } = await meanwhile(
    people.dispatcher.post(`/api/imports/${run.id}/checks`, {}, 201).then(() => jobsAtRest()),
  );
  const { jobId } = await people.dispatcher.get(`/api/imports/${run.id}`);
  expect(await people.dispatcher.get(`/api/jobs/${jobId}`)).toMatchObject({
    state: 'failed',
    problem: expect.stringMatching(/第3002行.*引号.*再传。/),
  });
  expect(answered).toBeGreaterThan(3);
});

test('a photo that is no photo, and an archive that says it is Word, are refused; others are answered meanwhile', async () => {
  for (const [name, bytes] of [
    ['a.jpg', Buffer.concat([Buffer.from('ffd8ffe000104a46494600010101', 'hex'), Buffer.alloc(4_000_000, 0xff)])],
    ['a.docx', bytesOf('a document of two gigabytes that declares nine bytes')],
    ['b.docx', bytesOf('a hundred thousand entries')],
  ] as const) {
    const { result, answered } = await meanwhile(people.mine.upload('/api/uploads', name, bytes));
    expect(result).toMatchObject({ error: { kind: 'invalid', message: expect.stringMatching(/。$/) } });
    expect(answered).toBeGreaterThan(3);
  }
});

test('a scan of two thousand pages is put in and refused in a sentence on its line; others are answered meanwhile', async () => {
  const sheet = { jpeg: Buffer.from('ffd8ffd9', 'hex'), width: 10, height: 10 };
  const { id } = await people.mine.upload('/api/scans', '扫描.pdf', picturesPdf(Array(2000).fill(sheet)));
  const { answered } = await meanwhile(jobsAtRest());
  expect(await people.mine.get(`/api/scans/${id}`)).toMatchObject({
    state: 'failed',
    problem: '这份扫描件有 2000 页，一次最多 300 页。分成几份再传。',
  });
  expect(answered).toBeGreaterThan(3);
});
