import { loadavg } from 'node:os';
import { worker } from '../scenarios/data/rosters.ts';
import { dayOf } from '../src/platform/now.ts';
import { validInput } from '../src/server/testing/inputs.ts';
import { closeAll, handler, matter } from './claimantsScene.ts';

// What one dispute of five hundred claimants costs beside one of two parties: each page and command as p50 and p95, and the ratio.
const COUNT = Number(process.argv[2] ?? 500);
const ROUNDS = Number(process.argv[3] ?? 40);
const today = dayOf(new Date());

const took = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};

type Once = [what: string, ms: number][];
const timed = async (once: Once, what: string, url: string, body: object) =>
  once.push([what, await took(() => handler('POST', url, body))]);

const claimantOf = (index: number) => {
  const { name, idNumber, phone, address, months, wages, account } = worker(index);
  return {
    ...{ name, idKind: 'idCard', idNumber, idException: '', phone, address, period: months, account, bank: '' },
    ...{ items: [{ kind: 'wages', cents: wages * 100 }], evidence: [], evidenceNote: '', note: '' },
  };
};

async function everyone(path: (rest: string) => string): Promise<{ partyId: string }[]> {
  const rows: { partyId: string }[] = [];
  for (let after: number | null = -1; after !== null; ) {
    const page: { rows: typeof rows; next: number | null } = (
      await handler('GET', path(`/claimants?filter=in&after=${after}`))
    ).json();
    rows.push(...page.rows);
    after = page.next;
  }
  return rows;
}

/** Written, locked and agreed on for all of them; answers the group's id. */
async function groupOf(
  path: (rest: string) => string,
  payer: string,
  rows: readonly { partyId: string }[],
  once: Once,
) {
  const given = validInput('draftGroup') as { terms: { terms: object[] } };
  const shares = [5_000, 5_000].map((share, index) => ({ share, dueOn: `2030-1${index}-28` }));
  const own = { ...given.terms.terms[0], owesId: payer, dueOn: null, shares };
  const terms = { ...given.terms, partyIds: [payer], terms: [own] };
  const sums = rows.map(({ partyId }) => ({ partyId, cents: 1_000_000, instalments: null }));
  await timed(once, 'write the group', path('/agreement-groups'), {
    groupId: null,
    keep: [],
    reason: '',
    terms,
    rows: sums,
  });
  const [{ id }] = (await handler('GET', path('/agreement-groups'))).json().groups;
  const { digest } = (await handler('GET', path(`/agreement-groups/${id}`))).json();
  await timed(once, 'lock and number it', path('/agreement-group-locks'), { groupId: id, digest, leaveOut: [] });
  const group = { groupId: id, terms, rows: sums, apart: [] };
  const common = {
    form: 'written',
    terms: '见各人的协议',
    mediatedBy: 'committee',
    contains: [],
    totalCents: null,
    items: [],
  };
  await timed(once, 'settle it', path('/settlements'), { ...common, effectiveOn: today, signedOnPaper: true, group });
  return id as string;
}

async function agreed(count: number) {
  const { path, payer } = await matter();
  const once: Once = [];
  const claimants = Array.from({ length: count - 1 }, (_, index) => claimantOf(index));
  await timed(once, 'add them', path('/claimants'), { claimants });
  const rows = await everyone(path);
  const id = await groupOf(path, payer, rows, once);
  let at = 0;
  const pay = () => {
    const payeePartyId = rows[at++ % rows.length]?.partyId;
    return handler('POST', path('/payments'), {
      payerPartyId: payer,
      payeePartyId,
      cents: 100,
      paidOn: today,
      how: 'cash',
    });
  };
  const each: [string, () => Promise<{ body: string }>][] = [
    ['the page of the dispute', () => handler('GET', path(''))],
    ['a page of the list', () => handler('GET', path('/claimants'))],
    ['agreements that stand alone', () => handler('GET', path('/agreements'))],
    ['groups of agreements', () => handler('GET', path('/agreement-groups'))],
    ['one group', () => handler('GET', path(`/agreement-groups/${id}`))],
    ['the signing table', () => handler('GET', path('/signing'))],
    ['what is still owed, a page', () => handler('GET', '/api/promises?part=open')],
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
await closeAll();
