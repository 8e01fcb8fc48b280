import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../platform/now.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';

const yingze = '140106-center';
let t: TestApp;
type Desk = Awaited<ReturnType<TestApp['as']>>;
let jia: Desk;
let han: Desk;
let leader: Desk;
let street: Desk;

beforeAll(async () => {
  t = await testApp(atTime('2026-10-14', '09:00'));
  jia = await t.as('receptionist', yingze);
  han = await t.as('receptionist', yingze);
  leader = await t.as('centerLeader', yingze);
  street = await t.as('receptionist', '140106004-center');
  await jia.raw('PUT', '/api/hall/counter', { counter: 3 });
  await han.raw('PUT', '/api/hall/counter', { counter: 4 });
});
afterAll(() => t.close());

const give = (desk: Desk, prefix = 'A', priority: string | null = null) =>
  desk.post('/api/tickets', { prefix, priority }, 201);
const later = (minutes: number) => {
  t.clock.now = new Date(t.clock.now.getTime() + minutes * 60_000);
};

test('twenty people press at once: twenty numbers, none missing, none twice, each kind counted by itself', async () => {
  const given = await Promise.all(Array.from({ length: 20 }, () => give(jia, 'E')));
  const labels = given.map(({ label }) => label).toSorted();
  expect(labels).toEqual(Array.from({ length: 20 }, (_, index) => `E${String(index + 1).padStart(3, '0')}`));
  expect((await give(jia, 'B')).label).toBe('B001');
  const { waiting } = await jia.get('/api/hall');
  for (const { id } of waiting) await jia.post(`/api/tickets/${id}/departures`, {}, 200);
});

test('a number asked for twice with one id is one number', async () => {
  const commandId = '01890000-0000-7000-8000-0000000000aa';
  const twice = { prefix: 'C', priority: null, commandId };
  const [one, other] = [await jia.post('/api/tickets', twice, 201), await jia.post('/api/tickets', twice, 201)];
  expect([one.label, other.label]).toEqual(['C001', 'C001']);
  await jia.post(`/api/tickets/${one.id}/departures`, {}, 200);
});

test('two counters call at the same moment and get two numbers; the strip says who is here and who waits', async () => {
  for (let minute = 0; minute < 8; minute += 1) {
    await give(jia);
    later(1);
  }
  const called = await Promise.all([jia.post('/api/tickets/calls', {}, 200), han.post('/api/tickets/calls', {}, 200)]);
  expect(called.map(({ label }) => label).toSorted()).toEqual(['A001', 'A002']);
  const strip = await jia.get('/api/hall');
  expect(strip).toMatchObject({ counter: 3, current: { counter: 3, state: 'called' } });
  expect(strip.current.waited).toBeGreaterThanOrEqual(7);
  expect(strip.waiting).toHaveLength(6);
  expect(strip.atCounters).toHaveLength(2);
});

test('the next is not called while one is under way; not there means two places back, gone means over', async () => {
  const { current } = await jia.get('/api/hall');
  const refused = await jia.raw('POST', '/api/tickets/calls', {});
  expect([refused.statusCode, refused.json().error.code]).toEqual([409, 'ticketOpen']);
  const elsewhere = await han.raw('POST', `/api/tickets/${current.id}/finishes`, {});
  expect(elsewhere.json().error.message).toContain('在 3 号窗办');
  expect((await jia.post(`/api/tickets/${current.id}/recalls`, {}, 200)).calls).toBe(2);
  await jia.post(`/api/tickets/${current.id}/skips`, {}, 200);
  const { waiting } = await jia.get('/api/hall');
  expect(waiting.map(({ label }: { label: string }) => label).indexOf(current.label)).toBe(2);
  const next = await jia.post('/api/tickets/calls', {}, 200);
  await jia.post(`/api/tickets/${next.id}/absences`, {}, 200);
  const again = await jia.post(`/api/tickets/${next.id}/requeues`, {}, 200);
  expect(again.state).toBe('waiting');
  await jia.post(`/api/tickets/${again.id}/departures`, {}, 200);
  expect((await jia.raw('POST', `/api/tickets/${again.id}/recalls`, {})).statusCode).toBe(409);
});

test('a number handed to counter 4 is called there next', async () => {
  const mine = await jia.post('/api/tickets/calls', {}, 200);
  await jia.post(`/api/tickets/${mine.id}/hand-overs`, { counter: 4 }, 200);
  const { current } = await han.get('/api/hall');
  await han.post(`/api/tickets/${current.id}/finishes`, {}, 200);
  expect((await han.post('/api/tickets/calls', {}, 200)).label).toBe(mine.label);
});

test('a consultation ends the number; registering a dispute does too, and counts the visit once', async () => {
  const first = await jia.post('/api/tickets/calls', {}, 200);
  const visit = { services: ['consultation', 'legalAdvice'], headCount: 2, memo: '问继承怎么办', ticketId: first.id };
  const { id } = await jia.post('/api/visits', visit, 201);
  const second = await jia.post('/api/tickets/calls', {}, 200);
  const dispute = (more: object) => ({
    parties: [{ ...t.party, name: '郭秀兰', idNumber: '11010519491231002X' }],
    categoryCode: '02',
    source: 'walkIn',
    regionCode: '140106004',
    address: '',
    title: '',
    facts: '楼上漏水，找过两次没有结果。',
    demands: '',
    occurredOn: null,
    peopleInvolved: 1,
    amountCents: null,
    willing: 'yes',
    headCount: 3,
    restriction: null,
    uploads: [],
    creditCodeConfirmed: false,
    ...more,
  });
  const withNumber = dispute({
    commandId: crypto.randomUUID(),
    visit: { ticketId: second.id, services: ['mediation', 'legalAid'] },
  });
  const { code } = await jia.post('/api/disputes', withNumber, 201);
  await jia.post('/api/disputes', dispute({ commandId: crypto.randomUUID(), visit: { visitId: id } }), 201);
  await jia.post('/api/disputes', dispute({ commandId: crypto.randomUUID(), source: 'hotline' }), 201);

  const { over } = await jia.get('/api/hall');
  const stateOf = (label: string) => over.find((each: { label: string }) => each.label === label)?.state;
  expect([stateOf(first.label), stateOf(second.label)]).toEqual(['done', 'done']);
  const { items } = await jia.get('/api/visits');
  expect(items).toHaveLength(2);
  expect(items[0]).toMatchObject({ code, headCount: 3, ticket: second.label, isDispute: true });
  expect(items[1]).toMatchObject({ isDispute: true, headCount: 2, memo: '问继承怎么办' });
});

test('a visitor who stays unnamed leaves nothing but service and head-count', async () => {
  const ticket = await jia.post('/api/tickets/calls', {}, 200);
  const unnamed = { services: ['psychology'], headCount: 1, memo: '家里的事', confidential: true, ticketId: ticket.id };
  await jia.post('/api/visits', unnamed, 201);
  const { items } = await jia.get('/api/visits?kind=confidential');
  expect(items).toMatchObject([{ memo: '', ticket: null, confidential: true }]);
  expect((await jia.get('/api/hall')).current).toBeNull();
});

test('figures by service, each equal to its list; a superior sees the figures of centers below, and no row', async () => {
  const group = { services: ['petition'], headCount: 12, memo: '十二人反映供暖' };
  const { id } = await street.post('/api/visits', group, 201);
  await street.raw('PUT', `/api/visits/${id}`, { ...group, headCount: 13 });
  const totals = await leader.get('/api/visits/totals');
  const below = totals.centers.find((each: { id: string }) => each.id === '140106004-center');
  expect(below).toMatchObject({ own: false, visits: 1, people: 13, groups: 1 });
  const own = totals.centers[0];
  expect(own).toMatchObject({ id: yingze, own: true, visits: 3, people: 6, disputes: 2, confidential: 1 });
  for (const { service, visits } of own.services) {
    const { items } = await leader.get(`/api/visits?service=${service}`);
    expect([service, items.length]).toEqual([service, visits]);
  }
  expect((await leader.get('/api/visits')).items.some((each: { headCount: number }) => each.headCount === 13)).toBe(
    false,
  );
  const streetOnly = await street.get('/api/visits/totals');
  expect(streetOnly.centers.map((each: { id: string }) => each.id)).toEqual(['140106004-center']);
});

test('a wrong visit is put right the same day by its recorder, with a trace; it is never lost', async () => {
  const { id } = await jia.post('/api/visits', { services: ['guidance'], headCount: 1, memo: '' }, 201);
  const correction = { services: ['guidance', 'notary'], headCount: 4, memo: '四个人' };
  expect((await han.raw('PUT', `/api/visits/${id}`, correction)).statusCode).toBe(403);
  expect((await street.raw('PUT', `/api/visits/${id}`, correction)).statusCode).toBe(404);
  expect((await jia.raw('PUT', `/api/visits/${id}`, correction)).statusCode).toBe(204);
  expect((await jia.raw('POST', `/api/visits/${id}/withdrawals`)).statusCode).toBe(204);
  const { items } = await jia.get('/api/visits');
  expect(items[0]).toMatchObject({ headCount: 4, corrected: true, withdrawn: true });
  const totals = await jia.get('/api/visits/totals');
  expect(totals.centers[0].services.some((each: { service: string }) => each.service === 'guidance')).toBe(false);
  const auditor = await t.as('auditAdmin', '140100-center');
  const { items: trail } = await auditor.get(`/api/trail?subject=${id}`);
  expect(trail.map(({ act }: { act: string }) => act)).toEqual(['visit.withdrawn', 'visit.corrected']);
  expect(JSON.stringify(trail)).not.toContain('四个人');
});

test('another center sees nothing of this line', async () => {
  const theirs = await street.get('/api/hall');
  expect([theirs.waiting, theirs.atCounters, theirs.over]).toEqual([[], [], []]);
  const [first] = (await jia.get('/api/hall')).waiting;
  expect((await street.raw('POST', `/api/tickets/${first.id}/departures`)).statusCode).toBe(404);
  expect((await street.raw('GET', `/api/tickets/${first.id}/slip.pdf`)).statusCode).toBe(404);
});

test('a number is printed on a strip as wide as the paper', async () => {
  const [first] = (await jia.get('/api/hall')).waiting;
  const paper = await jia.raw('GET', `/api/tickets/${first.id}/slip.pdf`);
  expect(paper.headers['content-type']).toBe('application/pdf');
  expect(paper.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
});
