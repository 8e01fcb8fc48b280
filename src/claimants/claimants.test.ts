import { afterAll, beforeAll, expect, test } from 'vitest';
import { construction30, wage90, worker } from '../../scenarios/data/rosters.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { validInput } from '../server/testing/inputs.ts';
import type { ClaimantInput } from './claimant.ts';
import type { Roster } from './claimantViews.ts';
import type { PreviewRow } from './claimSheet.ts';

const yingze = '140106-center';
const street = '140106004-center';
type Client = Awaited<ReturnType<TestApp['as']>>;

let it: TestApp;
let receptionist: Client;
let handler: Client;
let supporter: Client;
let superior: Client;
let stranger: Client;

beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:40:00+08:00'));
  receptionist = await it.as('receptionist', yingze);
  handler = await it.as('handler', street);
  supporter = await it.as('unitHead', '140106-justice');
  superior = await it.as('dispatcher', '140100-center');
  stranger = await it.as('dispatcher', '140105-center');
});
afterAll(() => it?.close());

/** Registered with the first of the workers and the factory; in the hands of whoever mediates. */
async function registered(restricted = false): Promise<string> {
  const registration = {
    parties: [
      { ...it.party, name: '孙示例', idKind: 'none', idException: '证件在老家' },
      { ...it.party, side: 'respondent', kind: 'organization', idKind: 'creditCode', name: '示例服装厂', idNumber: '' },
    ],
    ...{ categoryCode: '02', source: 'walkIn', regionCode: '140106004001', address: '', title: '拖欠工资' },
    ...{ facts: '服装厂三个月没有发工资。', demands: '付清工资', occurredOn: null, peopleInvolved: 1 },
    ...{ amountCents: 800_000, willing: 'yes', headCount: 1, restriction: restricted ? 'secret' : null, uploads: [] },
    ...{ creditCodeConfirmed: false, commandId: crypto.randomUUID() },
  };
  const { code } = await receptionist.post('/api/disputes', registration, 201);
  return code;
}

async function inMediation(): Promise<string> {
  const code = await registered();
  const dispatcher = await it.as('dispatcher', yingze);
  await receptionist.post(`/api/disputes/${code}/acceptances`, {}, 200);
  await dispatcher.post(`/api/disputes/${code}/triages`, validInput('triage'), 200);
  const to = { leadUnitId: street, supportingUnitIds: ['140106-justice'], message: '' };
  await dispatcher.post(`/api/disputes/${code}/dispatches`, to, 200);
  await handler.post(`/api/disputes/${code}/acknowledgements`, {}, 200);
  return code;
}

const claimant = (index: number, over: Partial<ClaimantInput> = {}): ClaimantInput => {
  const { name, idNumber, phone, address, months, wages, bank, account } = worker(index);
  return {
    ...{ name, idKind: 'idCard', idNumber, idException: '', phone, address, period: months, bank, account, note: '' },
    ...{ items: [{ kind: 'wages', cents: wages * 100 }], evidence: ['contract'], evidenceNote: '' },
    ...over,
  };
};
const add = (code: string, claimants: ClaimantInput[], status = 200) =>
  handler.post(`/api/disputes/${code}/claimants`, { claimants }, status);
const roster = (code: string, query = '', client = handler): Promise<Roster> =>
  client.get(`/api/disputes/${code}/claimants${query}`);
const upload = (code: string, file: Buffer, as = '') =>
  handler.upload(`/api/disputes/${code}/claimant-sheets${as}`, '名单.xlsx', file);

test('ninety workers come in by their own workbook: three rows are named with what to mend, the others join at once', async () => {
  const code = await inMediation();
  const sheet = await upload(code, await wage90());
  expect(sheet.columns.map(({ field, why }: { field: string; why: string }) => `${field} ${why}`)).toEqual([
    ...['skip title', 'name title', 'idNumber title', 'phone title', 'address title', 'period title', 'wages title'],
    ...['overtime title', 'total title', 'bank title', 'account title', 'evidence title', 'note title'],
  ]);
  const rows: PreviewRow[] = sheet.rows;
  expect(rows).toHaveLength(90);
  const faulty = rows.filter(({ problems }) => Object.keys(problems).length > 0);
  expect(faulty.map(({ rowNumber, problems }) => [rowNumber, ...Object.values(problems)])).toEqual([
    [15, expect.stringContaining('校验不符')],
    [40, '「一万多」读不出金额，写成 8000 这样。'],
    [66, '各项加起来17,550元，合计写的是18,550元，看哪个对。'],
  ]);
  expect(sheet.total).toMatchObject({ rowNumber: 94 });
  const good = rows.filter(({ problems }) => Object.keys(problems).length === 0).map((row) => row.claimant);
  await add(code, good);
  const { totals, registered: said } = await roster(code);
  expect(totals).toMatchObject({ present: 88, left: 0, withAccount: 87 });
  expect(totals.claimCents).toBe(
    good.reduce((sum, { items }) => sum + items.reduce((all, { cents }) => all + cents, 0), 0),
  );
  // Nothing of the dispute itself was changed behind anybody's back.
  expect(said).toEqual({ amountCents: 800_000, peopleInvolved: 1 });
});

test('the same workbook brought again adds nobody twice: whoever is on the list is marked, and the step refuses them by name', async () => {
  const code = await inMediation();
  await add(code, [claimant(0), claimant(1)]);
  const sheet = await upload(code, await wage90());
  const known = sheet.rows.filter(({ knownPartyId }: PreviewRow) => knownPartyId !== null);
  expect(known.map(({ rowNumber }: PreviewRow) => rowNumber)).toEqual([4, 5]);
  const again = await add(code, [claimant(2), claimant(1)], 409);
  expect(again.error).toMatchObject({
    code: 'knownClaimants',
    message: `${worker(1).name}已经在名单上了，去掉以后再加。`,
    fields: { 'claimants.1.idNumber': '已经在名单上了，不用再加。' },
  });
  expect((await roster(code)).totals.present).toBe(3);
});

test('two people in one row, one person in two rows, a wrong digit: each is said at its row, and nobody is added', async () => {
  const code = await inMediation();
  const two = claimant(1, { name: '钱工一、孙工二' });
  const refused = await add(code, [claimant(0), two, claimant(0), claimant(3, { account: '没有' })], 422);
  expect(refused.error.fields).toEqual({
    'claimants.1.name': '一行写了不止一个人，分成几行。',
    'claimants.2.idNumber': '和第 1 位是同一个人，只写一次。',
    'claimants.3.account': '账号是 8 到 30 位数字。',
  });
  expect((await roster(code)).totals.present).toBe(1);
});

test('who joined later is found by name in the search and by the last four figures on the list', async () => {
  const code = await inMediation();
  await add(code, [claimant(40), claimant(41)]);
  const byPhone = await roster(code, `?find=${worker(41).phone.slice(-4)}`);
  expect(byPhone.rows.map(({ name }) => name)).toEqual([worker(41).name]);
  expect((await roster(code, `?find=${worker(40).account.slice(-4)}`)).rows[0]?.name).toBe(worker(40).name);
  expect((await roster(code, `?find=${encodeURIComponent(worker(40).name)}`)).rows).toHaveLength(1);
  const found = await receptionist.get(`/api/search?text=${encodeURIComponent(worker(41).name)}`);
  expect(JSON.stringify(found)).toContain(code);
});

test('accounts are for whoever handles it: a helping unit and a superior read names and sums, another county nothing', async () => {
  const code = await inMediation();
  await add(code, [claimant(50)]);
  const row = (list: Roster) => list.rows.find(({ name }) => name === worker(50).name);
  expect(row(await roster(code))).toMatchObject({ bank: '示例银行示例支行', accountLast4: '0050' });
  for (const client of [supporter, superior])
    expect(row(await roster(code, '', client))).toMatchObject({ bank: '', accountLast4: null, claimCents: 1_920_000 });
  expect((await stranger.raw('GET', `/api/disputes/${code}/claimants`)).statusCode).toBe(404);
  const partyId = row(await roster(code))?.partyId;
  const ask = { partyId, purpose: '核对打款账号' };
  expect(await handler.post(`/api/disputes/${code}/account-reveals`, ask, 201)).toEqual({ value: worker(50).account });
  for (const client of [supporter, superior])
    expect((await client.raw('POST', `/api/disputes/${code}/account-reveals`, ask)).statusCode).toBe(403);
  const looks = await handler.get(`/api/disputes/${code}/looks`);
  expect(looks[0]).toMatchObject({ act: 'dispute.revealed', purpose: '核对打款账号' });
  const printed = JSON.stringify(await roster(code));
  for (const secret of [worker(50).account, worker(50).idNumber, worker(50).phone])
    expect(printed).not.toContain(secret);
});

test('a claim is changed with its reason, and the sum before stays readable', async () => {
  const code = await inMediation();
  await add(code, [claimant(60)]);
  const partyId = (await roster(code)).rows[1]?.partyId;
  const {
    name: _n,
    idKind: _k,
    idNumber: _i,
    idException: _e,
    phone: _p,
    address: _a,
    account: _c,
    ...claim
  } = claimant(60);
  const items = [...claim.items, { kind: 'overtime' as const, cents: 50_000 }];
  await handler.post(`/api/disputes/${code}/claim-changes`, { partyId, ...claim, items, reason: '补上加班费' }, 200);
  expect((await roster(code)).rows[1]).toMatchObject({ claimCents: 1_655_000, items, accountLast4: '0060' });
  const { timeline } = await handler.get(`/api/disputes/${code}`);
  expect(JSON.stringify(timeline[0])).toContain('原来16,050元，现在16,550元。补上加班费');
  await handler.post(
    `/api/disputes/${code}/claim-changes`,
    { partyId, ...claim, items, account: '', reason: '账号作废' },
    200,
  );
  expect((await roster(code)).rows[1]?.accountLast4).toBeNull();
});

test('who leaves stays written down and is counted no more; who comes back asks for what he asked before', async () => {
  const code = await inMediation();
  await add(code, [claimant(70), claimant(71)]);
  const partyId = (await roster(code)).rows[1]?.partyId;
  const before = (await roster(code)).totals.claimCents;
  await handler.post(
    `/api/disputes/${code}/claimant-leavings`,
    { partyId, ground: 'court', reason: '自己去仲裁' },
    200,
  );
  const after = await roster(code);
  expect(after.totals).toMatchObject({ present: 2, left: 1, claimCents: before - worker(70).wages * 100 });
  expect(after.rows[1]).toMatchObject({ left: 'court', claimCents: worker(70).wages * 100 });
  expect((await roster(code, '?filter=left')).rows).toHaveLength(1);
  await handler.post(`/api/disputes/${code}/claimant-returns`, { partyId, reason: '不去仲裁了' }, 200);
  expect((await roster(code)).totals).toMatchObject({ present: 3, left: 0, claimCents: before });
});

test('ten or more choose one of themselves to speak for them; fewer cannot, and he cannot choose himself', async () => {
  const code = await inMediation();
  await add(code, [claimant(0), claimant(1)]);
  const choose = (body: object, status = 200) =>
    handler.post(
      `/api/disputes/${code}/representative-choices`,
      { scope: 'special', how: '开会推选', ...body },
      status,
    );
  const ids = async () => (await roster(code)).rows.map((row) => row.partyId);
  const [first, second] = await ids();
  expect(await choose({ chosenPartyId: first, byPartyIds: [second] }, 409)).toMatchObject({
    error: { code: 'tooFewToChoose' },
  });
  await add(
    code,
    Array.from({ length: 8 }, (_, index) => claimant(2 + index)),
  );
  const [one, ...others] = await ids();
  expect(await choose({ chosenPartyId: one, byPartyIds: [one] }, 422)).toMatchObject({ error: { kind: 'invalid' } });
  await choose({ chosenPartyId: one, byPartyIds: others });
  const chosen = await roster(code);
  expect(chosen.rows[0]).toMatchObject({ speaksFor: 10 });
  expect(chosen.rows[5]).toMatchObject({ chosenName: '孙示例', chosenScope: 'special' });
  // When he leaves they speak for themselves again.
  await handler.post(
    `/api/disputes/${code}/claimant-leavings`,
    { partyId: one, ground: 'paid', reason: '付清了' },
    200,
  );
  expect((await roster(code)).rows[5]?.chosenName).toBeNull();
});

test('each who joined gets his own slip, and opens only with it', async () => {
  const code = await inMediation();
  await add(code, [claimant(80)]);
  const partyId = (await roster(code)).rows[1]?.partyId;
  const printed = await handler.raw('POST', `/api/disputes/${code}/slips`, { partyId, largePrint: false });
  expect([printed.statusCode, printed.headers['content-type']]).toEqual([200, expect.stringContaining('pdf')]);
});

test('the list goes out as a workbook with masked numbers, and as one to sign', async () => {
  const code = await inMediation();
  await add(code, [claimant(82)]);
  for (const form of ['roster', 'signing']) {
    const book = await handler.raw('GET', `/api/disputes/${code}/claimants.xlsx?form=${form}`);
    expect([book.statusCode, book.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    expect(book.rawPayload.includes(worker(82).idNumber)).toBe(false);
  }
});

test('a roster of working days with sums in Chinese capitals is read as it is; a column may be named otherwise', async () => {
  const code = await inMediation();
  const sheet = await upload(code, await construction30());
  expect(sheet.rows).toHaveLength(30);
  expect(sheet.rows.filter(({ problems }: PreviewRow) => Object.keys(problems).length > 0)).toEqual([]);
  expect(sheet.rows[0].claimant).toMatchObject({
    ...{ period: '60个工日', items: [{ kind: 'wages', cents: 1_200_000 }], evidence: ['attendance'] },
  });
  const named = await upload(code, await construction30(), '?as=4:deposit');
  expect(named.columns[4]).toMatchObject({ field: 'deposit', why: 'chosen' });
  expect(named.rows[3].claimant.items).toEqual([{ kind: 'deposit', cents: 1_050_000 }]);
});

test('what is not a workbook, or has no heading, is refused with what to do', async () => {
  const code = await inMediation();
  const broken = await upload(code, Buffer.from('not a workbook at all'));
  expect(broken.error.kind).toBe('invalid');
  const many = Array.from({ length: 501 }, (_, index) => claimant(index));
  expect(await add(code, many, 422)).toMatchObject({ error: { kind: 'invalid' } });
});

test('a restricted dispute shows its list to those who may know of it, and to nobody else', async () => {
  const code = await inMediation();
  await add(code, [claimant(84)]);
  const leader = await it.as('centerLeader', yingze);
  const body = { restricted: true, namedPostIds: [], reason: '涉及商业秘密' };
  await leader.post(`/api/disputes/${code}/restrictions`, body, 200);
  expect((await roster(code, '', leader)).totals.present).toBe(2);
  for (const client of [supporter, superior])
    expect((await client.raw('GET', `/api/disputes/${code}/claimants`)).statusCode).toBe(404);
});

test('five hundred join in one step; the page of the dispute shows twenty in full and all by name, the list comes page by page', async () => {
  const code = await inMediation();
  await add(
    code,
    Array.from({ length: 499 }, (_, index) => claimant(index)),
  );
  const { parties } = await handler.get(`/api/disputes/${code}`);
  expect(parties).toHaveLength(501);
  const full = parties.filter(({ brief }: { brief: boolean }) => !brief);
  expect(full).toHaveLength(20);
  const last = parties.at(-1);
  expect(last).toMatchObject({
    name: worker(498).name,
    brief: true,
    identified: true,
    idNumberMasked: null,
    address: '',
  });
  expect(last.mayReveal).toBe(false);
  const seen = [];
  for (let after: number | null = -1; after !== null; ) {
    const page: Roster = await roster(code, `?after=${after}`);
    seen.push(...page.rows.map(({ name }) => name));
    after = page.next;
  }
  expect(seen).toHaveLength(500);
  expect(await add(code, [claimant(600)], 422)).toMatchObject({ error: { code: 'tooManyClaimants' } });
});
