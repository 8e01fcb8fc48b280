import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Db, openDatabase } from '../platform/db.ts';
import { buildHttp, type Http } from '../platform/http.ts';
import { refuse } from '../platform/refusal.ts';
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts';
import { testDeps } from '../platform/testing/deps.ts';
import { proveAnswers } from './testing/proveAnswers.ts';

let database: TestDatabase;
let db: Db;
let app: Http;
const found: string[] = [];

const named = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] };
const answers = () => ({
  operations: {
    'post /api/echo': { answers: [{ status: 200, schema: { $ref: '#/components/schemas/Named' } }] },
    'get /api/closed': { answers: [{ status: 200, schema: named }] },
    'get /api/paper': { answers: [{ status: 200, media: ['application/pdf'] }] },
  },
  schemas: { Named: named },
});

beforeAll(async () => {
  database = await testDatabase();
  db = openDatabase(database.appUrl, 2);
  const knowledge = { answers, schemes: {}, parameterWords: {} };
  app = await buildHttp(testDeps(db, { now: new Date() }), { knowledge });
  app.post('/api/echo', async (request) => request.body);
  app.get('/api/closed', { schema: { security: [] } }, async () =>
    refuse('forbidden', 'notYou', '这件事由别的岗位做。'),
  );
  app.get('/api/paper', (_request, reply) => reply.type('text/plain').send('words'));
  app.delete('/api/echo', async () => ({ name: 'nobody said so' }));
  proveAnswers(app, knowledge, (sentence) => found.push(sentence));
});
afterAll(async () => {
  await app.close();
  await db.close();
  await database.drop();
});

const echo = async (payload: object) => (await app.inject({ method: 'POST', url: '/api/echo', payload })).statusCode;

test('an answer as described goes through', async () => {
  expect(await echo({ name: '郭' })).toBe(200);
  expect(found).toEqual([]);
});

test('a field too few, a field too many, a number for a text: each becomes a bug', async () => {
  for (const wrong of [{}, { name: '郭', phone: '138' }, { name: 1 }]) expect(await echo(wrong)).toBe(500);
  expect(found.splice(0)).toEqual([
    expect.stringContaining('name'),
    expect.stringContaining('phone'),
    expect.stringContaining('must be string'),
  ]);
});

test('a refusal, a format and a success that nothing announces become a bug too', async () => {
  for (const [method, url] of [
    ['GET', '/api/closed'],
    ['GET', '/api/paper'],
    ['DELETE', '/api/echo'],
  ] as const)
    expect((await app.inject({ method, url })).statusCode).toBe(500);
  expect(found.splice(0)).toEqual([
    expect.stringContaining('403 is not described'),
    expect.stringContaining('text/plain is sent, application/pdf described'),
    expect.stringContaining('DELETE /api/echo'),
  ]);
});
