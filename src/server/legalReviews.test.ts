import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SentenceLine } from '../law/sentenceLine.ts';
import { atTime } from '../platform/now.ts';
import { yingze } from '../web/testing/story.ts';
import { type TestApp, testApp } from './testing/app.ts';

let it: TestApp;
let approver: Awaited<ReturnType<TestApp['as']>>;
let leader: Awaited<ReturnType<TestApp['as']>>;
beforeAll(async () => {
  it = await testApp(atTime('2026-09-29', '09:00'));
  approver = await it.as('approver', yingze);
  leader = await it.as('centerLeader', yingze);
});
afterAll(() => it?.close());

const lineOf = async (who: typeof approver, id: string): Promise<SentenceLine> =>
  (await who.get('/api/legal-sentences')).sentences.find((line: SentenceLine) => line.id === id);
const unreviewed = async (who: typeof approver): Promise<string[]> =>
  (await who.get('/api/legal-sentences/unreviewed')).map(({ id }: { id: string }) => id);
const review = (lines: SentenceLine[], over: object = {}) => ({
  sentences: lines.map(({ id, digest }) => ({ id, digest })),
  ...{ reviewer: '测试律师', reviewedOn: '2026-09-28', validUntil: '2027-09-28', note: '' },
  ...over,
});

test('a fresh house holds no review: every sentence says so to staff', async () => {
  const { sentences } = await approver.get('/api/legal-sentences');
  expect(sentences.length).toBeGreaterThan(100);
  expect((await unreviewed(approver)).length).toBe(sentences.length);
});

test('one person enters, another publishes, and only then it counts', async () => {
  const line = await lineOf(approver, 'route:courtFiling');
  await approver.post('/api/legal-reviews', review([line]), 201);
  const entered = await lineOf(leader, line.id);
  expect(entered).toMatchObject({ standing: 'pending', review: { by: '测试律师', until: '2027-09-28', mine: false } });
  expect(await unreviewed(leader)).toContain(line.id);
  const ids = [entered.review?.id];
  const own = await approver.raw('POST', '/api/legal-reviews/publications', { ids });
  expect([own.statusCode, own.json().error.code]).toEqual([403, 'ownReview']);
  await leader.post('/api/legal-reviews/publications', { ids }, 200);
  expect(await lineOf(approver, line.id)).toMatchObject({ standing: 'reviewed' });
  expect(await unreviewed(approver)).not.toContain(line.id);
  await leader.post('/api/legal-reviews/publications', { ids }, 409);
});

test('it holds in its county; taken back, the sentence is unread again', async () => {
  const other = await it.as('centerLeader', '140105-center');
  expect(await unreviewed(other)).toContain('route:courtFiling');
  const { review: held } = await lineOf(approver, 'route:courtFiling');
  const withdrawal = { ids: [held?.id], reason: '法条改了' };
  expect((await other.raw('POST', '/api/legal-reviews/withdrawals', withdrawal)).statusCode).toBe(404);
  await approver.post('/api/legal-reviews/withdrawals', withdrawal, 200);
  expect(await lineOf(approver, 'route:courtFiling')).toMatchObject({ standing: 'unreviewed', review: null });
});

test('the city’s review holds in every county', async () => {
  const [city, publisher] = [await it.as('approver', '140100-center'), await it.as('centerLeader', '140100-center')];
  const line = await lineOf(city, 'words:unwilling');
  await city.post('/api/legal-reviews', review([line]), 201);
  await publisher.post('/api/legal-reviews/publications', { ids: [(await lineOf(city, line.id)).review?.id] }, 200);
  expect(await lineOf(approver, line.id)).toMatchObject({ standing: 'reviewed', review: { ours: false } });
});

test('words that changed since they were read, days to come and reviews without an end are refused', async () => {
  const line = await lineOf(approver, 'words:lateSuit');
  const refused = async (over: object, changed = line) =>
    (await approver.raw('POST', '/api/legal-reviews', review([changed], over))).json().error.code;
  expect(await refused({}, { ...line, digest: '0'.repeat(64) })).toBe('movedOn');
  expect(await refused({ reviewedOn: '2026-09-30' })).toBe('dayToCome');
  expect(await refused({ validUntil: '2026-09-29' })).toBe('overAlready');
  expect(await refused({ validUntil: '2031-01-01' })).toBe('tooLong');
});
