import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../platform/ids.ts';
import { atTime } from '../platform/now.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { leak, toMediation } from '../web/citizen/testing/resident.ts';
import { earOf, type InboxItem } from './inbox.ts';

let it: TestApp;
let worker: Awaited<ReturnType<TestApp['as']>>;
let desk: Awaited<ReturnType<TestApp['as']>>;
let other: Awaited<ReturnType<TestApp['as']>>;
const COUNT = 56;
const settlement = {
  ...{ form: 'written', terms: '任建军赔偿郭秀兰 8000 元。', effectiveOn: '2026-10-14', mediatedBy: 'committee' },
  ...{ contains: [], totalCents: 800_000 },
  items: [{ obligation: '任建军付给郭秀兰', amountCents: 800_000, dueOn: '2026-11-15' }],
};

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

type Client = Awaited<ReturnType<TestApp['as']>>;
const toldOf = async (who: Client, code: string) => {
  const [inbox, unread, notices] = [
    await who.get('/api/inbox'),
    await who.get('/api/inbox?unread=true'),
    await who.get('/api/notices'),
  ];
  const of = (rows: InboxItem[]) => rows.filter((row) => JSON.stringify(row).includes(code)).length;
  return [of(inbox.rows), of(unread.rows), of(notices), unread.unread - unread.rows.length];
};

test('what was told of a matter that is restricted since is read by those who may still know of it', async () => {
  const receptionist = await it.as('receptionist', '140106-center');
  const leader = await it.as('centerLeader', '140106-center');
  const watcher = await it.as('dispatcher', '140106-center');
  const { code } = await receptionist.post('/api/disputes', { ...leak(it.party), commandId: newId() }, 201);
  const { handler } = await toMediation(it, code);
  await handler.post(`/api/disputes/${code}/settlements`, settlement, 200);
  await handler.post(`/api/disputes/${code}/closure-submissions`, { result: '已签协议。' }, 200);
  const [told] = await toldOf(watcher, code);
  expect(told).toBeGreaterThan(0);
  const restrict = (restricted: boolean) =>
    leader.post(`/api/disputes/${code}/restrictions`, { restricted, namedPostIds: [], reason: '涉及未成年人' }, 200);
  const { unread: before } = await watcher.get('/api/inbox');
  await restrict(true);
  expect(await toldOf(watcher, code)).toEqual([0, 0, 0, 0]);
  expect((await watcher.get('/api/inbox')).unread).toBe(before - (told ?? 0));
  await restrict(false);
  expect((await toldOf(watcher, code))[0]).toBe(told);
});

test('what was told of a matter that is out of sight now, but no secret, is still read, without its number', async () => {
  const { user, post } = await worker.get('/api/me');
  expect(user.name).toBeTruthy();
  const receptionist = await it.as('receptionist', '140105-center');
  const far = { ...leak(it.party), regionCode: '140105004', commandId: newId() };
  const { code } = await receptionist.post('/api/disputes', far, 201);
  const admin = new pg.Client({ connectionString: it.adminUrl });
  await admin.connect();
  const insert = (restricted: boolean | null, text: string) =>
    admin.query(
      `insert into notice (county_code, id, owner, matter_id, code, page, text, at, restricted)
       select '140106', $1, $2, id, code, '/disputes/' || code, $3, now(), $4 from matter where code = $5`,
      [newId(), `p:${post.id}`, text, restricted, code],
    );
  await insert(false, '刚移交给你的一件收回去了，不用办。');
  await insert(true, '催办：现在是秘密');
  await insert(null, '以前的一条，不知道是不是秘密');
  await admin.end();
  const { rows } = await worker.get('/api/inbox');
  expect(rows.map(({ text, code: shown, page }: InboxItem) => [text, shown, page])).toEqual([
    ['刚移交给你的一件收回去了，不用办。', null, null],
  ]);
});
