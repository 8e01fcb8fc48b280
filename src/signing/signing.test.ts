import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { between, leakInMediation, type Matter } from '../agreements/testing/leakInMediation.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import type { PlaceView, SigningView } from './signingViews.ts';
import { aName } from './testing/aName.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;
type Hand = { agreementId: string; digest: string; partyId: string; signerPartyId: string };

let it: TestApp;
let people: { receptionist: Client; dispatcher: Client; handler: Client };

beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:40:00+08:00'));
  people = {
    receptionist: await it.as('receptionist', '140106-center'),
    dispatcher: await it.as('dispatcher', '140106-center'),
    handler: await it.as('handler', '140106004-center'),
  };
});
afterAll(() => it?.close());

const step = (matter: Matter, noun: string, body: object, status = 200, who: Client = people.handler) =>
  who.post(`/api/disputes/${matter.code}/${noun}`, body, status);
const table = (matter: Matter): Promise<SigningView> => people.handler.get(`/api/disputes/${matter.code}/signing`);
const agreementsOf = async ({ code }: Matter) =>
  (await people.handler.get(`/api/disputes/${code}/agreements`)).agreements;

async function locked(matter: Matter): Promise<void> {
  for (const { id, digest, lockedAt } of await agreementsOf(matter))
    if (lockedAt === null) await step(matter, 'agreement-locks', { agreementId: id, digest });
}

/** A leak whose agreement is written and fixed, and lies on the table. */
async function onTheTable(names?: string[], more?: object[]): Promise<Matter> {
  const matter = await leakInMediation(it, people, names, more);
  await step(matter, 'agreements', { agreementId: null, agreement: between(matter), reason: '' });
  await locked(matter);
  return matter;
}

const placeOf = async (matter: Matter, partyId: string): Promise<PlaceView> =>
  (await table(matter)).places.find((each) => each.partyId === partyId) as PlaceView;
const handOf = ({ agreementId, digest, partyId }: PlaceView, signerPartyId = partyId): Hand => ({
  ...{ agreementId, digest, partyId, signerPartyId },
});
const onScreen = { strokes: aName, device: '平板', idChecked: true, authoritySeen: false };

async function sign(matter: Matter, partyId: string, over: object = {}, status = 200, who?: Client) {
  return step(matter, 'signatures', { ...handOf(await placeOf(matter, partyId)), ...onScreen, ...over }, status, who);
}

test('each signs for himself; the table says who is missing', async () => {
  const matter = await onTheTable();
  await sign(matter, matter.guo);
  const { places, today } = await table(matter);
  expect(places.map(({ name, role, signed }) => [name, role, signed?.how ?? null])).toEqual([
    ['郭秀兰', '甲方', 'screen'],
    ['任建军', '乙方', null],
  ]);
  expect(places[0]?.signed).toMatchObject({ signer: '郭秀兰', inStead: false });
  expect(today).toBe(1);
  await sign(matter, matter.ren, {}, 200, people.receptionist);
  expect((await table(matter)).places.every(({ signed }) => signed !== null)).toBe(true);
});

test('what was not fixed is not signed, nor words that the screen does not show any more', async () => {
  const matter = await leakInMediation(it, people);
  await step(matter, 'agreements', { agreementId: null, agreement: between(matter), reason: '' });
  const [{ id: agreementId, digest }] = await agreementsOf(matter);
  const body = { agreementId, digest, partyId: matter.guo, signerPartyId: matter.guo, ...onScreen };
  expect(await step(matter, 'signatures', body, 409)).toMatchObject({ error: { code: 'nothingToSign' } });
  await locked(matter);
  expect(await step(matter, 'signatures', { ...body, digest: 'f'.repeat(64) }, 409)).toMatchObject({
    error: { code: 'otherWords' },
  });
});

test('an empty field, a dot and a straight slip are no name; without a look at the papers nobody signs', async () => {
  const matter = await onTheTable();
  const dot = Array.from({ length: 12 }, () => [500, 100, 1]);
  const slip = Array.from({ length: 12 }, (_, at) => [at * 20, 100, at]);
  for (const strokes of [[], [dot], [slip]])
    expect(await sign(matter, matter.guo, { strokes }, 422)).toMatchObject({ error: { code: 'blank' } });
  const refused = await sign(matter, matter.guo, { idChecked: false }, 422);
  expect(refused.error.fields.idChecked).toBe('先核对签字人的证件，再打勾。');
  expect((await placeOf(matter, matter.guo)).signed).toBe(null);
});

test('two sign as one, also at the same moment: one stands, the other is told who signed and when', async () => {
  const matter = await onTheTable();
  const hand = handOf(await placeOf(matter, matter.guo));
  const at = `/api/disputes/${matter.code}/signatures`;
  const both = await Promise.all([
    people.handler.raw('POST', at, { ...hand, ...onScreen }),
    people.receptionist.raw('POST', at, { ...hand, ...onScreen }),
  ]);
  expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  const refused = await step(matter, 'signatures', { ...hand, ...onScreen }, 409);
  expect(refused.error.message).toContain('郭秀兰已经在 10-14 09:40');
  expect(refused.error.message).toContain('签过了');
});

test('the same press sent twice signs once', async () => {
  const matter = await onTheTable();
  const body = { ...handOf(await placeOf(matter, matter.guo)), ...onScreen, commandId: randomUUID() };
  const first = await step(matter, 'signatures', body);
  expect(await step(matter, 'signatures', body)).toEqual(first);
});

test('a guardian signs for a child and an agent for an organization; nobody without authority, and the child not itself', async () => {
  const matter = await onTheTable(
    ['郭秀兰', '安居物业有限公司'],
    [{ name: '任建军', represents: 1, side: 'respondent', representation: 'agent', authority: '特别授权' }],
  );
  const agent = matter.partyIds[2] as string;
  const place = await placeOf(matter, matter.ren);
  expect(place.standIns).toEqual([{ id: agent, name: '任建军' }]);
  expect(await sign(matter, matter.ren, { signerPartyId: matter.guo, authoritySeen: true }, 422)).toMatchObject({
    error: { code: 'noAuthority' },
  });
  expect(await sign(matter, matter.ren, { signerPartyId: agent }, 422)).toMatchObject({
    error: { code: 'authorityUnseen' },
  });
  await sign(matter, matter.ren, { signerPartyId: agent, authoritySeen: true });
  expect((await placeOf(matter, matter.ren)).signed).toMatchObject({ signer: '任建军', inStead: true });
});

test('「金额不对」 stops his signing and tells the mediator; cleared up, he signs', async () => {
  const matter = await onTheTable();
  const place = await placeOf(matter, matter.guo);
  const said = { agreementId: place.agreementId, digest: place.digest, partyId: matter.guo, what: 'amount' };
  await step(matter, 'signing-objections', said, 200, people.receptionist);
  expect((await placeOf(matter, matter.guo)).doubt).toMatchObject({ what: 'amount' });
  const refused = await sign(matter, matter.guo, {}, 409);
  expect(refused.error.message).toContain('说「金额不对」，还没有说清楚');
  await sign(matter, matter.ren);
  const answer = { agreementId: place.agreementId, partyId: matter.guo, answer: '看了收据，是八千元。' };
  expect(await step(matter, 'signing-answers', answer, 403, people.receptionist)).toBeTruthy();
  await step(matter, 'signing-answers', answer);
  expect(await step(matter, 'signing-answers', answer, 409)).toMatchObject({ error: { code: 'nothingDoubted' } });
  await sign(matter, matter.guo);
});

test('「纸上都签了」 is written down for many at once, and only once each', async () => {
  const matter = await onTheTable(['郭秀兰', '任建军', '王福生']);
  const { places } = await table(matter);
  const signatures = places.map((place) => handOf(place));
  expect(await step(matter, 'paper-signatures', { signatures, paperSeen: false }, 422)).toBeTruthy();
  await step(matter, 'paper-signatures', { signatures, paperSeen: true });
  expect((await table(matter)).places.map(({ signed }) => signed?.how)).toEqual(['paper', 'paper']);
  expect(await step(matter, 'paper-signatures', { signatures, paperSeen: true }, 409)).toMatchObject({
    error: { code: 'signedAlready' },
  });
});

test('a changed text voids the signatures it touches, with reason and notice; saving without a change voids nobody', async () => {
  const matter = await onTheTable();
  await sign(matter, matter.guo);
  const [{ id: agreementId }] = await agreementsOf(matter);
  const same = { agreementId, agreement: between(matter), reason: '' };
  expect(await step(matter, 'agreements', same, 409)).toMatchObject({ error: { code: 'sameWords' } });
  expect((await placeOf(matter, matter.guo)).signed).not.toBe(null);
  await step(matter, 'agreements', { ...same, agreement: between(matter, { place: '海边街社区' }), reason: '换地方' });
  const admin = new pg.Client({ connectionString: it.adminUrl });
  await admin.connect();
  const { rows } = await admin.query('select party_id, void_reason, version from signature where agreement_id = $1', [
    agreementId,
  ]);
  await admin.end();
  expect(rows).toEqual([{ party_id: matter.guo, void_reason: '协议改成第2稿，要重新签。', version: 1 }]);
  await locked(matter);
  expect((await placeOf(matter, matter.guo)).signed).toBe(null);
  const { timeline } = await people.handler.get(`/api/disputes/${matter.code}`);
  expect(JSON.stringify(timeline)).toContain('原来的签名作废');
  await sign(matter, matter.guo);
});

test('a signature of the wrong person is voided with its reason by who mediates, and can be given anew', async () => {
  const matter = await onTheTable();
  await sign(matter, matter.guo);
  const { agreementId } = await placeOf(matter, matter.guo);
  const wrong = { agreementId, partyId: matter.guo, reason: '签成了她姐姐' };
  expect(await step(matter, 'signature-voidings', wrong, 403, people.receptionist)).toBeTruthy();
  await step(matter, 'signature-voidings', wrong);
  expect(await step(matter, 'signature-voidings', wrong, 409)).toBeTruthy();
  expect((await placeOf(matter, matter.guo)).signed).toBe(null);
  await sign(matter, matter.guo);
});

test('the mediator’s signature and the seal are written down with their day, never of the future', async () => {
  const matter = await onTheTable();
  const { agreementId, digest } = await placeOf(matter, matter.guo);
  const seal = { agreements: [{ agreementId, digest }], what: 'seal', postId: null, onDay: '2026-10-14' };
  expect(await step(matter, 'agreement-attestations', { ...seal, onDay: '2026-10-15' }, 422)).toBeTruthy();
  await step(matter, 'agreement-attestations', seal);
  expect((await table(matter)).attested).toMatchObject([{ what: 'seal', onDay: '2026-10-14' }]);
});

test('each reads what concerns him first, with his sum, his days and where it is paid to', async () => {
  const matter = await onTheTable();
  const { agreementId } = await placeOf(matter, matter.guo);
  const own = await people.handler.get(`/api/disputes/${matter.code}/signing/${agreementId}/${matter.guo}`);
  expect(own).toMatchObject({ getsCents: 800_000, owesCents: null, account: ['转到郭秀兰本人的银行卡'] });
  expect(own.instalments).toHaveLength(2);
  expect(own.own[0]).toContain('捌仟元整');
  const other = await people.handler.get(`/api/disputes/${matter.code}/signing/${agreementId}/${matter.ren}`);
  expect(other).toMatchObject({ getsCents: null, owesCents: 800_000 });
});
