import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyBody, emptyMediator } from '../mediation/bodies.ts';
import type { MediatorProposal } from '../mediation/proposeMediators.ts';
import { remindTerms } from '../mediation/remindTerms.sql.ts';
import { systemActor } from '../platform/actor.ts';
import { plainly } from '../platform/db.ts';
import { newId } from '../platform/ids.ts';
import { atTime } from '../platform/now.ts';
import { aPhone, handSlip, leak, toMediation, wordsOf } from '../web/citizen/testing/resident.ts';
import { type TestApp, testApp } from './testing/app.ts';

const center = '140106-center';
const labor = '140106-mediation-labor';
type Client = Awaited<ReturnType<TestApp['as']>>;

let it: TestApp;
let receptionist: Client;
let dispatcher: Client;
let leader: Client;
let mediator: Client;
let other: Client;

beforeAll(async () => {
  it = await testApp(atTime('2026-09-29', '08:40'));
  receptionist = await it.as('receptionist', center);
  dispatcher = await it.as('dispatcher', center);
  leader = await it.as('centerLeader', center);
  mediator = await it.as('mediator', labor);
  other = await it.as('mediator', '140106-mediation-family');
}, 60_000);
afterAll(() => it?.close());

const postOf = async (client: Client): Promise<string> => (await client.get('/api/me')).posts[0].id;

async function aMatter(over: object = {}) {
  const made = await receptionist.post('/api/disputes', { ...leak(it.party), ...over, commandId: newId() }, 201);
  await toMediation(it, made.code);
  return { code: made.code as string, pin: made.slips[0].pin as string };
}
const appoint = async (code: string, ...clients: Client[]) =>
  dispatcher.post(
    `/api/disputes/${code}/mediator-appointments`,
    { postIds: await Promise.all(clients.map(postOf)), basis: 'proposed' },
    200,
  );
const mediatorsOf = async (code: string) => (await leader.get(`/api/disputes/${code}`)).mediators;
const proposals = (code: string): Promise<MediatorProposal[]> =>
  dispatcher.get(`/api/disputes/${code}/mediator-proposals`);
const about = async (code: string, client: Client) => {
  const postId = await postOf(client);
  return (await proposals(code)).find((each) => each.postId === postId);
};
const against = async (code: string, client: Client) => (await about(code, client))?.against.map(({ zh }) => zh) ?? [];

test('whoever mediated for one of the parties before is said to have, and nothing of that matter is', async () => {
  const before = await aMatter();
  const now = await aMatter({ title: '第二回漏水' });
  expect(await against(now.code, mediator)).toEqual([]);
  await appoint(before.code, mediator);
  expect(await against(now.code, mediator)).toEqual(['以前调过一方当事人的事']);
  expect(await against(now.code, other)).toEqual([]);
  const answer = (await dispatcher.raw('GET', `/api/disputes/${now.code}/mediator-proposals`)).body;
  expect(answer).not.toMatch(new RegExp(`${before.code}|郭秀兰|任建军`));
});

test('a mediator of the village or community that a party’s address names is said to be of it', async () => {
  const neighbor = await it.as('mediator', '140106004-center', '140106004001');
  const far = await it.as('mediator', '140106004-center', '140106004009');
  const { parties } = leak(it.party);
  const lives = parties.map((party, index) => ({ ...party, address: index === 1 ? '双塔西街一社区5号楼' : '' }));
  const { code } = await aMatter({ parties: lives });
  expect(await against(code, neighbor)).toEqual([expect.stringContaining('一方当事人也住双塔西街一社区')]);
  expect(await against(code, far)).toEqual([]);
});

test('each look at earlier matters stands in the trail, with its purpose', async () => {
  const { code } = await aMatter();
  await proposals(code);
  const rows = await plainly(it.db, (queries) =>
    queries
      .selectFrom('trail')
      .select('detail')
      .where('subject', '=', code)
      .where('act', '=', 'mediation.earlierLooked')
      .execute(),
  );
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).toContain('确定调解员');
});

test('the leader keeps skills and terms, and what he kept stands beside the name and orders the proposals', async () => {
  const { code } = await aMatter();
  const postId = await postOf(other);
  const form = { ...emptyMediator, skills: ['02'], fields: ['心理疏导'], termTo: '2026-10-30' };
  await leader.put(`/api/mediators/${postId}`, form, 204);
  await leader.put(`/api/mediation-bodies/${labor}`, { ...emptyBody, kind: 'industry', termTo: '2026-09-01' }, 204);
  expect((await proposals(code))[0]?.postId).toBe(postId);
  const page = await mediator.get('/api/mediation-bodies');
  expect(page.mayKeep).toBe(false);
  const kept = page.mediators.find((each: { postId: string }) => each.postId === postId);
  expect(kept).toMatchObject({ term: 'endsSoon', form: { fields: ['心理疏导'] } });
  expect(page.bodies.find((each: { unitId: string }) => each.unitId === labor).term).toBe('ended');
});

test('a term that ends is owed to the leader as a notice, once', async () => {
  const run = () => remindTerms(it.engine as never, systemActor(['140106']), '140106');
  expect(await run()).toBeGreaterThan(0);
  expect(await run()).toBe(0);
  const notices = (await leader.get('/api/notices')).map(({ text }: { text: string }) => text);
  expect(notices.some((text: string) => text.includes('到期了，请换届或者续任。'))).toBe(true);
});

test('a people’s body cannot be written down as charging', async () => {
  const refused = await leader.raw('PUT', `/api/mediation-bodies/${labor}`, { ...emptyBody, charges: true });
  expect(refused.statusCode).toBe(422);
  expect(refused.json().error.fields).toHaveProperty('charges');
});

test('「他跟我们老板是一个村的，我不要他」: said on the phone, decided by the leader, unseen by the other side', async () => {
  const { code, pin } = await aMatter();
  await appoint(code, mediator);
  const phone = aPhone(it.app);
  await phone.post(`/c/${code}`, { pin });
  const page = (await phone.get(`/c/${code}/progress`)).body;
  expect(page).toContain('要求换调解员');
  expect(wordsOf(page)).toContain('您的事由');
  const form = await phone.form(`/c/${code}/object`);
  const sent = await phone.post(`/c/${code}/objections`, { ...form, reason: '他跟我们老板是一个村的，我不要他' });
  expect(sent.headers.location).toBe(`/c/${code}/progress?done=objection`);
  const after = wordsOf((await phone.get(`/c/${code}/progress`)).body);
  expect(after).toContain('您要求换调解员：他跟我们老板是一个村的，我不要他');
  expect(after).toContain('正在看要不要换人');
  await handSlip(it, code, '任建军', '730619');
  const others = aPhone(it.app);
  await others.post(`/c/${code}`, { pin: '730619' });
  const seen = (await others.get(`/c/${code}/progress`)).body;
  expect(seen).toContain('要求换调解员');
  expect(seen).not.toMatch(/一个村|要不要换人/);
  const [sitting] = await mediatorsOf(code);
  expect(sitting.state).toBe('objected');
  const work = await leader.get('/api/work');
  expect(JSON.stringify(work)).toContain('调解员要不要换');
  const reads = async (client: Client) => JSON.stringify((await client.get(`/api/disputes/${code}`)).timeline);
  expect(await reads(leader)).toContain('一个村');
  expect(await reads(mediator)).not.toContain('一个村');
  await leader.post(`/api/disputes/${code}/mediator-releases`, { mediatorId: sitting.id, reason: '换一位' }, 200);
  expect((await mediator.get(`/api/disputes/${code}`)).sight).toBe('former');
  await appoint(code, other);
  expect((await other.get(`/api/disputes/${code}`)).sight).toBe('full');
  expect(await against(code, mediator)).toContain('当事人在这件事里要求换过他');
  const view = await leader.get(`/api/disputes/${code}`);
  const told = view.residentSees.timeline.map(({ text }: { text: string }) => text).join();
  expect(told).not.toContain('一个村');
});

test('a form without a reason, or about somebody who does not mediate, is shown again with what was typed', async () => {
  const { code, pin } = await aMatter();
  await appoint(code, mediator, other);
  const phone = aPhone(it.app);
  await phone.post(`/c/${code}`, { pin });
  const form = await phone.form(`/c/${code}/object`);
  const again = await phone.post(`/c/${code}/objections`, { ...form, mediatorId: '', reason: '' });
  expect(again.statusCode).toBe(422);
  expect(wordsOf(again.body)).toContain('选一位。');
});

test('a body that was not asked sees nothing of it, a mediator who was asked declares first', async () => {
  const { code } = await aMatter();
  await appoint(code, mediator);
  expect((await other.raw('GET', `/api/disputes/${code}`)).statusCode).toBe(404);
  const owed = JSON.stringify(await mediator.get('/api/work'));
  expect(owed).toContain('先申报');
  await mediator.post(`/api/disputes/${code}/tie-declarations`, { ties: ['community'] }, 200);
  expect((await mediatorsOf(code))[0].state).toBe('tied');
  const consent = { mediatorId: (await mediatorsOf(code))[0].id, agreed: true, how: '双方在窗口都说可以' };
  await receptionist.post(`/api/disputes/${code}/mediator-consents`, consent, 200);
  expect((await mediatorsOf(code))[0].state).toBe('accepted');
});
