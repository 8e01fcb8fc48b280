import type { ClaimantInput } from '../src/claimants/claimant.ts';
import { type Day, dayOf, formatClock } from '../src/platform/now.ts';
import { aName } from '../src/signing/testing/aName.ts';
import { type Answer, type Play, type Someone, Unexpected } from './client.ts';
import { looks, writeWithFinger } from './eyes.ts';

/** A dispute of many, with those who work on it. */
export type Table = {
  play: Play;
  code: string;
  at: string;
  desk: Someone;
  hand: Someone;
  mediator: Someone;
  pin?: string;
};
export type Words = readonly [zh: string, en: string];

/** Written down without what was sent and what came back: of ninety people, too long to read. */
export const quiet = { show: () => undefined, sent: '…' };

/** How often somebody pressed something, by whom; reading is no act. */
const acts = new Map<string, number>();
export const counted = ({ who }: Someone): void => {
  acts.set(who, (acts.get(who) ?? 0) + 1);
};
export const actsSoFar = (): number => [...acts.values()].reduce((sum, count) => sum + count, 0);
export function tellActs({ log }: Play): void {
  for (const [who, count] of [...acts].sort((a, b) => b[1] - a[1])) log(`  ${who}：按了 ${count} 次`);
}

/** One press, and what of its answer is worth reading. */
export async function press(who: Someone, path: string, body: object, [zh, en]: Words, more: object = {}) {
  counted(who);
  return who.post(path, body, zh, en, more) as Promise<Answer>;
}

/** A post of a unit by its role, as whoever invites finds it. */
export async function postOf(who: Someone, unitId: string, role: string): Promise<string> {
  const posts = await who.quietly(`/api/units/${unitId}/posts`);
  return posts.find((post: Answer) => post.role === role)?.postId;
}

export async function employerOf({ at, hand }: Table): Promise<string> {
  const { parties } = await hand.quietly(at);
  return parties.find(({ side }: Answer) => side === 'respondent').id;
}

/** From the next quarter of an hour on, for two hours. */
export function soonFrom(now: Date): { day: string; from: string; to: string } {
  const start = new Date(Math.ceil((now.getTime() + 10 * 60_000) / 300_000) * 300_000);
  const end = new Date(start.getTime() + 2 * 3_600_000);
  return { day: dayOf(start), from: formatClock(start), to: formatClock(end) };
}

export type Row = {
  rowNumber: number;
  claimant: ClaimantInput;
  problems: Record<string, string>;
  knownPartyId: string | null;
};
const isWrong = ({ problems }: Row): boolean => Object.keys(problems).length > 0;
const wrongOnes = (rows: readonly Row[]) =>
  rows.filter(isWrong).map(({ rowNumber, problems }) => ({ rowNumber, problems }));

type Book = { name: string; bytes: Buffer; rows: number; faulty: number; mend: (row: Row) => ClaimantInput };

/** Their own workbook: looked at, the wrong rows put right, and taken over; who was registered at the counter is known. */
export async function takeRoster(
  { play, code, at, hand }: Table,
  { name, bytes, rows: expected, faulty, mend }: Book,
): Promise<void> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  counted(hand);
  const { rows }: { rows: Row[] } = await hand.ask('POST', `${at}/claimant-sheets`, form, {
    ...{
      zh: '工人自己的 Excel 传上来，先看，不存。',
      en: 'Their own workbook, looked at first.',
      status: 200,
      sent: name,
    },
    show: (sheet: { rows: Row[] }) => wrongOnes(sheet.rows),
  });
  const wrong = rows.filter(isWrong);
  if (rows.length !== expected || wrong.length !== faulty)
    throw new Unexpected(`${rows.length} rows and ${wrong.length} wrong, instead of ${expected} and ${faulty}`);
  await looks(play, {
    ...{ name: 'roster', who: hand, path: `/disputes/${code}/claimants`, size: 'desktop' },
    reads: /名单/,
    async act(page) {
      const choosing = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: '传 Excel 名单…' }).first().click();
      await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
      await page
        .getByText(faulty > 0 ? `要改的 ${faulty} 行` : /可以加的 \d+ 人/)
        .first()
        .waitFor();
    },
  });
  const claimants = rows.map((row) => (isWrong(row) ? mend(row) : row.claimant));
  const checked: { rows: Row[] } = await press(
    hand,
    `${at}/claimant-checks`,
    { claimants },
    ['改好了，再核对一遍。', 'Put right, checked again.'],
    {
      ...quiet,
      show: (answer: { rows: Row[] }) => ({ wrong: wrongOnes(answer.rows).length }),
    },
  );
  const known = checked.rows.findIndex(({ knownPartyId }) => knownPartyId !== null);
  const others = claimants.filter((_, index) => index !== known);
  await press(hand, `${at}/claimants`, { claimants: others }, ['加进名单。', 'They join.'], quiet);
  const first = claimants[known];
  if (!first) return;
  const { items, period, evidence, evidenceNote, bank, note, account } = first;
  const claim = {
    partyId: checked.rows[known]?.knownPartyId,
    items,
    period,
    evidence,
    evidenceNote,
    bank,
    note,
    account,
  };
  await press(
    hand,
    `${at}/claim-changes`,
    { ...claim, reason: '按名单补上' },
    ['登记过的一位认出来了，补上他的金额。', 'The one registered is known: his sum.'],
    quiet,
  );
}

export async function everybodyOf({ at, hand }: Table): Promise<Answer[]> {
  const all: Answer[] = [];
  for (let after: number | null = -1; after !== null; ) {
    const page: Answer = await hand.quietly(`${at}/claimants?after=${after}`);
    all.push(...page.rows);
    after = page.next;
  }
  return all;
}

type Agreed = { facts: string; committee: string; place: string; madeOn: Day; what: string; shares: object[] };

/** One set of terms, an agreement for each; locked and numbered together. Answers the group as it then stands. */
export async function writeForAll(table: Table, everybody: readonly Answer[], agreed: Agreed): Promise<Answer> {
  const { at, mediator } = table;
  const { facts, committee, place, madeOn, what, shares } = agreed;
  const employer = await employerOf(table);
  const terms = {
    ...{
      form: 'written',
      partyIds: [employer],
      facts,
      points: '工资怎么付',
      costs: '',
      copies: 3,
      madeOn,
      place,
      committee,
    },
    mediators: mediator.who.replace(/（.*/, ''),
    terms: [
      {
        ...{
          kind: 'pay',
          owesId: employer,
          toId: 'each',
          text: what,
          amountCents: null,
          own: true,
          dueOn: null,
          shares,
        },
        ...{ how: 'transfer', howNote: '付到各人登记的账号', where: '', condition: '', after: null },
        ifNot: '逾期没有付的，工人可以申请支付令或者起诉',
      },
    ],
  };
  const rows = everybody.map(({ partyId, claimCents }) => ({ partyId, cents: claimCents, instalments: null }));
  const written = { groupId: null, keep: [], reason: '', terms, rows };
  await press(
    mediator,
    `${at}/agreement-groups`,
    written,
    ['一套条款，各人各的金额。', 'One set of terms, each his sum.'],
    quiet,
  );
  const { groups } = await mediator.quietly(`${at}/agreement-groups`);
  const group = await mediator.quietly(`${at}/agreement-groups/${groups[0].id}`);
  const lock = { groupId: group.id, digest: group.digest, leaveOut: [] };
  await press(
    mediator,
    `${at}/agreement-group-locks`,
    lock,
    ['一起定稿，每份一个编号。', 'Locked together, each with a number.'],
    quiet,
  );
  const kept = await mediator.quietly(`${at}/agreement-groups/${group.id}`);
  const numbers = new Set(kept.members.map(({ number }: Answer) => number));
  const reads = new RegExp(`${everybody.length}`);
  await looks(table.play, {
    ...{ name: 'group', who: mediator, path: `/disputes/${table.code}/agreement-group`, size: 'desktop', reads },
  });
  if (numbers.size !== everybody.length || numbers.has(null)) throw new Unexpected('not each has a number of his own');
  return kept;
}

const hand = ({ agreementId, digest, partyId }: Answer) => ({ agreementId, digest, partyId, signerPartyId: partyId });

/** Where the run has eyes, the first signs with a finger on a tablet that the desk let in by its pass. Answers who that was. */
async function signOnTablet({ play, at, desk }: Pick<Table, 'play' | 'at' | 'desk'>): Promise<string | null> {
  if (!play.eyes) return null;
  const { address } = await desk.ask(
    'POST',
    `${at}/table-passes`,
    {},
    {
      ...{ zh: '给平板开签字桌。', en: 'Lets a tablet in.', status: 201 },
      show: () => undefined,
    },
  );
  let signed = '';
  await play.eyes.visit(new URL(address).pathname, async (page, picture) => {
    await page.getByRole('button', { name: '打开签字桌' }).tap();
    const next = page.getByRole('button', { name: /^下一位：/ });
    await next.waitFor();
    signed = (await next.innerText()).replace('下一位：', '').trim();
    await next.tap();
    await page.getByText(/^应得 /).waitFor();
    await page.getByLabel(/已核对签字人的证件/).check();
    await writeWithFinger(page);
    await picture('signing-table');
    const paper = page.waitForEvent('popup');
    await page.getByRole('button', { name: '签好了，打印一份给我' }).tap();
    await (await paper).close();
    await page.getByText(`${signed}签好了。`).waitFor();
    await picture('signed');
  });
  counted(desk);
  return signed;
}

/** One after the other on the tablet, the employer on paper at once; mediator and seal by hand. */
export async function signAll({ play, at, desk, mediator }: Table, onDay: Day): Promise<void> {
  const { places, mediators }: Answer = await desk.quietly(`${at}/signing`);
  const onScreen = await signOnTablet({ play, at, desk });
  const people = places.filter(({ kind, name }: Answer) => kind === 'person' && name !== onScreen);
  for (const place of people) {
    counted(desk);
    const drawn = { strokes: aName, device: '签字桌平板', idChecked: true, authoritySeen: false };
    await desk.silently(`${at}/signatures`, { ...hand(place), ...drawn });
  }
  play.log(`  ✓ ${desk.who}：${people.length} 个人在平板上签了字。`);
  const signatures = places.filter(({ kind }: Answer) => kind === 'organization').map(hand);
  await press(
    desk,
    `${at}/paper-signatures`,
    { signatures, paperSeen: true },
    ['单位在纸上签字盖章，一次记下。', 'The employer signed on paper.'],
    quiet,
  );
  const digests = new Map<string, string>(places.map((place: Answer) => [place.agreementId, place.digest]));
  const agreements = [...digests].map(([agreementId, digest]) => ({ agreementId, digest }));
  const own = mediators.find(({ name }: Answer) => mediator.who.startsWith(name))?.postId;
  const attest = (what: string, postId: string | null, words: Words) =>
    press(mediator, `${at}/agreement-attestations`, { agreements, what, postId, onDay }, words, quiet);
  await attest('mediator', own, ['调解员签名。', 'The mediator signs.']);
  await attest('seal', null, ['调委会在纸上盖章，记下。', 'The seal, by hand on paper.']);
  const done = await desk.get(`${at}/signing`, '都签了。', 'All are signed.', (view: Answer) => ({
    places: view.places.length,
    signed: view.places.filter(({ signed }: Answer) => signed).length,
  }));
  if (done.places.some(({ signed }: Answer) => !signed)) throw new Unexpected('somebody has not signed');
}

/** Settled by the locked agreements; what is owed is what they say, for each and in all. */
export async function settleAll({ at, hand: who, mediator }: Table, group: Answer, effectiveOn: Day): Promise<void> {
  const { id: groupId, terms, rows } = group;
  const settlement = {
    ...{
      form: 'written',
      terms: '见各人的协议',
      effectiveOn,
      mediatedBy: 'committee',
      contains: [],
      totalCents: null,
      items: [],
    },
    group: { groupId, terms, rows, apart: [] },
  };
  await press(
    mediator,
    `${at}/settlements`,
    settlement,
    ['记达成协议，各人的每一笔都记上。', 'Settled: every payment of everybody.'],
    quiet,
  );
  const sum = rows.reduce((all: number, { cents }: Answer) => all + cents, 0);
  const { totals } = await who.get(
    `${at}/claimants`,
    '名单上各人和合计。',
    'The roster, each and in all.',
    (view: Answer) => view.totals,
  );
  if (totals.agreedCents !== sum || totals.promisedCents !== sum)
    throw new Unexpected(`agreed ${totals.agreedCents}, promised ${totals.promisedCents}, written ${sum}`);
}

/** So many of them get their first half. */
export async function payFirst(table: Table, group: Answer, count: number, paidOn: Day): Promise<void> {
  const payerPartyId = await employerOf(table);
  for (const { partyId, cents } of group.rows.slice(0, count)) {
    counted(table.hand);
    const pay = { payerPartyId, payeePartyId: partyId, cents: Math.ceil(cents / 2), paidOn, how: 'transfer' };
    await table.hand.silently(`${table.at}/payments`, pay);
  }
  table.play.log(`  ✓ ${table.hand.who}：${count} 个人收到第一笔。`);
  const path = `/disputes/${table.code}/claimants`;
  await looks(table.play, { name: 'paid', who: table.hand, path, size: 'desktop', reads: /已付/ });
  await looks(table.play, { name: 'paid', who: table.hand, path, size: 'phone', reads: /已付/ });
  await looks(table.play, {
    ...{ name: 'performance', who: table.mediator, path: '/promises', size: 'desktop', reads: /履行/ },
  });
}
