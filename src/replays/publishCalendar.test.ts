import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { notices, specialDaysOf } from '../calendar/notices.ts';
import { type StepName, stepOf } from '../disputes/procedure.ts';
import { signedInAs } from '../people/testing/signedIn.ts';
import { systemActor } from '../platform/actor.ts';
import { canonicalJson, chainHash } from '../platform/eventChain.ts';
import { newId } from '../platform/ids.ts';
import { askToCancel } from '../platform/jobs.sql.ts';
import { jobsAtRest } from '../platform/startJob.sql.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { validInput } from '../server/testing/inputs.ts';
import { aPhone } from '../web/citizen/testing/resident.ts';
import { catchUpWithCalendar, planCalendar, publishCalendar } from './publishCalendar.sql.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;
// biome-ignore lint/suspicious/noExplicitAny: rows and answers whose shape the test knows
type Row = any;

let it: TestApp;
let admin: pg.Client;
let keeper: Client;
let receptionist: Client;
let dispatcher: Client;
let handler: Client;
let farReceptionist: Client;
let code = '';
let pin = '';

const rows = async (sql: string, values: unknown[] = []): Promise<Row[]> => (await admin.query(sql, values)).rows;

const register = async (by: Client, regionCode: string): Promise<{ code: string; slips: { pin: string }[] }> =>
  by.post(
    '/api/disputes',
    {
      parties: [
        { ...it.party, name: '郭秀兰', idNumber: '11010519491231002X', phone: '13800001234' },
        { ...it.party, side: 'respondent', name: '任建军', phone: '13800005678' },
      ],
      categoryCode: '17',
      source: 'walkIn',
      regionCode,
      address: '3号楼',
      title: '物业费争议',
      facts: '物业公司多收了两年物业费。',
      demands: '退还多收部分',
      occurredOn: null,
      peopleInvolved: 2,
      amountCents: 300_000,
      willing: 'yes',
      headCount: 1,
      restriction: null,
      uploads: [],
      creditCodeConfirmed: false,
      commandId: newId(),
    },
    201,
  );

const shipped = notices.flatMap((notice) => (notice.year === 2026 ? specialDaysOf(notice) : []));
/** Two more days off after National Day: whatever counts working days over them ends two working days later. */
const longer = [
  ...shipped,
  { day: '2026-10-08', kind: 'holiday', name: '国庆节' },
  { day: '2026-10-09', kind: 'holiday', name: '国庆节' },
];

async function draft(days: readonly object[], year = 2026): Promise<number> {
  const now = await keeper.get(`/api/calendar/${year}`);
  const revision = now.draft?.revision ?? 0;
  const body = { revision, source: '国办发明电〔2026〕3号', publishedOn: '2026-09-25', days };
  return (await keeper.post(`/api/calendar/${year}/drafts`, body, 201)).revision;
}

async function finished(job: { id: string }): Promise<Row> {
  await jobsAtRest();
  return keeper.get(`/api/jobs/${job.id}`);
}

/** A second later than what came before, as with people. */
async function preview(days: readonly object[], year = 2026): Promise<Row> {
  it.clock.now = new Date(it.clock.now.getTime() + 1000);
  const revision = await draft(days, year);
  const job = await finished(await keeper.post(`/api/calendar/${year}/previews`, { revision }, 201));
  expect(job).toMatchObject({ state: 'done' });
  const [run] = await keeper.get(`/api/calendar/${year}/previews`);
  expect(run.id).toBe(job.result.run);
  return run;
}

const publish = async (run: string, year = 2026) =>
  finished(await keeper.post(`/api/calendar/${year}/publications`, { run }, 201));

const clockOf = async (kind: string, of = code): Promise<Row> => {
  const [row] = await rows(
    `select c.* from matter_clock c join matter m on m.id = c.matter_id where m.code = $1 and c.kind = $2 and c.stopped_at is null`,
    [of, kind],
  );
  return row;
};

const tables = ['matter', 'matter_clock', 'matter_seen', 'matter_todo', 'matter_event', 'notice', 'calendar_year'];
async function digest(): Promise<string> {
  const parts = [...tables, 'calendar_day', 'calendar_version'].map(
    (table) => `(select coalesce(sum(hashtextextended(t::text, 0)), 0) from ${table} t)`,
  );
  return (await rows(`select concat_ws('/', ${parts.join(', ')}) as digest`))[0].digest;
}

async function dispatched(): Promise<string> {
  const registered = await register(receptionist, '140106004');
  pin ||= registered.slips[0]?.pin ?? '';
  const step = (by: Client, name: StepName, body: object) =>
    by.post(`/api/disputes/${registered.code}/${stepOf(name).noun}`, body, 200);
  await step(receptionist, 'accept', validInput('accept'));
  await step(dispatcher, 'triage', { ...validInput('triage'), difficulty: 'ordinary' });
  await step(dispatcher, 'dispatch', validInput('dispatch'));
  return registered.code;
}

beforeAll(async () => {
  it = await testApp(new Date('2026-09-29T10:00:00+08:00'));
  admin = new pg.Client({ connectionString: it.adminUrl });
  await admin.connect();
  keeper = await it.as('systemAdmin', '140100-center');
  receptionist = await it.as('receptionist', '140106-center');
  dispatcher = await it.as('dispatcher', '140106-center');
  handler = await it.as('handler', '140106-housing');
  farReceptionist = await it.as('receptionist', '140105-center');
  code = await dispatched();
  await handler.post(`/api/disputes/${code}/${stepOf('acknowledge').noun}`, {}, 200);
  await register(farReceptionist, '140105001');
}, 120_000);
afterAll(async () => {
  await admin?.end();
  await it?.close();
});

describe('a change of the calendar', () => {
  test('is previewed: what moves, where, and how the lights change; nothing has moved yet', async () => {
    const before = await digest();
    const run = await preview(longer);
    expect(run).toMatchObject({ state: 'planned', year: 2026, version: 2 });
    expect(run.whole).toMatchObject({ open: 2, moved: 1, later: 2, earlier: 0 });
    expect(run.counties.map(({ name, moved }: Row) => [name, moved])).toEqual([
      ['迎泽区', 1],
      ['小店区', 0],
    ]);
    expect(await digest()).toBe(before);
  });

  test('shows a system administrator figures only, and each official his own matters', async () => {
    const [run] = await keeper.get('/api/calendar/2026/previews');
    const moves = `/api/calendar/previews/${run.id}/moves`;
    expect((await keeper.get(moves)).items).toEqual([]);
    expect((await farReceptionist.get(moves)).items).toEqual([]);
    const { items, next } = await handler.get(moves);
    expect(next).toBeNull();
    expect(items.map(({ code: of, kind }: Row) => [of, kind]).sort()).toEqual([
      [code, 'handle'],
      [code, 'report'],
    ]);
  });

  test('stopped half-way leaves nothing behind', async () => {
    const [run] = await keeper.get('/api/calendar/2026/previews');
    const before = await digest();
    const means = { db: it.db, now: () => it.clock.now, reference: (it.engine as Row).cache };
    const stopped = publishCalendar(
      means,
      systemActor(['140106']),
      run.id,
      async () => {
        throw new Error('stopped');
      },
      () => {},
    );
    await expect(stopped).rejects.toThrow('stopped');
    expect(await digest()).toBe(before);
    expect((await keeper.get('/api/calendar/2026')).version).toBe(1);
  });

  test('moves dates, lists and debts with the calendar, keeps the old date and the chain, and tells people once', async () => {
    const [run] = await keeper.get('/api/calendar/2026/previews');
    const old = await clockOf('handle');
    const matter = (await rows('select * from matter where code = $1', [code]))[0];
    expect(await publish(run.id)).toMatchObject({ state: 'done', result: { matters: 1, clocks: 2, caughtUp: 0 } });
    const moved = await clockOf('handle');
    expect(old.due_at.toISOString()).toBe('2026-10-14T16:00:00.000Z');
    expect(moved.due_at.toISOString()).toBe('2026-10-16T16:00:00.000Z');
    expect(moved.calendar_version).toBe('2026v2');
    expect(moved.due_history).toEqual([
      {
        dueAt: '2026-10-14T16:00:00.000Z',
        at: it.clock.now.toISOString(),
        why: expect.stringContaining('2026年第2版'),
      },
    ]);
    const after = (await rows('select * from matter where code = $1', [code]))[0];
    expect(after).toMatchObject({ version: matter.version, status: matter.status, event_seq: matter.event_seq + 1 });
    const lists = await rows('select distinct due_at from matter_seen where matter_id = $1', [after.id]);
    expect(lists).toEqual([{ due_at: after.due_at }]);
    const debts = await rows('select clock_kind, due_at from matter_todo where matter_id = $1', [after.id]);
    for (const { clock_kind, due_at } of debts) expect(due_at).toEqual((await clockOf(clock_kind)).due_at);
    const [event] = await rows(`select * from matter_event where matter_id = $1 and type = 'clocksMoved'`, [after.id]);
    const { hash, previous_hash, ...body } = event;
    expect(previous_hash).toBe(matter.event_hash);
    expect(hash).toBe(chainHash(previous_hash, canonicalJson(body)));
    expect(hash).toBe(after.event_hash);
    const told = await rows(`select owner, text, code from notice where text like '%放假安排改了%'`);
    expect(new Set(told.map(({ owner }) => owner)).size).toBe(told.length);
    expect(told[0]).toMatchObject({ code: null, text: expect.stringContaining('您手上 1 件的日期变了') });
    expect((await keeper.get('/api/calendar/2026')).versions.map(({ version }: Row) => version)).toEqual([2, 1]);
  });

  test('is read by officials and by the resident, old date and new', async () => {
    const { timeline, clocks } = await handler.get(`/api/disputes/${code}`);
    expect(timeline[0].sentence).toMatch(/^放假安排改了：.*办结 10月14日24时 → 10月16日24时/);
    const handle = clocks.find(({ kind, stoppedAt }: Row) => kind === 'handle' && stoppedAt === null);
    expect(handle.arithmetic.join('\n')).toContain('日历 2026 v2（国办发明电〔2026〕3号）');
    const phone = aPhone(it.app);
    await phone.post(`/c/${code}`, { pin });
    const page = await phone.get(`/c/${code}/progress`);
    expect(page.body).toContain('放假安排改了，办完的日期从10月14日24时改到10月16日24时。');
  });

  test('confirmed twice acts once', async () => {
    const [run] = await keeper.get('/api/calendar/2026/previews');
    const before = await digest();
    const again = await keeper.raw('POST', '/api/calendar/2026/publications', { run: run.id });
    expect(again.json().error).toMatchObject({ code: 'alreadyApplied' });
    expect(await digest()).toBe(before);
  });

  test('leaves alone what moved on by itself, and takes in what was registered since the preview', async () => {
    const run = await preview(shipped);
    expect(run.whole).toMatchObject({ moved: 1, earlier: 2 });
    await handler.post(
      `/api/disputes/${code}/${stepOf('report').noun}`,
      { text: '去过现场，双方都在。', forResident: '去过现场了。' },
      200,
    );
    const late = await dispatched();
    expect(await publish(run.id)).toMatchObject({ state: 'done', result: { matters: 2 } });
    expect((await clockOf('handle')).due_at.toISOString()).toBe('2026-10-14T16:00:00.000Z');
    expect((await clockOf('handle', late)).due_at.toISOString()).toBe('2026-10-14T16:00:00.000Z');
    expect((await clockOf('handle')).due_history).toHaveLength(2);
  });

  test('what another server still computed by the old calendar is set right by recurring work', async () => {
    const reference = (it.engine as Row).cache;
    const behind = reference.current();
    const means = { db: it.db, now: () => it.clock.now, reference };
    const run = await preview(longer);
    await publish(run.id);
    // A clock as a server that has not read the new calendar yet would have started it.
    await admin.query(
      `update matter_clock set due_at = '2026-10-14T16:00:00Z' where kind = 'handle' and stopped_at is null`,
    );
    expect(behind.calendar.years.get(2026).version).toBe(3);
    expect(await catchUpWithCalendar(means, systemActor(behind.counties))).toBeGreaterThan(0);
    expect((await clockOf('handle')).due_at.toISOString()).toBe('2026-10-16T16:00:00.000Z');
    expect(await catchUpWithCalendar(means, systemActor(behind.counties))).toBe(0);
  });

  test('without a difference moves nothing, and the mark "provisional" goes when its year is published', async () => {
    const same = await preview(longer);
    expect(same.whole).toMatchObject({ moved: 0, clocks: 0 });
    for (const table of ['calendar_day', 'calendar_version', 'calendar_year'])
      await admin.query(`delete from ${table} where year = 2026`);
    await (it.engine as Row).cache.refresh();
    const guessed = await dispatched();
    expect(await clockOf('handle', guessed)).toMatchObject({ provisional: true, calendar_version: '2026v0' });
    const open = await dispatcher.get('/api/calendar/provisional');
    expect(open.items.map((row: Row) => row.code)).toContain(guessed);
    expect((await keeper.get('/api/calendar/provisional')).items).toEqual([]);
    const run = await preview(shipped);
    expect(run.whole.settled).toBe(open.count);
    await publish(run.id);
    expect(await clockOf('handle', guessed)).toMatchObject({ provisional: false, calendar_version: '2026v1' });
    expect((await keeper.get('/api/calendar/provisional')).count).toBe(0);
  });
});

test('a text file is read row by row, and nothing is written', async () => {
  const csv = '日期,放假或上班,名称\n2029-01-01,放假,元旦\n2029-02-30,放假,春节\n';
  const cookie = await signedInAs(it.db, 'systemAdmin', '140100-center');
  await (it.engine as Row).cache.refresh();
  const head = '--between\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
  const answer = await it.app.inject({
    method: 'POST',
    url: '/api/calendar/2029/imports',
    headers: { cookie, 'content-type': 'multipart/form-data; boundary=between' },
    payload: `${head}${csv}\r\n--between--\r\n`,
  });
  const { rows: read } = answer.json();
  expect(read).toMatchObject([
    { rowNumber: 2, day: { day: '2029-01-01', kind: 'holiday', name: '元旦' }, problems: [] },
    { rowNumber: 3, day: null, problems: [expect.stringContaining('第3行「日期」')] },
  ]);
  expect((await keeper.get('/api/calendar/2029')).draft).toBeNull();
});

describe('two keepers', () => {
  test('the second to save a draft is told of the first', async () => {
    const body = { revision: 0, source: '测试', publishedOn: null, days: [] };
    expect((await keeper.raw('POST', '/api/calendar/2029/drafts', body)).statusCode).toBe(201);
    const second = await it.as('systemAdmin', '140100-center');
    expect((await second.raw('POST', '/api/calendar/2029/drafts', body)).json().error).toMatchObject({
      code: 'movedOn',
      message: expect.stringContaining('存过这份草稿'),
    });
  });

  test('a preview of a notice that was not copied whole is refused, day by day', async () => {
    const revision = await draft(
      [
        { day: '2029-01-01', kind: 'holiday', name: '元旦' },
        { day: '2029-03-07', kind: 'workday', name: '调休上班' },
        { day: '2028-12-31', kind: 'holiday', name: '元旦' },
      ],
      2029,
    );
    const { error } = (await keeper.raw('POST', '/api/calendar/2029/previews', { revision })).json();
    expect(error.fields).toEqual({
      'days.1.day': '调休上班的应是周六或周日',
      'days.2.day': '不是2029年的日子',
      days: '没有劳动节，通知没有抄全',
    });
  });

  test('a plan that somebody else’s publication overtook is refused', async () => {
    const reference = (it.engine as Row).cache;
    const means = { db: it.db, now: () => it.clock.now, reference };
    const plan = { year: 2026, version: 9, source: '测试', publishedOn: null, days: longer as never };
    const { id } = await planCalendar(means, systemActor(['140106']), plan, async () => {});
    const refused = publishCalendar(
      means,
      systemActor(['140106']),
      id,
      async () => {},
      () => {},
    );
    await expect(refused).rejects.toMatchObject({ code: 'movedOn' });
  });

  test('work that is stopped from outside ends as stopped', async () => {
    const run = await preview(shipped);
    const job = await keeper.post('/api/calendar/2026/publications', { run: run.id }, 201);
    await askToCancel(it.db, job.id);
    expect((await finished(job)).state).toMatch(/cancelled|done/);
  });
});
