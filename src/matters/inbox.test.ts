import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../platform/now.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { earOf, type InboxItem } from './inbox.ts';

let it: TestApp;
let worker: Awaited<ReturnType<TestApp['as']>>;
let desk: Awaited<ReturnType<TestApp['as']>>;
let other: Awaited<ReturnType<TestApp['as']>>;
const COUNT = 56;

beforeAll(async () => {
  it = await testApp(atTime('2026-10-14', '09:00'));
  worker = await it.as('gridWorker', '140106004-center', '140106004');
  desk = await it.as('dispatcher', '140106004-center');
  other = await it.as('dispatcher', '140106001-center');
  for (let serial = 1; serial <= COUNT; serial += 1) {
    it.clock.now = new Date(it.clock.now.getTime() + 60_000);
    const commandId = `0190a000-0000-7000-8000-0000000006${String(serial).padStart(2, '0')}`;
    const clue = {
      kind: 'other',
      urgent: false,
      text: `第${serial}条`.padEnd(4, '。'),
      regionCode: '140106004',
      place: '',
    };
    await worker.post('/api/clues', { ...clue, uploads: [], commandId }, 201);
  }
}, 90_000);
afterAll(() => it?.close());

test('the inbox goes back page by page to its first notice, each shown once', async () => {
  const seen: string[] = [];
  let after = '';
  for (let page = 0; page < 3 && (page === 0 || after !== ''); page += 1) {
    const { rows, next, unread } = await desk.get(`/api/inbox${after === '' ? '' : `?after=${after}`}`);
    expect(unread).toBe(COUNT);
    seen.push(...rows.map((row: InboxItem) => row.id));
    after = next ?? '';
  }
  expect(new Set(seen).size).toBe(COUNT);
});

test('what was looked at leaves the unread ones and stays among all', async () => {
  const { rows } = await desk.get('/api/inbox');
  const first = rows.slice(0, 2).map((row: InboxItem) => row.id);
  await desk.post('/api/notices/reads', { ids: first }, 204);
  const unread = await desk.get('/api/inbox?unread=true');
  expect(unread.unread).toBe(COUNT - 2);
  expect(unread.rows.map((row: InboxItem) => row.id)).not.toContain(first[0]);
  expect((await desk.get('/api/inbox')).rows[0]).toMatchObject({ id: first[0], read: true });
});

test('another center has none of them', async () => {
  expect(await other.get('/api/inbox')).toEqual({ rows: [], next: null, unread: 0 });
});

test('a place in the list that nobody gave is refused in a sentence', async () => {
  expect((await desk.raw('GET', '/api/inbox?after=xyz')).statusCode).toBe(422);
});

test('it says whether the post itself, its desk or everybody there was told', () => {
  expect(['p:1', 'c:140106-center#dispatcher', 'c:140106-center', 'h:140106-housing'].map(earOf)).toEqual([
    'me',
    'desk',
    'unit',
    'unit',
  ]);
});
