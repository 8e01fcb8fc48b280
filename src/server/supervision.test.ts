import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../platform/now.ts';
import { noDanger } from '../routing/testing/noDanger.ts';
import { superviseLate, warnOwners } from './recurring.ts';
import { noticeDoors } from './supervision.matrix.ts';
import { type TestApp, testApp } from './testing/app.ts';
import { expectFiguresToFit } from './testing/figuresFit.ts';

const yingze = '140106-center';
const street = '140106004-center';
const housing = '140106-housing';

type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let people: Record<string, Client>;
let serial = 0;
const who = (name: string): Client => people[name] as Client;
const at = (day: string, time: string) => {
  it.clock.now = atTime(`2026-${day}`, time);
};

beforeAll(async () => {
  it = await testApp(atTime('2026-09-29', '08:40'));
  people = {
    receptionist: await it.as('receptionist', yingze),
    dispatcher: await it.as('dispatcher', yingze),
    closer: await it.as('closer', yingze),
    leader: await it.as('centerLeader', yingze),
    supervisor: await it.as('supervisor', yingze),
    citySupervisor: await it.as('supervisor', '140100-center'),
    member: await it.as('politicalLegalMember', '140106004-office', '140106004'),
    head: await it.as('unitHead', housing),
    handler: await it.as('handler', housing),
    streetHead: await it.as('centerLeader', street),
    stranger: await it.as('unitHead', '140106-health'),
  };
}, 60_000);
afterAll(() => it?.close());

/** A dispute that housing has taken, with the street's center beside it. */
async function dispatched(more: object = {}): Promise<string> {
  at('09-29', '08:40');
  serial += 1;
  const registration = {
    parties: [{ ...it.party, name: '郭秀兰', idNumber: '11010519491231002X', phone: '13800001234' }],
    categoryCode: '17',
    source: 'walkIn',
    regionCode: '140106004',
    address: '3号楼',
    title: '郭秀兰的物业费争议',
    facts: '物业公司多收了两年物业费。',
    demands: '退还多收部分',
    occurredOn: null,
    peopleInvolved: 2,
    amountCents: 300_000,
    willing: 'yes',
    headCount: 1,
    restriction: null,
    uploads: [],
    creditCodeConfirmed: false,
    commandId: `0190a000-0000-7000-8000-0000000001${String(serial).padStart(2, '0')}`,
    ...more,
  };
  const { code } = await who('receptionist').post('/api/disputes', registration, 201);
  await step('receptionist', code, 'acceptances', {});
  await step('dispatcher', code, 'triages', {
    difficulty: 'ordinary',
    urgency: 'medium',
    gravity: 'low',
    safety: noDanger,
    toldWhom: '',
    reason: '先按一般办',
  });
  await step('dispatcher', code, 'dispatches', { leadUnitId: housing, supportingUnitIds: [street], message: '' });
  await step('handler', code, 'acknowledgements', {});
  return code;
}

const step = (name: string, code: string, noun: string, body: object, status = 200) =>
  who(name).post(`/api/disputes/${code}/${noun}`, body, status);
const act = (name: string, notice: string, noun: string, body: object, status = 200) =>
  who(name).post(`/api/supervision-notices/${notice}/${noun}`, body, status);
const noticesAbout = async (name: string, code: string, state = 'all') =>
  (await who(name).get(`/api/supervision-notices?state=${state}&about=${code}`)).rows;
const page = (name: string, notice: string) => who(name).get(`/api/supervision-notices/${notice}`);
const answer = { did: '今天已经到现场核对账单。', why: '经办人出差没有交接。', until: '2026-10-20' };
const ownNotice = {
  unitIds: [housing],
  clockId: null,
  reason: '群众再次来访，要求说明进展。',
  ask: '三日内到现场，把账单核对清楚。',
  replyBy: '2026-10-12',
  urgency: 'none',
  cosignerIds: [],
};
const issue = (name: string, code: string, more: object = {}, status = 201) =>
  who(name).post(`/api/disputes/${code}/supervision-notices`, { ...ownNotice, ...more }, status);

test('领导自己发一张督办单：发、回复、退回重报、再回复、核销，编号连着走', async () => {
  const code = await dispatched();
  at('10-08', '10:00');
  const preview = await who('supervisor').post(`/api/disputes/${code}/supervision-notice-previews`, ownNotice, 200);
  expect(preview.starts[0].sentence).toContain('10月12日24时');
  expect(preview.tells.map((each: { who: string }) => each.who).join()).toContain('督办岗');
  expect(await noticesAbout('supervisor', code)).toEqual([]);

  const first = await issue('supervisor', code);
  expect(first.number).toBe('迎综督〔2026〕1号');
  const second = await issue('leader', code);
  expect(second.number).toBe('迎综督〔2026〕2号');
  await act('leader', second.code, 'withdrawals', { reason: '重复发了一张，撤销。' });

  expect((await who('head').get('/api/work')).items.map((item: { act: string }) => item.act)).toContain(
    'answerSupervision',
  );
  await act('supervisor', first.code, 'liftings', { text: '已经核对。' }, 409);
  await act('stranger', first.code, 'answers', answer, 404);
  await act('supervisor', first.code, 'answers', answer, 403);
  await act('head', first.code, 'answers', answer);
  await act('head', first.code, 'answers', answer, 409);
  at('10-09', '10:00');
  await act('head', first.code, 'answer-returns', { unitId: housing, reason: '没有写什么时候能办完。' }, 403);
  await act('supervisor', first.code, 'answer-returns', { unitId: housing, reason: '没有写什么时候能办完。' });
  const returned = await page('head', first.code);
  expect(returned).toMatchObject({ status: 'sent', level: 1, number: '迎综督〔2026〕1号' });
  expect(returned.units[0]).toMatchObject({ answeredAt: null, returns: 1 });
  expect(returned.units[0].clock.dueAt).toBe(atTime('2026-10-11', '00:00').toISOString());
  await act('head', first.code, 'answers', { ...answer, did: '10月20日前把多收的退回。' });
  await act('supervisor', first.code, 'liftings', { text: '账单已经核对，属实。' });
  const lifted = await page('supervisor', first.code);
  expect(lifted).toMatchObject({ status: 'lifted', steps: { now: [] }, answerable: [] });
  expect(lifted.timeline.map((entry: { sentence: string }) => entry.sentence).toReversed()).toEqual([
    '第1次督办，迎综督〔2026〕1号，发出。',
    `${lifted.units[0].unit}回复，10月20日（周二）前办完。`,
    `${lifted.units[0].unit}的回复退回重报（第1次退回）。`,
    `${lifted.units[0].unit}回复，10月20日（周二）前办完。`,
    '核对后解除。',
  ]);
  await act('supervisor', first.code, 'withdrawals', { reason: '再撤销一次。' }, 409);
});

test('联合督办单：两个单位各回各的，都回了才能核销；政法委员和市中心也能发', async () => {
  const code = await dispatched();
  at('10-08', '10:00');
  const { code: notice, number } = await issue('member', code, {
    unitIds: [housing, street],
    urgency: 'urgent',
    cosignerIds: ['140106-politicalLegal'],
  });
  expect(number).toBe('迎综督〔2026〕3号');
  await act('head', notice, 'answers', answer);
  expect((await page('supervisor', notice)).status).toBe('sent');
  await act('supervisor', notice, 'liftings', { text: '住建答得清楚。' }, 409);
  await act('streetHead', notice, 'answers', answer);
  expect(await page('member', notice)).toMatchObject({ status: 'answered' });
  expect((await page('member', notice)).steps.now).toContain('liftSupervision');
  await act('member', notice, 'liftings', { text: '两家都说清楚了。' });
  const fromAbove = await issue('citySupervisor', code);
  expect(fromAbove.number).toBe('并综督〔2026〕1号');
  await act('supervisor', fromAbove.code, 'liftings', { text: '区里不能替市里核销。' }, 403);
  await issue('streetHead', code, {}, 403);
  await issue('stranger', code, {}, 404);
  const wrong = await issue('supervisor', code, { unitIds: ['140106-health'] }, 422);
  expect(wrong.error.fields.unitIds).toContain('没有在办这件事');
});

test('两个人同时办一张督办单：后一个先看到别人刚办了什么', async () => {
  const code = await dispatched();
  at('10-08', '10:00');
  const { code: notice } = await issue('supervisor', code);
  const { version } = await page('supervisor', notice);
  await act('head', notice, 'answers', { ...answer, seenVersion: version });
  const late = await act('supervisor', notice, 'withdrawals', { reason: '发错了', seenVersion: version }, 409);
  expect(late.error.code).toBe('movedOn');
  expect(late.error.message).toContain('办了「回复督办」，现在是「已回复，等核销」');
});

test('办结逾期：一天发单，三天抄送，没回复再发第2次督办，七天列入名单，每级只做一次，夜里和假日不发', async () => {
  const code = await dispatched();
  const clock = async () =>
    (await who('supervisor').get(`/api/disputes/${code}`)).clocks.find(
      (each: { kind: string }) => each.kind === 'handle',
    );
  expect(dayText((await clock()).dueAt)).toBe('10-15');
  const rows = async () =>
    (await noticesAbout('supervisor', code)).filter((row: { title: string }) => row.title.includes('办结'));
  // Saturday and Sunday: late by more than a day, and nobody is there.
  at('10-17', '10:00');
  await superviseLate(it.engine);
  expect(await rows()).toEqual([]);
  at('10-19', '00:00');
  await superviseLate(it.engine);
  expect(await rows()).toEqual([]);
  at('10-19', '09:00');
  await superviseLate(it.engine);
  await superviseLate(it.engine);
  const [first, ...more] = await rows();
  expect(more).toEqual([]);
  expect(first).toMatchObject({ level: 1, title: '第1次督办：办结逾期', copied: true, listed: false });
  const view = await page('leader', first.code);
  expect(view.clock).toMatchObject({ label: '办结', daysLate: 5 });
  expect(view.clock.arithmetic.join()).toContain('国庆');
  at('10-20', '17:00');
  await superviseLate(it.engine);
  // Its reply day ends tonight.
  expect(await rows()).toHaveLength(1);
  at('10-21', '09:00');
  await superviseLate(it.engine);
  const after = await rows();
  expect(after.map((row: { status: string; level: number }) => [row.level, row.status]).toSorted()).toEqual([
    [1, 'replaced'],
    [2, 'sent'],
  ]);
  at('10-22', '09:00');
  await superviseLate(it.engine);
  await superviseLate(it.engine);
  const listed = await who('leader').get('/api/supervision-notices?state=open&listed=true');
  expect(listed.rows.map((row: { level: number }) => row.level)).toContain(2);
  expect(await rows()).toHaveLength(2);
});

const dayText = (iso: string) => new Date(new Date(iso).getTime() + 8 * 3_600_000).toISOString().slice(5, 10);

test('将到期和已逾期各提醒一次，只在上班时间', async () => {
  const code = await dispatched();
  const told = async () =>
    (await who('handler').get('/api/notices'))
      .filter((each: { code: string; text: string }) => each.code === code && /^(将到期|已逾期)/.test(each.text))
      .map((each: { text: string }) => each.text)
      .toSorted();
  at('10-08', '00:00');
  await warnOwners(it.engine);
  expect(await told()).toEqual([]);
  at('10-08', '09:00');
  await warnOwners(it.engine);
  await warnOwners(it.engine);
  expect(await told()).toEqual(['将到期：反馈，10月9日24时前。']);
  at('10-10', '00:00');
  await warnOwners(it.engine);
  expect(await told()).toHaveLength(1);
  at('10-10', '08:31');
  await warnOwners(it.engine);
  await warnOwners(it.engine);
  expect(await told()).toEqual(['将到期：反馈，10月9日24时前。', '已逾期：反馈，原定10月9日24时前。']);
});

test('限制知悉的事，督办单只给知情人和中心主任；设为限制时，已发的单也跟着收回', async () => {
  const code = await dispatched();
  at('10-08', '10:00');
  const { code: notice } = await issue('supervisor', code);
  const named = (await who('receptionist').get(`/api/disputes/${code}`)).handler.postId;
  await step('leader', code, 'restrictions', { restricted: true, namedPostIds: [named], reason: '涉及未成年人' });
  for (const name of ['supervisor', 'head', 'closer', 'citySupervisor'])
    expect((await who(name).raw('GET', `/api/supervision-notices/${notice}`)).statusCode, name).toBe(404);
  expect((await page('leader', notice)).restricted).toBe(true);
  await act('handler', notice, 'answers', answer);
  await act('leader', notice, 'liftings', { text: '已经核对。' });
  const again = await issue('leader', code);
  expect((await noticesAbout('supervisor', code)).length).toBe(0);
  await act('handler', again.code, 'answers', answer);
});

test('办结时督办单自动解除，限制知悉的也一样；还有督办没办完就不能销号', async () => {
  const code = await dispatched();
  at('10-08', '10:00');
  await issue('supervisor', code);
  const named = (await who('receptionist').get(`/api/disputes/${code}`)).handler.postId;
  await step('leader', code, 'restrictions', { restricted: true, namedPostIds: [named], reason: '涉及未成年人' });
  await step('handler', code, 'settlements', {
    form: 'oral',
    mediatedBy: 'committee',
    contains: [],
    terms: '退还多收的物业费。',
    effectiveOn: '2026-10-08',
    totalCents: null,
    items: [],
  });
  await step('handler', code, 'closure-submissions', { result: '已退还' });
  await step('leader', code, 'closures', { opinion: '同意办结' });
  expect((await noticesAbout('leader', code)).map((row: { status: string }) => row.status)).toEqual(['lifted']);
  const { code: open, number } = await issue('leader', code);
  at('11-02', '10:00');
  await step('leader', code, 'restrictions', { restricted: false, namedPostIds: [], reason: '不再需要限制' });
  await step('receptionist', code, 'return-visits', {
    partyId: null,
    method: 'phone',
    outcome: 'settled',
    performed: 'none',
    words: '满意',
  });
  const refused = await step('closer', code, 'strike-offs', {}, 409);
  expect(refused.error.message).toContain(`督办单 ${number}`);
  await act('head', open, 'answers', { ...answer, until: null });
  await act('leader', open, 'liftings', { text: '已经核对。' });
  await step('closer', code, 'strike-offs', {});
});

test('一张督办单打印成公文，同一件事一天催办一次', async () => {
  const code = await dispatched();
  at('10-08', '10:00');
  const { code: notice } = await issue('supervisor', code);
  const paper = await who('head').raw('GET', `/api/supervision-notices/${notice}/notice.pdf`);
  expect(paper.headers['content-type']).toBe('application/pdf');
  await step('supervisor', code, 'reminders', { text: '请今天反馈' });
  const again = await step('dispatcher', code, 'reminders', { text: '请今天反馈' }, 409);
  expect(again.error.code).toBe('alreadyReminded');
  at('10-09', '09:00');
  await step('dispatcher', code, 'reminders', { text: '请今天反馈' });
});

test('从清单里一次催几件：先看告诉谁，今天催过的、已经办完的不再催', async () => {
  const codes = [await dispatched(), await dispatched()];
  at('10-08', '10:00');
  await step('supervisor', codes[1] ?? '', 'reminders', { text: '请今天反馈' });
  const body = { codes: [...codes, '140106260999992'], text: '请今天反馈' };
  const outlook = await who('supervisor').post('/api/supervision/reminder-previews', body, 200);
  expect(outlook.reminded.map((each: { code: string }) => each.code)).toEqual([codes[0]]);
  expect(outlook.reminded[0].who).not.toEqual([]);
  expect(outlook.refused.map((each: { why: string }) => each.why)).toEqual([
    '今天已经催办过，一件事一天催一次。',
    '没有这件事，或者您的岗位看不到它。核对编号再试。',
  ]);
  const sent = await who('supervisor').post('/api/supervision/reminders', body, 200);
  expect(sent.reminded.map((each: { code: string }) => each.code)).toEqual([codes[0]]);
  expect(sent.refused).toHaveLength(2);
  expect((await who('supervisor').post('/api/supervision/reminders', body, 200)).reminded).toEqual([]);
  await who('head').post('/api/supervision/reminders', body, 403);
});

test('谁看得到一张督办单，谁能回复、退回、核销、撤销，和表里写的一样', async () => {
  const code = await dispatched();
  at('10-08', '10:00');
  const { code: notice } = await issue('supervisor', code);
  await act('head', notice, 'answers', answer);
  const url = `/api/supervision-notices/${notice}`;
  const doors = async (method: 'GET' | 'POST', path: string, body?: object) => {
    const found: Record<string, number> = {};
    for (const name of Object.keys(people)) found[name] = (await who(name).raw(method, path, body)).statusCode;
    return found;
  };
  expect(await doors('GET', url)).toEqual(noticeDoors.seen);
  expect(await doors('GET', `${url}/notice.pdf`)).toEqual(noticeDoors.seen);
  const foresee = (step: string, input: object) => doors('POST', `${url}/previews`, { step, input });
  expect(await foresee('answerSupervision', answer)).toEqual(noticeDoors.answers);
  const sendBack = { unitId: housing, reason: '没有写日期' };
  expect(await foresee('sendBackAnswer', sendBack)).toEqual(noticeDoors.checks);
  expect(await foresee('liftSupervision', { text: '已经核对' })).toEqual(noticeDoors.checks);
  expect(await foresee('withdrawSupervision', { reason: '发错了' })).toEqual(noticeDoors.checks);
  for (const step of ['closeSupervision', 'replaceSupervision'])
    expect(await foresee(step, { why: '系统' })).toEqual(noticeDoors.byHouse);
});

test('做完这一切，存下的统计数和背后的名单还是一样', () => expectFiguresToFit(it));
