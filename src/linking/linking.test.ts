import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getDispute } from '../disputes/disputes.sql.ts';
import { jiaMin } from '../disputes/testing/people.ts';
import { reading } from '../platform/db.ts';
import { contextFor } from '../procedures/takeStep.sql.ts';
import { readResident } from '../residents/resident.sql.ts';
import { residentView } from '../residents/residentView.ts';
import { noDanger } from '../routing/testing/noDanger.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { expectFiguresToFit } from '../server/testing/figuresFit.ts';
import { findPairs } from './findPairs.sql.ts';

const yingze = '140106-center';
const street = '140106004-center';
type Client = Awaited<ReturnType<TestApp['as']>>;

let it: TestApp;
let admin: pg.Client;
let receptionist: Client;
let dispatcher: Client;
let closer: Client;
let handler: Client;

beforeAll(async () => {
  it = await testApp(new Date('2026-09-21T08:40:00+08:00'));
  admin = new pg.Client({ connectionString: it.adminUrl });
  await admin.connect();
  receptionist = await it.as('receptionist', yingze);
  dispatcher = await it.as('dispatcher', yingze);
  closer = await it.as('closer', yingze);
  handler = await it.as('handler', street);
});
afterAll(async () => {
  await admin?.end();
  await it?.close();
});

let phones = 13_900_000_000;

/** Everybody has a telephone of their own unless a test says otherwise. */
const form = (what: Record<string, unknown> = {}, names = ['郭秀兰', '任建军'], phone = `${++phones}`) => ({
  parties: [
    { ...it.party, name: names[0], idKind: 'none', idException: '证件丢了，正在补办', phone },
    { ...it.party, side: 'respondent', name: names[1] },
  ],
  categoryCode: '02',
  source: 'walkIn',
  regionCode: '140106004001',
  address: '示例小区3号楼2单元401',
  title: '楼上漏水赔偿',
  facts: '9月20日起楼上卫生间漏水，天花板和吊柜泡坏，找过楼上两次没有结果。',
  demands: '赔偿并修好漏点',
  occurredOn: '2026-09-20',
  peopleInvolved: 2,
  amountCents: 800_000,
  willing: 'yes',
  headCount: 1,
  restriction: null,
  uploads: [],
  creditCodeConfirmed: false,
  commandId: randomUUID(),
  ...what,
});

const register = async (what?: Record<string, unknown>, names?: string[]) => {
  const answer = await receptionist.post('/api/disputes', form(what, names), 201);
  return { code: answer.code as string, pin: answer.slips[0].pin as string };
};
const step = (who: Client, code: string, noun: string, body: object = {}, status = 200) =>
  who.post(`/api/disputes/${code}/${noun}`, body, status);
const toHandler = async (code: string) => {
  await step(receptionist, code, 'acceptances');
  const grades = {
    difficulty: 'simple',
    urgency: 'medium',
    gravity: 'low',
    safety: noDanger,
    toldWhom: '',
    reason: '',
  };
  await step(dispatcher, code, 'triages', grades);
  await step(dispatcher, code, 'dispatches', { leadUnitId: street, supportingUnitIds: [], message: '' });
  await step(handler, code, 'acknowledgements');
};
const draft = (what: object = {}) => ({
  parties: [],
  categoryCode: '',
  regionCode: '',
  address: '',
  title: '',
  facts: '',
  occurredOn: null,
  draftId: randomUUID(),
  ...what,
});
const typed = (side: string, name: string, phone = '') => ({
  side,
  kind: 'person',
  name,
  idKind: 'idCard',
  idNumber: '',
  phone,
});
const minute = 60_000;
const later = () => {
  it.clock.now = new Date(it.clock.now.getTime() + minute);
};

/** Every row of a matter that is not its history: what a merge and a split must leave as they were. */
async function rowsOf(code: string) {
  const one = async (text: string) => (await admin.query(text, [code])).rows;
  const of = (table: string, columns = '*', order = 'id') =>
    one(`select ${columns} from ${table} where matter_id = (select id from matter where code = $1) order by ${order}`);
  return {
    matter: await one(
      `select id, status, title, category_code, lead_unit_id, handler_post_id, restricted, counted_with_id, seen_by, settings_version
       from matter where code = $1`,
    ),
    dispute: await of('dispute', '*', 'matter_id'),
    party: await of('party'),
    slip: await of('access_slip'),
    todo: await of('matter_todo', 'owner, act, clock_kind', 'owner, act'),
    clock: await of('matter_clock', 'id, kind, rule, started_at, stopped_at, unit_id'),
    seen: await of('matter_seen', 'viewer, status', 'viewer'),
  };
}

test('窗口一边登记，一边看到可能是同一件事，说得出为什么', async () => {
  const first = await register();
  await toHandler(first.code);
  it.clock.now = new Date('2026-09-29T09:00:00+08:00');
  const parties = [typed('applicant', '张小梅', '13812341234'), typed('respondent', '任建軍')];
  const place = { categoryCode: '02', regionCode: '140106004001', address: '示例小区 3号楼' };
  const found = await receptionist.post('/api/linking/same-matters', draft({ parties, ...place }), 200);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    code: first.code,
    reasons: ['对方', '地址', '类别', '8天前'],
    joins: true,
    where: '在迎泽街道中心，调处中',
  });
  expect(JSON.stringify(found)).not.toMatch(/weight|score|1390000/);
});

test('同一个人为别的事来，不说她以前来过', async () => {
  await register({ title: '物业费', categoryCode: '17', address: '示例小区9号楼' }, ['冯桂英', '安居物业']);
  const parties = [typed('applicant', '冯桂英', `${phones}`), typed('respondent', '李四')];
  const body = draft({ parties, categoryCode: '02', regionCode: '140106004001', address: '示例小区5号楼' });
  expect(await receptionist.post('/api/linking/same-matters', body, 200)).toEqual([]);
});

test('说过「不是」的那一对，同一张表上不再问，登记以后也不再列', async () => {
  const first = await register({}, ['贺小军', '牛二毛']);
  const body = draft({ parties: [typed('respondent', '牛二毛'), typed('applicant', '贺小军')] });
  expect(await receptionist.post('/api/linking/same-matters', body, 200)).toHaveLength(1);
  await receptionist.post('/api/linking/dismissals', { draftId: body.draftId, code: first.code }, 204);
  expect(await receptionist.post('/api/linking/same-matters', body, 200)).toEqual([]);
  await register({ commandId: body.draftId }, ['贺小军', '牛二毛']);
  const again = draft({ parties: body.parties });
  expect((await receptionist.post('/api/linking/same-matters', again, 200)).length).toBeGreaterThan(0);
});

test('是同一件：来的人有自己的编号、小票和密码，进度跟着主办的一件走', async () => {
  const lead = await register({ title: '电梯停运没人修', address: '示例小区8号楼' }, ['赵桂芳', '顺安物业']);
  await toHandler(lead.code);
  later();
  const body = form({ title: '电梯停运没人修', address: '示例小区8号楼' }, ['孙老太', '顺安物业']);
  const joined = await receptionist.post(`/api/disputes/${lead.code}/joiners`, body, 201);
  expect(joined).toMatchObject({ linked: true });
  expect(joined.code).not.toBe(lead.code);
  expect(joined.slips[0].pin).toMatch(/^\d{6}$/);
  const view = await handler.get(`/api/disputes/${joined.code}`);
  expect(view).toMatchObject({ status: 'linked', sight: 'full' });
  expect(view.clocks.filter((clock: { stoppedAt: string | null }) => clock.stoppedAt === null)).toHaveLength(1);
  expect(view.residentSees).toMatchObject({ where: '正在调解', unit: '迎泽街道中心' });
  expect(view.residentSees.nextBy).toBe((await handler.get(`/api/disputes/${lead.code}`)).residentSees.nextBy);
  expect(view.residentSees.together).toContain('编号、密码、材料、回访和评价都是您自己的');
  const links = await handler.get(`/api/disputes/${lead.code}/links`);
  expect(links.followers.map(({ code }: { code: string }) => code)).toEqual([joined.code]);
  expect((await handler.get(`/api/disputes/${joined.code}/links`)).lead.code).toBe(lead.code);
  expect((await handler.get('/api/work')).items.some(({ code }: { code: string }) => code === joined.code)).toBe(false);
  const again = await receptionist.post(`/api/disputes/${lead.code}/joiners`, body, 201);
  expect(again).toMatchObject({ code: joined.code, linked: true });
});

test('主办的一件办结，跟着的一件也办结，各做各的回访和评价', async () => {
  const lead = await register({ title: '噪声', address: '示例小区6号楼' }, ['钱老大', '周小七']);
  await toHandler(lead.code);
  later();
  const joined = await receptionist.post(`/api/disputes/${lead.code}/joiners`, form({}, ['吴老二', '周小七']), 201);
  const terms = {
    form: 'oral',
    terms: '晚上十点后不再装修。',
    effectiveOn: '2026-09-29',
    mediatedBy: 'committee',
    contains: [],
    totalCents: null,
    items: [],
  };
  await step(handler, lead.code, 'settlements', terms);
  const told = (await handler.get(`/api/disputes/${joined.code}`)).residentSees.timeline[0].text;
  expect(told).toContain('协议只管签字的人');
  await step(handler, lead.code, 'closure-submissions', { result: '双方说好了' });
  await step(closer, lead.code, 'closures', { opinion: '同意办结' });
  const closed = await receptionist.get(`/api/disputes/${joined.code}`);
  expect(closed).toMatchObject({ status: 'closed', outcome: 'settled' });
  const kinds = closed.clocks.flatMap((clock: { kind: string; stoppedAt: string | null }) =>
    clock.stoppedAt === null ? [clock.kind] : [],
  );
  expect(kinds.toSorted()).toEqual(['returnVisit', 'strikeOff']);
  await step(receptionist, joined.code, 'ratings', { score: 4, channel: 'counter' });
  expect((await receptionist.get(`/api/disputes/${lead.code}`)).rating).toBeNull();
  const { rows } = await admin.query('select counted_with_id is not null as with_lead from matter where code = $1', [
    joined.code,
  ]);
  expect(rows).toEqual([{ with_lead: true }]);
});

test('合并再拆开，除了经过，每一行都回到原样，谁也没有看不到它', async () => {
  const lead = await register({ title: '宠物伤人', address: '示例小区2号楼' }, ['高一', '高二']);
  await toHandler(lead.code);
  later();
  const other = await register({ title: '宠物伤人', address: '示例小区2号楼' }, ['高三', '高二']);
  await step(receptionist, other.code, 'acceptances');
  const before = await rowsOf(other.code);
  const merging = { leadCode: lead.code, reason: '说的是同一条狗。' };
  const preview = await dispatcher.post(`/api/disputes/${other.code}/previews`, { step: 'merge', input: merging }, 200);
  expect(preview.pauses.map(({ label }: { label: string }) => label)).toEqual(['分流']);
  expect(preview.undo).toContain('随时可以拆开');
  await step(dispatcher, other.code, 'merges', merging);
  const { rows } = await admin.query('select seen_by from matter where code = $1', [other.code]);
  for (const viewer of before.matter[0].seen_by) expect(rows[0].seen_by).toContain(viewer);
  await step(dispatcher, other.code, 'merges', merging, 409);
  await step(receptionist, other.code, 'splits', { reason: '是另一条狗。' });
  expect(await rowsOf(other.code)).toEqual(before);
  const types = async (code: string) =>
    (await dispatcher.get(`/api/disputes/${code}`)).timeline.map(({ type }: { type: string }) => type);
  expect((await types(lead.code)).slice(0, 2)).toEqual(['left', 'joined']);
  expect((await types(other.code)).slice(0, 2)).toEqual(['split', 'merge']);
});

test('不能转圈：先登记的主办；跟着别人的不能再被跟；主办的并入更早的，跟着它的一起过去', async () => {
  const first = await register({ title: '车位甲' }, ['丁一', '丁二']);
  later();
  const second = await register({ title: '车位乙' }, ['丁三', '丁二']);
  later();
  const third = await register({ title: '车位丙' }, ['丁四', '丁二']);
  const merge = (code: string, leadCode: string, status: number) =>
    step(dispatcher, code, 'merges', { leadCode, reason: '一个车位。' }, status);
  expect((await merge(first.code, second.code, 422)).error.code).toBe('earlierLeads');
  expect((await merge(first.code, first.code, 422)).error.code).toBe('sameDispute');
  await merge(third.code, second.code, 200);
  later();
  const fourth = await register({ title: '车位丁' }, ['丁五', '丁二']);
  expect((await merge(fourth.code, third.code, 422)).error.code).toBe('leadFollows');
  await merge(second.code, first.code, 200);
  const links = await dispatcher.get(`/api/disputes/${first.code}/links`);
  expect(links.followers.map(({ code }: { code: string }) => code).toSorted()).toEqual([second.code, third.code]);
  await step(receptionist, third.code, 'splits', { reason: '不是一个车位。' });
  expect((await dispatcher.get(`/api/disputes/${third.code}`)).status).toBe('registered');
});

test('主办的一件点错了撤回：跟着的当事人听不到，主办的到哪一步也跟着回去', async () => {
  const lead = await register({ title: '楼道堆物' }, ['吴一', '吴二']);
  later();
  const joined = await register({ title: '楼道堆物' }, ['吴三', '吴二']);
  await step(dispatcher, joined.code, 'merges', { leadCode: lead.code, reason: '一个楼道。' });
  const told = async () => {
    const { rows } = await admin.query(
      `select (select count(*)::int from note n where n.matter_id = m.id and n.kind = 'told' and n.body like '%受理%') as notes,
         (select count(*)::int from outbox o where o.payload ->> 'matterId' = m.id::text and o.done_at is null
           and o.payload ->> 'eventType' = 'follow') as waiting,
         (select l.lead_status from dispute_link l where l.matter_id = m.id and l.ended_at is null) as lead
       from matter m where m.code = $1`,
      [joined.code],
    );
    return rows[0];
  };
  later();
  await step(receptionist, lead.code, 'acceptances');
  expect(await told()).toEqual({ notes: 1, waiting: 1, lead: 'accepted' });
  await step(receptionist, lead.code, 'take-backs', { reason: '点错了一件' });
  expect(await told()).toEqual({ notes: 0, waiting: 0, lead: 'registered' });
});

test('主办的一件由申请人撤回，跟着的不跟着撤：回到原处接着办', async () => {
  const lead = await register({ title: '借款' }, ['孟一', '孟二']);
  later();
  const joined = await receptionist.post(`/api/disputes/${lead.code}/joiners`, form({}, ['孟三', '孟二']), 201);
  await step(receptionist, lead.code, 'withdrawals', { reason: '钱还了。' });
  expect(await dispatcher.get(`/api/disputes/${joined.code}`)).toMatchObject({ status: 'registered' });
  const work = await dispatcher.get('/api/work');
  expect(
    work.items.some(({ code, act }: { code: string; act: string }) => code === joined.code && act === 'accept'),
  ).toBe(true);
});

test('限制知悉的事不提、不并；看不到的事不提', async () => {
  const secret = await register({ restriction: 'domesticViolence', title: '家里打人' }, ['尹小云', '尹大山']);
  const body = draft({ parties: [typed('applicant', '尹小云', `${phones}`), typed('respondent', '尹大山')] });
  expect(await receptionist.post('/api/linking/same-matters', body, 200)).toEqual([]);
  const far = await it.as('receptionist', '140106005-center');
  const open = await register({ title: '围墙' }, ['米一', '米二']);
  const about = draft({ parties: [typed('applicant', '米一', `${phones}`), typed('respondent', '米二')] });
  expect(await receptionist.post('/api/linking/same-matters', about, 200)).toHaveLength(1);
  expect(await far.post('/api/linking/same-matters', about, 200)).toEqual([]);
  await far.post(`/api/disputes/${open.code}/joiners`, form({}, ['米三', '米二']), 404);
  await far.post('/api/linking/dismissals', { draftId: randomUUID(), code: open.code }, 404);
  later();
  const plain = await register({}, ['尹小云', '尹大山']);
  const leader = await it.as('centerLeader', yingze);
  const refused = await step(leader, plain.code, 'merges', { leadCode: secret.code, reason: '同一家。' }, 403);
  expect(refused.error.code).toBe('restrictedApart');
});

test('分流岗看到可能重复的一对；说不是就不再列，也能放回来；窗口说过不是的、限制知悉的不列', async () => {
  const pairs = async (who: Client) =>
    (await who.get('/api/linking/pairs')).pairs.map(
      ({ earlier, later }: Record<string, { code: string }>) => `${earlier?.code} ${later?.code}`,
    );
  const place = { title: '路灯坏了', address: '示例小区12号楼', categoryCode: '17' };
  const first = await register(place, ['宫一', '宫二']);
  later();
  const second = await register(place, ['宫一', '宫二']);
  later();
  const said = form(place, ['宫一', '宫二']);
  for (const { code } of [first, second])
    await receptionist.post('/api/linking/dismissals', { draftId: said.commandId, code }, 204);
  const { code: third } = await receptionist.post('/api/disputes', said, 201);
  await register({ ...place, restriction: 'minor' }, ['宫一', '宫二']);
  expect(await findPairs(it.engine)).toBeGreaterThan(0);
  expect(await findPairs(it.engine)).toBe(0);
  const pair = `${first.code} ${second.code}`;
  const listed = await pairs(dispatcher);
  expect(listed).toContain(pair);
  expect(listed.filter((each: string) => each.includes(third))).toEqual([]);
  expect(await pairs(await it.as('dispatcher', '140106005-center'))).toEqual([]);
  expect(await pairs(await it.as('dispatcher', '140100-center'))).toContain(pair);
  const decision = { code: second.code, otherCode: first.code };
  await dispatcher.post('/api/linking/pair-decisions', { ...decision, different: true }, 204);
  expect(await pairs(dispatcher)).not.toContain(pair);
  await dispatcher.post('/api/linking/pair-decisions', { ...decision, different: false }, 204);
  expect(await pairs(dispatcher)).toContain(pair);
  await step(dispatcher, second.code, 'merges', { leadCode: first.code, reason: '一盏路灯。' });
  expect(await pairs(dispatcher)).not.toContain(pair);
});

test('凭小票查询的人看到进度跟着主办的一件走，看不到那一件的人', async () => {
  const lead = await register({ title: '井盖', address: '示例小区15号楼' }, ['邵桂英', '邵二']);
  await toHandler(lead.code);
  later();
  const body = form({ title: '井盖', address: '示例小区15号楼' }, ['邵三', '邵二']);
  const { code } = await receptionist.post(`/api/disputes/${lead.code}/joiners`, body, 201);
  const { rows } = await admin.query('select id from matter where code = $1', [code]);
  const viewers = [`party:${rows[0].id}`];
  const view = await reading(it.db, { counties: ['140106'], viewers }, async (queries) => {
    const dispute = await getDispute(queries, code);
    const resident = { ...jiaMin, role: 'party' as const, counties: ['140106'], viewers };
    return residentView(await readResident(queries, dispute, contextFor(it.engine, resident, dispute)));
  });
  expect(view).toMatchObject({ where: '正在调解', unit: '迎泽街道中心' });
  expect(view.together).toContain('同一件事');
  expect(JSON.stringify(view)).not.toContain('邵桂英');
  await expect(
    reading(it.db, { counties: ['140106'], viewers }, (queries) => getDispute(queries, lead.code)),
  ).rejects.toThrow('没有这件事');
});

const foretold = (who: Client, code: string, name: string, input: object) =>
  who.post(`/api/disputes/${code}/previews`, { step: name, input }, 200);

test('按之前看一眼，不等正在办的人，也不让办的人等', async () => {
  const lead = await register({ title: '装修噪音' }, ['温一', '温二']);
  later();
  const joined = await register({ title: '装修噪音' }, ['温三', '温二']);
  await step(dispatcher, joined.code, 'merges', { leadCode: lead.code, reason: '一家装修。' });
  await admin.query('begin');
  await admin.query('select from matter where code = any($1) for update', [[lead.code, joined.code]]);
  const accepted = await foretold(receptionist, lead.code, 'accept', {});
  const apart = await foretold(dispatcher, joined.code, 'split', { reason: '不是一家。' });
  await admin.query('rollback');
  expect(accepted.tells).toContainEqual(expect.objectContaining({ who: '另一件的当事人', channel: '查询页' }));
  expect(apart.tells).toContainEqual(expect.objectContaining({ text: '合并办理的一件拆开了，单独办。' }));
});

test('协办单位看不到跟着的那一件：按之前也看不到它的编号，看不到跟那边当事人说的话', async () => {
  const health = await it.as('unitHead', '140106-health');
  const lead = await register({ title: '油烟扰民' }, ['樊一', '樊二']);
  await step(receptionist, lead.code, 'acceptances');
  const grades = {
    difficulty: 'simple',
    urgency: 'medium',
    gravity: 'low',
    safety: noDanger,
    toldWhom: '',
    reason: '',
  };
  await step(dispatcher, lead.code, 'triages', grades);
  const sent = { leadUnitId: street, supportingUnitIds: ['140106-health'], message: '' };
  await step(dispatcher, lead.code, 'dispatches', sent);
  await step(handler, lead.code, 'acknowledgements');
  later();
  const joined = await register({ title: '油烟扰民' }, ['樊三', '樊二']);
  await step(dispatcher, joined.code, 'merges', { leadCode: lead.code, reason: '一家饭店。' });
  await step(dispatcher, joined.code, 'messages', { text: '您的住院单据请带齐。', toResident: true });
  expect((await health.raw('GET', `/api/disputes/${joined.code}`)).statusCode).toBe(404);
  const { tells } = await foretold(health, lead.code, 'report', { text: '去看过了。', forResident: '去看过了。' });
  const said = (tells as { who: string; channel: string; text: string }[]).filter(({ who }) =>
    who.startsWith('另一件'),
  );
  expect(said).toEqual([{ who: '另一件的当事人', channel: '查询页', text: '办理单位写了进展，正在办。' }]);
});

test('做完这一切，存下的统计数和背后的名单还是一样', () => expectFiguresToFit(it));
