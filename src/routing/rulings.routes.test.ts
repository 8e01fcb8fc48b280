import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { validInput } from '../server/testing/inputs.ts';

const center = '140106-center';
const housing = '140106-housing';
const civil = '140106-civilAffairs';
const townships = { first: '140106004', second: '140106005' };
let it: TestApp;
type Person = Awaited<ReturnType<TestApp['as']>>;
let people: Record<'receptionist' | 'dispatcher' | 'referee' | 'leader' | 'housingHead' | 'civilHead', Person>;

beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:00:00+08:00'));
  people = {
    receptionist: await it.as('receptionist', center),
    dispatcher: await it.as('dispatcher', center),
    referee: await it.as('referee', center),
    leader: await it.as('centerLeader', center),
    housingHead: await it.as('unitHead', housing),
    civilHead: await it.as('unitHead', civil),
  };
}, 60_000);
afterAll(() => it?.close());

const clock = (time: string) => {
  it.clock.now = new Date(`2026-10-${time}:00+08:00`);
};

async function accepted(regionCode = townships.first, title = '公共管道漏水'): Promise<string> {
  const { receptionist, dispatcher } = people;
  const { code } = await receptionist.post(
    '/api/disputes',
    {
      parties: [
        { ...it.party, name: '郭秀兰', idNumber: '11010519491231002X', phone: '13800001234' },
        { ...it.party, side: 'respondent', name: '任建军' },
      ],
      categoryCode: '02',
      source: 'walkIn',
      regionCode,
      address: '3号楼',
      title,
      facts: '楼上卫生间漏水，天花板泡坏。',
      demands: '',
      occurredOn: null,
      peopleInvolved: 2,
      amountCents: null,
      willing: 'yes',
      headCount: 1,
      restriction: null,
      uploads: [],
      creditCodeConfirmed: false,
      commandId: crypto.randomUUID(),
    },
    201,
  );
  await receptionist.post(`/api/disputes/${code}/acceptances`, {}, 200);
  await dispatcher.post(`/api/disputes/${code}/triages`, validInput('triage'), 200);
  return code;
}

const to = (leadUnitId: string) => ({ leadUnitId, supportingUnitIds: [], message: '' });
const back = { reason: '是公共管道，不归民政管', basis: '民政局三定方案' };
const ruled = { supportingUnitIds: [], reason: '公共管道由住建局监管', basis: '《物业管理条例》第五条' };

async function sentBack(regionCode?: string): Promise<string> {
  const code = await accepted(regionCode);
  await people.dispatcher.post(`/api/disputes/${code}/dispatches`, to(civil), 200);
  await people.civilHead.post(`/api/disputes/${code}/send-backs`, { ...back, betterUnitId: housing }, 200);
  return code;
}
const handleOf = (view: { clocks: { kind: string; dueAt: string }[] }) =>
  view.clocks.find(({ kind }) => kind === 'handle')?.dueAt;

test('退回以后由裁定岗裁定，当事人的日期不变，职责清单从那天起改，下一件就建议新的单位', async () => {
  const code = await accepted();
  await people.dispatcher.post(`/api/disputes/${code}/dispatches`, to(civil), 200);
  const promised = handleOf(await people.dispatcher.get(`/api/disputes/${code}`));
  const early = await people.civilHead.get(`/api/disputes/${code}`);
  expect(early.court.sendBack.until).toMatch(/^10月1[45]日/);
  expect(early.court.sendBack.arithmetic.length).toBeGreaterThan(1);
  clock('14T10:00');
  const done = await people.civilHead.post(`/api/disputes/${code}/send-backs`, { ...back, betterUnitId: housing }, 200);
  expect(done.status).toBe('routingDisputed');

  const seen = await people.referee.get(`/api/disputes/${code}`);
  expect(seen.statusLabel).toBe('派单裁定中');
  expect(seen.residentSees.where).toBe('正在重新确定由哪个单位办');
  expect(seen.court.question).toMatchObject({
    from: '迎泽区民政局',
    better: '迎泽区住建局',
    words: `${back.reason}\n依据：${back.basis}`,
    basis: null,
  });
  const owed = (await people.referee.get('/api/work')).items;
  expect(owed).toMatchObject([{ code, act: 'rule', actLabel: '裁定' }]);
  expect((await people.leader.get('/api/work')).items).toMatchObject([{ code, act: 'rule' }]);

  clock('14T15:00');
  const amended = { ...ruled, leadUnitId: housing, dutyScope: 'county', dutyFrom: '2026-10-14' };
  const answer = await people.referee.post(`/api/disputes/${code}/rulings`, amended, 200);
  expect(answer.status).toBe('dispatched');
  expect(handleOf(await people.dispatcher.get(`/api/disputes/${code}`))).toBe(promised);

  const next = await accepted(townships.second);
  const { proposals } = await people.dispatcher.get(`/api/disputes/${next}`);
  expect(proposals.units[0]).toMatchObject({ unitId: housing, basis: ruled.basis, date: '2026-10-14' });
  const { rows } = await people.dispatcher.get('/api/rulings');
  expect(rows).toMatchObject([{ code, result: 'changed', to: '迎泽区住建局', dutyChanged: true }]);
});

test('和当天已有的新一版冲突，说清楚，什么也不写', async () => {
  const code = await sentBack();
  const again = { ...ruled, leadUnitId: center, dutyScope: 'county', dutyFrom: '2026-10-14' };
  const refused = await people.referee.post(`/api/disputes/${code}/rulings`, again, 409);
  expect(refused.error).toMatchObject({
    code: 'dutyConflict',
    fields: { dutyFrom: expect.stringContaining('另有一版') },
  });
  expect((await people.referee.get(`/api/disputes/${code}`)).status).toBe('routingDisputed');
  await people.referee.post(`/api/disputes/${code}/rulings`, { ...ruled, leadUnitId: civil }, 200);
  const twice = await people.civilHead.post(`/api/disputes/${code}/send-backs`, back, 409);
  expect(twice.error.code).toBe('alreadyRuled');
  const { later, now } = (await people.civilHead.get(`/api/disputes/${code}`)).steps;
  expect(now).not.toContain('sendBack');
  expect(later.find(({ name }: { name: string }) => name === 'sendBack').sentence).toContain(
    '已经裁定由迎泽区民政局办',
  );
});

test('不再办这件事的单位看得到裁定理由，别的看不到', async () => {
  const code = await sentBack();
  await people.leader.post(`/api/disputes/${code}/rulings`, { ...ruled, leadUnitId: housing }, 200);
  const former = await people.civilHead.get(`/api/disputes/${code}`);
  expect(former.sight).toBe('former');
  const words = former.timeline.find(({ type }: { type: string }) => type === 'rule').notes[0].body;
  expect(words).toBe(`${ruled.reason}\n依据：${ruled.basis}`);
  const { rows } = await people.civilHead.get('/api/rulings?result=changed');
  expect(rows[0]).toMatchObject({ code, words: expect.stringContaining(ruled.reason) });
  expect((await people.housingHead.get('/api/rulings?result=upheld')).rows).toEqual([]);
});

test('裁定前当事人撤回，就不用裁定了', async () => {
  const code = await sentBack();
  await people.receptionist.post(`/api/disputes/${code}/withdrawals`, { reason: '两家自己商量好了' }, 200);
  const { rows } = await people.referee.get('/api/rulings?result=ended');
  expect(rows.map((row: { code: string }) => row.code)).toEqual([code]);
  expect((await people.referee.get('/api/rulings?result=open')).rows).toEqual([]);
});

test('限制知悉的计入件数，不进清单；以前的裁定里没有它的编号和理由', async () => {
  const before = (await people.dispatcher.get('/api/routing-accuracy')).total;
  const code = await sentBack();
  await people.leader.post(
    `/api/disputes/${code}/restrictions`,
    { restricted: true, namedPostIds: [], reason: '涉及未成年人' },
    200,
  );
  await people.leader.post(`/api/disputes/${code}/rulings`, { ...ruled, leadUnitId: center }, 200);
  const { total, rows } = await people.dispatcher.get('/api/routing-accuracy');
  expect(total).toMatchObject({ dispatched: before.dispatched + 1, changed: before.changed + 1 });
  expect(rows[0].rate).toBeNull();
  const listed = (await people.referee.get('/api/rulings')).rows.map((row: { code: string }) => row.code);
  expect(listed).not.toContain(code);
  const [latest, ...others] = await people.referee.get('/api/precedents?category=02');
  expect(latest).toMatchObject({ outcome: 'changed', code: null, words: null, from: '迎泽区民政局' });
  expect(others.every((one: { code: string | null }) => one.code !== null)).toBe(true);
});

test('数得清：每个数和它的清单对得上，撤回的分流不算', async () => {
  const undone = await accepted();
  await people.dispatcher.post(`/api/disputes/${undone}/dispatches`, to(civil), 200);
  await people.dispatcher.post(`/api/disputes/${undone}/dispatch-withdrawals`, {}, 200);
  const [row] = (await people.dispatcher.get('/api/routing-accuracy')).rows;
  const count = async (result: string) =>
    (await people.dispatcher.get(`/api/rulings?category=02&result=${result}`)).rows.length;
  // The leader alone knows of the restricted one, which every figure counts.
  expect(await count('all')).toBe(row.dispatched - 1);
  expect(await count('changed')).toBe(row.changed - 1);
  expect(await count('upheld')).toBe(row.upheld);
  expect(await count('open')).toBe(row.open);
  const empty = await people.dispatcher.get('/api/routing-accuracy?from=2025-01-01&to=2025-12-31');
  expect(empty.rows).toEqual([]);
});

test('翻页不重不漏', async () => {
  await sentBack();
  const all = (await people.dispatcher.get('/api/rulings')).rows.map((row: { id: string }) => row.id);
  const walked: string[] = [];
  let after = '';
  do {
    const page = await people.dispatcher.get(`/api/rulings?limit=2${after ? `&after=${after}` : ''}`);
    walked.push(...page.rows.map((row: { id: string }) => row.id));
    after = page.next;
  } while (after);
  expect(walked).toEqual(all);
});
