import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../platform/now.ts';
import { jobsAtRest } from '../platform/startJob.sql.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { everyState } from '../web/testing/everyState.ts';
import { registered, type Staff, street, yingze } from '../web/testing/story.ts';
import { type OpenCounts, openLines, reconciled } from './openCounts.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let admin: pg.Client;
const people = {} as Record<'county' | 'township' | 'city' | 'member' | 'townshipMember', Client>;

/** Posts as the story asks, whatever number the answer has when it was done. */
function asStaff(client: Client) {
  const post = async (path: string, body: object) => {
    const answer = await client.raw('POST', path, body);
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.statusCode} ${answer.body.slice(0, 400)}`);
    return answer.json();
  };
  return { get: client.get, post };
}

beforeAll(async () => {
  it = await testApp(atTime('2026-09-29', '09:10'));
  admin = new pg.Client({ connectionString: it.adminUrl });
  await admin.connect();
  const posts = {
    receptionist: ['receptionist', yingze],
    dispatcher: ['dispatcher', yingze],
    approver: ['approver', yingze],
    closer: ['closer', yingze],
    leader: ['centerLeader', yingze],
    supervisor: ['supervisor', yingze],
    head: ['unitHead', street],
    handler: ['handler', street],
  } as const;
  const staff: Record<string, unknown> = {};
  for (const [name, [role, unit]] of Object.entries(posts)) staff[name] = asStaff(await it.as(role, unit));
  const everyone = staff as unknown as Staff;
  const matters = await everyState(everyone);
  // Restricted ones: in hand, and closed but not struck off.
  for (const restriction of ['minor', 'domesticViolence']) await registered(everyone.receptionist, { restriction });
  const closedSecret = await registered(everyone.receptionist, { restriction: 'minor' });
  const secret = 'matter_id = (select id from matter where code = $1)';
  await admin.query(`update matter set status = 'closed' where code = $1`, [closedSecret.code]);
  for (const list of ['matter_seen', 'listed_dispute'])
    await admin.query(`update ${list} set status = 'closed' where ${secret}`, [closedSecret.code]);
  await admin.query(`update matter_event set status_after = 'closed' where ${secret}`, [closedSecret.code]);
  // The township's own, and one of others that it helps with.
  await registered(asStaff(await it.as('receptionist', street)));
  const helped = await registered(everyone.receptionist);
  await everyone.receptionist.post(`/api/disputes/${helped.code}/acceptances`, {});
  const grades = { difficulty: 'simple', urgency: 'medium', gravity: 'low', toldWhom: '', reason: '' };
  const { noDanger } = await import('../routing/testing/noDanger.ts');
  await everyone.dispatcher.post(`/api/disputes/${helped.code}/triages`, { ...grades, safety: noDanger });
  const sent = { leadUnitId: '140106-housing', supportingUnitIds: [street], message: '请街道一起去看。' };
  await everyone.dispatcher.post(`/api/disputes/${helped.code}/dispatches`, sent);
  // Another county's, which the city alone counts.
  await registered(asStaff(await it.as('receptionist', '140105-center')), { regionCode: '140105001' });
  // An old ledger: one over and one still in hand.
  const importer = await it.as('dispatcher', yingze);
  const lines = [
    '登记日期,申请人,类别,经过,办理情况,办结日期',
    '2026-02-01,试问一,邻里,为停车位吵过两次,已化解,2026-03-01',
    '2026-02-02,试问二,邻里,为楼道堆物吵过两次,办理中,',
  ];
  const { id } = await importer.upload('/api/imports', '台账.csv', Buffer.from(lines.join('\n')));
  await importer.post(`/api/imports/${id}/checks`, {}, 201);
  await jobsAtRest();
  await importer.post(`/api/imports/${id}/applications`, {}, 201);
  await jobsAtRest();
  // One that nobody's clock runs on.
  await admin.query(
    'update matter_clock set stopped_at = now() where matter_id = (select id from matter where code = $1)',
    [matters.settled.code],
  );
  await admin.query(`update matter set due_at = null where code = $1`, [matters.settled.code]);
  for (const list of ['matter_seen', 'listed_dispute'])
    await admin.query(`update ${list} set due_at = 'infinity' where ${secret}`, [matters.settled.code]);
  await admin.query(
    `insert into figure_change (county_code, matter_id) select county_code, id from matter where kind = 'dispute'`,
  );
  people.county = await it.as('centerLeader', yingze);
  people.township = await it.as('centerLeader', street);
  people.city = await it.as('centerLeader', '140100-center');
  people.member = await it.as('politicalLegalMember', yingze);
  people.townshipMember = await it.as('politicalLegalMember', street);
}, 240_000);
afterAll(async () => {
  await admin?.end();
  await it?.close();
});

const countsOf = async (who: Client): Promise<OpenCounts> => (await who.get('/api/definitions')).open;
const places = ['county', 'township', 'city', 'member', 'townshipMember'] as const;

test.each(places)('%s：台账、报表、督办台三个数对得上，两种数法都加得出来', async (who) => {
  const counts = await countsOf(people[who]);
  const { whole, ways } = reconciled(counts);
  expect(whole).toBeGreaterThan(0);
  expect(ways.map(({ sum, gap }) => [sum, gap])).toEqual([
    [whole, 0],
    [whole, 0],
  ]);
});

test.each(places)('%s：每一部分点开的名单正好是那么多件', async (who) => {
  const client = people[who];
  const counts = await countsOf(client);
  const { ways, ...line } = reconciled(counts);
  for (const { name, count, list } of [...line.of, ...ways.flatMap(({ parts }) => parts)]) {
    if (list === null) continue;
    const query = new URLSearchParams(list.search).toString();
    const { total, value } = await client.get(`/api${list.to}?${query}`);
    expect([who, name, value ?? total]).toEqual([who, name, count]);
  }
});

test('各种情形都真的在里面：合并的、没有钟的、限制知悉的、导入的、办结没销号的、协办的', async () => {
  const [county, member, township] = await Promise.all([people.county, people.member, people.township].map(countsOf));
  expect(county).toMatchObject({ linked: 1, unsettledHidden: 0 });
  expect(county?.withoutClock).toBeGreaterThan(0);
  expect(county?.closed).toBeGreaterThan(2);
  expect(member?.unsettledHidden).toBe(2);
  expect(township?.elsewhere).toBeGreaterThan(0);
});

test('对不上的时候说出来，差多少', () => {
  const counts: OpenCounts = {
    day: '2026-10-14',
    ...{ ledger: 93, elsewhere: 0, unsettled: 78, unsettledHidden: 0, closed: 14 },
    ...{ board: 91, boardHidden: 1, boardEnded: 0, withoutClock: 2, linked: 1 },
  };
  expect(openLines(counts)).toEqual([
    '台账未销号 93 件',
    '= 未办结 78 件 + 办结没销号 14 件 = 92 件，对不上，差 1 件',
    '= 督办台在办 91 件 + 没有我们的钟 2 件 + 合并到别的一件 1 件 − 限制知悉、督办台计入台账不列 1 件 = 93 件，对得上',
  ]);
});

// Last of all: rows of a list that lead to no dispute.
test('一万件以上也数到最后一件', async () => {
  const { ledger } = await countsOf(people.member);
  await admin.query(`insert into matter_seen (county_code, viewer, matter_id, kind, status, opened_at)
    select '140106', 'r:140106', gen_random_uuid(), 'dispute', 'registered', now() from generate_series(1, 10001)`);
  expect((await countsOf(people.member)).ledger).toBe(ledger + 10_001);
});
