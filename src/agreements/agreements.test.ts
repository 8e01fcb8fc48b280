import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../server/testing/app.ts';
import type { Agreement } from './agreement.ts';
import type { AgreementView } from './agreementViews.ts';
import { aTerm } from './testing/anAgreement.ts';
import { between, leakInMediation, type Matter } from './testing/leakInMediation.ts';

const yingze = '140106-center';
const street = '140106004-center';
type Client = Awaited<ReturnType<TestApp['as']>>;

let it: TestApp;
let receptionist: Client;
let dispatcher: Client;
let handler: Client;

beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:40:00+08:00'));
  receptionist = await it.as('receptionist', yingze);
  dispatcher = await it.as('dispatcher', yingze);
  handler = await it.as('handler', street);
});
afterAll(() => it?.close());

const inMediation = (names?: string[]): Promise<Matter> =>
  leakInMediation(it, { receptionist, dispatcher, handler }, names);
const write = (matter: Matter, agreement: Agreement, agreementId: string | null = null, status = 200, reason = '') =>
  handler.post(`/api/disputes/${matter.code}/agreements`, { agreementId, agreement, reason }, status);
const listed = async ({ code }: Matter): Promise<AgreementView[]> =>
  (await handler.get(`/api/disputes/${code}/agreements`)).agreements;
const lock = async (matter: Matter, status = 200) => {
  const [head] = await listed(matter);
  return handler.post(
    `/api/disputes/${matter.code}/agreement-locks`,
    { agreementId: head?.id, digest: head?.digest },
    status,
  );
};

test('a mediator writes an agreement, changes it, and every version stays as it was', async () => {
  const matter = await inMediation();
  await write(matter, between(matter));
  const [first] = await listed(matter);
  expect(first).toMatchObject({ number: null, version: 1, lockedAt: null });
  expect(first?.versions[0]?.words).toContain(
    '一、乙方（任建军）付给甲方（郭秀兰）漏水损失人民币捌仟元整（¥8,000.00）',
  );
  await write(matter, between(matter, { place: '海边街社区' }), first?.id, 200, '换了地方签');
  const [second] = await listed(matter);
  expect(second?.versions.map(({ version, reason }) => [version, reason])).toEqual([
    [2, '换了地方签'],
    [1, ''],
  ]);
  expect(second?.versions[1]).toEqual(first?.versions[0]);
  expect(second?.digest).not.toBe(first?.digest);
  expect(await write(matter, between(matter, { place: '海边街社区' }), first?.id, 409)).toMatchObject({
    error: { code: 'sameWords' },
  });
});

test('locking gives the next number of the center and year; a later version keeps it and has to be locked again', async () => {
  const [one, two] = [await inMediation(), await inMediation()];
  await write(one, between(one));
  await write(two, between(two));
  await Promise.all([lock(one), lock(two)]);
  const numbers = [(await listed(one))[0]?.number, (await listed(two))[0]?.number];
  expect(numbers.toSorted()).toEqual(['〔2026〕迎人调字第1号', '〔2026〕迎人调字第2号']);
  const [before] = await listed(one);
  await write(one, between(one, { costs: '各出一半' }), before?.id);
  expect((await listed(one))[0]).toMatchObject({ lockedAt: null, number: before?.number, version: 2 });
  await lock(one);
  expect((await listed(one))[0]).toMatchObject({ number: before?.number, version: 2 });
  expect(await lock(one, 409)).toMatchObject({ error: { code: 'nothingToLock' } });
});

test('oral agreements have a register of their own', async () => {
  const matter = await inMediation();
  await write(matter, between(matter, { form: 'oral' }));
  await lock(matter);
  expect((await listed(matter))[0]?.number).toBe('〔2026〕迎人调口字第1号');
});

test('what no font draws is named, nothing is locked and no number is lost', async () => {
  const matter = await inMediation(['郭\u{3134A}兰', '任建军']);
  await write(matter, between(matter));
  const refused = await lock(matter, 409);
  expect(refused).toMatchObject({ error: { code: 'noGlyph' } });
  expect(refused.error.message).toContain('U+3134A');
  expect((await listed(matter))[0]).toMatchObject({ lockedAt: null, number: null });
  const next = await inMediation();
  await write(next, between(next));
  await lock(next);
  expect((await listed(next))[0]?.number).toBe('〔2026〕迎人调字第3号');
});

test('words that were not read are not locked: a newer version is told first', async () => {
  const matter = await inMediation();
  await write(matter, between(matter));
  const [old] = await listed(matter);
  await write(matter, between(matter, { place: '家里' }), old?.id);
  const asked = { agreementId: old?.id, digest: old?.digest };
  expect(await handler.post(`/api/disputes/${matter.code}/agreement-locks`, asked, 409)).toMatchObject({
    error: { code: 'movedOn' },
  });
});

test('who is no party, and a day that no calendar has, are told beside their fields', async () => {
  const matter = await inMediation();
  const stranger = aTerm({ owesId: randomUUID(), after: 5 });
  const refused = await write(
    matter,
    between(matter, { terms: [stranger], partyIds: [matter.guo, randomUUID()] }),
    null,
    422,
  );
  expect(refused.error.fields).toMatchObject({
    'agreement.partyIds': '只能选这件事登记的当事人本人。',
    'agreement.terms.0.owesId': '选协议里的当事人。',
    'agreement.terms.0.after': '没有这一条。',
  });
});

test('its paper is a draft until it is locked, and each version can be printed', async () => {
  const matter = await inMediation();
  await write(matter, between(matter));
  const [head] = await listed(matter);
  const paper = `/api/disputes/${matter.code}/agreements/${head?.id}/agreement.pdf`;
  for (const query of ['', '?version=1', '?largePrint=true']) {
    const answer = await handler.raw('GET', `${paper}${query}`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
  }
  expect((await handler.raw('GET', `${paper}?version=2`)).statusCode).toBe(404);
});
