import type { Decision, Telling } from '../matters/decision.ts';
import { dayOf, formatDay } from '../platform/now.ts';
import { refuseIf } from '../platform/refusal.ts';
import { spokenMoney } from '../ui/money.ts';
import { tellOwner } from '../waits/whoseLimit.ts';
import { allocate } from './allocate.ts';
import { hindersPayment, owedFor } from './owedFor.ts';
import { type RecordPaymentInput, wayWords } from './paymentInput.ts';
import { type OpenPromise, outstanding, type PromiseContext, type Promising } from './promise.ts';
import { promiseClock } from './promiseClock.ts';
import { promisesAfter } from './promisesAfter.ts';
import { nameOf, stillOwed } from './told.ts';

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
    tellOwner(matter, payeePartyId, `${payer}${what}给您，已经记下。${left}没收到的，打电话或者来中心说。`),
    tellOwner(matter, payerPartyId, `您${what}给${payee}，已经记下。${left}`),
  ];
}

/** Money was paid: which promises it goes to follows from what the payer named, else from the law (`allocate`). */
export function recordPayment(matter: Promising, input: RecordPaymentInput, context: PromiseContext): Decision {
  refuseIf(hindersPayment(matter));
  const { now, newId } = context;
  const owed = owedFor(matter, input, dayOf(now));
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
