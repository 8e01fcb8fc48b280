import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../platform/now.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { toClosed, toMediation } from '../web/citizen/testing/resident.ts';
import { registered, street, yingze } from '../web/testing/story.ts';
import { monthOf, type Performance } from './performance.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let receptionist: Client;
beforeAll(async () => {
  it = await testApp(atTime('2026-09-29', '09:00'));
  receptionist = await it.as('receptionist', yingze);
}, 60_000);
afterAll(() => it?.close());

const payments = [
  { obligation: '付第一笔', amountCents: 500_000, dueOn: '2026-09-30' },
  { obligation: '付第二笔', amountCents: 300_000, dueOn: '2026-10-20' },
  { obligation: '修好漏点', amountCents: null, dueOn: null },
];

async function agreed(items: object[] = payments): Promise<{ code: string; handler: Client; sides: object }> {
  const { code } = await registered({ post: (url, body) => receptionist.post(url, body as object, 201) });
  const { handler } = await toMediation(it, code);
  const { parties } = await handler.get(`/api/disputes/${code}`);
  const sides = { payerPartyId: parties[1].id, payeePartyId: parties[0].id };
  const settlement = {
    ...{ form: 'written', terms: '任建军赔偿。', effectiveOn: '2026-09-29', totalCents: null },
    ...{ mediatedBy: 'committee', contains: [], items: items.map((item) => ({ ...item, ...sides })) },
  };
  await handler.post(`/api/disputes/${code}/settlements`, settlement, 200);
  return { code, handler, sides };
}

const asked = async (who: Client, query = ''): Promise<Performance> => who.get(`/api/promises?${query}`);
const said = ({ rows }: Performance, code: string) =>
  rows
    .filter((row) => row.code === code)
    .map(({ obligation, paidCents, state, late }) => `${obligation} ${paidCents / 100} ${state}${late ? ' late' : ''}`);

test('本月到期多少、付了多少，过了日子的、没约日子的，点开都是那几笔；和统计里的数一样', async () => {
  const { code, handler, sides } = await agreed();
  it.clock.now = atTime('2026-10-08', '09:00');
  await handler.post(
    `/api/disputes/${code}/payments`,
    { ...sides, cents: 200_000, paidOn: '2026-10-07', how: 'transfer' },
    200,
  );

  const september = await asked(handler, 'month=2026-09');
  expect(said(september, code)).toEqual(['付第一笔 2000 open late']);
  expect(september.sums).toEqual({ count: 1, dueCents: 500_000, paidCents: 200_000 });
  expect(september.late).toEqual({ count: 1, cents: 300_000 });
  expect(said(await asked(handler, 'part=late'), code)).toEqual(['付第一笔 2000 open late']);
  expect(said(await asked(handler, 'part=undated'), code)).toEqual(['修好漏点 0 open']);
  expect(said(await asked(handler), code)).toEqual(['付第二笔 0 open']);
  expect(said(await asked(handler, 'part=open'), code)).toHaveLength(3);

  // The whole place agrees on no other day: the report's figure of that month is this page's.
  const leader = await it.as('centerLeader', yingze);
  const figure = async (what: string) =>
    (await leader.get(`/api/reports/figures?what=${what}&from=2026-09-01&to=2026-09-30`)).value;
  const { sums } = await asked(leader, 'month=2026-09');
  expect([await figure('dueAmount'), await figure('paidOfDue')]).toEqual([sums.dueCents / 100, sums.paidCents / 100]);
});

test('谁在跟，各多少钱；只看他的，就只有他的', async () => {
  const { code, handler } = await agreed();
  const leader = await it.as('centerLeader', yingze);
  const { keepers, sums } = await asked(leader, 'month=2026-09');
  expect(keepers.reduce((sum, { dueCents }) => sum + dueCents, 0)).toBe(sums.dueCents);
  const pages = await Promise.all(keepers.map(({ keeper }) => asked(leader, `month=2026-09&keeper=${keeper}`)));
  // Each is kept in view by one, and each of these pages is that one's alone.
  expect(pages.flatMap((page) => said(page, code))).toHaveLength(1);
  for (const page of pages) expect(new Set(page.rows.map((row) => row.keeper)).size).toBe(1);
  expect(said(await asked(handler, 'month=2026-09&keeper=140106-nobody'), code)).toEqual([]);
});

test('看得到整件事的岗位才看得到约定了什么；协办的、上级的、别的单位的、别的区县的看不到', async () => {
  const { code, handler } = await agreed();
  expect(said(await asked(handler, 'part=open'), code)).toHaveLength(3);
  const posts: readonly (readonly [role: string, unit: string, sees: boolean])[] = [
    ['receptionist', yingze, true],
    ['closer', yingze, true],
    ['centerLeader', yingze, true],
    // A colleague whom nobody gave it to.
    ['handler', street, false],
    ['unitHead', street, true],
    ['handler', '140106-housing', false],
    ['unitHead', '140106-housing', false],
    ['mediator', '140106-justice', false],
    ['centerLeader', '140105-center', false],
    ['centerLeader', '140100-center', false],
  ];
  for (const [role, unit, sees] of posts) {
    const who = await it.as(role as 'handler', unit);
    const page = await who.raw('GET', `/api/disputes/${code}`);
    const { rows } = await asked(who, 'part=open');
    const seen = rows.some((row) => row.code === code);
    expect([role, unit, seen]).toEqual([role, unit, sees]);
    // What the list shows, the dispute's own page shows too.
    if (seen) expect(page.json().sight).toBe('full');
  }
});

test('办结以后还在：案结不是事了', async () => {
  it.clock.now = atTime('2026-09-29', '09:00');
  const { code } = await registered({ post: (url, body) => receptionist.post(url, body as object, 201) });
  const { handler } = await toMediation(it, code);
  await toClosed(it, code, handler);
  const { rows } = await asked(handler, 'month=2026-10');
  expect(rows.find((row) => row.code === code)).toMatchObject({ state: 'open', statusLabel: '已办结' });
});

test('一页一页看，一笔不少、不重', async () => {
  const many = Array.from({ length: 7 }, (_, index) => ({
    ...{ obligation: `第${index + 1}笔`, amountCents: 100, dueOn: index === 6 ? null : '2026-12-01' },
  }));
  const { code, handler } = await agreed(many);
  const met: string[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: Performance = await asked(handler, `part=open&limit=3${after ? `&after=${after}` : ''}`);
    met.push(...said(page, code));
    after = page.next;
  }
  expect(met.toSorted()).toEqual(many.map(({ obligation }) => `${obligation} 0 open`).toSorted());
  await handler.raw('GET', '/api/promises?after=eyJ4IjoxfQ').then(({ statusCode }) => expect(statusCode).toBe(422));
});

test('十二月以后是一月', () => {
  expect(monthOf('2026-12-01', undefined)).toEqual({ month: '2026-12', from: '2026-12-01', before: '2027-01-01' });
  expect(monthOf('2026-12-01', '2026-09').before).toBe('2026-10-01');
});
