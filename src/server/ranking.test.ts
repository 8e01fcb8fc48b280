import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SearchAnswer } from '../finding/searchView.ts';
import { makeCode } from '../platform/disputeCode.ts';
import { entryOf, TERMS_VERSION } from '../search/terms.ts';
import { type TestApp, testApp } from './testing/app.ts';

const DISPUTES = 1_500;
const surnames = Array.from('王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕');
const given = Array.from(
  '秀兰建军丽华志强小红海燕国庆玉梅春生文斌晓东永平桂芳金凤宝明俊杰淑珍卫星雪梅立新长福喜子云鹏浩',
);
const topics = [
  '楼上漏水',
  '拖欠工资',
  '车位占用',
  '装修噪声',
  '宅基地边界',
  '物业费',
  '借款不还',
  '遛狗伤人',
  '彩礼返还',
  '墙体开裂',
];
const streets = ['迎泽大街', '南内环街', '并州北路', '青年路', '双塔西街', '桃园南路', '解放南路', '五一路'];

/** The same each time: a test that fails can be looked at. */
let seed = 20_261_014;
const chance = (below: number): number => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
  return seed % below;
};
const pick = <T>(list: readonly T[]): T => list[chance(list.length)] as T;
const person = () => pick(surnames) + pick(given) + (chance(5) === 0 ? '' : pick(given));

type Made = ReturnType<typeof make>;
function make(_each: unknown, at: number) {
  const parties = [person(), person()];
  const topic = pick(topics);
  const address = `${pick(streets)}${1 + chance(200)}号${1 + chance(30)}号楼${1 + chance(6)}单元${101 + chance(700)}`;
  const phones = parties.map(() => String(1000 + chance(9000)));
  return {
    id: `01900000-0000-7000-8000-${String(at + 1).padStart(12, '0')}`,
    code: makeCode('140106', 2026, at * 7 + 11),
    title: `${topic}：${parties[0]}与${parties[1]}`,
    facts: `因${topic}发生争执，多次协商没有结果，要求对方负责。`,
    status: pick(['registered', 'accepted', 'inMediation', 'inMediation', 'closed', 'archived']),
    topic,
    address,
    parties,
    phones,
  };
}

let it: TestApp;
let made: Made[];
let desk: Awaited<ReturnType<TestApp['as']>>;

async function fill(): Promise<void> {
  const admin = new pg.Client({ connectionString: it.adminUrl });
  await admin.connect();
  const last = (phone: string) => it.engine.crypto.lastFour('140106', 'phone', phone);
  const rows = made.map(({ phones, parties, ...row }) => {
    const entry = entryOf({
      codes: [row.code],
      place: ['邻里', '迎泽街道'],
      title: row.title,
      names: parties,
      facts: [row.address, row.facts],
      numbers: phones.map(last),
    });
    const people = parties.map((name, at) => ({
      name,
      position: at,
      phone: last(phones[at] ?? ''),
      side: at === 0 ? 'applicant' : 'respondent',
    }));
    return { ...row, people, parties_line: parties.join('｜'), entry };
  });
  const given = JSON.stringify(rows);
  const from = `from jsonb_to_recordset($1) as x (id uuid, code text, title text, facts text, status text, address text, parties_line text, people jsonb, entry jsonb)`;
  const ints = (name: string) => `array(select jsonb_array_elements_text(entry->'${name}')::integer)`;
  await admin.query(
    `insert into matter (county_code, id, kind, code, status, title, category_code, region_code, receiving_center_id, seen_by, opened_at, updated_at)
     select '140106', id, 'dispute', code, status, title, '02', '140106004', '140106-center', array['system', 'c:140106-center'], now(), now() ${from}`,
    [given],
  );
  await admin.query(
    `insert into matter_seen (county_code, viewer, matter_id, kind, status, opened_at)
     select '140106', 'c:140106-center', id, 'dispute', status, now() ${from}`,
    [given],
  );
  await admin.query(
    `insert into dispute (county_code, matter_id, source, first_contact_post_id, first_contact_unit_id, facts, address, willing, parties_line)
     select '140106', id, 'walkIn', id, '140106-center', facts, address, 'yes', parties_line ${from}`,
    [given],
  );
  await admin.query(
    `insert into party (county_code, id, matter_id, position, side, kind, name, id_kind, phone_last4_index)
     select '140106', gen_random_uuid(), x.id, p.position, p.side, 'person', p.name, 'none', p.phone ${from},
       jsonb_to_recordset(people) as p (name text, position integer, phone text, side text)`,
    [given],
  );
  await admin.query(
    `insert into search_entry (county_code, matter_id, code_text, place_text, ledger_text, facts_text, terms, numbers, open_terms, built)
     select '140106', id, entry->>'codes', entry->>'place', entry->>'ledger', entry->>'facts', ${ints('terms')}, ${ints('numbers')}, ${ints('openTerms')}, ${TERMS_VERSION} ${from}`,
    [given],
  );
  await admin.end();
}

beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:00:00+08:00'));
  made = Array.from({ length: DISPUTES }, make);
  await fill();
  desk = await it.as('receptionist', '140106-center');
}, 120_000);
afterAll(() => it?.close());

/** What somebody at the counter types who wants this one: what the visitor says first. */
const ways: readonly [name: string, typed: (one: Made) => string, share: number][] = [
  ['姓名', ({ parties }) => parties[0] ?? '', 70],
  ['对方姓名', ({ parties }) => parties[1] ?? '', 30],
  ['编号几位', ({ code }) => String(Number(code.slice(8, 14))), 25],
  ['念出来的编号', ({ code }) => `迎泽 26-${code.slice(8, 14)}-${code.slice(14)}`, 15],
  ['地址', ({ address }) => address.slice(-9), 20],
  ['姓和事', ({ parties, topic }) => `${parties[0]?.slice(0, 2)} ${topic.slice(-2)}`, 20],
  ['电话后四位', ({ phones }) => phones[0] ?? '', 20],
];

test('200 次查找，要找的那件在前 5 件里的不少于 95%', async () => {
  const missed: string[] = [];
  let asked = 0;
  for (const [name, typed, share] of ways)
    for (let round = 0; round < share; round += 1) {
      const one = pick(made);
      asked += 1;
      const answer = (await desk.get(`/api/search?text=${encodeURIComponent(typed(one))}`)) as SearchAnswer;
      if (!answer.matters.best.some(({ code }) => code === one.code))
        missed.push(`${name} ${typed(one)} → ${one.title}`);
    }
  expect(asked).toBe(200);
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(10);
});
