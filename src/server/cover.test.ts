import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PostRole } from '../people/roles.ts';
import { addPerson, signIn, type TestPerson } from '../people/testing/signedIn.ts';
import { plainly } from '../platform/db.ts';
import { atTime } from '../platform/now.ts';
import { noDanger } from '../routing/testing/noDanger.ts';
import type { ServerEngine } from './engine.ts';
import { type TestApp, testApp } from './testing/app.ts';

const yingze = '140106-center';
const street = '140106004-center';
let it: TestApp;

// biome-ignore lint/suspicious/noExplicitAny: answers are read by the test that knows their shape
type Answer = any;
type Names =
  | 'receptionist'
  | 'dispatcher'
  | 'leader'
  | 'head'
  | 'absent'
  | 'colleague'
  | 'approver'
  | 'admin'
  | 'security';
const posts: Record<Names, [string, PostRole, string]> = {
  receptionist: ['贾敏', 'receptionist', yingze],
  dispatcher: ['李娜', 'dispatcher', yingze],
  leader: ['郭志明', 'centerLeader', yingze],
  head: ['高建国', 'centerLeader', street],
  absent: ['武志强', 'handler', street],
  colleague: ['赵立', 'mediator', street],
  approver: ['周慧芳', 'approver', yingze],
  admin: ['齐向东', 'systemAdmin', '140100-center'],
  security: ['毛岚', 'securityAdmin', '140100-center'],
};
const people = {} as Record<Names, TestPerson>;

beforeAll(async () => {
  it = await testApp(atTime('2026-10-12', '09:00'));
  for (const [key, [name, role, unitId]] of Object.entries(posts))
    people[key as Names] = await addPerson(it.db, name, [{ role, unitId }]);
  await (it.engine as ServerEngine).cache.refresh();
});
afterAll(() => it?.close());

const postOf = (name: Names) => people[name].postIds[0] ?? '';

async function ask(
  who: Names,
  method: 'GET' | 'POST',
  url: string,
  status: number,
  body?: object,
  postId = postOf(who),
) {
  const cookie = await signIn(it.db, people[who], it.clock.now, postId);
  const answer = await it.app.inject({ method, url, headers: { cookie }, ...(body && { payload: body }) });
  if (answer.statusCode !== status)
    throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body.slice(0, 500)}`);
  return answer.body === '' ? undefined : (answer.json() as Answer);
}

let serial = 0;
async function inHand(title: string): Promise<string> {
  const registered = await ask('receptionist', 'POST', '/api/disputes', 201, {
    parties: [
      { ...it.party, name: '郭秀兰', idNumber: '11010519491231002X', phone: '13800001234' },
      { ...it.party, side: 'respondent', name: '任建军', idNumber: '', phone: '13800005678' },
    ],
    ...{ categoryCode: '02', source: 'walkIn', regionCode: '140106004', address: '3号楼', title },
    ...{ facts: '楼上漏水，天花板和家具泡坏，找过楼上两次没有结果。', demands: '修好', occurredOn: '2026-09-20' },
    ...{ peopleInvolved: 2, amountCents: null, willing: 'yes', headCount: 1, restriction: null, uploads: [] },
    ...{ creditCodeConfirmed: false, commandId: `0190a000-0000-7000-8000-00000000010${++serial}` },
  });
  const { code } = registered;
  const step = (who: Names, noun: string, body: object = {}) =>
    ask(who, 'POST', `/api/disputes/${code}/${noun}`, 200, body);
  await step('dispatcher', 'acceptances');
  const triage = {
    difficulty: 'simple',
    urgency: 'medium',
    gravity: 'low',
    safety: noDanger,
    toldWhom: '',
    reason: '案情清楚，用不着更多人。',
  };
  await step('dispatcher', 'triages', triage);
  await step('dispatcher', 'dispatches', { leadUnitId: street, supportingUnitIds: [], message: '' });
  await step('absent', 'acknowledgements');
  return code;
}

test('同事请假，负责人定代办人：他的事进代办人的待办，标着代谁，做了记在代办人名下，到期自己结束', async () => {
  const code = await inHand('楼上漏水');
  const restricted = await inHand('限制知悉的一件');
  await ask('leader', 'POST', `/api/disputes/${restricted}/restrictions`, 200, {
    ...{ restricted: true, namedPostIds: [postOf('absent')], reason: '涉及未成年人' },
  });
  // Whoever names one more person begins with those who are named.
  const { named } = await ask('leader', 'GET', `/api/disputes/${restricted}`, 200);
  expect(named).toEqual([{ postId: postOf('absent'), name: '武志强' }]);
  await ask('colleague', 'GET', `/api/disputes/${code}`, 404);

  const asked = await ask('absent', 'POST', '/api/absences', 201, {
    from: '2026-10-13',
    to: '2026-10-14',
    reason: '请假',
  });
  expect(asked.sentence).toContain('代办人还没指定');
  const [open] = (await ask('head', 'GET', '/api/absences', 200)).rows;
  expect(open).toMatchObject({ name: '武志强', state: 'open', acts: { name: true, decide: false } });
  const outlook = {
    postId: postOf('absent'),
    from: '2026-10-13',
    to: '2026-10-14',
    coverByPostId: postOf('colleague'),
  };
  expect(await ask('head', 'POST', '/api/absences/previews', 200, outlook)).toMatchObject({
    owed: 2,
    restricted: 1,
    granted: true,
  });
  await ask('colleague', 'POST', `/api/absences/${open.id}/covers`, 403, { coverByPostId: postOf('colleague') });
  await ask('head', 'POST', `/api/absences/${open.id}/covers`, 200, { coverByPostId: postOf('colleague') });

  // Not before its first day.
  expect((await ask('colleague', 'GET', '/api/work', 200)).items).toEqual([]);
  it.clock.now = atTime('2026-10-13', '09:00');
  await (it.engine as ServerEngine).cache.refresh();
  const work = await ask('colleague', 'GET', '/api/work', 200);
  expect(work.items.map((item: Answer) => [item.code, item.as.covers, item.mine])).toEqual([[code, '武志强', true]]);
  const coverPost: string = work.items[0].as.postId;
  const asCover = (method: 'GET' | 'POST', url: string, status: number, body?: object) =>
    ask('colleague', method, url, status, body, coverPost);

  expect((await asCover('GET', '/api/me', 200)).post).toMatchObject({ covers: '武志强', validTo: '2026-10-14' });
  expect((await asCover('GET', `/api/disputes/${code}`, 200)).sight).toBe('full');
  await asCover('GET', `/api/disputes/${restricted}`, 404);
  // What the absent colleague alone was told of it stays with him; that of the other reaches both.
  await ask('leader', 'POST', `/api/disputes/${restricted}/reminders`, 200, { text: '请今天反馈' });
  await ask('dispatcher', 'POST', `/api/disputes/${code}/reminders`, 200, { text: '请今天反馈' });
  const reminded = (notices: Answer) =>
    notices.filter((each: Answer) => each.text.includes('请今天反馈')).map((each: Answer) => each.code);
  expect(reminded(await ask('absent', 'GET', '/api/notices', 200)).toSorted()).toEqual([code, restricted].toSorted());
  expect(reminded(await asCover('GET', '/api/notices', 200))).toEqual([code]);
  await asCover('POST', `/api/disputes/${code}/progress-reports`, 200, {
    text: '去过现场，约了两家明天谈。',
    forResident: '约了明天谈。',
  });
  const seen = await ask('absent', 'GET', `/api/disputes/${code}`, 200);
  expect(seen.timeline[0].who).toMatch(/^赵立（代武志强 /);
  expect(seen.handler.name).toBe('武志强');

  it.clock.now = atTime('2026-10-15', '09:00');
  await (it.engine as ServerEngine).cache.refresh();
  expect((await ask('colleague', 'GET', '/api/work', 200)).items).toEqual([]);
  await asCover('GET', `/api/disputes/${code}`, 403);
  expect((await ask('absent', 'GET', '/api/work', 200)).items).toHaveLength(2);
});

test('不能兼的岗位不能代，说明为什么；自己不能同意自己，管理员只能由安全管理员给', async () => {
  it.clock.now = atTime('2026-10-15', '10:00');
  const days = { from: '2026-10-20', to: '2026-10-21', reason: '学习' };
  const refused = await ask('leader', 'POST', '/api/absences', 422, {
    ...{ ...days, postId: postOf('approver'), coverByPostId: postOf('absent') },
  });
  expect(refused.error.fields.coverByPostId).toBe('申请延期、停钟的和审批的不能是一个人。武志强不能代「审批岗」。');
  const mixed = await ask('absent', 'POST', '/api/absences', 422, { ...days, coverByPostId: postOf('admin') });
  expect(mixed.error.fields.coverByPostId).toContain('三类管理员要由三个人担任');
  const self = await ask('absent', 'POST', '/api/absences', 422, { ...days, coverByPostId: postOf('absent') });
  expect(self.error.fields.coverByPostId).toBe('不能自己代自己。');
  await ask('absent', 'POST', '/api/absences', 422, { ...days, to: '2027-10-20' });

  const { id } = await ask('absent', 'POST', '/api/absences', 201, { ...days, coverByPostId: postOf('colleague') });
  await ask('absent', 'POST', '/api/absences', 409, days);
  await ask('colleague', 'POST', `/api/absences/${id}/decisions`, 403, { approve: true, words: '' });
  await ask('head', 'POST', `/api/absences/${id}/decisions`, 422, { approve: false, words: '' });
  await ask('head', 'POST', `/api/absences/${id}/decisions`, 200, { approve: true, words: '' });
  const held = () =>
    plainly(it.db, (queries) =>
      queries
        .selectFrom('post')
        .select(['valid_from', 'valid_to'])
        .where('covers_post_id', 'is not', null)
        .orderBy('created_at')
        .execute(),
    );
  expect((await held()).at(-1)).toEqual({ valid_from: '2026-10-20', valid_to: '2026-10-21' });
  await ask('absent', 'POST', `/api/absences/${id}/endings`, 200, {});
  expect((await held()).at(-1)).toEqual({ valid_from: '2026-10-20', valid_to: '2026-10-19' });

  // Nobody covers an administrator who holds anything else; the security administrator keeps their posts.
  const administrator = { ...days, postId: postOf('admin'), coverByPostId: postOf('security') };
  await ask('leader', 'POST', '/api/absences', 403, administrator);
  const excluded = await ask('security', 'POST', '/api/absences', 422, administrator);
  expect(excluded.error.fields.coverByPostId).toContain('三类管理员要由三个人担任');
});
