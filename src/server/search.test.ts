import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SearchAnswer, SearchPage } from '../finding/searchView.ts';
import { plainly } from '../platform/db.ts';
import { readAloud } from '../platform/disputeCode.ts';
import { newId } from '../platform/ids.ts';
import { insiders, outsiders, type Person, sights } from './access.matrix.ts';
import { searchEndpoints, searches } from './search.matrix.ts';
import { accessScene, type Client } from './testing/accessScene.ts';
import type { TestApp } from './testing/app.ts';

let it: TestApp;
let client: (person: Person) => Client;
let code = '';

const search = (person: Person, text: string): Promise<SearchAnswer> =>
  client(person).get(`/api/search?text=${encodeURIComponent(text)}`);
const pageOf = (person: Person, text: string, rest = ''): Promise<SearchPage> =>
  client(person).get(`/api/search/matters?text=${encodeURIComponent(text)}${rest}`);
const codes = ({ matters }: SearchAnswer): string[] => matters.best.map((hit) => hit.code);

const registration = (over: object) => ({
  parties: [{ ...it.party, name: '单小雨', idNumber: '', idKind: 'none', idException: '没带', phone: '13911117532' }],
  categoryCode: '02',
  source: 'walkIn',
  regionCode: '140106004',
  address: '南内环街8号院',
  title: '不让外人知道的事',
  facts: '只有指名的人知道的经过。',
  demands: '',
  occurredOn: null,
  peopleInvolved: 1,
  amountCents: null,
  willing: 'yes',
  headCount: 1,
  restriction: null,
  uploads: [],
  creditCodeConfirmed: false,
  commandId: newId(),
  ...over,
});

beforeAll(async () => {
  ({ it, client, code } = await accessScene());
}, 120_000);
afterAll(() => it?.close());

for (const { typed, what, finds } of searches)
  test(`按${what}「${typed}」，看得到那一项的人才找得到`, async () => {
    const words: Record<string, string> = {
      ':code': code,
      ':serial': String(Number(code.slice(8, 14))).padStart(4, '0'),
      ':spoken': readAloud(code, '迎泽'),
    };
    const text = words[typed] ?? typed;
    const found: Record<string, number> = {};
    const listed: Record<string, number> = {};
    const ask = async (person: Person) => {
      const [answer, page] = await Promise.all([search(person, text), pageOf(person, text)]);
      found[person] = codes(answer).filter((each) => each === code).length;
      expect(answer.matters.total, `${person} counts what is listed`).toBe(answer.matters.best.length);
      listed[person] = page.rows.filter((hit) => hit.code === code).length;
    };
    await Promise.all([...insiders, ...outsiders].map(ask));
    const expected = {
      ...Object.fromEntries(insiders.map((person) => [person, finds.includes(sights[person]) ? 1 : 0])),
      ...Object.fromEntries(outsiders.map((person) => [person, 0])),
    };
    expect(found).toEqual(expected);
    expect(listed).toEqual(expected);
  });

test('限制知悉的事，只有指名的人和中心主任找得到，别人那里连件数都没有', async () => {
  const hidden = await client('receptionist').post('/api/disputes', registration({ restriction: 'minor' }), 201);
  for (const typed of ['单小雨', 'sxy', '南内环街', '不让外人', '7532', hidden.code, hidden.codeShort])
    await Promise.all(
      [...insiders, ...outsiders].map(async (person) => {
        const { matters } = await search(person, typed);
        const knows = person === 'receptionist' || person === 'centerLeader';
        expect([person, typed, matters.total]).toEqual([person, typed, knows ? 1 : 0]);
      }),
    );
});

test('登记、改事实，提交的那一刻就按新写的找得到，旧的不再找得到', async () => {
  const parties = [{ ...it.party, name: '仇晓丽', idKind: 'none', idException: '没带' }];
  const made = await client('receptionist').post('/api/disputes', registration({ parties, title: '遛狗吵架' }), 201);
  expect(codes(await search('dispatcher', 'qxl'))).toEqual([made.code]);
  const amended = { title: '狗咬了孩子', address: '五一广场西侧', reason: '补充' };
  await client('receptionist').post(`/api/disputes/${made.code}/amendments`, amended, 200);
  expect(codes(await search('dispatcher', '狗咬'))).toEqual([made.code]);
  expect(codes(await search('dispatcher', '五一广场'))).toEqual([made.code]);
  expect(codes(await search('dispatcher', '仇晓丽'))).toEqual([made.code]);
  expect(codes(await search('dispatcher', '遛狗'))).toEqual([]);
});

test('按后四位找，每次留痕，一小时里太多次就停下来', async () => {
  const counted = () =>
    plainly(it.db, (queries) => queries.selectFrom('trail').selectAll().where('act', '=', 'search.lastFour').execute());
  const before = (await counted()).length;
  const answer = await search('closer', '1234');
  expect(answer).toMatchObject({
    numbers: 'searched',
    matters: { best: [{ reason: { by: 'phone', name: '郭秀兰' } }] },
  });
  const rows = await counted();
  expect(rows).toHaveLength(before + 1);
  expect(JSON.stringify(rows)).not.toContain('"1234"');
  for (let time = 0; time < 70; time += 1) await search('closer', '1234');
  expect(await search('closer', '1234')).toMatchObject({ numbers: 'tooMany', matters: { total: 0 } });
  expect((await search('closer', '郭秀兰')).matters.total).toBe(1);
  expect((await search('approver', '1234')).matters.total).toBe(1);
});

test('同事、单位、地方也在一个框里找，只限自己的区县', async () => {
  const units = await search('receptionist', '住建');
  expect(units.units.best.length).toBeGreaterThan(0);
  expect(new Set(units.units.best.map(({ county }) => county))).toEqual(new Set(['迎泽区']));
  expect((await search('otherReceptionist', '迎泽街道')).places.total).toBe(0);
  expect((await search('receptionist', '迎泽街道')).places.best[0]).toMatchObject({ code: '140106004' });
  expect((await search('cityDispatcher', '迎泽街道')).places.best[0]).toMatchObject({ code: '140106004' });
});

test('找到的全部事项可以按状态、类别和地方再筛', async () => {
  expect((await pageOf('dispatcher', '物业费', '&status=inMediation&category=17&region=140106004')).rows).toHaveLength(
    1,
  );
  expect((await pageOf('dispatcher', '物业费', '&status=archived')).rows).toEqual([]);
  expect((await pageOf('dispatcher', '物业费', '&region=140106001')).rows).toEqual([]);
});

for (const [endpoint, expected] of searchEndpoints)
  test(`谁能 ${endpoint}`, async () => {
    const url = endpoint.replace('GET ', '');
    for (const person of [...insiders, ...outsiders])
      expect((await client(person).raw('GET', url)).statusCode).toBe(200);
    expect((await it.app.inject({ method: 'GET', url })).statusCode).toBe(expected.nobody);
  });
