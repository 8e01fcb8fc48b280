import { randomUUID } from 'node:crypto';
import { loadavg } from 'node:os';
import { worker } from '../scenarios/data/rosters.ts';
import { emptyParty } from '../src/intake/party.ts';
import type { PostRole } from '../src/people/roles.ts';
import { signedInAs } from '../src/people/testing/signedIn.ts';
import { buildApp } from '../src/server/app.ts';
import { validInput } from '../src/server/testing/inputs.ts';
import { scene } from './scene.ts';

// What one dispute of five hundred claimants costs beside one of two parties: each page and command as p50 and p95, and the ratio.
const COUNT = Number(process.argv[2] ?? 500);
const ROUNDS = Number(process.argv[3] ?? 40);
const { engine, db, close } = await scene();
const app = await buildApp(engine);
const street = '140106004-center';

async function as(role: PostRole, unitId: string) {
  const cookie = await signedInAs(db, role, unitId);
  await engine.cache.refresh();
  return async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await app.inject({ method, url, headers: { cookie }, ...(payload && { payload }) });
    if (answer.statusCode >= 300)
      throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body.slice(0, 400)}`);
    return answer;
  };
}
const receptionist = await as('receptionist', '140106-center');
const dispatcher = await as('dispatcher', '140106-center');
const handler = await as('handler', street);

async function matter(): Promise<{ code: string; payer: string; path: (rest: string) => string }> {
  const registration = {
    parties: [
      { ...emptyParty, name: '孙示例', idKind: 'none', idException: '证件在老家' },
      { ...emptyParty, side: 'respondent', kind: 'organization', idKind: 'creditCode', name: '示例服装厂' },
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
  const { code } = (await receptionist('POST', '/api/disputes', registration)).json();
  const path = (rest: string) => `/api/disputes/${code}${rest}`;
  await receptionist('POST', path('/acceptances'), {});
  await dispatcher('POST', path('/triages'), validInput('triage'));
  await dispatcher('POST', path('/dispatches'), { leadUnitId: street, supportingUnitIds: [], message: '' });
  await handler('POST', path('/acknowledgements'), {});
  const { parties } = (await handler('GET', path(''))).json();
  return { code, path, payer: parties[1].id };
}

const took = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

async function agreed(count: number) {
  const { path, payer } = await matter();
  const claimants = Array.from({ length: count - 1 }, (_, index) => {
    const { name, idNumber, phone, address, months, wages, account } = worker(index);
    return {
      ...{ name, idKind: 'idCard', idNumber, idException: '', phone, address, period: months, account, bank: '' },
      ...{ items: [{ kind: 'wages', cents: wages * 100 }], evidence: [], evidenceNote: '', note: '' },
    };
  });
  const once: [string, number][] = [['add them', await took(() => handler('POST', path('/claimants'), { claimants }))]];
  const rows: { partyId: string }[] = [];
  for (let after: number | null = -1; after !== null; ) {
    const page: { rows: typeof rows; next: number | null } = (
      await handler('GET', path(`/claimants?filter=in&after=${after}`))
    ).json();
    rows.push(...page.rows);
    after = page.next;
  }
  const sums = rows.map(({ partyId }: { partyId: string }) => ({ partyId, cents: 1_000_000, instalments: null }));
  const [term] = (validInput('draftGroup') as { terms: { terms: object[] } }).terms.terms;
  const shares = [5_000, 5_000].map((share, index) => ({ share, dueOn: `2030-1${index}-28` }));
  const terms = {
    ...(validInput('draftGroup') as { terms: object }).terms,
    ...{ partyIds: [payer], terms: [{ ...term, owesId: payer, dueOn: null, shares }] },
  };
  const draft = { groupId: null, keep: [], reason: '', terms, rows: sums };
  once.push(['write the group', await took(() => handler('POST', path('/agreement-groups'), draft))]);
  const [{ id }] = (await handler('GET', path('/agreement-groups'))).json().groups;
  const { digest } = (await handler('GET', path(`/agreement-groups/${id}`))).json();
  const lock = { groupId: id, digest, leaveOut: [] };
  once.push(['lock and number it', await took(() => handler('POST', path('/agreement-group-locks'), lock))]);
  const settle = {
    ...{
      form: 'written',
      terms: '见各人的协议',
      effectiveOn: new Date().toISOString().slice(0, 10),
      mediatedBy: 'committee',
    },
    ...{ contains: [], totalCents: null, items: [], group: { groupId: id, terms, rows: sums, apart: [] } },
  };
  once.push(['settle it', await took(() => handler('POST', path('/settlements'), settle))]);
  let at = 0;
  const pay = () => {
    const payeePartyId = rows[at++ % rows.length]?.partyId;
    const paidOn = settle.effectiveOn;
    return handler('POST', path('/payments'), { payerPartyId: payer, payeePartyId, cents: 100, paidOn, how: 'cash' });
  };
  const each: [string, () => Promise<{ body: string }>][] = [
    ['the page of the dispute', () => handler('GET', path(''))],
    ['a page of the list', () => handler('GET', path('/claimants'))],
    ['agreements that stand alone', () => handler('GET', path('/agreements'))],
    ['groups of agreements', () => handler('GET', path('/agreement-groups'))],
    ['one group', () => handler('GET', path(`/agreement-groups/${id}`))],
    ['my work', () => handler('GET', '/api/work')],
    ['a payment', pay],
  ];
  return { once, each };
}

const sorted = async (work: () => Promise<{ body: string }>) => {
  let size = 0;
  for (let round = 0; round < 5; round++) await work();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++)
    times.push(await took(async () => (size = Buffer.byteLength((await work()).body))));
  times.sort((a, b) => a - b);
  const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), size };
};

console.log(`load ${loadavg()[0]?.toFixed(2)}; ${COUNT} claimants, ${ROUNDS} rounds`);
const [few, many] = [await agreed(2), await agreed(COUNT)];
for (const [name, ms] of many.once) console.log(`${name}: ${ms.toFixed(0)} ms once`);
for (const [index, [name, work]] of many.each.entries()) {
  const [small, large] = [await sorted((few.each[index] as (typeof few.each)[number])[1]), await sorted(work)];
  const ratio = (large.p50 / small.p50).toFixed(1);
  console.log(
    `${name}: p50 ${large.p50.toFixed(0)} ms, p95 ${large.p95.toFixed(0)} ms, ${(large.size / 1024).toFixed(0)} kB; ×${ratio} of one with two`,
  );
}
await app.close();
await close();
