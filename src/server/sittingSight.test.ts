import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../platform/now.ts';
import type { SittingView } from '../sittings/sittingViews.ts';
import { aPhone, handSlip, wordsOf } from '../web/citizen/testing/resident.ts';
import { postOf, type SittingScene, sittingScene } from './testing/sittingScene.ts';

let scene: SittingScene;
beforeAll(async () => {
  scene = await sittingScene();
}, 60_000);
afterAll(() => scene?.it.close());

type Person = Parameters<SittingScene['view']>[0];
const everyone: readonly Person[] = [
  ...(['receptionist', 'dispatcher', 'leader', 'supervisor', 'cityDispatcher', 'mediator', 'earlier'] as const),
  ...(['judge', 'arbitrator', 'psychologist', 'health', 'stranger'] as const),
];
const facts = '天花板和家具泡坏';
const demand = '赔偿 8000 元并修好';

/** What each may read, in a word: how much, and which of facts, demands, names, minutes. */
async function sights(code: string): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  for (const person of everyone) {
    const answer = await scene.who(person).raw('GET', `/api/sittings/${code}`);
    if (answer.statusCode !== 200) {
      seen[person] = String(answer.statusCode);
      continue;
    }
    const has = { facts, demand, names: '郭秀兰', minutes: '当场说好了' };
    const read = Object.entries(has).flatMap(([what, words]) => (answer.body.includes(words) ? [what] : []));
    seen[person] = [(answer.json() as SittingView).sight, ...read].join(' ');
  }
  return seen;
}

/** By hand from docs/access.md: invited to a sitting. The supervisor, the center above and who has no part in it find nothing. */
const nobody = { supervisor: '404', cityDispatcher: '404', stranger: '404' };
const all = 'full facts demand names minutes';
const house = { receptionist: all, dispatcher: all, leader: all, mediator: all };

test('who reads what of a sitting, before and after they accept, after it ends, and who was never asked', async () => {
  const { aMatter, call, step, write, view, ending, who } = scene;
  const matter = await aMatter({ facts: `郭秀兰家${facts}，任建军不认。` });
  const arbitrator = await postOf(who('arbitrator'));
  const judge = await postOf(who('judge'));
  const psychologist = await postOf(who('psychologist'));
  const code = await call(matter, { postIds: [judge, psychologist, arbitrator], unitIds: ['140106-health'] });
  const { mediators } = await who('dispatcher').get(`/api/disputes/${matter.code}`);
  const earlierPost = await postOf(who('earlier'));
  const { id: mediatorId } = mediators.find(({ postId }: { postId: string }) => postId === earlierPost);
  const asked = { judge: 'asked', arbitrator: 'asked', psychologist: 'asked', health: 'asked' };
  const soFar = { receptionist: 'full facts demand names', dispatcher: 'full facts demand names' };
  const hosts = { ...soFar, leader: soFar.dispatcher, mediator: soFar.dispatcher, earlier: soFar.dispatcher };
  expect(await sights(code)).toEqual({ ...nobody, ...hosts, ...asked });

  await who('dispatcher').post(
    `/api/disputes/${matter.code}/mediator-releases`,
    { mediatorId, reason: '另有安排' },
    200,
  );
  await step('judge', code, 'answers', { comes: true, reason: '' });
  await step('health', code, 'answers', { comes: true, reason: '' });
  await step('arbitrator', code, 'answers', { comes: false, reason: '开庭' });
  await step('mediator', code, 'starts', { hereIds: [] });
  const [{ id: disputeId }] = (await view('mediator', code)).disputes;
  await write('mediator', code, 'outcome', '当场说好了', 0, { disputeId });
  const table = { judge: 'table facts demand', health: 'table facts demand', psychologist: 'asked', arbitrator: 'own' };
  expect(await sights(code)).toEqual({ ...nobody, ...house, ...table, earlier: '404' });

  await step('mediator', code, 'shares', { shared: ['names'] });
  const named = { ...table, judge: 'table names', health: 'table names' };
  expect(await sights(code)).toEqual({ ...nobody, ...house, ...named, earlier: '404' });

  await step('mediator', code, 'endings', await ending(code));
  const over = { judge: 'own', health: 'own', psychologist: 'own', arbitrator: 'own' };
  expect(await sights(code)).toEqual({ ...nobody, ...house, ...over, earlier: '404' });
});

test('what somebody sealed is read by nobody else, and is in nothing that leaves the sitting', async () => {
  const { aMatter, call, step, view, who, it } = scene;
  it.clock.now = atTime('2026-09-29', '09:30');
  const matter = await aMatter();
  const code = await call(matter, { day: '2026-10-09' });
  await step('judge', code, 'answers', { comes: true, reason: '' });
  await step('mediator', code, 'starts', { hereIds: [] });
  const [mine, judges, side, opinion] = ['秘字甲一', '秘字乙二', '秘字丙三', '公开意见丁四'];
  await step('mediator', code, 'notes', { kind: 'sealed', text: mine });
  await step('judge', code, 'notes', { kind: 'sealed', text: judges });
  await step('mediator', code, 'notes', { kind: 'applicant', text: side });
  await step('judge', code, 'notes', { kind: 'opinion', text: opinion });
  await who('judge').post(`/api/sittings/${code}/notes`, { kind: 'respondent', text: '不该我记' }, 403);
  const notes = async (person: Person) =>
    (await view(person, code)).notes.map(({ text }: { text: string }) => text).toSorted();
  expect(await notes('mediator')).toEqual([mine, side, opinion].toSorted());
  expect(await notes('leader')).toEqual([side, opinion].toSorted());
  expect(await notes('judge')).toEqual([judges, opinion].toSorted());

  await handSlip(it, matter.code, '郭秀兰', '246810');
  const secrets = [mine, judges, side] as string[];
  const says = (body: string, where: string) => {
    for (const secret of secrets) expect(body.includes(secret), `${where}: ${secret}`).toBe(false);
  };
  const urls = [
    '/api/work',
    '/api/notices',
    '/api/ledger',
    `/api/disputes/${matter.code}`,
    `/api/disputes/${matter.code}/sittings`,
    '/api/sittings',
  ];
  for (const person of everyone)
    for (const url of [...urls, `/api/search?text=${encodeURIComponent('秘字')}`])
      says((await who(person).raw('GET', url)).body, `${person} ${url}`);
  for (const person of ['leader', 'receptionist', 'dispatcher'] as const)
    says((await who(person).raw('GET', `/api/sittings/${code}`)).body.replaceAll(side, ''), `${person}`);
});

test('the other side, or its lawyer with its slip, reads its own day and place, and nothing of what was said or offered', async () => {
  const { aMatter, call, step, view, write, it } = scene;
  it.clock.now = atTime('2026-09-29', '09:40');
  const matter = await aMatter();
  const code = await call(matter, { day: '2026-10-10' });
  await step('mediator', code, 'starts', { hereIds: [] });
  const [{ id: disputeId }] = (await view('mediator', code)).disputes;
  await write('mediator', code, 'said', '申请人说两千也行', 0, { disputeId });
  await step('mediator', code, 'proposals', { disputeId, from: 'applicant', text: '两千也行', hand: false });
  await step('mediator', code, 'notes', { kind: 'applicant', text: '两千也行' });
  expect((await it.app.inject({ url: `/api/sittings/${code}` })).statusCode).toBe(401);
  await handSlip(it, matter.code, '任建军', '135790');
  const phone = aPhone(it.app);
  await phone.post(`/c/${matter.code}`, { pin: '135790' });
  const page = wordsOf((await phone.get(`/c/${matter.code}/progress`)).body);
  expect(page).toContain('请您来参加调解会：10月10日（周六）15:00—17:00');
  for (const secret of ['两千也行', '谈赔多少', code]) expect(page).not.toContain(secret);
  expect((await phone.get(`/api/sittings/${code}`)).statusCode).toBe(401);
});

test('when the dispute is restricted afterwards, its sitting is known to those who hold it and to the leader alone', async () => {
  const { aMatter, call, who, step, it } = scene;
  it.clock.now = atTime('2026-09-29', '09:50');
  const matter = await aMatter();
  const code = await call(matter, { day: '2026-10-13', unitIds: ['140106-health'] });
  await step('judge', code, 'answers', { comes: true, reason: '' });
  const body = { restricted: true, namedPostIds: [], reason: '涉及未成年人' };
  await who('leader').post(`/api/disputes/${matter.code}/restrictions`, body, 200);
  const seen = await sights(code);
  // Whoever was asked by name was told already, and keeps it; units and the desks of the center do not.
  expect(
    Object.keys(seen)
      .filter((person) => seen[person] !== '404')
      .toSorted(),
  ).toEqual(['earlier', 'judge', 'leader', 'mediator', 'psychologist']);
  expect(seen.judge).toBe('table facts demand');
});

test('whoever takes over a dispute holds its sitting from then on', async () => {
  const { aMatter, call, who, view, it } = scene;
  it.clock.now = atTime('2026-09-29', '09:55');
  const matter = await aMatter();
  const code = await call(matter, { day: '2026-10-14', postIds: [] });
  const third = await it.as('mediator', '140106-mediation-labor');
  const postIds = [await postOf(third)];
  expect((await third.raw('GET', `/api/sittings/${code}`)).statusCode).toBe(404);
  await who('dispatcher').post(
    `/api/disputes/${matter.code}/mediator-appointments`,
    { postIds, basis: 'proposed' },
    200,
  );
  expect((await third.get(`/api/sittings/${code}`)).sight).toBe('full');
  expect((await third.get(`/api/sittings/${code}`)).steps.now).toContain('startSitting');
  expect((await view('mediator', code)).hosts).toHaveLength(4);
});
