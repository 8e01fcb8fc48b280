import { brotliDecompressSync } from 'node:zlib';
import { Type } from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCursor } from './cursor.ts';
import { type Db, openDatabase, plainly } from './db.ts';
import { healthRoutes } from './health.routes.ts';
import { buildHttp, type Http } from './http.ts';
import { refuse } from './refusal.ts';
import { type TestDatabase, testDatabase } from './testing/database.ts';
import { testDeps } from './testing/deps.ts';

let database: TestDatabase;
let db: Db;
let app: Http;
const lines: string[] = [];

const strict = { additionalProperties: false };
const input = Type.Object({ name: Type.String({ minLength: 1, maxLength: 5 }), age: Type.Integer() }, strict);
const query = Type.Object(
  { limit: Type.Integer({ default: 50 }), status: Type.Optional(Type.Array(Type.String())) },
  strict,
);

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.appUrl, 2);
  const deps = testDeps(db, { now: new Date() });
  app = await buildHttp(deps, { log: { level: 'error', stream: { write: (line) => void lines.push(line) } } });
  healthRoutes(app, deps);
  app.post('/api/people', { schema: { body: input } }, async (request) => request.body);
  app.get('/api/list', { schema: { querystring: query } }, async (request) => request.query);
  app.get('/api/refused', async () => refuse('conflict', 'taken', '这件事已由王芳签收。', { handler: '已签收' }));
  app.get('/api/broken', async () => {
    const error = new Error('duplicate key');
    throw Object.assign(error, { code: '23505', detail: 'Key (id_number)=(140106196203041234) already exists.' });
  });
  app.get('/api/part', async () => {
    throw Object.assign(new Error('Range Not Satisfiable'), { statusCode: 416 });
  });
  app.get('/api/long', async () => ({ words: '来'.repeat(600) }));
  app.get('/api/flow', (_request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream' }).end('data: {}\n\n'.repeat(200));
  });
  app.get('/api/paper', (_request, reply) => reply.type('application/pdf').send(Buffer.alloc(5_000, 'a')));
  const dated = Type.Object(
    { day: Type.Optional(Type.String({ format: 'date' })), at: Type.Optional(Type.String({ format: 'date-time' })) },
    strict,
  );
  app.get('/api/dated', { schema: { querystring: dated } }, async (request) => request.query);
  app.get('/api/plain', async (request) => (request.query as { words: string }).words.trim());
  app.get('/api/plain/:word', async () => 'ok');
  app.post('/api/upload', async (request) => ({ size: (await (await request.file())?.toBuffer())?.length ?? 0 }));
  app.get('/api/onward', async (request) => readCursor((request.query as { after: string }).after, 'time', 'id'));
  app.get('/api/kept', async () =>
    plainly(db, (q) => q.selectFrom('region').selectAll().where('code', '=', 'a\0b').execute()),
  );
  const slow = { config: { rateLimit: { max: 2, timeWindow: 60_000 } } };
  app.get('/api/slow', slow, async () => 'ok');
});
afterAll(async () => {
  await app.close();
  await db.close();
  await database.drop();
});

const post = (payload: object | string, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/api/people',
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  });

test('an unknown field is refused, not dropped', async () => {
  const answer = await post({ name: '郭秀兰', age: 64, role: 'centerLeader' });
  expect(answer.statusCode).toBe(422);
  expect(answer.json().error).toMatchObject({
    kind: 'invalid',
    code: 'invalidInput',
    fields: { role: '不认识的字段：role' },
  });
});

test('a body is taken as it is: a number in quotes is no number', async () => {
  expect((await post({ name: '郭秀兰', age: 64 })).json()).toEqual({ name: '郭秀兰', age: 64 });
  expect((await post({ name: '郭秀兰', age: '64' })).json().error.fields).toEqual({ age: '这里要填整数' });
});

test('an address is text by nature: numbers and single choices are read from it', async () => {
  expect((await app.inject('/api/list?limit=20&status=open')).json()).toEqual({ limit: 20, status: ['open'] });
  expect((await app.inject('/api/list')).json()).toEqual({ limit: 50 });
  expect((await app.inject('/api/list?lmit=20')).statusCode).toBe(422);
});

test('a refusal keeps its kind, code, sentence and fields', async () => {
  const answer = await app.inject('/api/refused');
  expect(answer.statusCode).toBe(409);
  const requestId = answer.headers['x-request-id'];
  const error = {
    kind: 'conflict',
    code: 'taken',
    message: '这件事已由王芳签收。',
    fields: { handler: '已签收' },
    requestId,
  };
  expect(answer.json()).toEqual({ error });
});

test('a bug tells the person its number only, and is logged once without personal values', async () => {
  lines.length = 0;
  const answer = await app.inject('/api/broken');
  expect(answer.statusCode).toBe(500);
  const { error } = answer.json();
  expect(error.requestId).toMatch(/^[2-9A-Z]{4}$/);
  expect(error.message).toBe(`没有保存成功，是系统的问题。内容已留在本机。编号 ${error.requestId}，报给管理员。`);
  expect(answer.body).not.toMatch(/duplicate|id_number|stack/);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    reqId: error.requestId,
    err: { message: 'duplicate key', code: '23505' },
  });
  expect(lines[0]).not.toContain('140106196203041234');
});

test('half a message, a format we do not take and an address we do not have are told in words', async () => {
  expect((await post('{"name":')).json().error).toMatchObject({ kind: 'invalid', code: 'badRequest' });
  const xml = await post('<name/>', { 'content-type': 'application/xml' });
  expect(xml.statusCode).toBe(415);
  expect(xml.json().error.message).toBe('这种格式收不了。');
  const nowhere = await app.inject('/api/nowhere');
  expect(nowhere.statusCode).toBe(404);
  expect(nowhere.json().error.message).toBe('没有这个地址。');
});

test('what a plugin refuses by a number alone is no bug', async () => {
  const answer = await app.inject({ url: '/api/part' });
  expect([answer.statusCode, answer.json().error.kind]).toEqual([416, 'invalid']);
});

test("another site's page may not act here, our own and programs may", async () => {
  const body = { name: '郭秀兰', age: 64 };
  expect((await post(body, { origin: 'https://evil.example', host: 'localhost:8610' })).statusCode).toBe(403);
  expect((await post(body, { origin: 'null', host: 'localhost:8610' })).statusCode).toBe(403);
  expect((await post(body, { origin: 'http://localhost:8610', host: 'localhost:8610' })).statusCode).toBe(200);
  expect((await post(body)).statusCode).toBe(200);
});

test('pages may run no script but ours, and data of people are kept by no cache', async () => {
  const { headers } = await app.inject('/api/list');
  expect(headers['content-security-policy']).toContain("script-src 'self';");
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('who asks too often is told how long to wait', async () => {
  for (let i = 0; i < 2; i++) expect((await app.inject('/api/slow')).statusCode).toBe(200);
  const answer = await app.inject('/api/slow');
  expect(answer.statusCode).toBe(429);
  expect(answer.json().error).toMatchObject({ kind: 'tooMany', message: expect.stringMatching(/秒后再试/) });
});

test('the interface describes itself', async () => {
  const description = (await app.inject('/api/openapi.json')).json();
  expect(description.openapi).toBe('3.1.0');
  expect(description.paths['/api/people'].post.requestBody.content['application/json'].schema.required).toEqual([
    'name',
    'age',
  ]);
});

test('alive and ready are two questions', async () => {
  expect((await app.inject('/healthz')).json()).toEqual({ alive: true });
  expect((await app.inject('/readyz')).json()).toEqual({ ready: true });
});

test('an answer above a kilobyte travels compressed, as the asker can read it', async () => {
  const ask = (url: string, accepts?: string) =>
    app.inject({ url, headers: accepts === undefined ? {} : { 'accept-encoding': accepts } });
  const brotli = await ask('/api/long', 'gzip, deflate, br');
  expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
  expect(brotli.rawPayload.length).toBeLessThan(200);
  expect(JSON.parse(brotliDecompressSync(brotli.rawPayload).toString())).toEqual({ words: '来'.repeat(600) });
  expect((await ask('/api/long', 'gzip')).headers['content-encoding']).toBe('gzip');
  const plain = await ask('/api/long');
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.json()).toEqual({ words: '来'.repeat(600) });
});

test('what is small, compressed already or flows goes as it is', async () => {
  for (const url of ['/api/list', '/api/paper', '/api/flow']) {
    const answer = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } });
    expect(answer.headers['content-encoding']).toBeUndefined();
  }
});

const said = { name: '郭秀兰', age: 64 };

test('text that no database holds is refused at its field, in body, query and address alike', async () => {
  for (const name of ['张\0三', '断\ud800开']) {
    const answer = await post({ ...said, name });
    expect([answer.statusCode, answer.json().error.fields.name]).toEqual([422, '这里有读不出来的字符，删掉重写。']);
  }
  expect((await app.inject({ url: '/api/list?status=%00' })).statusCode).toBe(422);
  expect((await app.inject({ url: '/api/plain?words=%00' })).statusCode).toBe(422);
  expect((await app.inject({ url: '/api/plain/%00' })).statusCode).toBe(404);
  expect((await app.inject({ url: '/api/plain/%zz' })).statusCode).toBe(400);
});

test('what is asked for once and sent twice is refused; a list may be', async () => {
  const twice = await app.inject({ url: '/api/list?limit=1&limit=2' });
  expect([twice.statusCode, twice.json().error.fields.limit]).toEqual([422, '这一项写了两次，留一个。']);
  expect((await app.inject({ url: '/api/plain?words=a&words=b' })).statusCode).toBe(422);
  expect((await app.inject({ url: '/api/list?status=a&status=b' })).json().status).toEqual(['a', 'b']);
});

test('whole numbers, days and times that no column holds are refused at their field', async () => {
  expect((await post({ ...said, age: 2_147_483_648 })).json().error.fields.age).toBe('不能大于 2147483647');
  expect((await post({ ...said, age: -3e9 })).statusCode).toBe(422);
  const asked = (query: string) => app.inject({ url: `/api/dated?${query}` });
  for (const day of ['2026-02-30', '0000-00-00', '9999-12-31', '275760-09-13'])
    expect((await asked(`day=${day}`)).json().error.fields.day).toContain('没有这一天');
  expect((await asked('day=2028-02-29&at=2028-02-29T08:00:00%2B08:00')).statusCode).toBe(200);
  for (const at of ['2026-02-30T08:00:00Z', '0001-01-01T00:00:00Z', '2026-01-01T00:00:00Z[u-ca=hebrew]'])
    expect((await asked(`at=${encodeURIComponent(at)}`)).statusCode).toBe(422);
});

test('a body nested without end, half an upload and a cursor of somebody’s own making are refused', async () => {
  const nested = await post(`{"name":${'['.repeat(200_000)}${']'.repeat(200_000)}}`);
  expect([nested.statusCode, nested.json().error.code]).toEqual([422, 'tooDeep']);
  const upload = (payload: string) =>
    app.inject({
      method: 'POST',
      url: '/api/upload',
      payload,
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    });
  const part = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nwords';
  expect((await upload(`${part}\r\n--b--\r\n`)).json()).toEqual({ size: 5 });
  for (const broken of [part, `${part}\r\n--b`, '--b\r\n\r\n', 'x'])
    expect((await upload(broken)).statusCode).toBeLessThan(500);
  for (const after of ['x', 'WyJ4IiwieSJd', 'WyIyMDI2LTAyLTMwIiwibm90LWFuLWlkIl0'])
    expect((await app.inject({ url: `/api/onward?after=${after}` })).statusCode).toBe(422);
});

test('a text that reaches the database another way is refused there, and nothing is kept', async () => {
  const answer = await app.inject({ url: '/api/kept' });
  expect([answer.statusCode, answer.json().error.code]).toEqual([422, 'unreadableText']);
});
