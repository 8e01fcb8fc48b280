import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPerson, signIn, type TestPost } from '../people/testing/signedIn.ts';
import { postColumns } from '../reassigning/postSheet.ts';
import { readBookForm } from '../sheets/readBookForm.ts';
import { writeSheet } from '../sheets/writeSheet.ts';
import type { ServerEngine } from './engine.ts';
import { type TestApp, testApp } from './testing/app.ts';

let it: TestApp;
// biome-ignore lint/suspicious/noExplicitAny: answers are read by the tests that know their shape
type Answer = any;

async function person(name: string, ...posts: TestPost[]) {
  const added = await addPerson(it.db, name, posts);
  const cookie = await signIn(it.db, added, it.clock.now);
  await (it.engine as ServerEngine).cache.refresh();
  const ask = (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) =>
    it.app.inject({ method, url, headers: { cookie }, ...(payload && { payload }) });
  return {
    ...{ ...added, cookie, ask },
    get: async (url: string): Promise<Answer> => (await ask('GET', url)).json(),
    post: async (url: string, payload: object = {}): Promise<Answer> => (await ask('POST', url, payload)).json(),
    status: async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) =>
      (await ask(method, url, payload)).statusCode,
  };
}
type Clerk = Awaited<ReturnType<typeof person>>;

async function bytesOf(rows: readonly object[]): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of writeSheet({ name: '岗位表', columns: postColumns, rows: rows as never }))
    chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function upload(by: Clerk, url: string, bytes: Buffer): Promise<Answer> {
  const boundary = 'bridge';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="posts.xlsx"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const headers = { cookie: by.cookie, 'content-type': `multipart/form-data; boundary=${boundary}` };
  const answer = await it.app.inject({ method: 'POST', url, headers, payload });
  if (answer.statusCode >= 300) throw new Error(`${answer.statusCode} ${answer.body}`);
  return answer.json();
}

let admin: Clerk;
let security: Clerk;
let clerk: Clerk;
beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:00:00+08:00'));
  admin = await person('周明', { role: 'systemAdmin', unitId: '140106-center' });
  security = await person('吴静', { role: 'securityAdmin', unitId: '140106-center' });
  clerk = await person('贾敏', { role: 'receptionist', unitId: '140106-center' });
}, 60_000);
afterAll(() => it?.close());

const postsOf = async (login: string): Promise<string[]> => {
  const { items } = await admin.get(`/api/users?find=${login}`);
  return items[0].posts
    .filter(({ validTo }: Answer) => validTo === null || validTo >= '2026-10-14')
    .map(({ roleLabel }: Answer) => roleLabel);
};

test('posts come from a workbook: the difference first, then together, and back together', async () => {
  const rows = [
    { login: clerk.login, unitId: '140106-center', role: '分流岗', validTo: null },
    { login: clerk.login, unitId: '140106-center', role: '接待岗', validTo: '2026-12-31' },
    { login: clerk.login, unitId: '140106-center', role: '审计管理员' },
    { login: 'nobody.at.all', unitId: '140106-center', role: '接待岗' },
    { login: clerk.login, unitId: '140105-center', role: '接待岗' },
  ];
  const bytes = await bytesOf(rows);
  const looked = await upload(admin, '/api/post-imports', bytes);
  expect(looked.counts).toEqual({ new: 1, changed: 1, same: 0, refused: 3 });
  expect(looked.rows[0]).toMatchObject({ before: ['迎泽中心 接待岗'], after: ['迎泽中心 接待岗', '迎泽中心 分流岗'] });
  expect(looked.rows[2].problem).toContain('由安全管理员管');
  expect(await postsOf(clerk.login)).toEqual(['接待岗']);

  const written = await upload(admin, '/api/post-imports?apply=true', bytes);
  expect(written.counts).toEqual(looked.counts);
  expect(await postsOf(clerk.login)).toEqual(['接待岗', '分流岗']);
  // Sent again it changes nothing.
  expect((await upload(admin, '/api/post-imports?apply=true', bytes)).counts).toMatchObject({
    new: 0,
    changed: 0,
    same: 2,
  });

  const [batch] = await admin.get('/api/post-batches');
  expect(batch).toMatchObject({ given: 1, ended: 1, savedBy: '周明', undoneAt: null });
  expect(await admin.post(`/api/post-batches/${batch.id}/withdrawals`)).toEqual({ count: 2 });
  expect(await postsOf(clerk.login)).toEqual(['接待岗']);
  expect(await admin.status('POST', `/api/post-batches/${batch.id}/withdrawals`)).toBe(409);
});

test('the three administrators keep apart in a workbook too: each sees and gives only what is theirs to keep', async () => {
  const own = await bytesOf([{ login: admin.login, unitId: '140106-center', role: '分流岗' }]);
  expect((await upload(admin, '/api/post-imports', own)).rows[0].problem).toContain('不能给自己任命岗位');
  const clash = await bytesOf([
    { login: clerk.login, unitId: '140106-center', role: '系统管理员' },
    { login: admin.login, unitId: '140106-center', role: '审计管理员' },
  ]);
  const looked = await upload(security, '/api/post-imports', clash);
  expect(looked.rows.map(({ problem }: Answer) => problem)).toEqual([
    expect.stringContaining('三类管理员要由三个人担任'),
    expect.stringContaining('三类管理员要由三个人担任'),
  ]);
  const sheet = async (by: Clerk) => {
    const book = await readBookForm((await by.ask('GET', '/api/posts.xlsx')).rawPayload);
    return JSON.stringify(book.sheets[0]?.cells);
  };
  expect(await sheet(admin)).toContain('接待岗');
  expect(await sheet(admin)).not.toContain('管理员');
  expect(await sheet(security)).toContain('系统管理员');
  expect(await sheet(security)).not.toContain('接待岗');
});

test('people are found by unit and by role', async () => {
  const found = async (query: string) => (await admin.get(`/api/users?${query}`)).items.map(({ name }: Answer) => name);
  expect(await found('unit=140106-center&role=receptionist')).toEqual(['贾敏']);
  expect(await found('unit=140106-court')).toEqual([]);
  expect(await admin.status('GET', '/api/users?role=king')).toBe(422);
});

test('everyone keeps own phrases; what a unit shares is kept by its leader and offered to all of it', async () => {
  const leader = await person('郭志明', { role: 'centerLeader', unitId: '140106-center' });
  const other = await person('马占山', { role: 'handler', unitId: '140106-housing' });
  const own = await clerk.post('/api/phrases', { body: '当事人请改天再来。', steps: [], shared: false });
  expect(await clerk.status('POST', '/api/phrases', { body: '请带身份证。', steps: [], shared: true })).toBe(403);
  await leader.post('/api/phrases', { body: '请带身份证和合同原件。', steps: ['requestMaterial'], shared: true });
  const bodies = async (by: Clerk, step: string) =>
    (await by.get(`/api/phrases?step=${step}`)).map(({ body }: Answer) => body);
  expect(await bodies(clerk, 'requestMaterial')).toEqual(['请带身份证和合同原件。', '当事人请改天再来。']);
  expect(await bodies(clerk, 'report')).toEqual(['当事人请改天再来。']);
  expect(await bodies(leader, 'report')).toEqual([]);
  expect(await bodies(other, 'requestMaterial')).toEqual([]);
  const off = { body: '当事人请改天再来。', steps: [], shared: false, active: false };
  expect(await leader.status('PUT', `/api/phrases/${own.id}`, off)).toBe(404);
  expect(await clerk.status('PUT', `/api/phrases/${own.id}`, off)).toBe(200);
  expect(await bodies(clerk, 'report')).toEqual([]);
});
