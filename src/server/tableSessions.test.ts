import { afterAll, beforeAll, expect, test } from 'vitest';
import { leakInMediation } from '../agreements/testing/leakInMediation.ts';
import { procedure, type StepName } from '../disputes/procedure.ts';
import { type TestApp, testApp } from './testing/app.ts';
import { validInput } from './testing/inputs.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let people: { receptionist: Client; dispatcher: Client; handler: Client };
let code: string;
let other: string;

beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:40:00+08:00'));
  people = {
    receptionist: await it.as('receptionist', '140106-center'),
    dispatcher: await it.as('dispatcher', '140106-center'),
    handler: await it.as('handler', '140106004-center'),
  };
  ({ code } = await leakInMediation(it, people));
  ({ code: other } = await leakInMediation(it, people, ['梁示例', '孔示例']));
}, 60_000);
afterAll(() => it?.close());

const makePass = async () =>
  new URL((await people.handler.post(`/api/disputes/${code}/table-passes`, {}, 201)).address).pathname;
const open = (path: string) => it.app.inject({ method: 'POST', url: path });

/** A tablet that opened the table; what it asks for, it asks with its own cookie. */
async function tablet() {
  const opened = await open(await makePass());
  expect([opened.statusCode, opened.headers.location]).toEqual([303, `/signing/${code}`]);
  const cookie = `${opened.cookies[0]?.name}=${opened.cookies[0]?.value}`;
  return (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload: object = {}) =>
    it.app.inject({ method, url, headers: { cookie }, ...(method !== 'GET' && { payload }) });
}

test('平板扫了码，能在这一件事上签字；码只能用一次，过了五分钟也不行', async () => {
  const ask = await tablet();
  expect((await ask('GET', `/api/disputes/${code}/signing`)).statusCode).toBe(200);
  expect((await ask('GET', '/api/me')).statusCode).toBe(200);
  const path = await makePass();
  expect((await it.app.inject({ url: path })).body).toContain('打开签字桌');
  expect((await open(path)).statusCode).toBe(303);
  expect((await open(path)).statusCode).toBe(404);
  const late = await makePass();
  const before = it.clock.now;
  it.clock.now = new Date(before.getTime() + 5 * 60_000);
  expect((await open(late)).body).toContain('请调解员再开一次签字桌');
  it.clock.now = before;
});

const absent = '01890000-0000-7000-8000-000000000000';
const own = (answer: { statusCode: number; json(): { error: { code: string } } }) =>
  ![401, 422].includes(answer.statusCode) &&
  !(answer.statusCode === 403 && answer.json().error.code === 'onlyThisTable');

test('捡到平板的人，除了这一件事的签字桌，哪个地址都进不去', async () => {
  const ask = await tablet();
  const { paths } = (await it.app.inject({ url: '/api/openapi.json' })).json();
  const entered: string[] = [];
  for (const [path, acts] of Object.entries<object>(paths))
    for (const method of Object.keys(acts)) {
      const url = path.replace('{code}', code).replace(/\{\w+\}/g, absent);
      if (!own(await ask(method.toUpperCase() as 'GET', url))) continue;
      // Where nobody needs a log-in, the tablet needs none.
      const payload = method === 'get' ? {} : { payload: {} };
      if (own(await it.app.inject({ method: method.toUpperCase() as 'GET', url, ...payload }))) continue;
      entered.push(`${method} ${path}`);
    }
  expect(entered.sort()).toEqual([
    'get /api/disputes/{code}/agreements/{agreementId}/agreement.pdf',
    'get /api/disputes/{code}/signing',
    'get /api/disputes/{code}/signing/{agreementId}/{partyId}',
    'get /api/me',
  ]);
  const steps = Object.entries(procedure).filter(([, { who }]) => who.some((each) => !each.startsWith('system')));
  const taken: string[] = [];
  for (const [name, { noun }] of steps) {
    const payload = validInput(name as StepName);
    if (own(await ask('POST', `/api/disputes/${code}/${noun}`, payload))) taken.push(name);
  }
  expect(taken.sort()).toEqual(['objectAtSigning', 'signAgreement', 'signOnPaper']);
  expect((await ask('GET', `/api/disputes/${other}/signing`)).json().error.code).toBe('onlyThisTable');
});

test('平板丢了：一按就全部收回，没用过的码也作废；签好的都在', async () => {
  const [ask, unused] = [await tablet(), await makePass()];
  const at = `/api/disputes/${code}`;
  expect((await people.handler.get(`${at}/tables`))[0]).toMatchObject({ openedAt: it.clock.now.toISOString() });
  const { ended } = await people.handler.post(`${at}/table-ends`, {}, 201);
  expect(ended).toBeGreaterThan(0);
  const answer = await ask('GET', `${at}/signing`);
  expect([answer.statusCode, answer.json().error.message]).toEqual([
    401,
    '这张签字桌已经收回。签好的都在；没签的，请调解员重新打开签字桌。',
  ]);
  expect((await open(unused)).statusCode).toBe(404);
  expect(await people.handler.get(`${at}/tables`)).toEqual([]);
});
