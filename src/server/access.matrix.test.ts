import { afterAll, beforeAll, expect, test } from 'vitest';
import { procedure, type StepName, stepNames, stepOf } from '../disputes/procedure.ts';
import type { PostRole } from '../people/roles.ts';
import { type Insider, insiders, outsiders, type Person, readings, sights, stepDoors } from './access.matrix.ts';
import { type TestApp, testApp } from './testing/app.ts';
import { validInput } from './testing/inputs.ts';

const center = '140106-center';
const posts: Record<Person, readonly [PostRole, string, string?]> = {
  receptionist: ['receptionist', center],
  secondReceptionist: ['receptionist', center],
  dispatcher: ['dispatcher', center],
  referee: ['referee', center],
  approver: ['approver', center],
  centerLeader: ['centerLeader', center],
  closer: ['closer', center],
  supervisor: ['supervisor', center],
  cityDispatcher: ['dispatcher', '140100-center'],
  cityLeader: ['centerLeader', '140100-center'],
  citySupervisor: ['supervisor', '140100-center'],
  leadHead: ['unitHead', '140106-housing'],
  handler: ['handler', '140106-housing'],
  supportHead: ['unitHead', '140106-justice'],
  formerHead: ['unitHead', '140106-civilAffairs'],
  politicalLegalMember: ['politicalLegalMember', '140106004-office', '140106004'],
  informationOfficer: ['informationOfficer', '140106004-center', '140106004'],
  gridWorker: ['gridWorker', '140106004-center', '140106004'],
  otherReceptionist: ['receptionist', '140105-center'],
  otherDispatcher: ['dispatcher', '140105-center'],
  otherLeader: ['centerLeader', '140105-center'],
  otherSupervisor: ['supervisor', '140105-center'],
  otherUnitHead: ['unitHead', '140106-health'],
  idleHandler: ['handler', '140106-housing'],
  streetReceptionist: ['receptionist', '140106004-center'],
  streetMediator: ['mediator', '140106004-center'],
  courtClerk: ['courtClerk', '140106-court'],
  arbitrator: ['arbitrator', '140106-laborArbitration'],
  reconsiderationOfficer: ['reconsiderationOfficer', '140106-justice'],
  notary: ['notary', '140106-notary'],
  legalAidOfficer: ['legalAidOfficer', '140106-legalAid'],
  communityOfficer: ['communityOfficer', '140106-publicSecurity', '140106004'],
  systemAdmin: ['systemAdmin', '140100-center'],
  securityAdmin: ['securityAdmin', '140100-center'],
  auditAdmin: ['auditAdmin', '140100-center'],
  farGridWorker: ['gridWorker', '140106001-center', '140106001'],
};

type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let code = '';
let partyId = '';
const clients = new Map<Person, Client>();
const client = (person: Person): Client => clients.get(person) as Client;

/** The dispute of the matrix: sent back by civil affairs, led by housing with justice, taken by one handler. */
async function prepare(): Promise<void> {
  const registration = {
    parties: [
      { ...it.party, name: '郭秀兰', idNumber: '11010519491231002X', phone: '13800001234' },
      { ...it.party, side: 'respondent', name: '任建军', phone: '13800005678' },
    ],
    categoryCode: '17',
    source: 'walkIn',
    regionCode: '140106004',
    address: '3号楼',
    title: '物业费争议',
    facts: '物业公司多收了两年物业费。',
    demands: '退还多收部分',
    occurredOn: null,
    peopleInvolved: 2,
    amountCents: 300_000,
    willing: 'yes',
    headCount: 1,
    restriction: null,
    uploads: [],
    creditCodeConfirmed: false,
    commandId: '0190a000-0000-7000-8000-0000000000aa',
  };
  ({ code } = await client('receptionist').post('/api/disputes', registration, 201));
  const step = (person: Person, name: StepName, body: object) =>
    client(person).post(`/api/disputes/${code}/${stepOf(name).noun}`, body, 200);
  await step('receptionist', 'accept', {});
  await step('dispatcher', 'triage', validInput('triage'));
  await step('dispatcher', 'dispatch', { leadUnitId: '140106-civilAffairs', supportingUnitIds: [], message: '' });
  await step('formerHead', 'sendBack', { reason: '不归民政管', basis: '职责清单' });
  await step('referee', 'rule', {
    leadUnitId: '140106-housing',
    supportingUnitIds: ['140106-justice'],
    reason: '归住建局管',
    basis: '职责清单',
  });
  await step('handler', 'acknowledge', {});
  partyId = (await client('receptionist').get(`/api/disputes/${code}`)).parties[0].id;
}

beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:00:00+08:00'));
  for (const person of [...insiders, ...outsiders]) clients.set(person, await it.as(...posts[person]));
  await prepare();
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

const expected = (open: readonly string[], status: number): Record<string, number> => ({
  ...Object.fromEntries(insiders.map((person) => [person, open.includes(person) ? status : 403])),
  ...Object.fromEntries(outsiders.map((person) => [person, 404])),
});

test('每个人看到的深浅，和谁看到什么的规定一致', async () => {
  const seen: Record<string, string> = {};
  for (const person of insiders) seen[person] = (await client(person).get(`/api/disputes/${code}`)).sight;
  expect(seen).toEqual(sights);
});

for (const name of stepNames)
  test(`谁能「${stepOf(name).label}」（${name}）`, async () => {
    // Nobody has seen version 9999: whoever is past the door is told that it moved on, and nothing changes.
    const body = { ...validInput(name), seenVersion: 9999 };
    const found = await statuses(
      [...insiders, ...outsiders],
      'POST',
      `/api/disputes/${code}/${stepOf(name).noun}`,
      body,
    );
    expect(found).toEqual(expected(stepDoors[name], 409));
  });

for (const { endpoint, body, open } of readings)
  test(`谁能 ${endpoint}`, async () => {
    const [method = '', path = ''] = endpoint.split(' ');
    const payload = body && JSON.parse(JSON.stringify(body).replace(':party', partyId));
    const success = method === 'GET' || /(slips|previews)$/.test(path) ? 200 : 201;
    const found = await statuses([...insiders, ...outsiders], method as 'GET', path.replace(':code', code), payload);
    expect(found).toEqual(expected(open, success));
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
      (await client(person).raw('GET', '/api/ledger')).body + (await client(person).raw('GET', '/api/work')).body;
    for (const secret of ['11010519491231002X', '13800001234', '13800005678'])
      expect(page + lists, person).not.toContain(secret);
  }
});

test('台账里只有看得到的人看得到这件事', async () => {
  const listed: string[] = [];
  for (const person of [...insiders, ...outsiders]) {
    const { rows } = await client(person).get('/api/ledger');
    if (rows.some((row: { code: string }) => row.code === code)) listed.push(person);
  }
  expect(listed.toSorted()).toEqual([...insiders].toSorted());
});

test('表里少一个步骤、多一个人，都会被发现', () => {
  expect(Object.keys(stepDoors).toSorted()).toEqual(Object.keys(procedure).toSorted());
  expect(Object.keys(sights).toSorted()).toEqual([...insiders].toSorted());
  const widened: readonly Insider[] = [...stepDoors.dispatch, 'receptionist'];
  expect(expected(widened, 409)).not.toEqual(expected(stepDoors.dispatch, 409));
});
