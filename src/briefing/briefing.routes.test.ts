import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { boardScene } from '../dashboards/testing/boardScene.ts';
import { atTime } from '../platform/now.ts';
import { jobsAtRest } from '../platform/startJob.sql.ts';
import type { ServerEngine } from '../server/engine.ts';
import { briefLeaders, missBriefings } from '../server/recurring.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { briefingCheck } from '../upkeep/checkBriefing.sql.ts';
import { registered } from '../web/testing/story.ts';
import type { Briefing } from './briefingView.ts';

// Wednesday.
const today = '2026-10-14';
const day = (offset: number, time: string) => new Date(atTime(today, time).getTime() + offset * 86_400_000);
type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let house: ServerEngine;
let admin: pg.Client;
const people = {} as Record<'leader' | 'member' | 'township' | 'other' | 'city' | 'information', Client>;

beforeAll(async () => {
  it = await testApp(day(0, '07:50'));
  house = it.engine as ServerEngine;
  admin = new pg.Client({ connectionString: it.adminUrl });
  await admin.connect();
  people.leader = await it.as('centerLeader', '140106-center');
  people.member = await it.as('politicalLegalMember', '140106-center');
  people.township = await it.as('centerLeader', '140106004-center');
  people.other = await it.as('centerLeader', '140105-center');
  people.city = await it.as('centerLeader', '140100-center');
  people.information = await it.as('informationOfficer', '140106-center');
  const scene = await boardScene(it.adminUrl, day(0, '07:50'), 800_000);
  const hours = (from: number) => (from - 7 - 50 / 60) / 24;
  await scene.addDispute({ title: '今天到期的车位', clocks: [{ due: hours(24) }] });
  await scene.addDispute({ title: '今天到期的限制知悉', restricted: true, clocks: [{ due: hours(24) }] });
  await scene.addDispute({ title: '昨天按时的', clocks: [{ due: hours(0), stopped: hours(-8) }] });
  await scene.addDispute({ title: '昨天没办的', clocks: [{ due: hours(0) }] });
  await scene.addDispute({ title: '后天的', clocks: [{ due: hours(72) }] });
  await scene.addDispute({ title: '暂停的', clocks: [{ due: null }] });
  await scene.addDispute({
    title: '小店的',
    countyCode: '140105',
    regionCode: '140105001',
    lead: '140105-housing',
    clocks: [{ due: hours(24) }],
  });
  await scene.close();
}, 120_000);
afterAll(async () => {
  await admin?.end();
  await it?.close();
});
beforeEach(() => {
  it.clock.now = day(0, '07:50');
});
afterEach(async () => {
  await admin.query('delete from briefing_alarm');
  await admin.query('delete from briefing');
  await admin.query('delete from briefing_reader');
  await admin.query('delete from notice');
});

const read = (who: Client): Promise<Briefing> => who.get('/api/briefing');
const stored = async (center: string) =>
  (await admin.query('select * from briefing where center_id = $1 order by day', [center])).rows;
const told = async (text: string) =>
  (await admin.query('select owner, text, page from notice where text like $1', [`%${text}%`])).rows;
const at = async <T>(moment: Date, work: (engine: ServerEngine) => Promise<T>): Promise<T> => {
  it.clock.now = moment;
  return work(house);
};

test('主任看到的：今天还来得及的、昨天对照计划、在办怎么对上，每个数和打开的名单一样', async () => {
  const briefing = await read(people.leader);
  expect(briefing.save.rows.map(({ title }) => title).toSorted()).toEqual(['今天到期的车位', '今天到期的限制知悉']);
  expect(briefing.plan).toMatchObject({
    ...{ from: '2026-10-13', to: '2026-10-13' },
    expected: null,
    planned: 2,
    inTime: 1,
    doneLate: 0,
    notDone: 1,
  });
  for (const state of ['planned', 'inTime', 'doneLate', 'notDone'] as const) {
    const list = await people.leader.get(`/api/supervision/matters?state=${state}&day=${briefing.plan.from}`);
    expect([state, list.total]).toEqual([state, briefing.plan[state]]);
  }
  for (const [state, count] of [
    ['dueToday', briefing.save.total],
    ['late', briefing.late],
    ['open', briefing.open.board],
  ] as const)
    expect((await people.leader.get(`/api/supervision/matters?state=${state}`)).total).toBe(count);
  for (const what of ['registered', 'settled', 'struckOff'] as const) {
    const list = await people.leader.get(`/api/reports/figures?what=${what}&from=2026-10-13&to=2026-10-13`);
    expect([what, list.value]).toEqual([what, briefing.plan[what]]);
  }
  for (const { id, late } of briefing.weeks)
    expect((await people.leader.get(`/api/supervision/matters?state=late&week=${id}`)).total).toBe(late);
  for (const unit of briefing.units)
    for (const state of ['late', 'soon', 'paused'] as const) {
      const list = await people.leader.get(`/api/supervision/matters?state=${state}&unit=${unit.key}`);
      expect([unit.key, state, list.total]).toEqual([unit.key, state, unit[state]]);
    }
});

test('别的区县的主任看不到这里一件事、一个数；市里的看得到全部', async () => {
  const other = await read(people.other);
  expect(JSON.stringify(other)).not.toMatch(/车位|昨天没办|140106/);
  expect(other.save.rows.map(({ title }) => title)).toEqual(['小店的']);
  expect((await read(people.city)).save.total).toBe(3);
  const [, edition] = await Promise.all([at(day(0, '07:31'), briefLeaders), read(people.other)]);
  expect(edition.plan.planned).toBe(0);
});

test('限制知悉的计入数字；不该知道的人看不到名字', async () => {
  const briefing = await read(people.member);
  expect(briefing.save).toMatchObject({ total: 2, more: 1 });
  expect(JSON.stringify(briefing)).not.toContain('今天到期的限制知悉');
  expect(briefing.hidden).toBe(1);
});

test('7:30 的晨报一天一份：两台服务器同时做、做几遍都是一份；7:30 以前没有', async () => {
  expect(await at(day(0, '07:29'), briefLeaders)).toBe(0);
  expect((await read(people.leader)).edition).toBeNull();
  const made = await at(day(0, '07:30'), (engine) => Promise.all([briefLeaders(engine), briefLeaders(engine)]));
  expect(made[0] + made[1]).toBe((await admin.query('select count(*)::int as n from briefing')).rows[0].n);
  expect(await briefLeaders(house)).toBe(0);
  const [row, ...more] = await stored('140106-center');
  expect(more).toEqual([]);
  expect(row).toMatchObject({ county_code: '140106', made_at: day(0, '07:30'), due_at: day(0, '07:30') });
  expect(row.counts).toEqual({ toDecide: 0, dueToday: 2, late: 1, soon: 3, open: 5, paused: 1 });
  const { edition } = await read(people.leader);
  expect(edition).toMatchObject({ day: today, late: false, counts: { dueToday: 2 } });
});

test('写下的是那时的数：后来变了，写下的不变；昨天早上说的，今天对照得上', async () => {
  await at(day(-1, '07:30'), briefLeaders);
  const [before] = await stored('140106-center');
  it.clock.now = day(0, '07:50');
  const { plan } = await read(people.leader);
  expect(plan.expected).toBe(before.counts.dueToday);
  expect(await stored('140106-center')).toEqual([before]);
});

test('7:30 服务停着：9:42 才出，写着真的时间；停着的那几天不补', async () => {
  await at(day(-3, '07:30'), briefLeaders);
  await at(day(0, '09:42'), briefLeaders);
  const rows = await stored('140106-center');
  expect(rows.map((row) => row.made_at)).toEqual([day(0, '09:42')]);
  const { edition } = await read(people.leader);
  expect(edition).toMatchObject({
    late: true,
    dueAt: day(0, '07:30').toISOString(),
    madeAt: day(0, '09:42').toISOString(),
  });
});

test('休息日不出；值班的中心照出', async () => {
  const saturday = new Date(day(0, '07:30').getTime() + 10 * 86_400_000);
  expect(await at(saturday, briefLeaders)).toBe(0);
  const calendarFor = (countyCode: string, centerId?: string) => {
    const calendar = house.cache.current().calendarFor(countyCode, centerId);
    return centerId === '140106-center'
      ? { ...calendar, onDuty: [{ centerId, days: 'weekends' as const, dates: [] }] }
      : calendar;
  };
  const cache = { ...house.cache, current: () => ({ ...house.cache.current(), calendarFor }) };
  expect(await briefLeaders({ ...house, cache })).toBe(1);
  expect(await stored('140106-center')).toHaveLength(1);
});

test('7:45 还没有，告诉主任和信息员一次，医生也查得出；新装的第一天不吓人', async () => {
  const look = () =>
    briefingCheck({ db: it.db, reference: () => house.cache.current(), now: () => it.clock.now }).look();
  expect(await at(day(0, '08:00'), missBriefings)).toBe(0);
  await at(day(-1, '07:30'), briefLeaders);
  await admin.query('delete from notice');
  expect(await at(day(0, '07:44'), missBriefings)).toBe(0);
  const raised = await at(day(0, '07:46'), (engine) => Promise.all([missBriefings(engine), missBriefings(engine)]));
  expect(raised[0] + raised[1]).toBe(4);
  expect((await told('7:45 还没有出来')).filter(({ owner }) => owner.startsWith('p:'))).toHaveLength(6);
  expect(await look()).toMatchObject({ state: 'bad' });
  await at(day(0, '09:42'), briefLeaders);
  await missBriefings(house);
  expect(await told('7:45 还没有出来')).toHaveLength(6);
  expect(await look()).toMatchObject({ state: 'warn', found: expect.stringContaining('9:42 才出') });
  await admin.query('delete from briefing');
  await at(day(-1, '07:30'), briefLeaders);
  await at(day(0, '07:31'), briefLeaders);
  it.clock.now = day(0, '08:00');
  expect(await look()).toMatchObject({ state: 'ok' });
});

test('要了的才告诉：收件箱里一条，只有数，没有一个名字、编号和事由，点开是晨报', async () => {
  expect((await read(people.leader)).wanted).toBe(false);
  expect(await people.leader.put('/api/briefing/wish', { wanted: true }, 200)).toEqual({ wanted: true });
  await people.leader.put('/api/briefing/wish', { wanted: true }, 200);
  await at(day(0, '07:30'), briefLeaders);
  await briefLeaders(house);
  const inbox = await people.leader.get('/api/inbox');
  expect(inbox.rows).toHaveLength(1);
  const [{ text, page, code, about }] = inbox.rows;
  expect({ page, code, about }).toEqual({ page: '/briefing', code: null, about: null });
  expect(text).toBe('今天的晨报：要拍板 0 件，今天到期 2 件，逾期 1 件，在办 5 件。');
  const names = (
    await admin.query(`select title as word from matter union select code from matter
    union select name from app_user where name <> ''`)
  ).rows as { word: string }[];
  expect(names.length).toBeGreaterThan(8);
  for (const { word } of names) expect(text).not.toContain(word);
  expect(await told('今天的晨报')).toHaveLength(1);
  await people.leader.put('/api/briefing/wish', { wanted: false }, 200);
  expect((await read(people.leader)).wanted).toBe(false);
});

test('打出来是一张 A4', async () => {
  const answer = await people.leader.raw('GET', '/api/briefing/sheet.pdf');
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect(answer.rawPayload.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
});

test('世界时的服务器上，0:30、7:59、8:01：晨报、台账、报表和导出说的今天、昨天是同一天', async () => {
  const desk = await it.as('receptionist', '140106-center');
  const register = async (title: string, moment: Date) => {
    it.clock.now = moment;
    await registered({ post: (path, body) => desk.post(path, body, 201) }, { title });
  };
  await register('昨天夜里来的', day(-1, '23:50'));
  await register('今天凌晨来的', day(0, '00:20'));
  const yesterday = '2026-10-13';
  const ledgerOf = async (of: string) => {
    const list = await people.leader.get(`/api/ledger?status=all&opened=${of}..${of}`);
    const job = await people.leader.post(
      '/api/ledger/exports',
      { search: { status: 'all', opened: `${of}..${of}` }, columns: 'code,title,opened' },
      201,
    );
    await jobsAtRest();
    const { result } = await people.leader.get(`/api/jobs/${job.id}`);
    return [list.rows.map(({ title }: { title: string }) => title), list.total, result.rows];
  };
  for (const time of ['00:30', '07:59', '08:01']) {
    it.clock.now = day(0, time);
    const briefing = await read(people.leader);
    expect([time, briefing.day, briefing.plan.to, briefing.plan.registered]).toEqual([time, today, yesterday, 1]);
    expect(await ledgerOf(yesterday)).toEqual([['昨天夜里来的'], 1, 1]);
    expect(await ledgerOf(today)).toEqual([['今天凌晨来的'], 1, 1]);
    const report = await people.leader.get('/api/reports?period=day');
    const row = report.tables
      .flatMap(({ rows }: { rows: { name: string }[] }) => rows)
      .find(({ name }: { name: string }) => name === '登记');
    expect([report.spans.this.from, report.spans.former.from]).toEqual([today, yesterday]);
    expect(row.cells.map(({ value }: { value: number }) => value)).toEqual([1, 0]);
    const planned = await people.leader.get(`/api/supervision/matters?state=planned&day=${yesterday}`);
    expect(planned.total).toBe(briefing.plan.planned);
  }
});

test('周一看的「昨天」从周五算起：周五、周末到期的都在，名单也是那么多件；登记的数也是这几天的', async () => {
  it.clock.now = day(5, '07:50');
  const friday = { from: '2026-10-16', to: '2026-10-18' };
  const scene = await boardScene(it.adminUrl, day(5, '07:50'), 900_000);
  const hours = (from: number) => (from - 7 - 50 / 60) / 24;
  await scene.addDispute({ title: '周五到期的', clocks: [{ due: hours(-48) }] });
  await scene.addDispute({ title: '周日到期，周五就办了的', clocks: [{ due: hours(0), stopped: hours(-60) }] });
  await scene.addDispute({ title: '周六新起、周六到期的', clocks: [{ started: hours(-40), due: hours(-24) }] });
  await scene.close();
  const leader = await it.as('centerLeader', '140106-center');
  const { plan } = await read(leader);
  expect(plan).toMatchObject({ ...friday, planned: 3, inTime: 1, doneLate: 0, notDone: 2 });
  for (const state of ['planned', 'inTime', 'notDone'] as const) {
    const list = await leader.get(`/api/supervision/matters?state=${state}&day=${plan.from}&to=${plan.to}`);
    expect([state, list.total]).toEqual([state, plan[state]]);
  }
  const list = await leader.get(`/api/reports/figures?what=registered&from=${plan.from}&to=${plan.to}`);
  expect(list.value).toBe(plan.registered);
});
