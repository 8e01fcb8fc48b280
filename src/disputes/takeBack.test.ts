import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reading } from '../platform/db.ts';
import { atTime } from '../platform/now.ts';
import { refusalToTakeBack, type Taken, undoOf } from '../procedures/takeBack.ts';
import { noDanger } from '../routing/testing/noDanger.ts';
import { deliver } from '../server/recurring.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { expectFiguresToFit } from '../server/testing/figuresFit.ts';
import { disputeKind } from './kind.ts';
import { type StepName, stepOf } from './procedure.ts';

const yingze = '140106-center';
const housing = '140106-housing';
type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let desk: Client;
let dispatcher: Client;
let colleague: Client;
let handler: Client;
let serial = 0;

beforeAll(async () => {
  it = await testApp(atTime('2026-10-14', '09:00'));
  desk = await it.as('receptionist', yingze);
  dispatcher = await it.as('dispatcher', yingze);
  colleague = await it.as('dispatcher', yingze);
  handler = await it.as('handler', housing);
}, 60_000);
afterAll(() => it?.close());
beforeEach(() => {
  it.clock.now = atTime('2026-10-14', '09:00');
});

async function registered(): Promise<string> {
  serial += 1;
  const body = {
    parties: [{ ...it.party, name: '郭秀兰', phone: '13800001234', idKind: 'none', idException: '没带' }],
    ...{ categoryCode: '17', source: 'walkIn', regionCode: '140106004', address: '', title: '', demands: '' },
    ...{ facts: '物业公司多收了两年物业费。', occurredOn: null, peopleInvolved: 2, amountCents: null, willing: 'yes' },
    ...{ headCount: 1, restriction: null, uploads: [], creditCodeConfirmed: false },
    commandId: `0190a000-0000-7000-8000-0000000007${String(serial).padStart(2, '0')}`,
  };
  const { code, slips } = await desk.post('/api/disputes', body, 201);
  // She wants to be called about everything.
  const wish = { partyId: slips[0].partyId, channel: 'call', note: '' };
  await desk.post(`/api/disputes/${code}/contact-wishes`, wish, 204);
  return code;
}
const triage = {
  ...{ difficulty: 'ordinary', urgency: 'medium', gravity: 'low', safety: noDanger, toldWhom: '', reason: '按一般办' },
};
const step = (who: Client, code: string, noun: string, body: object = {}) =>
  who.post(`/api/disputes/${code}/${noun}`, body, 200);
const back = (who: Client, code: string, status: number) =>
  who.post(`/api/disputes/${code}/take-backs`, { reason: '点错了一件' }, status);

/** Everything about a matter that a press changes, as rows. */
async function rowsOf(code: string) {
  const { rows } = await reading(it.db, { counties: ['140106'], viewers: ['system'] }, (queries) =>
    sql<{
      all: unknown;
    }>`select jsonb_build_object('matter', to_jsonb(m) - '{version,event_seq,event_hash,updated_at}'::text[],
      'dispute', (select to_jsonb(d) from visible_dispute d where d.county_code = m.county_code and d.matter_id = m.id),
      'clocks', (select jsonb_agg(to_jsonb(c) order by c.id) from visible_matter_clock c where c.county_code = m.county_code
        and c.matter_id = m.id and c.stop_reason is distinct from 'takeBack'),
      'seen', (select jsonb_agg(to_jsonb(s) order by s.viewer) from matter_seen s where s.county_code = m.county_code
        and s.matter_id = m.id),
      'todos', (select jsonb_agg(to_jsonb(t) - '{id,since}'::text[] order by t.owner, t.act) from matter_todo t
        where t.county_code = m.county_code and t.matter_id = m.id)) as all
      from matter m where m.county_code = '140106' and m.code = ${code}`.execute(queries),
  );
  return rows[0]?.all;
}

async function dispatched(): Promise<string> {
  const code = await registered();
  await step(desk, code, 'acceptances');
  await step(dispatcher, code, 'triages', triage);
  await step(dispatcher, code, 'dispatches', { leadUnitId: housing, supportingUnitIds: [], message: '' });
  return code;
}

describe('taken back, all rows stand as before the press', () => {
  test('accepting', async () => {
    const code = await registered();
    const before = await rowsOf(code);
    expect(await step(desk, code, 'acceptances')).toMatchObject({ status: 'accepted', takeBack: true });
    expect(await rowsOf(code)).not.toEqual(before);
    it.clock.now = atTime('2026-10-14', '17:00');
    expect(await back(desk, code, 200)).toMatchObject({ status: 'registered' });
    expect(await rowsOf(code)).toEqual(before);
  });
  test('triage', async () => {
    const code = await registered();
    await step(desk, code, 'acceptances');
    const before = await rowsOf(code);
    await step(dispatcher, code, 'triages', { ...triage, difficulty: 'complex' });
    await back(dispatcher, code, 200);
    expect(await rowsOf(code)).toEqual(before);
  });
  test('acknowledging, with the clock that it stopped and the one that it started', async () => {
    const code = await dispatched();
    const before = await rowsOf(code);
    await step(handler, code, 'acknowledgements');
    await back(handler, code, 200);
    expect(await rowsOf(code)).toEqual(before);
  });
});

test('after it everybody works on as if it had not been, and the history keeps both', async () => {
  const code = await registered();
  await step(desk, code, 'acceptances');
  await back(desk, code, 200);
  await step(desk, code, 'acceptances');
  const { timeline, takeBack } = await desk.get(`/api/disputes/${code}`);
  expect(timeline.map((entry: { sentence: string }) => entry.sentence)).toEqual([
    '受理。',
    '撤回刚才的「受理」：点错了。',
    '受理。',
    '记下怎么通知当事人：打电话。',
    '登记。',
  ]);
  expect(takeBack).toBe('受理');
});

test('only who pressed takes it back', async () => {
  const code = await registered();
  await step(desk, code, 'acceptances');
  await step(dispatcher, code, 'triages', triage);
  const refused = await back(colleague, code, 403);
  expect(refused.error.message).toContain('由点的人撤回');
  expect((await colleague.get(`/api/disputes/${code}`)).takeBack).toBeNull();
});

test('once somebody went on from it, it stays', async () => {
  const code = await registered();
  await step(desk, code, 'acceptances');
  await step(dispatcher, code, 'triages', triage);
  await step(colleague, code, 'dispatches', { leadUnitId: housing, supportingUnitIds: [], message: '' });
  expect((await back(dispatcher, code, 409)).error.message).toContain('已经有人接着办了');
});

test('the next day it stays', async () => {
  const code = await registered();
  await step(desk, code, 'acceptances');
  it.clock.now = atTime('2026-10-15', '00:00');
  expect((await back(desk, code, 409)).error.message).toContain('不是今天点的');
});

const bodiesOf = async (code: string) => {
  const { rows } = await reading(it.db, { counties: ['140106'], viewers: ['system'] }, (queries) =>
    sql<{
      state: string;
      body: string;
    }>`select d.state, d.body from visible_delivery d join matter m on m.id = d.matter_id
      where m.code = ${code} order by d.id`.execute(queries),
  );
  return rows.map(({ state, body }) => `${state} ${body}`);
};

test('what would have been told to the resident never leaves, and who was told in the house hears that it was a slip', async () => {
  const code = await dispatched();
  it.clock.now = atTime('2026-10-14', '10:00');
  await deliver(it.engine);
  expect(await bodiesOf(code)).toHaveLength(1);
  await step(handler, code, 'acknowledgements');
  await back(handler, code, 200);
  it.clock.now = atTime('2026-10-14', '11:00');
  await deliver(it.engine);
  expect(await bodiesOf(code)).toHaveLength(1);
  const { timeline } = await desk.get(`/api/disputes/${code}`);
  const pressed = timeline.find((entry: { type: string }) => entry.type === 'acknowledge');
  expect(pressed.notes).toEqual([]);
  expect((await dispatcher.get('/api/notices'))[0].text).toContain('点错了，已经撤回');
});

test('taken back while a call waits to be made: the call is not made, and what was said before it is said by itself', async () => {
  const code = await dispatched();
  await step(handler, code, 'acknowledgements');
  it.clock.now = atTime('2026-10-14', '10:00');
  await deliver(it.engine);
  const [waiting] = await bodiesOf(code);
  expect(waiting).toMatch(/^due .*接/);
  await back(handler, code, 200);
  await deliver(it.engine);
  const [cancelled, again, ...more] = await bodiesOf(code);
  expect([cancelled, more]).toEqual([waiting?.replace('due', 'cancelled'), []]);
  expect(again).toBe('due 您的事已经转给迎泽区住建局办理。');
});

test('what the resident was told already cannot be taken back', async () => {
  const code = await dispatched();
  await step(handler, code, 'acknowledgements');
  it.clock.now = atTime('2026-10-14', '09:11');
  await deliver(it.engine);
  const { rows } = await desk.get('/api/deliveries?channel=call');
  for (const row of rows.filter((each: { code: string }) => each.code === code))
    await desk.post(`/api/deliveries/${row.id}/call-results`, { result: 'told' }, 204);
  expect((await back(handler, code, 409)).error.message).toContain('已经告诉了当事人');
});

test('a step with rows of its own, and one that waits on somebody’s decision, have no such way back', () => {
  const of = (name: StepName, before: object, decision: object, changes: unknown[] = []) =>
    undoOf(stepOf(name), { before, decision, changes } as never);
  const before = { leadUnitId: null, clocks: [] };
  const inserts = [{ into: 'settlement', values: {} }];
  expect(of('report', before, { inserts })).toBeNull();
  expect(of('settle', before, {})).toBeNull();
  expect(of('dispatch', before, {})).toBeNull();
  expect(of('report', { clocks: [{ id: 'c' }] }, {}, [{ kind: 'recompute', id: 'c' }])).toBeNull();
  expect(of('report', before, {})).not.toBeNull();
});

test('nothing kept, nothing taken back', () => {
  const by = { postId: 'p', now: atTime('2026-10-14', '09:00'), version: 3 };
  expect(refusalToTakeBack(disputeKind, undefined, by)?.kind).toBe('conflict');
  const taken = { step: 'accept', postId: 'p', at: by.now, version: 2, out: 0 } as Taken;
  expect(refusalToTakeBack(disputeKind, taken, by)?.code).toBe('nothingToTakeBack');
  expect(refusalToTakeBack(disputeKind, { ...taken, version: 3 }, by)).toBeUndefined();
});

test('做完这一切，存下的统计数和背后的名单还是一样', () => expectFiguresToFit(it));
