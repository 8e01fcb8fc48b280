import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noDanger } from '../routing/testing/noDanger.ts';
import { type TestApp, testApp } from './testing/app.ts';

let it: TestApp;
const yingze = '140106-center';
const street = '140106004-center';

beforeAll(async () => {
  it = await testApp(new Date('2026-09-29T08:40:00+08:00'));
});
afterAll(() => it?.close());

const registration = (commandId: string) => ({
  parties: [
    { ...it.party, name: '郭秀兰', idNumber: '11010519491231002X', phone: '13800001234' },
    { ...it.party, side: 'respondent', name: '任建军', idNumber: '', phone: '13800005678' },
  ],
  categoryCode: '02',
  source: 'walkIn',
  regionCode: '140106004',
  address: '3号楼2单元',
  title: '楼上漏水赔偿',
  facts: '9月20日起楼上卫生间漏水，天花板和家具泡坏，找过楼上两次没有结果。',
  demands: '赔偿 8000 元并修好',
  occurredOn: '2026-09-20',
  peopleInvolved: 2,
  amountCents: 800_000,
  willing: 'yes',
  headCount: 1,
  restriction: null,
  uploads: [],
  creditCodeConfirmed: false,
  commandId,
});

test('一件纠纷从登记走到归档，每一步都有人、有钟、有时间线', async () => {
  const receptionist = await it.as('receptionist', yingze);
  const dispatcher = await it.as('dispatcher', yingze);
  const closer = await it.as('closer', yingze);
  const handler = await it.as('handler', street);

  const registered = await receptionist.post(
    '/api/disputes',
    registration('0190a000-0000-7000-8000-000000000001'),
    201,
  );
  const { code } = registered;
  expect(code).toMatch(/^14010626\d{7}$/);
  expect(registered.slips[0].pin).toMatch(/^\d{6}$/);
  const again = await receptionist.post('/api/disputes', registration('0190a000-0000-7000-8000-000000000001'), 201);
  expect(again.code).toBe(code);

  const step = (who: typeof receptionist, noun: string, body: object = {}, status = 200) =>
    who.post(`/api/disputes/${code}/${noun}`, body, status);
  await step(receptionist, 'acceptances');
  await step(dispatcher, 'triages', {
    difficulty: 'simple',
    urgency: 'medium',
    gravity: 'low',
    safety: noDanger,
    toldWhom: '',
    reason: '',
  });
  const seen = await dispatcher.get(`/api/disputes/${code}`);
  expect(seen.sight).toBe('full');
  expect(seen.proposals.units[0].unitId).toBe(street);
  const preview = await dispatcher.post(
    `/api/disputes/${code}/previews`,
    { step: 'dispatch', input: { leadUnitId: street, supportingUnitIds: [], message: '' } },
    200,
  );
  expect(preview.starts.map((clock: { label: string }) => clock.label)).toContain('签收');
  await step(dispatcher, 'dispatches', {
    leadUnitId: street,
    supportingUnitIds: ['140106-housing'],
    message: '请先去现场看漏点。',
  });

  const work = await handler.get('/api/work');
  expect(work.items).toMatchObject([{ code, act: 'acknowledge' }]);
  await step(handler, 'acknowledgements', { plan: '下午去现场' });
  await step(handler, 'progress-reports', { text: '看过现场，漏点在楼上卫生间。', forResident: '已经去看过现场。' });
  await step(handler, 'settlements', {
    form: 'written',
    terms: '任建军赔偿郭秀兰 8000 元，并修好漏点。',
    effectiveOn: '2026-09-29',
    mediatedBy: 'committee',
    contains: [],
    totalCents: 800_000,
    items: [{ obligation: '任建军付给郭秀兰', amountCents: 800_000, dueOn: '2026-10-15' }],
  });
  await step(handler, 'closure-submissions', { result: '已签协议。' });
  await step(handler, 'closures', { opinion: '同意' }, 403);
  await step(closer, 'closures', { opinion: '材料齐，同意办结。' });
  await step(receptionist, 'return-visits', {
    partyId: null,
    method: 'phone',
    outcome: 'settled',
    performed: 'notDue',
    words: '满意，等付款。',
  });
  await step(receptionist, 'ratings', { score: 5, channel: 'counter' });
  await step(closer, 'strike-offs', { note: '还没到付款的日子，另外盯着。' });
  await step(closer, 'archives', { note: '还没到付款的日子，另外盯着。' });

  const done = await receptionist.get(`/api/disputes/${code}`);
  expect(done.status).toBe('archived');
  expect(done.timeline.map((entry: { type: string }) => entry.type)).toEqual([
    'archive',
    'strikeOff',
    'rate',
    'recordReturnVisit',
    'verifyClosure',
    'submitClosure',
    'settle',
    'report',
    'acknowledge',
    'dispatch',
    'triage',
    'accept',
    'register',
  ]);
  type Seen = { kind: string; stoppedAt: string | null };
  const running = done.clocks.filter(({ stoppedAt }: Seen) => stoppedAt === null);
  // The parties' right to have the agreement confirmed goes on by itself; it binds no office.
  expect(running.map(({ kind }: Seen) => kind)).toEqual(['confirmationRequest', 'promise']);
  expect((await receptionist.get('/api/work')).items).toEqual([]);
  const slip = await receptionist.raw('POST', `/api/disputes/${code}/slips`, {
    partyId: done.parties[0].id,
    largePrint: false,
  });
  expect(slip.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
});

test('两个人同时办一件事，一个办成，另一个看到一句话', async () => {
  const receptionist = await it.as('receptionist', yingze);
  const dispatcher = await it.as('dispatcher', yingze);
  const { code } = await receptionist.post('/api/disputes', registration('0190a000-0000-7000-8000-000000000002'), 201);
  const [first, second] = await Promise.all(
    [receptionist, dispatcher].map((who) => who.raw('POST', `/api/disputes/${code}/acceptances`, { seenVersion: 1 })),
  );
  expect([first?.statusCode, second?.statusCode].toSorted()).toEqual([200, 409]);
  const refused = [first, second].find((answer) => answer?.statusCode === 409)?.json();
  expect(refused.error.code).toBe('movedOn');
  expect(refused.error.message).toContain('已受理');
});

test('同一条命令发两次只办一次', async () => {
  const receptionist = await it.as('receptionist', yingze);
  const { code } = await receptionist.post('/api/disputes', registration('0190a000-0000-7000-8000-000000000003'), 201);
  const commandId = '0190a000-0000-7000-8000-000000000004';
  const [first, second] = await Promise.all(
    [1, 2].map(() => receptionist.post(`/api/disputes/${code}/acceptances`, { commandId, seenVersion: 1 }, 200)),
  );
  expect(second).toEqual(first);
  const { timeline } = await receptionist.get(`/api/disputes/${code}`);
  expect(timeline.filter((entry: { type: string }) => entry.type === 'accept')).toHaveLength(1);
});

test('带着照片登记，网络不好又发了一次：还是同一件，照片只有一张', async () => {
  const receptionist = await it.as('receptionist', yingze);
  const create = { width: 8, height: 8, channels: 3, background: '#15545f' } as const;
  const [photo] = await receptionist.upload('/api/uploads', '现场.png', await sharp({ create }).png().toBuffer());
  const form = { ...registration('0190a000-0000-7000-8000-000000000006'), uploads: [photo.id] };
  const { code, slips } = await receptionist.post('/api/disputes', form, 201);
  expect(slips).toHaveLength(1);
  const again = await receptionist.post('/api/disputes', form, 201);
  expect([again.code, again.slips]).toEqual([code, []]);
  expect((await receptionist.get(`/api/disputes/${code}`)).files).toHaveLength(1);
});

test('别的区县看不到，编号存在也说没有', async () => {
  const receptionist = await it.as('receptionist', yingze);
  const elsewhere = await it.as('receptionist', '140105-center');
  const { code } = await receptionist.post('/api/disputes', registration('0190a000-0000-7000-8000-000000000005'), 201);
  expect((await elsewhere.raw('GET', `/api/disputes/${code}`)).statusCode).toBe(404);
  expect((await elsewhere.raw('POST', `/api/disputes/${code}/acceptances`, {})).statusCode).toBe(404);
  expect((await elsewhere.get('/api/ledger')).rows).toEqual([]);
});
