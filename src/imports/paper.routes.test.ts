import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyParty } from '../intake/party.ts';
import { newId } from '../platform/ids.ts';
import { isTrivialPin, verifyPin } from '../platform/pin.ts';
import { jobsAtRest } from '../platform/startJob.sql.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { reservePad } from './pads.sql.ts';

let t: TestApp;
let admin: pg.Client;
type Person = Awaited<ReturnType<TestApp['as']>>;
let receptionist: Person;
beforeAll(async () => {
  t = await testApp(new Date('2026-10-14T00:30:00Z'));
  receptionist = await t.as('receptionist', '140106-center');
  admin = new pg.Client({ connectionString: t.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await t.close();
});

const row = async (text: string, values: unknown[] = []) => (await admin.query(text, values)).rows[0];
const input = () => ({
  parties: [{ ...emptyParty, name: '郭样兰', idKind: 'none', idException: '没带证件', phone: '13800001234' }],
  categoryCode: '02',
  source: 'walkIn',
  regionCode: '140106004',
  address: '3号楼',
  title: '楼上漏水',
  facts: '停电那天来说楼上漏水，天花板泡坏了',
  demands: '',
  occurredOn: null,
  peopleInvolved: 2,
  amountCents: null,
  willing: 'yes',
  headCount: 1,
  restriction: null,
  uploads: [],
  creditCodeConfirmed: false,
  commandId: newId(),
});
const me = async () => (await row(`select id from post where role = 'receptionist' limit 1`)).id as string;
const paper = async (code: string, more: object = {}) => ({
  ...input(),
  paper: { code, day: '2026-10-14', time: '09:10', receivedByPostId: await me(), lateReason: '', ...more },
});

let codes: string[];

test('a pad of codes is reserved and comes out as paper; its PINs are kept as keyed hashes only', async () => {
  const answer = await receptionist.raw('POST', '/api/paper-pads', { size: 5 });
  expect(answer.statusCode).toBe(201);
  expect(answer.rawPayload.subarray(0, 4).toString()).toBe('%PDF');
  const view = await receptionist.get('/api/paper-pads');
  expect(view.pads[0]).toMatchObject({ size: 5, outstanding: 5, entered: 0, voided: 0, prints: 1 });
  codes = view.codes.map(({ code }: { code: string }) => code);
  expect(new Set(codes).size).toBe(5);
  const kept = await row(`select string_agg(pin_hash, ' ') as all from paper_code`);
  expect(kept.all).toMatch(/^(hmac\$\S+ ?){5}$/);
});

test('what came in on paper counts from when it was received, by whom, and says that it was typed in later', async () => {
  t.clock.now = new Date('2026-10-14T06:00:00Z');
  const done = await receptionist.post('/api/paper-registrations', await paper(codes[0] ?? ''), 201);
  expect(done).toMatchObject({ code: codes[0], slips: [] });
  const kept = await row(
    `select m.opened_at, d.entered_offline, d.entered_at, c.started_at, v.at as visited, e.data, e.at as recorded from matter m
     join dispute d on d.matter_id = m.id join matter_clock c on c.matter_id = m.id join visit v on v.matter_id = m.id
     join matter_event e on e.matter_id = m.id where m.code = $1`,
    [codes[0]],
  );
  const received = new Date('2026-10-14T01:10:00Z');
  expect(kept).toMatchObject({ opened_at: received, started_at: received, visited: received, entered_offline: true });
  expect(kept).toMatchObject({ entered_at: t.clock.now, recorded: t.clock.now });
  expect(kept.data).toMatchObject({ receivedAt: received.toISOString(), receivedByPostId: await me() });
  const dispute = await receptionist.get(`/api/disputes/${codes[0]}`);
  expect(JSON.stringify(dispute)).toContain('用纸质表登记');
});

test('the PIN on the slip of paper opens the matter under its code', async () => {
  const actor = { ...(await actorOf()) };
  const [sheet] = await reservePad(t.engine, actor, 5);
  if (!sheet) throw new Error('no sheet');
  expect(isTrivialPin(sheet.pin)).toBe(false);
  t.clock.now = new Date('2026-10-14T07:00:00Z');
  await receptionist.post('/api/paper-registrations', await paper(sheet.code, { time: '14:30' }), 201);
  const slip = await row(
    `select s.pin_hash, s.matter_id from access_slip s join matter m on m.id = s.matter_id where m.code = $1`,
    [sheet.code],
  );
  expect(verifyPin(t.engine.secrets.masterKey, slip.matter_id, sheet.pin, slip.pin_hash)).toBe(true);
});

test('a code is used once, and sent twice it acts once', async () => {
  const body = await paper(codes[1] ?? '');
  const first = await receptionist.post('/api/paper-registrations', body, 201);
  const again = await receptionist.post('/api/paper-registrations', body, 201);
  expect(again.code).toBe(first.code);
  const other = await receptionist.post('/api/paper-registrations', await paper(codes[1] ?? ''), 409);
  expect(other.error.code).toBe('paperCodeUsed');
});

test('two colleagues who type the same sheet in at once make one matter of it', async () => {
  const bodies = [await paper(codes[2] ?? ''), await paper(codes[2] ?? '')];
  const answers = await Promise.all(bodies.map((body) => receptionist.raw('POST', '/api/paper-registrations', body)));
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
});

test('a voided code and one that nobody reserved are told apart, each in a sentence', async () => {
  await receptionist.post(`/api/paper-codes/${codes[3]}/voids`, { reason: '写坏了' }, 204);
  const voided = await receptionist.post('/api/paper-registrations', await paper(codes[3] ?? ''), 409);
  expect(voided.error.message).toBe('这个编号已经作废。');
  const strange = await receptionist.post('/api/paper-registrations', await paper('140106269999994'), 404);
  expect(strange.error.message).toContain('不是本中心预留的');
  const view = await receptionist.get('/api/paper-pads');
  expect(view.pads.at(-1)).toMatchObject({ outstanding: 1, entered: 3, voided: 1 });
});

test('a time before the sheet was printed, in the future, or long ago without a reason is refused at its field', async () => {
  const ask = async (more: object) =>
    (await receptionist.post('/api/paper-registrations', await paper(codes[4] ?? '', more), 422)).error.fields;
  expect(await ask({ day: '2026-10-12' })).toHaveProperty(['paper.day']);
  expect(await ask({ day: '2026-10-15' })).toHaveProperty(['day']);
  expect(await ask({ time: undefined })).toHaveProperty(['paper.time']);
  t.clock.now = new Date('2026-10-16T02:00:00Z');
  expect(await ask({})).toHaveProperty(['paper.lateReason']);
  await receptionist.post('/api/paper-registrations', await paper(codes[4] ?? '', { lateReason: '停电两天' }), 201);
  expect(await row(`select count(*)::int as n from note where kind = 'lateEntry'`)).toEqual({ n: 1 });
});

test('what is open stands on one sheet with its next date, without telephones, fetched by colleagues of the center only', async () => {
  const job = await receptionist.post('/api/emergency-sheets', {}, 201);
  await jobsAtRest();
  const done = await receptionist.get(`/api/jobs/${job.id}`);
  expect(done).toMatchObject({ state: 'done', result: { disputes: 5 } });
  const dispatcher = await t.as('dispatcher', '140106-center');
  const sheet = await dispatcher.raw('GET', `/api/emergency-sheets/${job.id}`);
  expect(sheet.rawPayload.subarray(0, 4).toString()).toBe('%PDF');
  const far = await t.as('receptionist', '140107-center');
  expect((await far.raw('GET', `/api/emergency-sheets/${job.id}`)).statusCode).toBe(404);
  expect((await far.get('/api/paper-pads')).codes).toEqual([]);
});

async function actorOf() {
  const { id, user_id } = await row(`select id, user_id from post where role = 'receptionist' limit 1`);
  const center = '140106-center';
  const place = { unitId: center, centerId: center, regionCode: '140106', countyCode: '140106', counties: ['140106'] };
  const viewers = [`p:${id}`, `c:${center}`, `c:${center}#receptionist`];
  return { userId: user_id, postId: id, name: '接待', role: 'receptionist' as const, ...place, viewers };
}
