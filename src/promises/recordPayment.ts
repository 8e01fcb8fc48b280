import type { Decision, Telling } from '../matters/decision.ts';
import { dayOf, formatDay, isDay } from '../platform/now.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';
import { spokenMoney } from '../ui/money.ts';
import { allocate } from './allocate.ts';
import { type RecordPaymentInput, wayWords } from './paymentInput.ts';
import { type OpenPromise, outstanding, type PromiseContext, type Promising, sumOf } from './promise.ts';
import { promiseClock } from './promiseClock.ts';
import { promisesAfter } from './promisesAfter.ts';
import { nameOf, stillOwed, tellParty } from './told.ts';

const invalid = (code: string, field: string, sentence: string) =>
  new Refusal('invalid', code, sentence, { [field]: sentence });

export const hindersPayment = ({ promises }: Pick<Promising, 'promises'>): Refusal | null =>
  promises.some((promise) => outstanding(promise) > 0)
    ? null
    : new Refusal('conflict', 'nothingToPay', '协议里没有还没付的钱。');

/** What this payer owes this payee; what an old agreement owes without names may be theirs too. */
export const between = (
  promises: readonly OpenPromise[],
  { payerPartyId: payer, payeePartyId: payee }: Pick<RecordPaymentInput, 'payerPartyId' | 'payeePartyId'>,
): OpenPromise[] =>
  promises.filter(
    (promise) =>
      outstanding(promise) > 0 &&
      (promise.payerPartyId ?? payer) === payer &&
      (promise.payeePartyId ?? payee) === payee,
  );

function check(matter: Promising, input: RecordPaymentInput, today: string): OpenPromise[] {
  const known = (id: string) => matter.parties.some((party) => party.id === id);
  if (!known(input.payerPartyId)) throw invalid('unknownParty', 'payerPartyId', '选这件事里的当事人。');
  if (!known(input.payeePartyId)) throw invalid('unknownParty', 'payeePartyId', '选这件事里的当事人。');
  if (input.payerPartyId === input.payeePartyId)
    throw invalid('sameParty', 'payeePartyId', '付款的和收款的是同一个人。');
  if (!isDay(input.paidOn) || input.paidOn > today)
    throw invalid('notYet', 'paidOn', '写已经付了的日子，不能晚于今天。');
  const owed = between(matter.promises, input);
  const names = `${nameOf(matter, input.payerPartyId)}欠${nameOf(matter, input.payeePartyId)}`;
  if (owed.length === 0) throw invalid('nothingBetween', 'payeePartyId', `协议里没有${names}的钱，看看人选得对不对。`);
  const left = sumOf(owed.map(outstanding));
  if (input.cents > left)
    throw invalid(
      'tooMuch',
      'cents',
      `多了${spokenMoney(input.cents - left)}：按协议${names}的一共还有${spokenMoney(left)}。`,
    );
  if (input.named?.some((id) => !owed.some((promise) => promise.id === id)))
    throw invalid('notOwed', 'named', '选的那一笔已经付清了，或者不是这两个人之间的。');
  return owed;
}

/** The payment, its parts, and how the promises stand that it goes to. */
function rowsOf(
  paymentId: string,
  owed: readonly OpenPromise[],
  input: RecordPaymentInput,
  { now, newId }: PromiseContext,
) {
  const { payerPartyId, payeePartyId, cents, paidOn, how } = input;
  const sides = { payer_party_id: payerPartyId, payee_party_id: payeePartyId };
  const { parts } = allocate(owed, cents, { named: input.named ?? [], paidOn });
  const inserts: NonNullable<Decision['inserts']> = [
    { into: 'payment', values: { id: paymentId, ...sides, cents, paid_on: paidOn, how, at: now } },
    ...parts.map((part) => ({
      into: 'payment_part' as const,
      values: { id: newId(), payment_id: paymentId, promise_id: part.promiseId, cents: part.cents },
    })),
  ];
  const changes = parts.map(({ promiseId, cents: part }) => {
    const promise = owed.find(({ id }) => id === promiseId) as OpenPromise;
    const kept = outstanding(promise) === part ? { state: 'kept' as const, ended_at: now, performed_on: paidOn } : {};
    const set = { ...sides, paid_cents: promise.paidCents + part, ...kept };
    return { table: 'promise' as const, id: promiseId, set };
  });
  return { inserts, changes, parts: parts.map(({ promiseId, why }) => ({ promiseId, why })) };
}

/** Both sides read that it was paid, and what is left between them. */
function tellings(matter: Promising, after: readonly OpenPromise[], input: RecordPaymentInput): Telling[] {
  const { payerPartyId, payeePartyId, cents, paidOn, how } = input;
  const what = `${formatDay(paidOn)}付${spokenMoney(cents)}（${wayWords[how]}）`;
  const left = stillOwed(after, payerPartyId, payeePartyId);
  const [payer, payee] = [nameOf(matter, payerPartyId), nameOf(matter, payeePartyId)];
  return [
    tellParty(matter, payeePartyId, `${payer}${what}给您，已经记下。${left}没收到的，打电话或者来中心说。`),
    tellParty(matter, payerPartyId, `您${what}给${payee}，已经记下。${left}`),
  ];
}

/** Money was paid: which promises it goes to follows from what the payer named, else from the law (`allocate`). */
export function recordPayment(matter: Promising, input: RecordPaymentInput, context: PromiseContext): Decision {
  refuseIf(hindersPayment(matter));
  const { now, newId } = context;
  const owed = check(matter, input, dayOf(now));
  const paymentId = newId();
  const { inserts, changes, parts } = rowsOf(paymentId, owed, input, context);
  const after = promisesAfter(matter, { inserts, changes });
  const said = input.said?.trim();
  return {
    type: 'recordPayment',
    data: { paymentId, cents: input.cents, paidOn: input.paidOn, parts },
    notes: said ? [{ id: newId(), kind: 'recordPayment', visibility: 'shared', body: said }] : [],
    inserts,
    changes,
    clocks: promiseClock(matter, after, dayOf(now)),
    ...(input.uploads?.length ? { files: { uploads: input.uploads, visibility: 'shared' as const } } : {}),
    tell: tellings(matter, after, input),
  };
}
