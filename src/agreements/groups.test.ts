import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { worker } from '../../scenarios/data/rosters.ts';
import type { ClaimantRow, Roster } from '../claimants/claimantViews.ts';
import { papersSaid } from '../residents/residentPapers.ts';
import { type TestApp, testApp } from '../server/testing/app.ts';
import { validInput } from '../server/testing/inputs.ts';
import { type GroupRow, type GroupTerms, split } from './group.ts';
import { groupFindings } from './groupFindings.ts';
import type { GroupHead, GroupView } from './groupViews.ts';

const yingze = '140106-center';
const street = '140106004-center';
type Client = Awaited<ReturnType<TestApp['as']>>;

let it: TestApp;
let receptionist: Client;
let dispatcher: Client;
let handler: Client;

beforeAll(async () => {
  it = await testApp(new Date('2026-10-14T09:40:00+08:00'));
  receptionist = await it.as('receptionist', yingze);
  dispatcher = await it.as('dispatcher', yingze);
  handler = await it.as('handler', street);
});
afterAll(() => it?.close());

type Matter = { code: string; payer: string; rows: ClaimantRow[] };
const roster = (code: string): Promise<Roster> => handler.get(`/api/disputes/${code}/claimants`);

/** A factory and so many workers beside the one who was registered, in the hands of whoever mediates. */
async function withWorkers(
  count: number,
  named: (index: number) => string = (index) => worker(index).name,
): Promise<Matter> {
  const registration = {
    parties: [
      { ...it.party, name: '孙示例', idKind: 'none', idException: '证件在老家' },
      { ...it.party, side: 'respondent', kind: 'organization', idKind: 'creditCode', name: '示例服装厂' },
    ],
    ...{ categoryCode: '17', source: 'walkIn', regionCode: '140106004001', address: '', title: '拖欠工资' },
    ...{
      facts: '服装厂三个月没有发工资。',
      demands: '付清工资',
      occurredOn: null,
      peopleInvolved: 1,
      amountCents: null,
    },
    ...{
      willing: 'yes',
      headCount: 1,
      restriction: null,
      uploads: [],
      creditCodeConfirmed: false,
      commandId: randomUUID(),
    },
  };
  const { code } = await receptionist.post('/api/disputes', registration, 201);
  await receptionist.post(`/api/disputes/${code}/acceptances`, {}, 200);
  await dispatcher.post(`/api/disputes/${code}/triages`, validInput('triage'), 200);
  await dispatcher.post(
    `/api/disputes/${code}/dispatches`,
    { leadUnitId: street, supportingUnitIds: [], message: '' },
    200,
  );
  await handler.post(`/api/disputes/${code}/acknowledgements`, {}, 200);
  const claimants = Array.from({ length: count }, (_, index) => {
    const { idNumber, phone, address, months, wages, account } = worker(index);
    return {
      ...{ name: named(index), idKind: 'idCard', idNumber, idException: '', phone, address, period: months, account },
      ...{ bank: '', note: '', items: [{ kind: 'wages', cents: wages * 100 }], evidence: [], evidenceNote: '' },
    };
  });
  await handler.post(`/api/disputes/${code}/claimants`, { claimants }, 200);
  const { parties } = await handler.get(`/api/disputes/${code}`);
  const payer = parties.find(({ side }: { side: string }) => side === 'respondent').id;
  return { code, payer, rows: (await roster(code)).rows };
}

const termsOf = ({ payer }: Matter, over: Partial<GroupTerms> = {}): GroupTerms => ({
  ...{ form: 'written', partyIds: [payer], facts: '服装厂拖欠工资三个月。', points: '付清工资', costs: '', copies: 3 },
  ...{ madeOn: '2026-10-14', place: '迎泽区综治中心', committee: '示例人民调解委员会', mediators: '' },
  terms: [
    {
      ...{ kind: 'pay', owesId: payer, toId: 'each', text: '拖欠的工资', amountCents: null, own: true, dueOn: null },
      shares: [
        { share: 5_000, dueOn: '2026-10-31' },
        { share: 5_000, dueOn: '2026-11-30' },
      ],
      ...{ how: 'transfer', howNote: '', where: '', condition: '', after: null, ifNot: '' },
    },
  ],
  ...over,
});
const sums = (rows: readonly ClaimantRow[], of: (row: ClaimantRow, index: number) => number): GroupRow[] =>
  rows.map((row, index) => ({ partyId: row.partyId, cents: of(row, index), instalments: null }));
const draft = (code: string, body: object, status = 200) =>
  handler.post(`/api/disputes/${code}/agreement-groups`, { groupId: null, keep: [], reason: '', ...body }, status);
const groups = async (code: string): Promise<GroupHead[]> =>
  (await handler.get(`/api/disputes/${code}/agreement-groups`)).groups;
const group = async (code: string): Promise<GroupView> =>
  handler.get(`/api/disputes/${code}/agreement-groups/${(await groups(code))[0]?.id}`);
const lock = async (code: string, leaveOut: string[] = [], status = 200, digest?: string) => {
  const { id, digest: now } = await group(code);
  const body = { groupId: id, digest: digest ?? now, leaveOut };
  return handler.post(`/api/disputes/${code}/agreement-group-locks`, body, status);
};
const settle = (code: string, view: GroupView, over: object = {}, status = 200) => {
  const { id: groupId, terms, rows } = view;
  const common = {
    form: 'written',
    terms: '见各人的协议',
    effectiveOn: '2026-10-14',
    mediatedBy: 'committee',
    contains: [],
  };
  const body = {
    ...common,
    totalCents: null,
    items: [],
    signedOnPaper: true,
    group: { groupId, terms, rows, apart: [] },
    ...over,
  };
  return handler.post(`/api/disputes/${code}/settlements`, body, status);
};

test('one set of terms becomes as many agreements, each with his name, his sum and a number of its own', async () => {
  const matter = await withWorkers(5);
  const { code, rows } = matter;
  await draft(code, { terms: termsOf(matter), rows: sums(rows, (_row, index) => 1_000_001 + index * 100) });
  const view = await group(code);
  expect(view.members).toHaveLength(6);
  expect(view.totalCents).toBe(6 * 1_000_001 + 15 * 100);
  const one = await handler.get(`/api/disputes/${code}/agreements/${view.members[2]?.agreementId}`);
  expect(one.versions[0].words).toContain(`甲方：${rows[2]?.name}`);
  expect(one.versions[0].words).toContain('第1次人民币伍仟零壹元整（¥5,001.00），2026年10月31日以前');
  expect(one.versions[0].words).toContain('第2次人民币伍仟零壹元零壹分（¥5,001.01）');
  // Ninety of them are not sent with those that stand alone.
  expect((await handler.get(`/api/disputes/${code}/agreements`)).agreements).toEqual([]);
  await lock(code);
  expect(await groups(code)).toMatchObject([{ count: 6, locked: 6, signed: 0, numbers: '〔2026〕迎人调字第1–6号' }]);
  expect((await group(code)).members.map(({ number }) => number)[5]).toBe('〔2026〕迎人调字第6号');
});

test('one sum that changes is a new version of his agreement alone; it keeps its number and is locked again', async () => {
  const matter = await withWorkers(3);
  const { code, rows } = matter;
  const before = sums(rows, () => 800_000);
  await draft(code, { terms: termsOf(matter), rows: before });
  await lock(code);
  const locked = await group(code);
  const after = before.map((row, index) => (index === 2 ? { ...row, cents: 900_000 } : row));
  await draft(code, { groupId: locked.id, terms: termsOf(matter), rows: after, reason: '工日算错了' });
  const changed = await group(code);
  expect(changed.members.map(({ version, locked: is }) => [version, is])).toEqual([
    ...[[1, true] as const, [1, true] as const, [2, false] as const, [1, true] as const].map((each) => [...each]),
  ]);
  expect(changed.members[2]?.number).toBe(locked.members[2]?.number);
  expect(await draft(code, { groupId: locked.id, terms: termsOf(matter), rows: after }, 409)).toMatchObject({
    error: { code: 'sameWords' },
  });
  // Whoever looked at the sums before has to look again.
  expect(await lock(code, [], 409, locked.digest)).toMatchObject({ error: { code: 'movedOn' } });
  await lock(code);
  expect((await groups(code))[0]).toMatchObject({ locked: 4 });
});

test('somebody who left, one person twice, somebody forgotten: each is said by name or at his row', async () => {
  const matter = await withWorkers(3);
  const { code, rows } = matter;
  const gone = { partyId: rows[3]?.partyId, ground: 'court', reason: '自己去仲裁' };
  await handler.post(`/api/disputes/${code}/claimant-leavings`, gone, 200);
  const all = sums(rows, () => 800_000);
  const refused = await draft(code, { terms: termsOf(matter), rows: [...all, all[0]] }, 422);
  expect(refused.error.fields).toEqual({
    'rows.3.partyId': '他不在名单上，或者已经退出。',
    'rows.4.partyId': '同一个人写了两次。',
  });
  await draft(code, { terms: termsOf(matter), rows: all.slice(0, 3) });
  const { id } = await group(code);
  const forgotten = await draft(
    code,
    { groupId: id, terms: termsOf(matter, { costs: '各自承担' }), rows: all.slice(0, 2) },
    422,
  );
  expect(forgotten.error.message).toBe(`${rows[2]?.name}有协议，没有写进来：写上他的金额，或者标成单独写的。`);
});

test('a name that the font lacks stops the locking and names everybody it is about; the others can be locked first', async () => {
  const rare = '示\u{3134A}';
  const matter = await withWorkers(4, (index) =>
    index === 1 || index === 3 ? `${rare}${'一二三四'[index]}` : worker(index).name,
  );
  const { code, rows } = matter;
  await draft(code, { terms: termsOf(matter), rows: sums(rows, () => 800_000) });
  const refused = await lock(code, [], 409);
  expect(refused.error.code).toBe('noGlyph');
  expect(refused.error.message).toContain(`${rare}二、${rare}四的协议打出来会缺字`);
  const out = rows.filter(({ name }) => name.startsWith(rare)).map(({ partyId }) => partyId);
  const { members } = await group(code);
  const { groupDigest } = await import('./writeGroup.ts');
  const open = members.filter(({ partyId }) => !out.includes(partyId));
  await lock(code, out, 200, groupDigest(open.map((each) => ({ ...each, id: each.agreementId }))));
  expect(await groups(code)).toMatchObject([{ count: 5, locked: 3, numbers: expect.stringContaining('号') }]);
  expect(await settle(code, await group(code), {}, 409)).toMatchObject({
    error: { message: `${rare}二、${rare}四的协议还没有定稿。先定稿，再记结果。` },
  });
});

test('settling a group promises each one his own instalments, from the very words that were locked', async () => {
  const matter = await withWorkers(3);
  const { code, rows, payer } = matter;
  await draft(code, { terms: termsOf(matter), rows: sums(rows, (_row, index) => 1_000_000 + index * 100) });
  await lock(code);
  const view = await group(code);
  const other = view.rows.map((row, index) => (index === 1 ? { ...row, cents: row.cents + 1 } : row));
  expect(await settle(code, { ...view, rows: other }, {}, 409)).toMatchObject({ error: { code: 'otherWords' } });
  await settle(code, view);
  const { totals, rows: listed } = await roster(code);
  expect(totals).toMatchObject({ agreedCents: 4_000_600, promisedCents: 4_000_600, paidCents: 0 });
  const pay = {
    payerPartyId: payer,
    payeePartyId: listed[1]?.partyId,
    cents: 500_050,
    paidOn: '2026-10-14',
    how: 'cash',
  };
  await handler.post(`/api/disputes/${code}/payments`, pay, 200);
  expect((await roster(code)).rows[1]).toMatchObject({ promisedCents: 1_000_100, paidCents: 500_050 });
});

test('however sums are changed, agreed on and paid: what stands by person comes to what stands in all, to the cent', async () => {
  const matter = await withWorkers(4);
  const { code, rows, payer } = matter;
  const cents = fc.integer({ min: 1, max: 3_000_000 });
  const shares = fc.constantFrom([10_000], [5_000, 5_000], [3_333, 3_333, 3_334], [1_000, 9_000]);
  let step = 0;
  const same = async () => {
    const { totals, rows: all } = await roster(code);
    const sum = (of: (row: ClaimantRow) => number) => all.reduce((total, row) => total + of(row), 0);
    expect(totals.agreedCents).toBe(sum((row) => row.agreedCents));
    expect(totals.promisedCents).toBe(sum((row) => row.promisedCents));
    expect(totals.paidCents).toBe(sum((row) => row.paidCents));
    expect(totals.claimCents).toBe(sum((row) => (row.left === null ? (row.claimCents ?? 0) : 0)));
    return totals;
  };
  await fc.assert(
    fc.asyncProperty(fc.array(cents, { minLength: 5, maxLength: 5 }), shares, async (own, parts) => {
      const [term] = termsOf(matter).terms;
      const days = parts.map((share, index) => ({ share, dueOn: `2026-1${index % 2}-2${index}` }));
      const terms = termsOf(matter, {
        terms: [{ ...(term as GroupTerms['terms'][number]), shares: days }],
        costs: `${++step}`,
      });
      const groupId = (await groups(code))[0]?.id ?? null;
      await draft(code, { groupId, terms, rows: sums(rows, (_row, index) => own[index] ?? 1) });
      const { totalCents } = await group(code);
      expect((await same()).agreedCents).toBe(totalCents);
    }),
    { numRuns: 6, seed: 7 },
  );
  await lock(code);
  const view = await group(code);
  await settle(code, view);
  expect(await same()).toMatchObject({ agreedCents: view.totalCents, promisedCents: view.totalCents });
  for (const [index, { partyId, cents: owed }] of view.rows.entries()) {
    const part = Math.max(1, Math.floor(owed / (index + 1)));
    const pay = { payerPartyId: payer, payeePartyId: partyId, cents: part, paidOn: '2026-10-14', how: 'cash' };
    await handler.post(`/api/disputes/${code}/payments`, pay, 200);
    await same();
  }
});

test('one of many reads on his page the own agreement and nobody else’s; the payer and a preview read all', () => {
  const item = { obligation: '付工资', amountCents: 100, dueOn: null, performedOn: null, part: 'principal' as const };
  const of = (payeePartyId: string) => ({
    ...{ form: 'written', terms: `付给${payeePartyId}`, totalCents: 100, effectiveOn: '2026-10-14' },
    items: [{ ...item, payerPartyId: 'payer', payeePartyId, paidCents: 0, state: 'open' as const, defaulted: false }],
  });
  const parties = ['甲', '乙', 'payer'].map((id) => ({ id, name: id, representsPartyId: null }));
  const read = (partyId: string | null) =>
    papersSaid({ agreements: [of('甲'), of('乙')], visits: [], partyId, dispute: { parties } }).agreements.map(
      ({ terms }) => terms,
    );
  expect(read('甲')).toEqual(['付给甲']);
  expect(read('payer')).toEqual(['付给甲', '付给乙']);
  expect(read(null)).toEqual(['付给甲', '付给乙']);
});

test('shares of a sum always come to the sum', () => {
  const shares = fc.array(fc.record({ share: fc.integer({ min: 1, max: 10_000 }), dueOn: fc.constant('2026-10-31') }), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e11 }), shares, (cents, parts) => {
      expect(split(cents, parts).reduce((sum, each) => sum + each.cents, 0)).toBe(cents);
    }),
  );
});

test('before many sign it is said who is in no agreement, who is twice, who gets more than he asked, and what does not add up', () => {
  const people = ['甲', '乙', '丙'].map((name, index) => ({
    partyId: `${index}`,
    name,
    claimCents: 1_000 * (index + 1),
  }));
  const rows = [
    { partyId: '0', cents: 1_500 },
    { partyId: '1', cents: 2_000 },
    { partyId: '1', cents: 2_000 },
  ];
  expect(groupFindings(rows, people, 6_000)).toEqual({
    ...{ without: ['丙'], twice: ['乙'], over: ['甲'], sumCents: 5_500, differs: true },
  });
  const right = people.map(({ partyId, claimCents }) => ({ partyId, cents: claimCents }));
  expect(groupFindings(right, people, 6_000)).toEqual({
    ...{ without: [], twice: [], over: [], sumCents: 6_000, differs: false },
  });
});
