import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../platform/now.ts';
import type { WorkList } from '../procedures/views.ts';
import { type TestApp, testApp } from './testing/app.ts';

const center = '140106-center';
type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let admin: pg.Client;
let dispatcher: Client;
const codes: string[] = [];

beforeAll(async () => {
  it = await testApp(atTime('2026-10-14', '09:00'));
  admin = new pg.Client({ connectionString: it.adminUrl });
  await admin.connect();
  dispatcher = await it.as('dispatcher', center);
  const receptionist = await it.as('receptionist', center);
  for (let serial = 1; serial <= 7; serial += 1) {
    const body = {
      parties: [{ ...it.party, name: '郭秀兰', idKind: 'none', idException: '没带' }],
      ...{
        categoryCode: '02',
        source: 'walkIn',
        regionCode: '140106004',
        address: '',
        title: `第${serial}件`,
        demands: '',
      },
      ...{ facts: '楼上漏水。', occurredOn: null, peopleInvolved: 2, amountCents: null, willing: 'yes', headCount: 1 },
      ...{ restriction: null, uploads: [], creditCodeConfirmed: false },
      commandId: `0190a000-0000-7000-8000-00000000090${serial}`,
    };
    codes.push((await receptionist.post('/api/disputes', body, 201)).code);
  }
}, 60_000);
afterAll(async () => {
  await admin?.end();
  await it?.close();
});

async function pagesOf(client: Client, query: string): Promise<WorkList[]> {
  const pages: WorkList[] = [];
  let after = '';
  do {
    pages.push(await client.get(`/api/work?${query}${after}`));
    after = `&after=${pages.at(-1)?.next}`;
  } while (pages.at(-1)?.next && pages.length < 20);
  return pages;
}
const codesOf = (pages: readonly WorkList[]) => pages.map(({ items }) => items.map(({ code }) => code));

test('待办一页一页看：每件一次，先到期的在前，件数是全部的', async () => {
  await admin.query(
    `update matter_todo set due_at = 'infinity' where matter_id in (select id from matter where code = $1)`,
    [codes[2]],
  );
  const pages = await pagesOf(dispatcher, 'limit=3');
  expect(codesOf(pages).map(({ length }) => length)).toEqual([3, 3, 1]);
  expect(codesOf(pages).flat().toSorted()).toEqual(codes.toSorted());
  expect(pages.at(-1)?.items.map(({ code, dueAt }) => [code, dueAt])).toEqual([[codes[2], null]]);
  expect(pages.map(({ counts }) => counts)).toEqual([{ all: 7, mine: 0, overdue: 0, today: 6, week: 6 }, null, null]);
  expect(codesOf([await dispatcher.get('/api/work')]).flat()).toEqual(codesOf(pages).flat());
});

test('同一件事从两条路到我这里，只列一次、只数一次，算我本人的', async () => {
  const [person] = (await admin.query(`select id from post where role = 'dispatcher'`)).rows;
  await admin.query(
    `insert into matter_todo (county_code, id, matter_id, owner, act, clock_kind, due_at, since, owed_from)
     select t.county_code, gen_random_uuid(), t.matter_id, $1, t.act, t.clock_kind, t.due_at, t.since, t.owed_from
     from matter_todo t join matter m on m.county_code = t.county_code and m.id = t.matter_id where m.code = $2`,
    [`p:${person.id}`, codes[0]],
  );
  const pages = await pagesOf(dispatcher, 'limit=2');
  expect(codesOf(pages).flat().toSorted()).toEqual(codes.toSorted());
  expect(pages[0]?.counts).toMatchObject({ all: 7, mine: 1 });
  expect(codesOf(await pagesOf(dispatcher, 'whose=mine'))).toEqual([[codes[0]]]);
  expect(
    codesOf(await pagesOf(dispatcher, 'whose=desk'))
      .flat()
      .toSorted(),
  ).toEqual(codes.slice(1).toSorted());
});

test('不认识的位置和问法当面说不', async () => {
  for (const query of ['after=xyz', 'whose=theirs', 'limit=1000', 'after=WyJub3ciLCJ4Il0'])
    expect((await dispatcher.raw('GET', `/api/work?${query}`)).statusCode).toBe(422);
});
