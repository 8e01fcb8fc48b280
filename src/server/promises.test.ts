import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atTime } from '../platform/now.ts';
import { toMediation } from '../web/citizen/testing/resident.ts';
import { registered, yingze } from '../web/testing/story.ts';
import { askPayers } from './recurring.ts';
import { type TestApp, testApp } from './testing/app.ts';

type Client = Awaited<ReturnType<TestApp['as']>>;
let it: TestApp;
let handler: Client;
let receptionist: Client;
let admin: pg.Client;
beforeAll(async () => {
  it = await testApp(atTime('2026-09-29', '09:00'));
  receptionist = await it.as('receptionist', yingze);
  admin = new pg.Client({ connectionString: it.adminUrl });
  await admin.connect();
}, 60_000);
afterAll(async () => {
  await admin?.end();
  await it?.close();
});

/** Two sums and a deed; 任建军 owes 郭秀兰. */
async function agreed() {
  it.clock.now = atTime('2026-09-29', '09:00');
  const { code } = await registered({ post: (url, body) => receptionist.post(url, body as object, 201) });
  ({ handler } = await toMediation(it, code));
  const { parties } = await handler.get(`/api/disputes/${code}`);
  const sides = { payerPartyId: parties[1].id, payeePartyId: parties[0].id };
  const items = [
    { obligation: '付第一笔', amountCents: 500_000, dueOn: '2026-09-30', ...sides },
    { obligation: '付第二笔', amountCents: 300_000, dueOn: '2026-11-20', ...sides },
    { obligation: '修好漏点', amountCents: null, dueOn: '2026-10-31', ...sides },
  ];
  const terms = {
    form: 'written',
    terms: '任建军赔偿 8000 元，修好漏点。',
    effectiveOn: '2026-09-29',
    totalCents: 800_000,
  };
  const settlement = { ...terms, mediatedBy: 'committee', contains: [], items };
  await handler.post(`/api/disputes/${code}/settlements`, settlement, 200);
  return { code, sides };
}

const viewOf = (code: string) => handler.get(`/api/disputes/${code}`);
const stateOf = async (code: string) => {
  const { settlements, clocks } = await viewOf(code);
  const due = clocks.find(
    (clock: { kind: string; stoppedAt: string | null }) => clock.kind === 'promise' && clock.stoppedAt === null,
  );
  const items = settlements.flatMap(
    (each: { items: { obligation: string; state: string; paidCents: number }[] }) => each.items,
  );
  return {
    due: due?.label ?? null,
    items: items.map(
      (item: { obligation: string; state: string; paidCents: number }) =>
        `${item.obligation} ${item.state} ${item.paidCents / 100}`,
    ),
  };
};

test('到期的钱和已经付的钱，报表里算在约定的那一天；钱没付完的，办结了也不算事了', async () => {
  const { code, sides } = await agreed();
  const leader = await it.as('centerLeader', yingze);
  const figure = async (what: string) => {
    const span = `from=2026-09-01&to=2026-09-30`;
    const { value, disputes } = await leader.get(`/api/reports/figures?what=${what}&${span}`);
    const own = disputes.find((each: { code: string }) => each.code === code);
    return { value: own?.value ?? 0, all: value };
  };
  const before = { due: await figure('dueAmount'), paid: await figure('paidOfDue') };
  const pay = { ...sides, cents: 200_000, paidOn: '2026-09-29', how: 'transfer' };
  await handler.post(`/api/disputes/${code}/payments`, pay, 200);
  // On the day itself it is not late yet, and not counted.
  expect(before.due.value).toBe(0);
  it.clock.now = atTime('2026-10-08', '09:00');
  expect([(await figure('dueAmount')).value, (await figure('paidOfDue')).value]).toEqual([5000, 2000]);

  await handler.post(`/api/disputes/${code}/closure-submissions`, { result: '达成协议，正在履行。' }, 200);
  const closer = await it.as('closer', yingze);
  await closer.post(`/api/disputes/${code}/closures`, { opinion: '属实。' }, 200);
  const over = async () => {
    const { disputes } = await leader.get('/api/reports/figures?what=over&from=2026-10-01&to=2026-10-31');
    return disputes.some((each: { code: string }) => each.code === code);
  };
  expect(await over()).toBe(false);
  await handler.post(`/api/disputes/${code}/payments`, { ...pay, cents: 600_000, paidOn: '2026-10-08' }, 200);
  const { settlements } = await viewOf(code);
  const deed = settlements[0].items.find((each: { state: string }) => each.state === 'open');
  await handler.post(
    `/api/disputes/${code}/deeds`,
    { promiseId: deed.id, doneOn: '2026-10-08', said: '双方到场看过，漏点修好了。' },
    200,
  );
  expect(await over()).toBe(true);
});

test('paid, taken back and paid again: what is owed, the clock and the history are those of the money', async () => {
  const { code, sides } = await agreed();
  const pay = { ...sides, cents: 600_000, paidOn: '2026-09-29', how: 'transfer' };
  await handler.post(`/api/disputes/${code}/payments`, pay, 200);
  const paid = {
    due: '履行：修好漏点（任建军）',
    items: ['付第一笔 kept 5000', '付第二笔 open 1000', '修好漏点 open 0'],
  };
  expect(await stateOf(code)).toEqual(paid);

  const { payments } = await viewOf(code);
  const undo = { paymentId: payments[0].id, reason: '记到别人头上了' };
  await handler.post(`/api/disputes/${code}/payment-corrections`, undo, 200);
  expect(await stateOf(code)).toEqual({
    due: '履行：付第一笔（任建军）',
    items: ['付第一笔 open 0', '付第二笔 open 0', '修好漏点 open 0'],
  });
  const twice = await handler.raw('POST', `/api/disputes/${code}/payment-corrections`, undo);
  expect(twice.json().error.code).toBe('nothingPaid');

  await handler.post(`/api/disputes/${code}/payments`, pay, 200);
  expect(await stateOf(code)).toEqual(paid);
  const { timeline } = await viewOf(code);
  expect(timeline.slice(0, 3).map(({ sentence }: { sentence: string }) => sentence)).toEqual([
    '9月29日（周二）付了6,000元。',
    '更正：6,000元的付款记错了，撤掉。',
    '9月29日（周二）付了6,000元。',
  ]);
});

test('two clerks write down the same money at once: it is paid once', async () => {
  const { code, sides } = await agreed();
  const { version } = await viewOf(code);
  const pay = { ...sides, cents: 800_000, paidOn: '2026-09-29', how: 'cash', seenVersion: version };
  const answers = await Promise.all([1, 2].map(() => handler.raw('POST', `/api/disputes/${code}/payments`, pay)));
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
});

test('the day after, from nine on, the payer is reminded once; whom it is owed and whoever paid are not', async () => {
  const { code, sides } = await agreed();
  const { code: paidOne, sides: others } = await agreed();
  await handler.post(
    `/api/disputes/${paidOne}/payments`,
    { ...others, cents: 500_000, paidOn: '2026-09-29', how: 'cash' },
    200,
  );
  const toldAt = async (moment: Date) => {
    it.clock.now = moment;
    await askPayers(it.engine);
    const { rows } =
      await admin.query(`select m.code, n.body, n.visibility from note n join matter m on m.id = n.matter_id
      join matter_event e on e.id = n.event_id where e.type = 'remindPayer' and m.code in ('${code}', '${paidOne}')`);
    return rows.map(({ body, visibility }) => [visibility, body]);
  };
  expect(await toldAt(atTime('2026-09-30', '23:59'))).toEqual([]);
  expect(await toldAt(atTime('2026-10-01', '08:59'))).toEqual([]);
  const once = [
    [
      `party:${sides.payerPartyId}`,
      '按协议，9月30日（周三）前要履行的「付第一笔」（5,000元）还没有记到。已经付了、做了的，把收据、照片给中心看；有难处早点说。',
    ],
  ];
  expect(await toldAt(atTime('2026-10-01', '09:00'))).toEqual(once);
  expect(await toldAt(atTime('2026-10-02', '09:00'))).toEqual(once);
});
