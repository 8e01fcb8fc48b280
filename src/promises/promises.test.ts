import { expect, test } from 'vitest';
import { archive } from '../closing/archive.ts';
import { strikeOff } from '../closing/strikeOff.ts';
import { runningClocks } from '../deadlines/leading.ts';
import type { Dispute } from '../disputes/dispute.ts';
import { aContext, aDispute } from '../disputes/testing/aDispute.ts';
import { refusalOf, take, toldTo } from '../disputes/testing/applyDecision.ts';
import { closer, id, wuZhiqiang } from '../disputes/testing/people.ts';
import { todosOf } from '../disputes/todos.ts';
import { settle } from '../mediation/settle.ts';
import type { SettleInput } from '../mediation/settleInput.ts';
import { atTime, dayOf, dueDay } from '../platform/now.ts';
import { changePromises } from './changePromises.ts';
import type { RecordPaymentInput } from './paymentInput.ts';
import type { PaidSum } from './promise.ts';
import { recordDeed } from './recordDeed.ts';
import { recordPayment } from './recordPayment.ts';
import { stateDefault } from './stateDefault.ts';
import { undoPayment } from './undoPayment.ts';
import { waivePromises } from './waivePromises.ts';

const [guo, ren] = [id(101), id(102)];
const agreed: SettleInput = {
  form: 'written',
  terms: '任建军赔偿郭秀兰8000元，分两次付清；修好漏点。',
  effectiveOn: '2026-10-14',
  mediatedBy: 'committee',
  contains: [],
  totalCents: 800_000,
  items: [
    { obligation: '付第一笔', amountCents: 500_000, dueOn: '2026-10-20', payerPartyId: ren, payeePartyId: guo },
    { obligation: '付第二笔', amountCents: 300_000, dueOn: '2026-11-20', payerPartyId: ren, payeePartyId: guo },
    { obligation: '修好漏点', amountCents: null, dueOn: '2026-10-31', payerPartyId: ren, payeePartyId: guo },
  ],
};
const on = (day: string, actor = wuZhiqiang) => aContext({ actor, now: atTime(`2026-${day}`, '10:00') });
const settled = (over: Partial<SettleInput> = {}): Dispute =>
  take('settle', settle, aDispute({ status: 'inMediation' }), { ...agreed, ...over }, on('10-14'));
const sum = (yuan: number, paidOn: string): RecordPaymentInput => ({
  ...{ payerPartyId: ren, payeePartyId: guo, cents: yuan * 100, paidOn: `2026-${paidOn}`, how: 'transfer' },
});
const pay = (dispute: Dispute, yuan: number, day: string): Dispute =>
  take('recordPayment', recordPayment, dispute, sum(yuan, day), on(day));

/** What runs, and what is owed by whom: 「到10-20 付第一笔 | recordPayment from 10-20」 */
function where(dispute: Dispute): string {
  const clock = runningClocks(dispute.clocks).find(({ kind }) => kind === 'promise');
  const debts = todosOf(dispute, dispute.clocks, aContext()).filter(({ clockKind }) => clockKind === 'promise');
  const owed = debts.map(
    ({ act, from, owner }) => `${act} from ${from ? dayOf(from).slice(5) : ''} ${owner.slice(0, 2)}`,
  );
  return [clock?.dueAt ? `到${dueDay(clock.dueAt).slice(5)} ${clock.rule.label}` : '没有钟', ...owed].join(' | ');
}

test('one clock runs to the first day on which something is owed, and one line is owed from that day on', () => {
  const first = settled();
  expect(where(first)).toBe('到10-20 履行：付第一笔 | recordPayment from 10-20 p:');
  const paid = pay(first, 5000, '10-19');
  expect(where(paid)).toBe('到10-31 履行：修好漏点 | recordDeed from 10-31 p:');
  const deed = paid.promises.find(({ amountCents }) => amountCents === null);
  const mended = take(
    'recordDeed',
    recordDeed,
    paid,
    { promiseId: deed?.id ?? '', doneOn: '2026-10-30', said: '去看过' },
    on('10-30'),
  );
  expect(where(mended)).toBe('到11-20 履行：付第二笔 | recordPayment from 11-20 p:');
  expect(where(pay(mended, 3000, '11-20'))).toBe('没有钟');
});

test('the time is the payer’s: a payer who is late makes no unit late', () => {
  const [clock] = runningClocks(settled().clocks).filter(({ kind }) => kind === 'promise');
  expect(clock).toMatchObject({ binds: 'party', partyId: ren, unitId: null });
});

test('after a part payment the rest is still due on its day, and both sides read what is left', () => {
  const before = settled();
  const decided = recordPayment(before, sum(2000, '10-20'), on('10-20'));
  expect(decided.tell?.map(({ text, partyIds }) => [partyIds, text])).toEqual([
    [
      [guo],
      '任建军10月20日（周二）付2,000元（银行转账）给您，已经记下。还有6,000元没付，下一笔10月20日（周二）前。没收到的，打电话或者来中心说。',
    ],
    [[ren], '您10月20日（周二）付2,000元（银行转账）给郭秀兰，已经记下。还有6,000元没付，下一笔10月20日（周二）前。'],
  ]);
  expect(where(pay(before, 2000, '10-20'))).toBe('到10-20 履行：付第一笔 | recordPayment from 10-20 p:');
});

test('money that nobody owes, that is too much, or that will be paid is not written down, and says why', () => {
  const dispute = settled();
  const paying = (over: Partial<RecordPaymentInput>) =>
    refusalOf(() => recordPayment(dispute, { ...sum(100, '10-20'), ...over }, on('10-20')));
  expect(paying({ cents: 800_100 })).toBe('tooMuch');
  expect(paying({ paidOn: '2026-10-21' })).toBe('notYet');
  expect(paying({ payerPartyId: guo, payeePartyId: ren })).toBe('nothingBetween');
  expect(paying({ payeePartyId: ren })).toBe('sameParty');
  expect(paying({ payeePartyId: id(999) })).toBe('unknownParty');
  expect(paying({ named: [id(998)] })).toBe('notOwed');
});

test('an old agreement names nobody: the first payment says between whom it was', () => {
  const old = settled({ items: [{ obligation: '付款', amountCents: 800_000, dueOn: '2026-10-20' }] });
  const [promise] = pay(old, 1000, '10-20').promises;
  expect(promise).toMatchObject({ payerPartyId: ren, payeePartyId: guo, paidCents: 100_000 });
});

test('a payment that was written down wrongly is taken back: it is owed again, on its old day', () => {
  const first = settled();
  const decided = recordPayment(first, sum(5000, '10-19'), on('10-19'));
  const paymentId = String(decided.data?.paymentId);
  const promise = first.promises[0];
  const kept = promise ? { ...promise, paidCents: 500_000 } : null;
  const payments: PaidSum[] = [
    {
      ...{ id: paymentId, payerPartyId: ren, payeePartyId: guo, cents: 500_000 },
      parts: [{ promiseId: promise?.id ?? '', cents: 500_000, kept }],
    },
  ];
  const paid = { ...pay(first, 5000, '10-19'), payments };
  expect(paid.promises).toHaveLength(2);
  const back = take('undoPayment', undoPayment, paid, { paymentId, reason: '记到别人头上了' }, on('10-21'));
  expect(back.promises.map(({ obligation, paidCents }) => [obligation, paidCents])).toEqual([
    ['付第一笔', 0],
    ['修好漏点', 0],
    ['付第二笔', 0],
  ]);
  expect(where(back)).toBe('到10-20 履行：付第一笔 | recordPayment from 10-20 p:');
  expect(refusalOf(() => undoPayment(paid, { paymentId: id(997), reason: '没有' }, on('10-21')))).toBe(
    'unknownPayment',
  );
});

test('both sides may agree on another day: the rest is owed then, and what was paid stays paid', () => {
  const partly = pay(settled(), 2000, '10-20');
  const ids = partly.promises.flatMap(({ id: each, dueOn }) => (dueOn === '2026-10-20' ? [each] : []));
  const input = { promiseIds: ids, dueOn: '2026-12-31', consent: 'spoken' as const, reason: '双方都同意年底再付' };
  const changed = take('changePromises', changePromises, partly, input, on('10-21'));
  expect(changed.promises.map(({ obligation, amountCents, dueOn }) => [obligation, amountCents, dueOn])).toEqual([
    ['修好漏点', null, '2026-10-31'],
    ['付第二笔', 300_000, '2026-11-20'],
    ['付第一笔', 300_000, '2026-12-31'],
  ]);
  expect(refusalOf(() => changePromises(partly, { ...input, dueOn: '2026-10-20' }, on('10-21')))).toBe('past');
  expect(refusalOf(() => changePromises(changed, input, on('10-21')))).toBe('notOpen');
  const sums = { ...input, promiseIds: partly.promises.map((each) => each.id), amountCents: 100 };
  expect(refusalOf(() => changePromises(partly, sums, on('10-21')))).toBe('oneSumOnly');
});

test('only whom it is owed can say that it is not wanted any more', () => {
  const dispute = settled();
  const promiseIds = dispute.promises.filter(({ obligation }) => obligation === '付第二笔').map(({ id: each }) => each);
  const waive = (saidBy: string) => waivePromises(dispute, { promiseIds, saidBy, reason: '说算了' }, on('10-16'));
  expect(refusalOf(() => waive(ren))).toBe('notTheirs');
  expect(toldTo(waive(guo), 'resident')).toBe('郭秀兰说「付第二笔」（3,000元）不要了，已经记下。');
});

test('what was not kept: whom it is owed learns every way that this agreement leaves, and it stays owed', () => {
  const dispute = settled();
  const late = dispute.promises.slice(0, 1).map(({ id: each }) => each);
  const input = { promiseIds: late, said: '说下个月一起付', toldWays: true };
  expect(refusalOf(() => stateDefault(dispute, input, on('10-20')))).toBe('nothingLate');
  expect(refusalOf(() => stateDefault(dispute, { ...input, toldWays: false }, on('10-22')))).toBe('waysNotTold');
  const decided = stateDefault(dispute, input, on('10-22'));
  expect(decided.data?.ways).toEqual(['notEnforceable', 'askTogether', 'sueOnAgreement']);
  expect(decided.notes?.[1]).toMatchObject({ visibility: `party:${guo}` });
  const after = take('stateDefault', stateDefault, dispute, input, on('10-22'));
  expect(after.promises).toHaveLength(3);
  expect(where(after)).toBe(where(dispute));
  // Thirty days later the court may not be asked together any more.
  const then = {
    ...dispute,
    clocks: dispute.clocks.map((clock) =>
      clock.kind === 'confirmationRequest' ? { ...clock, stoppedAt: atTime('2026-11-14', '00:00') } : clock,
    ),
  };
  expect(stateDefault(then, input, on('11-20')).data?.ways).toEqual(['notEnforceable', 'sueOnAgreement']);
});

test('a court confirmed it: it is enforced, and nobody is sent to sue; of two, each learns what is his own', () => {
  const dispute = settled();
  const confirmed = { ...dispute, promises: dispute.promises.map((each) => ({ ...each, title: 'confirmed' })) };
  const input = { promiseIds: dispute.promises.slice(0, 1).map(({ id: each }) => each), said: '没钱', toldWays: true };
  const decided = stateDefault(confirmed, input, on('10-22'));
  expect(decided.data?.ways).toEqual(['enforceNow']);
  expect(decided.notes?.[1]?.body).toContain('可以向法院申请强制执行');
  const half = {
    ...dispute,
    promises: dispute.promises.map((each, at) => ({ ...each, title: at === 0 ? 'confirmed' : null })),
  };
  const all = { ...input, promiseIds: dispute.promises.map(({ id: each }) => each) };
  expect(stateDefault(half, all, on('12-22')).data?.ways).toEqual([
    'enforceNow',
    'notEnforceable',
    'askTogether',
    'sueOnAgreement',
  ]);
});

test('wages that were agreed on and not paid: the worker may ask for a payment order', () => {
  const wages = take(
    'settle',
    settle,
    aDispute({ status: 'inMediation', categoryCode: '10' }),
    { ...agreed, mediatedBy: 'laborBody' },
    on('10-14'),
  );
  const late = { promiseIds: wages.promises.slice(0, 1).map(({ id: each }) => each), said: '没钱', toldWays: true };
  expect(stateDefault(wages, late, on('10-22')).data?.ways).toEqual([
    'notEnforceable',
    'askReview',
    'payOrder',
    'sueOnAgreement',
  ]);
});

test('案结 is not 事了: with something owed it is struck off and archived only with a reason, and the clock runs on', () => {
  const closed = {
    ...settled(),
    status: 'closed' as const,
    returnVisited: true,
    rated: true,
    closedAt: atTime('2026-10-16', '09:00'),
  };
  expect(refusalOf(() => strikeOff(closed, {}, on('11-30', closer)))).toBe('stillOwed');
  const off = take('strikeOff', strikeOff, closed, { note: '分期付款，另行盯着' }, on('11-30', closer));
  expect(refusalOf(() => archive(off, { note: ' ' }, on('12-01', closer)))).toBe('stillOwed');
  const archived = take('archive', archive, off, { note: '分期付款，另行盯着' }, on('12-01', closer));
  expect(where(archived)).toBe('到10-20 履行：付第一笔 | recordPayment from 10-20 c:');
  expect(where(take('recordPayment', recordPayment, archived, sum(5000, '10-20'), on('12-02', closer)))).toContain(
    '修好漏点',
  );
});

test('what was paid on the spot is not owed any more', () => {
  expect(where(settled({ form: 'onTheSpot' }))).toBe('没有钟');
});

test('who owes and to whom it is owed are parties of this dispute, and two of them', () => {
  const item = { obligation: '付款', amountCents: 800_000, dueOn: null };
  const wrong = (over: object) => refusalOf(() => settled({ items: [{ ...item, ...over }] }));
  expect(wrong({ payerPartyId: id(999) })).toBe('unknownParty');
  expect(wrong({ payerPartyId: ren, payeePartyId: ren })).toBe('sameParty');
});
