import { type StepName, stepOf } from '../../disputes/procedure.ts';
import type { PostRole } from '../../people/roles.ts';
import { newId } from '../../platform/ids.ts';
import { insiders, outsiders, type Person } from '../access.matrix.ts';
import { type TestApp, testApp } from './app.ts';
import { validInput } from './inputs.ts';

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
  appointedMediator: ['mediator', '140106-lawSociety'],
  formerMediator: ['mediator', '140106-justice'],
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

export type Client = Awaited<ReturnType<TestApp['as']>>;

const postOf = async (client: (person: Person) => Client, person: Person): Promise<string> =>
  (await client(person).get('/api/me')).posts[0].id;

/** A dispute of the matrix: sent back by civil affairs, led by housing with justice, taken by one handler. */
async function prepare(it: TestApp, client: (person: Person) => Client): Promise<string> {
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
    commandId: newId(),
  };
  const { code } = await client('receptionist').post('/api/disputes', registration, 201);
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
  const postIds = [await postOf(client, 'appointedMediator'), await postOf(client, 'formerMediator')];
  await step('dispatcher', 'appointMediator', { postIds, basis: 'proposed' });
  const { mediators } = await client('leadHead').get(`/api/disputes/${code}`);
  const mediatorId = mediators.find(({ postId }: { postId: string }) => postId === postIds[1]).id;
  await step('leadHead', 'releaseMediator', { mediatorId, reason: '另有安排' });
  const { parties } = await client('handler').get(`/api/disputes/${code}`);
  const claim = validInput('changeClaim');
  await step('handler', 'changeClaim', { ...claim, partyId: parties[0].id, account: '6222000000000001234' });
  const written = validInput('draftAgreement') as { agreement: object };
  const agreement = { ...written.agreement, partyIds: parties.map(({ id }: { id: string }) => id) };
  await step('handler', 'draftAgreement', { ...written, agreement });
  const { agreements } = await client('handler').get(`/api/disputes/${code}/agreements`);
  const [{ id: agreementId, digest }] = agreements;
  await step('handler', 'lockAgreement', { agreementId, digest });
  return code;
}

/** Everybody of the access matrix, logged in, and its dispute. */
export async function accessScene() {
  const it = await testApp(new Date('2026-10-14T09:00:00+08:00'));
  const clients = new Map<Person, Client>();
  for (const person of [...insiders, ...outsiders]) clients.set(person, await it.as(...posts[person]));
  const client = (person: Person): Client => clients.get(person) as Client;
  return { it, client, code: await prepare(it, client) };
}

/** The same again, restricted by the leader, who named one post of the center and one that has no part in it otherwise. */
export async function restrictedTwin(it: TestApp, client: (person: Person) => Client): Promise<string> {
  const code = await prepare(it, client);
  const namedPostIds = [await postOf(client, 'closer'), await postOf(client, 'communityOfficer')];
  const body = { restricted: true, namedPostIds, reason: '涉及未成年人' };
  await client('centerLeader').post(`/api/disputes/${code}/${stepOf('restrict').noun}`, body, 200);
  return code;
}
