import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../platform/actor.ts';
import { endOfDay } from '../platform/now.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { atKept, lookOf, readStanding } from './board.sql.ts';
import { recentWeeks } from './boardFrame.ts';
import { boardTabs, countedStates } from './boardInput.ts';
import type { Board, BoardMatters, BoardRow } from './boardView.ts';
import { boardScene } from './testing/boardScene.ts';
import { readWeekly } from './weekly.sql.ts';

const now = new Date('2026-10-14T14:32:00+08:00');
const [housing, justice] = ['140106-housing', '140106-justice'];
const actorIn = (regionCode: string): Actor => ({
  userId: '0190a000-0000-7000-8000-0000000000cc',
  postId: '0190a000-0000-7000-8000-0000000000cd',
  name: '张伟民',
  role: 'supervisor',
  unitId: `${regionCode}-center`,
  centerId: `${regionCode}-center`,
  regionCode,
  countyCode: regionCode,
  counties: [regionCode],
  viewers: [`r:${regionCode}`, `c:${regionCode}-center#supervisor`],
});
type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let scene: Awaited<ReturnType<typeof boardScene>>;
const people = {} as Record<'supervisor' | 'leader' | 'city' | 'head' | 'township' | 'clerk', Client>;

/** Housing: two late (one restricted), one soon, one paused for the court, one taken over late; and others' clocks. */
async function situations(): Promise<void> {
  const late = await scene.addDispute({ title: '车位纠纷', clocks: [{ due: -6 }, { kind: 'report', due: -8 }] });
  await scene.addNotice(late, 2, housing);
  await scene.addDispute({ restricted: true, title: '不能让人知道的事', clocks: [{ due: -9 }] });
  await scene.addDispute({ clocks: [{ due: 1 }] });
  await scene.addDispute({ clocks: [{ due: 30 }], category: '05' });
  await scene.addDispute({
    clocks: [
      { due: null, ground: 'court' },
      { kind: 'report', due: 20 },
    ],
  });
  await scene.addDispute({ clocks: [{ due: null }], regionCode: '140106004001' });
  await scene.addDispute({ clocks: [{ due: -2, unitId: justice, unitSince: -1 }], lead: justice });
  await scene.addDispute({
    clocks: [
      { due: -3, binds: 'party' },
      { due: -3, binds: 'other', kind: 'wait' },
    ],
  });
  await scene.addDispute({ clocks: [{ kind: 'verify', due: -1 }] });
  await scene.addDispute({
    status: 'struckOff',
    clocks: [{ kind: 'strikeOff', due: 5, stopped: -1, stopReason: 'strikeOff' }],
  });
  // Late for a fortnight, done ten days ago: seen in the weeks, not today.
  await scene.addDispute({ clocks: [{ started: -60, due: -24, stopped: -10 }] });
  await scene.addDispute({
    countyCode: '140105',
    regionCode: '140105001',
    lead: '140105-housing',
    clocks: [{ due: -4 }],
  });
}

beforeAll(async () => {
  it = await testApp(now);
  people.supervisor = await it.as('supervisor', '140106-center');
  people.leader = await it.as('centerLeader', '140106-center');
  people.city = await it.as('supervisor', '140100-center');
  people.head = await it.as('unitHead', housing);
  people.township = await it.as('politicalLegalMember', '140106004-office', '140106004');
  people.clerk = await it.as('receptionist', '140106-center');
  scene = await boardScene(it.adminUrl, now);
  await situations();
}, 120_000);
afterAll(async () => {
  await scene?.close();
  await it?.close();
});

const board = (who: Client, query = ''): Promise<Board> => who.get(`/api/supervision/board?${query}`);
const list = (who: Client, query: string): Promise<BoardMatters> => who.get(`/api/supervision/matters?${query}`);
const row = ({ rows }: Board, key: string): BoardRow => rows.find((each) => each.key === key) as BoardRow;

test('一个单位的一行：逾期、将到期、暂停按等谁分开，接手前逾期和别人的钟另算', async () => {
  const seen = await board(people.supervisor);
  expect(row(seen, housing)).toMatchObject({
    name: '迎泽区住建局',
    open: 6,
    late: 2,
    lateRate: { numerator: 2, denominator: 6 },
    soon: 1,
    threeDays: 1,
    paused: { all: 2, grounds: { court: 1, material: 1, appraisal: 0, otherUnit: 0, partyAbsent: 0, forceMajeure: 0 } },
    others: { party: 1, other: 1 },
    tookOver: 0,
    struckOff: 1,
    notices: [{ level: 2, count: 1 }],
    waiting: 1,
    hidden: 1,
    small: true,
  });
  expect(row(seen, justice)).toMatchObject({ open: 1, late: 0, tookOver: 1, soon: 0 });
  expect(row(seen, '140106-center')).toMatchObject({ open: 1, late: 1 });
});

test('合计里一件事只算一次，两个钟逾期也是一件', async () => {
  const { totals } = await board(people.supervisor);
  expect(totals).toMatchObject({ open: 8, late: 3, soon: 1, tookOver: 1, struckOff: 1, hidden: 1 });
  const byClock = await board(people.supervisor, 'by=clock');
  expect(byClock.totals.late).toBe(3);
  expect(byClock.rows.map(({ name, late }) => [name, late]).toSorted()).toEqual(
    [
      ['办结', 2],
      ['反馈', 1],
      ['办结审核', 1],
      ['等别人', 0],
    ].toSorted(),
  );
});

test('每个数和它背后的名单一致：名单件数加上不列出的，就是那个数', async () => {
  for (const who of [people.supervisor, people.leader, people.city, people.head])
    for (const by of boardTabs) {
      const seen = await board(who, `by=${by}`);
      const of = (key: string) => (by === 'region' ? `region=${key}` : `${by}=${key}`);
      for (const each of seen.rows)
        for (const state of [...countedStates, 'struckOff', 'noticed'] as const) {
          if (by === 'clock' && state === 'struckOff') continue;
          const { total, hidden, rows } = await list(who, `state=${state}&limit=200&${of(each.key)}`);
          const { paused, others, notices } = each;
          const figure = {
            ...each,
            paused: paused.all,
            ...others,
            noticed: notices.reduce((sum, { count }) => sum + count, 0),
          }[state];
          expect([by, each.name, state, total, rows.length + hidden]).toEqual([by, each.name, state, figure, figure]);
        }
    }
});

test('限制知悉的计入数字，不进督办岗的名单；中心主任看得到', async () => {
  const seen = await list(people.supervisor, `state=late&unit=${housing}`);
  expect([seen.total, seen.hidden]).toEqual([2, 1]);
  expect(seen.rows.map(({ title }) => title)).toEqual(['车位纠纷']);
  expect(row(await board(people.supervisor), housing).oldestLate).toEqual({
    days: 9,
    code: null,
    codeShort: null,
    title: null,
  });
  const leader = await list(people.leader, `state=late&unit=${housing}`);
  expect([leader.hidden, leader.rows.map(({ title }) => title)]).toEqual([0, ['不能让人知道的事', '车位纠纷']]);
});

test('名单里每件事带着钟和算法、责任单位、逾期几天、第几次督办', async () => {
  const { rows } = await list(people.supervisor, `state=late&unit=${housing}`);
  expect(rows[0]).toMatchObject({ unit: '迎泽区住建局', place: '迎泽街道', daysLate: 8, noticeLevel: 2, more: 1 });
  expect(rows[0]?.clock).toMatchObject({ label: '反馈', code: 'overdue' });
  expect(rows[0]?.clock?.arithmetic.length).toBeGreaterThan(2);
});

test('12 周的逾期数由钟倒推：十天前办完的那件，当时两个周末有它，后来没有', async () => {
  const { weeks, late } = row(await board(people.supervisor), housing);
  expect(weeks).toHaveLength(12);
  expect(weeks.at(-1)).toBe(late);
  expect(weeks).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 2, 2]);
});

test('市里按区县看，一层层点到乡镇街道、村社区；没填那么深的单列', async () => {
  const city = await board(people.city, 'by=region');
  expect(city.rows.map(({ key, late, drill }) => [key, late, drill]).toSorted()).toEqual([
    ['140105', 1, '140105'],
    ['140106', 3, '140106'],
  ]);
  expect(city.totals.late).toBe(4);
  const county = await board(people.city, 'by=region&county=140106');
  expect(county.rows.map(({ key, name }) => [key, name])).toEqual([['140106004', '迎泽街道']]);
  const township = await board(people.city, 'by=region&county=140106&region=140106004');
  expect(township.rows.map(({ key }) => key).toSorted()).toEqual(['140106004', '140106004001']);
  expect(row(township, '140106004').name).toBe('迎泽街道（没填到村社区）');
});

test('单位负责人只看到自己单位的一行，数和督办岗看到的一样', async () => {
  const { rows } = await board(people.head);
  expect(rows.map(({ key }) => key)).toEqual([housing]);
  const theirs = row(await board(people.supervisor), housing);
  for (const state of ['open', 'late', 'soon', 'tookOver', 'struckOff'] as const)
    expect(rows[0]?.[state]).toBe(theirs[state]);
});

test('接待岗没有督办台；别的区县的，看不到', async () => {
  expect((await people.clerk.raw('GET', '/api/supervision/board')).statusCode).toBe(403);
  expect((await people.clerk.raw('GET', '/api/supervision/matters')).statusCode).toBe(403);
  const far = await people.supervisor.raw('GET', '/api/supervision/board?county=140105');
  expect([far.statusCode, far.json().error.fields.county]).toEqual([422, '现在的岗位看不到那个区县。']);
});

test('名单按钟的先后一页一页翻，不重不漏', async () => {
  const seen: string[] = [];
  let after = '';
  do {
    const page = await list(people.city, `state=open&limit=2${after}`);
    seen.push(...page.rows.map(({ code }) => code));
    after = page.next === null ? '' : `&after=${page.next}`;
  } while (after !== '');
  const all = await list(people.city, 'state=open&limit=200');
  expect(seen).toEqual(all.rows.map(({ code }) => code));
  expect(new Set(seen).size).toBe(all.total - all.hidden);
});

test('周报按周打印；十二周以前的没有；别的区县的打不了', async () => {
  const pdf = await people.supervisor.raw('GET', '/api/supervision/weekly.pdf?week=2026-W41');
  expect([pdf.statusCode, pdf.headers['content-type']]).toEqual([200, 'application/pdf']);
  const old = await people.supervisor.raw('GET', '/api/supervision/weekly.pdf?week=2026-W20');
  expect([old.statusCode, old.json().error.fields.week]).toEqual([422, '从最近12周里选一周。']);
  expect((await people.supervisor.raw('GET', '/api/supervision/weekly.pdf?county=140105')).statusCode).toBe(422);
  expect((await people.city.raw('GET', '/api/supervision/weekly.pdf?county=140105')).statusCode).toBe(200);
});

test('周报往回数出来的，和那一刻的督办台一样', async () => {
  const facts = await readWeekly(it.engine, actorIn('140106'), {}, '2026-W42');
  const { totals } = await board(people.supervisor);
  expect([facts.totals.open, facts.totals.late, facts.unnamed]).toEqual([totals.open, totals.late, 1]);
  const before = await readWeekly(it.engine, actorIn('140106'), {}, '2026-W41');
  expect(before.totals.late).toBe(totals.weeks[10]);
});

test('过去每个周末，从存下的钟数出来的，和从钟本身数出来的，一行一行都一样', async () => {
  const actor = actorIn('140106');
  // Done in time a month ago: it stood open in the weeks before.
  await scene.addDispute({ category: '11', clocks: [{ started: -60, due: -20, stopped: -30 }] });
  let stood = 0;
  for (const { to } of recentWeeks(now).slice(1)) {
    const look = lookOf(it.engine, actor, {}, endOfDay(to), false);
    const itself = await readStanding(it.engine, actor, look);
    expect(await readStanding(it.engine, actor, await atKept(it.engine, actor, look))).toEqual(itself);
    stood += itself.totals.open;
  }
  expect(stood).toBeGreaterThan(11);
});

test('撤销了的导入谁也看不到，过去几周的逾期里也没有它', async () => {
  const before = row(await board(people.supervisor), housing).weeks;
  const { id } = await scene.addDispute({ clocks: [{ started: -60, due: -40, stopped: -3 }] });
  await scene.admin.query("update matter set seen_by = array['system'], status = 'archived' where id = $1", [id]);
  expect(row(await board(people.supervisor), housing).weeks).toEqual(before);
});

test('还有几千件等着算进去时，督办台数的是钟本身，刚变的也在里面', async () => {
  const before = await board(people.supervisor);
  await scene.admin.query(`insert into figure_change (county_code, matter_id)
    select '140106', gen_random_uuid() from generate_series(1, 4500)`);
  await scene.addDispute({ clocks: [{ due: -1 }] });
  const { totals } = await board(people.supervisor);
  const late = await list(people.supervisor, 'state=late');
  expect([totals.late, late.total]).toEqual([before.totals.late + 1, before.totals.late + 1]);
});

test('昨天要到期的，按时、过了时限才办、还没办三样加起来就是全部，每个数打开就是那些事', async () => {
  const category = '09';
  const due = (hours: number, stopped?: number) => ({
    due: -1 + (hours - 14.53) / 24,
    ...(stopped !== undefined && { stopped: -1 + (stopped - 14.53) / 24 }),
  });
  await scene.addDispute({ category, title: '按时', clocks: [due(18, 16)] });
  await scene.addDispute({ category, title: '过了才办', clocks: [due(18, 22)] });
  await scene.addDispute({ category, title: '还没办', clocks: [due(18)] });
  await scene.addDispute({ category, title: '一个按时一个没办', clocks: [due(10, 9), { ...due(18), kind: 'report' }] });
  await scene.addDispute({ category, title: '前天就办了', clocks: [due(18, -5)] });
  await scene.addDispute({ category, title: '撤回的分流', clocks: [{ ...due(18, 15), stopReason: 'undoDispatch' }] });
  await scene.addDispute({ category, title: '当天新起又当天到期', clocks: [{ ...due(18, 17), started: -1 }] });
  await scene.addDispute({ category, title: '前天到期', clocks: [due(-3)] });
  await scene.addDispute({ category, title: '当事人的期限', clocks: [{ ...due(18), binds: 'party' }] });
  const titles = async (state: string, day = '2026-10-13') => {
    const list = await people.supervisor.get(`/api/supervision/matters?state=${state}&day=${day}&category=${category}`);
    expect(list.total).toBe(list.rows.length);
    return list.rows.map(({ title }: { title: string }) => title).toSorted();
  };
  expect(await titles('inTime')).toEqual(['按时']);
  expect(await titles('doneLate')).toEqual(['过了才办']);
  expect(await titles('notDone')).toEqual(['一个按时一个没办', '还没办']);
  expect(await titles('planned')).toHaveLength(4);
  expect(await titles('planned', '2026-10-12')).toEqual(['前天到期']);
  expect((await people.supervisor.raw('GET', '/api/supervision/matters?state=planned&day=2026-02-30')).statusCode).toBe(
    422,
  );
});

test('过去某周末的逾期件数，打开就是那时逾期的那些事', async () => {
  const board: Board = await people.supervisor.get('/api/supervision/board');
  for (const [back, week] of board.weeks.entries()) {
    const list = await people.supervisor.get(`/api/supervision/matters?state=late&week=${week.id}&limit=200`);
    expect([week.id, list.total]).toEqual([week.id, board.totals.weeks.at(-1 - back)]);
    expect(list.rows.length + list.hidden).toBe(list.total);
  }
  expect(board.totals.weeks.some((late) => late > 0)).toBe(true);
});
