import { recordSwap } from '../../attendance/roster.sql.ts';
import { emptyParty } from '../../intake/party.ts';
import { houseOf } from '../../platform/actor.ts';
import { command } from '../../platform/db.ts';
import { newId } from '../../platform/ids.ts';
import { jobsAtRest } from '../../platform/startJob.sql.ts';
import type { ServerEngine } from '../engine.ts';
import { deliver } from '../recurring.ts';
import type { TestApp } from './app.ts';
import { validInput } from './inputs.ts';

const county = '140105';
const center = '140105-center';
const housing = '140105-housing';
const street = '140105004';
const day = '2026-10-20';

const registration = {
  parties: [{ ...emptyParty, name: '郭秀兰', phone: '13800001234', idKind: 'none', idException: '没带' }],
  ...{ categoryCode: '02', source: 'walkIn', regionCode: street, address: '', title: '楼上漏水', facts: '漏了两次。' },
  ...{ demands: '', occurredOn: null, peopleInvolved: 1, amountCents: null, willing: 'yes', headCount: 1 },
  ...{ restriction: null, uploads: [], creditCodeConfirmed: false },
};

type Client = Awaited<ReturnType<TestApp['as']>>;

/** Housing has it, and was sent a notice about it. */
async function aMatter(it: TestApp, receptionist: Client, dispatcher: Client) {
  const supervisor = await it.as('supervisor', center);
  const { code } = await receptionist.post('/api/disputes', { ...registration, commandId: newId() }, 201);
  const step = (noun: string, body: object) => dispatcher.post(`/api/disputes/${code}/${noun}`, body, 200);
  await step('acceptances', {});
  await step('triages', validInput('triage'));
  await step('dispatches', { leadUnitId: housing, supportingUnitIds: [], message: '' });
  const notice = { unitIds: [housing], clockId: null, reason: '再次来访', ask: '到现场核对', replyBy: day };
  const more = { urgency: 'none', cosignerIds: [] };
  const sent = await supervisor.post(`/api/disputes/${code}/supervision-notices`, { ...notice, ...more }, 201);
  const talk = {
    form: 'consultation',
    day,
    from: '19:00',
    to: '20:00',
    roomIds: [],
    place: '社区',
    agenda: '',
    bring: '',
  };
  const asked = { partyIds: [], postIds: [], unitIds: [], leadingUnitId: housing, shared: [], otherCodes: [] };
  const called = await dispatcher.post(`/api/disputes/${code}/sittings`, { ...talk, ...asked }, 201);
  return { dispute: code, notice: sent.code, sitting: called.code };
}

async function aDelivery(it: TestApp, dispatcher: Client): Promise<string> {
  const { now } = it.clock;
  it.clock.now = new Date(now.getTime() + 15 * 60_000);
  await deliver(it.engine as ServerEngine);
  it.clock.now = now;
  const [{ id }] = (await dispatcher.get('/api/deliveries')).rows;
  return id;
}

function aSwap(it: TestApp): Promise<string> {
  const place = { countyCode: county, centerId: center };
  const swap = { centerId: center, day, shift: 'bb', part: 'officer', otherPostId: newId(), reason: '有事' } as const;
  return command(it.db, houseOf(county), async (tx) => recordSwap(tx, place, swap, newId(), it.clock.now));
}

async function aPad(leader: Client) {
  await leader.raw('POST', '/api/paper-pads', { size: 5 });
  const { code, padId } = (await leader.get('/api/paper-pads')).codes[0];
  return { padCode: code, pad: padId };
}

/**
 * One of each thing, in Xiaodian, by the name that stands for it in the tables of addresses. Nobody in Yingze has any
 * business with them, so an address that names one answers as if it were not there. An id that nobody has would be 404
 * without any guard.
 */
export async function elsewhere(it: TestApp): Promise<Readonly<Record<string, string>>> {
  const receptionist = await it.as('receptionist', center);
  const dispatcher = await it.as('dispatcher', center);
  const leader = await it.as('centerLeader', center);
  const gridWorker = await it.as('gridWorker', center, street);
  const made = async (by: Client, path: string, body: object): Promise<string> =>
    (await by.post(path, body, 201)).id as string;
  const at = { centerId: center };
  const call = { unitId: '140105-health', reason: '请来看看', place: '大厅' };
  const slot = { day, slot: '09:00', service: 'mediation', name: '任秀珍', phone: '13800002299' };
  const clue = { kind: 'dispute', urgent: false, text: '为停车吵起来', regionCode: street, place: '', uploads: [] };
  const room = { centerId: center, day, from: '15:00', to: '16:00', roomIds: [`${center}-room-2`], postIds: [] };
  const log = { day: '2026-10-14', shift: 'bb', at: '09:00', body: '一切正常', open: true };
  const off = { unitId: '140105-court', kind: 'off', day, reason: '开会去了' };
  const things = {
    ...(await aMatter(it, receptionist, dispatcher)),
    ...(await aPad(leader)),
    delivery: await aDelivery(it, dispatcher),
    swap: await aSwap(it),
    change: await made(receptionist, '/api/presence/changes', { ...at, ...off }),
    callOut: await made(receptionist, '/api/call-outs', { ...at, ...call }),
    alarm: await made(receptionist, '/api/alarms', { ...at, kind: 'other', place: '大厅', drill: true }),
    entry: await made(leader, '/api/duty-log/entries', { ...at, ...log }),
    booking: (await receptionist.post('/api/bookings', { ...room, commandId: newId() }, 201)).groupId as string,
    absence: await made(receptionist, '/api/absences', { from: day, to: day, reason: '回老家' }),
    ticket: await made(receptionist, '/api/tickets', { prefix: 'A', priority: null }),
    visit: await made(receptionist, '/api/visits', { services: ['guidance'], headCount: 1, memo: '' }),
    appointment: await made(receptionist, '/api/appointments', slot),
    device: await made(leader, '/api/hall/devices', { kind: 'kiosk', name: '取号机' }),
    clue: await made(gridWorker, '/api/clues', { ...clue, commandId: newId() }),
    view: await made(leader, '/api/ledger/views', { name: '我的', search: {}, columns: 'code', audience: 'own' }),
    output: await made(leader, '/api/ledger/exports', { search: {}, columns: 'code,what' }),
    phrase: await made(leader, '/api/phrases', { body: '先去现场看。', steps: [], shared: true }),
    sheet: await made(leader, '/api/emergency-sheets', {}),
  };
  await jobsAtRest();
  return things;
}
