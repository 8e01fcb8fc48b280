import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { registered } from '../web/testing/story.ts';
import type { DossierView } from './dossier.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;
const center = '140106-center';
let it: TestApp;
let receptionist: Client;
let approver: Client;
let closer: Client;

beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:40:00+08:00'));
  receptionist = await it.as('receptionist', center);
  approver = await it.as('approver', center);
  closer = await it.as('closer', center);
});
afterAll(() => it?.close());

/** Turned away, and so without a paper: nobody wrote a cover. */
async function declined(): Promise<string> {
  const { code } = await registered({
    post: (url: string, body: object) => receptionist.post(url, body, 201),
  } as never);
  const elsewhere = { ground: 'elsewhere', reason: '不归这里', goTo: '小店区综治中心', way: 'none', startedOn: null };
  await approver.post(`/api/disputes/${code}/declines`, elsewhere, 200);
  return code;
}
const view = (code: string): Promise<DossierView> => closer.get(`/api/disputes/${code}/dossier`);
const keepLong = async (code: string) => {
  const { cover } = await view(code);
  const evidence = { fileIds: [], leftOutIds: [], identityReason: '' };
  const kept = {
    version: 0,
    cover,
    situation: '没有调解。',
    ...evidence,
    retention: 'long',
    retentionReason: '常有人问',
  };
  return closer.raw('PUT', `/api/disputes/${code}/dossier`, kept);
};

test('archived without a word of it: kept as is proposed, with the reason of the proposal', async () => {
  const code = await declined();
  await closer.post(`/api/disputes/${code}/archives`, {}, 200);
  expect(await view(code)).toMatchObject({
    ...{ version: 1, cover: { title: '楼上漏水赔偿' } },
    retention: { chosen: 'permanent', reason: '没有另外规定的都永久保管。' },
  });
});

test('what somebody chose before the archive stays; what is said with it takes its place, and an older page is told', async () => {
  const code = await declined();
  expect((await keepLong(code)).statusCode).toBe(200);
  const asked = { retention: 'short', retentionReason: '' };
  const refused = await closer.raw('POST', `/api/disputes/${code}/archives`, asked);
  expect([refused.statusCode, refused.json().error.fields]).toEqual([
    422,
    { retentionReason: '和建议的不一样，写一句为什么。' },
  ]);
  const other = await declined();
  expect((await keepLong(other)).statusCode).toBe(200);
  await closer.post(`/api/disputes/${other}/archives`, {}, 200);
  expect(await view(other)).toMatchObject({ version: 1, retention: { chosen: 'long', reason: '常有人问' } });
  await closer.post(`/api/disputes/${code}/archives`, { ...asked, retentionReason: '一次问清，没有材料' }, 200);
  const after = await view(code);
  expect(after).toMatchObject({ version: 2, retention: { chosen: 'short', reason: '一次问清，没有材料' } });
  expect(after.situation).toBe('没有调解。');
  const { timeline } = await closer.get(`/api/disputes/${code}`);
  const last = timeline.find(({ type }: { type: string }) => type === 'archive');
  expect([last.sentence, last.notes.map(({ body }: { body: string }) => body)]).toEqual([
    '归档，保管期限：短期。',
    ['一次问清，没有材料'],
  ]);
  expect((await keepLong(code)).statusCode).toBe(409);
});
