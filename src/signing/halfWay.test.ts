import { afterAll, beforeAll, expect, test } from 'vitest';
import { between, leakInMediation, type Matter } from '../agreements/testing/leakInMediation.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import type { SigningView } from './signingViews.ts';
import { aName } from './testing/aName.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let handler: Client;
let matter: Matter;

// As many as one registration takes.
const workers = Array.from({ length: 18 }, (_, at) => `工人${at + 1}`);

beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:40:00+08:00'));
  handler = await it.as('handler', '140106004-center');
  const [receptionist, dispatcher] = [
    await it.as('receptionist', '140106-center'),
    await it.as('dispatcher', '140106-center'),
  ];
  matter = await leakInMediation(it, { receptionist, dispatcher, handler }, ['郭秀兰', '任建军', ...workers]);
  const agreement = between(matter, { partyIds: matter.partyIds });
  await handler.post(`/api/disputes/${matter.code}/agreements`, { agreementId: null, agreement, reason: '' }, 200);
  const { agreements } = await handler.get(`/api/disputes/${matter.code}/agreements`);
  const [{ id: agreementId, digest }] = agreements;
  await handler.post(`/api/disputes/${matter.code}/agreement-locks`, { agreementId, digest }, 200);
}, 60_000);
afterAll(() => it?.close());

const table = (): Promise<SigningView> => handler.get(`/api/disputes/${matter.code}/signing`);

test('many sign one agreement; half-way its text changes: all who signed are void with their reason, are told, and the rest are not', async () => {
  const { places } = await table();
  const half = places.slice(0, 9);
  for (const { agreementId, digest, partyId } of half) {
    const hand = { agreementId, digest, partyId, signerPartyId: partyId, strokes: aName, device: '平板' };
    const checked = { idChecked: true, authoritySeen: false };
    await handler.post(`/api/disputes/${matter.code}/signatures`, { ...hand, ...checked }, 200);
  }
  expect((await table()).places.filter(({ signed }) => signed)).toHaveLength(9);
  const changed = between(matter, { partyIds: matter.partyIds, place: '工地' });
  const body = { agreementId: half[0]?.agreementId, agreement: changed, reason: '换了地方' };
  const said = await handler.post(
    `/api/disputes/${matter.code}/previews`,
    { step: 'draftAgreement', input: body },
    200,
  );
  expect(JSON.stringify(said)).toContain('原来的签名作废');
  await handler.post(`/api/disputes/${matter.code}/agreements`, body, 200);
  expect((await table()).places).toEqual([]);
  const { agreements } = await handler.get(`/api/disputes/${matter.code}/agreements`);
  const [{ id: agreementId, digest, missingIds }] = agreements;
  expect(missingIds).toHaveLength(20);
  await handler.post(`/api/disputes/${matter.code}/agreement-locks`, { agreementId, digest }, 200);
  expect((await table()).places.filter(({ signed }) => signed)).toEqual([]);
});
