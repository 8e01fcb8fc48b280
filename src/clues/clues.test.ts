import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../platform/now.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import type { ClueView } from './clue.ts';

const street = '140106004-center';
type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let worker: Client;
let neighbor: Client;
let desk: Client;
let otherDesk: Client;
let county: Client;
let serial = 0;

beforeAll(async () => {
  it = await testApp(atTime('2026-10-14', '09:00'));
  worker = await it.as('gridWorker', street, '140106004');
  neighbor = await it.as('gridWorker', street, '140106004');
  desk = await it.as('dispatcher', street);
  otherDesk = await it.as('dispatcher', '140106001-center');
  county = await it.as('dispatcher', '140106-center');
}, 60_000);
afterAll(() => it?.close());

const seen = (more: object = {}) => {
  serial += 1;
  return {
    ...{ kind: 'dispute', urgent: false, text: '2号楼两家为停车吵了三天', regionCode: '140106004', place: '2号楼前' },
    uploads: [] as string[],
    commandId: `0190a000-0000-7000-8000-0000000008${String(serial).padStart(2, '0')}`,
    ...more,
  };
};
const report = async (more: object = {}): Promise<string> => (await worker.post('/api/clues', seen(more), 201)).id;
const listOf = async (client: Client): Promise<string[]> =>
  (await client.get('/api/clues')).rows.map((row: ClueView) => row.id);

async function photo(client: Client): Promise<string> {
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#15545f' } })
    .jpeg()
    .toBuffer();
  const answer = await client.upload('/api/uploads', 'now.jpg', picture);
  return answer[0].id;
}

test('a report is seen by who made it and by the street it goes to, by nobody else', async () => {
  const id = await report();
  expect(await listOf(worker)).toContain(id);
  expect(await listOf(desk)).toContain(id);
  for (const other of [neighbor, otherDesk, county]) {
    expect(await listOf(other)).not.toContain(id);
    expect((await other.raw('GET', `/api/clues/${id}`)).statusCode).toBe(404);
  }
});

test('sent twice over a bad line it is one report', async () => {
  const body = seen();
  const first = await worker.post('/api/clues', body, 201);
  const again = await worker.post('/api/clues', body, 201);
  expect(again.id).toBe(first.id);
  expect((await listOf(desk)).filter((id) => id === first.id)).toHaveLength(1);
});

test('what lies in another street is refused in a sentence at its field', async () => {
  const answer = await worker.post('/api/clues', seen({ regionCode: '140106001' }), 422);
  expect(answer.error.fields.regionCode).toContain('本街道');
});

test('an urgent one is told to the whole desk, any other to the dispatchers', async () => {
  const before = (await desk.get('/api/notices')).length;
  await report({ urgent: true, text: '两家动手了，已经打了110' });
  const [newest] = await desk.get('/api/notices');
  expect(newest.text).toContain('急事');
  expect((await desk.get('/api/notices')).length).toBe(before + 1);
});

test('the desk answers, and the reporter reads the answer and hears of it', async () => {
  const id = await report();
  await desk.post(`/api/clues/${id}/answers`, { text: '物业下午划停车线，三天后再看' }, 204);
  expect(await worker.get(`/api/clues/${id}`)).toMatchObject({
    state: 'answered',
    answer: '物业下午划停车线，三天后再看',
  });
  expect((await worker.get('/api/notices'))[0].text).toContain('物业下午划停车线');
  await desk.post(`/api/clues/${id}/answers`, { text: '再答一次' }, 409);
});

test('a slip of the thumb is taken back until somebody looked', async () => {
  const id = await report();
  await neighbor.post(`/api/clues/${id}/withdrawals`, {}, 404);
  await worker.post(`/api/clues/${id}/withdrawals`, {}, 204);
  const other = await report();
  await desk.post(`/api/clues/${other}/takings`, {}, 200);
  const refused = await worker.post(`/api/clues/${other}/withdrawals`, {}, 409);
  expect(refused.error.message).toContain('中心已经在看');
});

test('its photo can be seen by the desk, and comes along into the dispute without being taken again', async () => {
  const picture = await photo(worker);
  const id = await report({ uploads: [picture] });
  const { files } = await desk.get(`/api/clues/${id}`);
  expect((await desk.raw('GET', `/api/clues/${id}/files/${files[0].id}`)).headers['content-type']).toBe('image/jpeg');
  expect((await county.raw('GET', `/api/clues/${id}/files/${files[0].id}`)).statusCode).toBe(404);
  const taken = await desk.post(`/api/clues/${id}/takings`, {}, 200);
  expect(taken).toMatchObject({ text: '2号楼两家为停车吵了三天', regionCode: '140106004', place: '2号楼前' });
  const registration = {
    parties: [{ ...it.party, name: '赵桂芳', idKind: 'none', idException: '网格代报' }],
    ...{ categoryCode: '02', source: 'gridReport', regionCode: taken.regionCode, address: taken.place, title: '停车' },
    ...{ facts: taken.text, demands: '', occurredOn: null, peopleInvolved: 2, amountCents: null, willing: 'undecided' },
    ...{ headCount: 1, restriction: null, uploads: taken.uploads.map((file: { id: string }) => file.id) },
    ...{ creditCodeConfirmed: false, clueId: id, commandId: '0190a000-0000-7000-8000-000000000777' },
  };
  const { code } = await desk.post('/api/disputes', registration, 201);
  const after = await worker.get(`/api/clues/${id}`);
  expect(after).toMatchObject({ state: 'registered', dispute: { code, status: 'registered' } });
  expect((await desk.get(`/api/disputes/${code}`)).files).toHaveLength(1);
  await desk.post(`/api/clues/${id}/answers`, { text: '已登记' }, 409);
});

test('a clue of another street is not ended by a registration that names it', async () => {
  const id = await report();
  const registration = {
    parties: [{ ...it.party, name: '李大山', idKind: 'none', idException: '没带' }],
    ...{
      categoryCode: '02',
      source: 'walkIn',
      regionCode: '140106001',
      address: '',
      title: '',
      facts: '两家为停车争执',
    },
    ...{ demands: '', occurredOn: null, peopleInvolved: 2, amountCents: null, willing: 'yes', headCount: 1 },
    ...{ restriction: null, uploads: [], creditCodeConfirmed: false, clueId: id },
    commandId: '0190a000-0000-7000-8000-000000000778',
  };
  await otherDesk.post('/api/disputes', registration, 201);
  expect((await worker.get(`/api/clues/${id}`)).state).toBe('reported');
});

test('somebody else’s photo cannot be reported as one’s own', async () => {
  const picture = await photo(neighbor);
  const answer = await worker.post('/api/clues', seen({ uploads: [picture] }), 422);
  expect(answer.error.fields.uploads).toContain('照片');
});
