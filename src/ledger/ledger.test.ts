import { afterAll, beforeAll, expect, test } from 'vitest';
import { houseOf } from '../platform/actor.ts';
import { command, recordText } from '../platform/db.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { validInput } from '../server/testing/inputs.ts';
import { registered } from '../web/testing/story.ts';
import type { LedgerPage } from './views.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;
type Row = LedgerPage['rows'][number];
const center = '140106-center';
let it: TestApp;
let receptionist: Client;
let dispatcher: Client;
let leader: Client;
let supervisor: Client;
let head: Client;
let handler: Client;
let grid: Client;

/** Thirty matters at the same moment, so that equal keys are the rule; then some go their ways. */
beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:00:00+08:00'));
  receptionist = await it.as('receptionist', center);
  dispatcher = await it.as('dispatcher', center);
  leader = await it.as('centerLeader', center);
  supervisor = await it.as('supervisor', center);
  head = await it.as('unitHead', '140106-housing');
  handler = await it.as('handler', '140106-housing');
  grid = await it.as('gridWorker', '140106004-center', '140106004');
  const as = (client: Client) => ({ post: (path: string, body: object) => client.post(path, body, 201) });
  for (let number = 1; number <= 30; number += 1)
    await registered(as(receptionist), {
      title: `${number}号楼漏水`,
      categoryCode: number % 3 === 0 ? '03' : '02',
      source: number % 2 === 0 ? 'gridReport' : 'walkIn',
      amountCents: number === 30 ? null : number * 100_000,
      peopleInvolved: number,
      restriction: number === 7 ? 'minor' : null,
    });
  const { rows } = await ledger(dispatcher, 'amount=1000..3000');
  for (const { code } of rows) await dispatchTo(code, '140106-housing');
  const [former] = rows;
  await head.post(`/api/disputes/${former?.code}/send-backs`, { reason: '不归住建', basis: '职责清单' }, 200);
}, 120_000);
afterAll(() => it?.close());

async function dispatchTo(code: string, leadUnitId: string): Promise<void> {
  await dispatcher.post(`/api/disputes/${code}/acceptances`, {}, 200);
  await dispatcher.post(`/api/disputes/${code}/triages`, validInput('triage'), 200);
  await dispatcher.post(`/api/disputes/${code}/dispatches`, { leadUnitId, supportingUnitIds: [], message: '' }, 200);
}

const ledger = (who: Client, query = ''): Promise<LedgerPage> => who.get(`/api/ledger?${query}`);
const codesOf = (page: LedgerPage): string[] => page.rows.map(({ code }: Row) => code);

async function walk(who: Client, query: string, limit: number): Promise<{ there: string[]; back: string[] }> {
  const there: string[] = [];
  let page = await ledger(who, `${query}&limit=${limit}`);
  there.push(...codesOf(page));
  while (page.next !== null) {
    page = await ledger(who, `${query}&limit=${limit}&after=${page.next}`);
    there.push(...codesOf(page));
  }
  const back = codesOf(page);
  while (page.previous !== null) {
    page = await ledger(who, `${query}&limit=${limit}&before=${page.previous}`);
    back.unshift(...codesOf(page));
  }
  return { there, back };
}

for (const order of ['due', 'dueLast', 'opened', 'openedFirst', 'amount', 'amountLeast', 'people', 'updated', 'closed'])
  test(`按 ${order} 翻到底再翻回来，一件不重、一件不漏，同值也一样`, async () => {
    const { total } = await ledger(dispatcher);
    const { there, back } = await walk(dispatcher, `order=${order}`, 4);
    expect(new Set(there).size).toBe(total);
    expect(there).toHaveLength(total ?? -1);
    expect(back).toEqual(there);
  });

test('金额大的在前；没写金额的在最后，正着反着都一样', async () => {
  const amounts = async (order: string) =>
    (await ledger(leader, `order=${order}&limit=100&cols=amount`)).rows.map(({ amountCents }) => amountCents);
  const largest = await amounts('amount');
  expect(largest.slice(0, 2)).toEqual([2_900_000, 2_800_000]);
  expect(largest.at(-1)).toBeNull();
  const least = await amounts('amountLeast');
  expect(least[0]).toBe(100_000);
  expect(least.at(-1)).toBeNull();
});

const wanted: readonly [query: string, fits: (row: Row) => boolean][] = [
  ['category=03', (row) => row.category === '房屋宅基地' || row.category.startsWith('房')],
  ['source=gridReport', ({ source }) => source === 'gridReport'],
  ['source=gridReport,walkIn&people=10..20', ({ people }) => (people ?? 0) >= 10 && (people ?? 0) <= 20],
  ['amount=25000..', ({ amountCents }) => (amountCents ?? 0) >= 2_500_000],
  ['amount=..5000', ({ amountCents }) => (amountCents ?? 900_000) <= 500_000],
  ['unit=none', ({ leadUnit }) => leadUnit === null],
  ['unit=140106-housing', ({ leadUnit }) => leadUnit !== null],
  ['unit=none,140106-housing&status=all', () => true],
  ['urgency=none', ({ urgency }) => urgency === null],
  ['urgency=medium', ({ urgency }) => urgency === 'medium'],
  ['difficulty=none,simple', () => true],
  ['region=140106004', () => true],
  ['opened=2026-10-14..2026-10-14', () => true],
  ['due=today', ({ dueAt }) => (dueAt ?? '9') <= '2026-10-14T16:00:00.000Z'],
  ['due=2026-10-15..2026-11-30', ({ dueAt }) => (dueAt ?? '') > '2026-10-14T16:00:00.000Z'],
  ['status=dispatched', ({ status }) => status === 'dispatched'],
];
for (const [query, fits] of wanted)
  test(`条件 ${query}：列出来的正是合条件的，总数也一样`, async () => {
    const everything = await ledger(leader, 'status=all&limit=100&cols=amount,supervision');
    const found = await ledger(leader, `${query}&limit=100`);
    expect(found.dropped).toEqual([]);
    expect(codesOf(found).toSorted()).toEqual(
      codesOf({ ...everything, rows: everything.rows.filter(fits) }).toSorted(),
    );
    expect(found.total).toBe(found.rows.length);
  });

for (const query of [
  'region=140106001',
  'opened=..2026-10-13',
  'closed=2026-01-01..',
  'reopened=yes',
  'contested=yes',
  'supervised=any',
  'due=overdue',
  'due=paused',
  'outcome=settled',
  'region=%3D140106',
])
  test(`条件 ${query} 一件也没有`, async () => {
    expect(await ledger(leader, query)).toMatchObject({ rows: [], total: 0, next: null, previous: null });
  });

test('地址里已经没有的值，说出来，不悄悄放过', async () => {
  const page = await ledger(dispatcher, 'unit=140106-gone&category=02,99&amount=abc&due=2026-13-01..');
  expect(page.dropped).toEqual([
    '「类别：99」现在没有，没有按它筛。',
    '「承办单位：140106-gone」现在没有，没有按它筛。',
    '「到期：2026-13-01..」现在没有，没有按它筛。',
    '「金额：abc」现在没有，没有按它筛。',
  ]);
  expect(page.rows.every(({ category }) => !category.startsWith('房'))).toBe(true);
});

test('限制知悉的事，只在中心主任和首问自己的台账里，别人的件数里也没有', async () => {
  const [mine, desk, boss, watcher] = await Promise.all(
    [receptionist, dispatcher, leader, supervisor].map((who) => ledger(who, 'status=all&limit=100')),
  );
  expect(boss?.rows.filter(({ restricted }) => restricted)).toHaveLength(1);
  expect(mine?.rows.filter(({ restricted }) => restricted)).toHaveLength(1);
  for (const page of [desk, watcher]) {
    expect(page?.rows.some(({ restricted }) => restricted)).toBe(false);
    expect(page?.total).toBe(29);
  }
  expect(boss?.total).toBe(30);
});

test('网格员只看得到类别、地点、状态，也不能按看不到的筛或排', async () => {
  const page = await ledger(grid, 'limit=100&cols=amount');
  expect(page.rows.length).toBeGreaterThan(20);
  for (const row of page.rows)
    expect(row).toMatchObject({ partiesLine: '', amountCents: null, people: null, source: null, urgency: null });
  for (const query of ['amount=1..', 'source=walkIn', 'people=1..', 'order=amount'])
    expect((await grid.raw('GET', `/api/ledger?${query}`)).statusCode, query).toBe(403);
});

test('退回过的单位看得到编号和状态，按金额筛不出、排不出它', async () => {
  const all = await ledger(head, 'status=all&cols=amount');
  expect(all.rows).toHaveLength(3);
  const former = all.rows.filter(({ amountCents }) => amountCents === null);
  expect(former).toHaveLength(1);
  expect((await ledger(head, 'status=all&amount=1..')).rows).toHaveLength(2);
  const ordered = await ledger(head, 'status=all&order=amount');
  expect(ordered.rows.at(-1)?.code).toBe(former[0]?.code);
});

test('列里没要的不带；要了却不该看的是空的', async () => {
  const [usual] = (await ledger(dispatcher)).rows;
  expect(usual).not.toHaveProperty('amountCents');
  expect(usual).not.toHaveProperty('address');
  expect(usual?.clock).toMatchObject({ code: 'normal' });
  const [asked] = (await ledger(dispatcher, 'cols=amount,phone,visit')).rows;
  expect(asked).toMatchObject({
    amountCents: expect.anything(),
    phone: expect.stringContaining('*'),
    visit: null,
    clock: null,
  });
});

test('单位里还没人签收的，承办人在台账里看得到', async () => {
  expect((await ledger(handler)).rows).toHaveLength(2);
});

test('四维清单的每个数，点开就是那么多件；四张表的合计相同', async () => {
  for (const who of [dispatcher, leader]) {
    const found = await who.get('/api/ledger/dimensions?category=02');
    expect(found.tables.map(({ title }: { title: string }) => title)).toEqual([
      '来源清单',
      '类别清单',
      '轻重缓急清单',
      '办理进度清单',
    ]);
    for (const table of found.tables) {
      expect(table.total.count).toBe(found.total);
      for (const { cells, total } of table.rows)
        for (const cell of [...cells, total]) {
          const query = new URLSearchParams({ category: '02', ...cell.filters }).toString();
          expect((await ledger(who, `${query}&limit=1`)).total, query).toBe(cell.count);
        }
    }
  }
});

test('限制知悉的在四维清单里只有一个总数，看得到的人不再另数', async () => {
  expect((await dispatcher.get('/api/ledger/dimensions')).hidden).toBe(1);
  expect((await supervisor.get('/api/ledger/dimensions')).hidden).toBe(1);
  expect((await leader.get('/api/ledger/dimensions')).hidden).toBe(0);
  expect((await head.raw('GET', '/api/ledger/dimensions')).statusCode).toBe(403);
});

test('在单位里办事的人也能按承办人、首问人和别的几列筛选', async () => {
  const people = [
    await it.as('handler', '140106-housing'),
    await it.as('mediator', '140106004-center'),
    head,
    dispatcher,
  ];
  const filters = [
    `handler=${crypto.randomUUID()}`,
    `first=${crypto.randomUUID()}`,
    'source=walkIn',
    'amount=1..',
    'reopened=yes',
    'people=2..',
  ];
  for (const person of people)
    for (const filter of filters)
      expect((await person.raw('GET', `/api/ledger?${filter}`)).statusCode, filter).toBe(200);
});

const narrow = [
  ...['category=03', 'region=140106004', 'unit=140106-housing', 'unit=none', `center=${center}`, 'source=gridReport'],
  ...['urgency=low', 'urgency=none', 'difficulty=simple', 'amount=1500..2500', 'people=5..9', 'supervised=none'],
  ...[
    'opened=2026-10-14..2026-10-14',
    'closed=2026-10-14..',
    'due=7d&order=opened',
    'status=all&reopened=yes',
    'outcome=none',
  ],
  ...['category=02&source=walkIn&amount=..2000', 'amount=999999..'],
];
const orders = ['due', 'opened', 'openedFirst', 'amount', 'amountLeast', 'people', 'updated', 'closed'];

// Last of all: rows of lists that lead to no dispute are seen by whoever walks along a list.
test('名单长的岗位从区县那边找，找到的、次序和件数都和一件件找一样', async () => {
  const posts = [dispatcher, leader, supervisor, head];
  const asked = [...narrow, ...orders.map((order) => `category=02,03&order=${order}`)];
  const all = () =>
    Promise.all(
      posts.map(async (who) => {
        const lists: unknown[] = [];
        for (const query of asked) {
          const { total } = await ledger(who, query);
          lists.push([query, total, await walk(who, query, 4)]);
        }
        return lists;
      }),
    );
  const before = await all();
  const longest = `insert into matter_seen (county_code, viewer, matter_id, kind, status, opened_at)
    select '140106', viewer, gen_random_uuid(), 'dispute', 'registered', now()
    from unnest(array['c:${center}', 'r:140106', 'u:140106-housing']) viewer, generate_series(1, 5001)`;
  await command(it.db, houseOf('140106'), async (tx) => recordText(tx, longest));
  expect(await all()).toEqual(before);
}, 60_000);
