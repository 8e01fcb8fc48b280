import { afterAll, beforeAll, expect, test } from 'vitest';
import { procedure, stepNames, stepOf } from '../disputes/procedure.ts';
import { columnKeys } from '../ledger/columns.ts';
import { type Insider, insiders, named, outsiders, type Person, readings, sights, stepDoors } from './access.matrix.ts';
import { accessScene, type Client, restrictedTwin } from './testing/accessScene.ts';
import type { TestApp } from './testing/app.ts';
import { validInput } from './testing/inputs.ts';

let it: TestApp;
let code = '';
let hidden = '';
const partyIds = new Map<string, string>();
const agreementIds = new Map<string, string>();
let client: (person: Person) => Client;

beforeAll(async () => {
  ({ it, client, code } = await accessScene());
  hidden = await restrictedTwin(it, client);
  for (const one of [code, hidden]) {
    partyIds.set(one, (await client('closer').get(`/api/disputes/${one}`)).parties[0].id);
    agreementIds.set(one, (await client('closer').get(`/api/disputes/${one}/agreements`)).agreements[0].id);
  }
}, 120_000);
afterAll(() => it?.close());

async function statuses(
  people: readonly Person[],
  method: 'GET' | 'POST',
  url: string,
  body?: object,
): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const person of people) found[person] = (await client(person).raw(method, url, body)).statusCode;
  return found;
}

const everyone: readonly Person[] = [...insiders, ...outsiders];

/** Of those who see it, the open get in and the others are told who can; for all others there is nothing. */
const expected = (seers: readonly Person[], open: readonly Person[], status: number): Record<string, number> => {
  const answer = (person: Person) => (open.includes(person) ? status : 403);
  return Object.fromEntries(everyone.map((person) => [person, seers.includes(person) ? answer(person) : 404]));
};

test('每个人看到的深浅，和谁看到什么的规定一致', async () => {
  const seen: Record<string, string> = {};
  for (const person of insiders) seen[person] = (await client(person).get(`/api/disputes/${code}`)).sight;
  expect(seen).toEqual(sights);
  for (const person of named) expect((await client(person).get(`/api/disputes/${hidden}`)).sight, person).toBe('full');
});

for (const name of stepNames)
  test(`谁能「${stepOf(name).label}」（${name}）`, async () => {
    // Nobody has seen version 9999: whoever is past the door is told that it moved on, and nothing changes.
    const body = { ...validInput(name), seenVersion: 9999 };
    const ask = (of: string) => statuses(everyone, 'POST', `/api/disputes/${of}/${stepOf(name).noun}`, body);
    expect(await ask(code)).toEqual(expected(insiders, stepDoors[name], 409));
    expect(await ask(hidden), 'restricted').toEqual(expected(named, stepDoors[name], 409));
  });

for (const { endpoint, body, open, closedToNamed, status } of readings)
  test(`谁能 ${endpoint}`, async () => {
    const [method = '', path = ''] = endpoint.split(' ');
    const success = status ?? (method === 'GET' || /(slips|previews|checks|xlsx)$/.test(path) ? 200 : 201);
    const ask = (of: string) => {
      const payload = body && JSON.parse(JSON.stringify(body).replace(':party', partyIds.get(of) ?? ''));
      return statuses(
        everyone,
        method as 'GET',
        path
          .replace(':code', of)
          .replace(':agreement', agreementIds.get(of) ?? '')
          .replace(':party', partyIds.get(of) ?? ''),
        payload,
      );
    };
    expect(await ask(code)).toEqual(expected(insiders, open, success));
    expect(await ask(hidden), 'restricted').toEqual(
      expected(named, closedToNamed ? open : [...open, 'communityOfficer'], success),
    );
  });

test('没有登录，哪个地址都进不去', async () => {
  const urls = [
    `/api/disputes/${code}`,
    '/api/work',
    '/api/ledger',
    '/api/notices',
    `/api/disputes/${code}/looks`,
    '/api/regions',
    '/api/settings',
  ];
  for (const url of urls) expect((await it.app.inject({ url })).statusCode, url).toBe(401);
});

test('谁也看不到没有遮住的证件号和电话，只有写明用途才看得到', async () => {
  for (const person of insiders) {
    const page = (await client(person).raw('GET', `/api/disputes/${code}`)).body;
    const lists =
      (await client(person).raw('GET', `/api/ledger?cols=${columnKeys.join(',')}`)).body +
      (await client(person).raw('GET', '/api/work')).body;
    for (const secret of ['11010519491231002X', '13800001234', '13800005678'])
      expect(page + lists, person).not.toContain(secret);
  }
});

test('台账里只有看得到的人看得到这件事', async () => {
  const listed = new Map<string, Person[]>([
    [code, []],
    [hidden, []],
  ]);
  for (const person of everyone) {
    const { rows } = await client(person).get('/api/ledger');
    for (const { code: each } of rows as { code: string }[]) listed.get(each)?.push(person);
  }
  expect(listed.get(code)).toEqual([...insiders]);
  expect(listed.get(hidden)?.toSorted()).toEqual([...named].toSorted());
});

test('表里少一个步骤、多一个人，都会被发现', () => {
  expect(Object.keys(stepDoors).toSorted()).toEqual(Object.keys(procedure).toSorted());
  expect(Object.keys(sights).toSorted()).toEqual([...insiders].toSorted());
  const widened: readonly Insider[] = [...stepDoors.dispatch, 'receptionist'];
  expect(expected(insiders, widened, 409)).not.toEqual(expected(insiders, stepDoors.dispatch, 409));
});
