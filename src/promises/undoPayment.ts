import { Type } from 'typebox';
import type { Decision } from '../matters/decision.ts';
import { Id, Reason, StepInput } from '../matters/fields.ts';
import { dayOf } from '../platform/now.ts';
import { Refusal, refuseIf } from '../platform/refusal.ts';
import { spokenMoney } from '../ui/money.ts';
import { tellOwner } from '../waits/whoseLimit.ts';
import type { OpenPromise, PromiseContext, Promising } from './promise.ts';
import { promiseClock } from './promiseClock.ts';
import { promisesAfter } from './promisesAfter.ts';
import { nameOf } from './told.ts';

export const UndoPaymentInput = StepInput({
  paymentId: Type.Unsafe<string>({ ...Id, title: '哪一笔付款' }),
  reason: Reason,
});
export type UndoPaymentInput = { paymentId: string; reason: string };

export const hindersUndoingPayment = ({ payments }: Pick<Promising, 'payments'>): Refusal | null =>
  payments.length > 0 ? null : new Refusal('conflict', 'nothingPaid', '还没有记过付款。');

/** Written down wrongly: what it had paid is owed again. The row stays, with who undid it and why. */
export function undoPayment(
  matter: Promising,
  { paymentId, reason }: UndoPaymentInput,
  context: PromiseContext,
): Decision {
  refuseIf(hindersUndoingPayment(matter));
  const { now, newId } = context;
  const payment = matter.payments.find(({ id }) => id === paymentId);
  if (!payment) {
    const sentence = '没有这一笔，或者已经更正过了。只能更正最近记的 200 笔。';
    throw new Refusal('invalid', 'unknownPayment', sentence, { paymentId: sentence });
  }
  const parts = payment.parts.map(({ promiseId, cents, kept }) => {
    const promise = kept ?? matter.promises.find(({ id }) => id === promiseId);
    // One that was changed or waived since stays so: what was paid on it is no longer counted, and nothing else is owed by it.
    const set = promise
      ? {
          paid_cents: promise.paidCents - cents,
          ...(kept ? { state: 'open' as const, ended_at: null, performed_on: null } : {}),
        }
      : null;
    return { promiseId, set };
  });
  const changes: NonNullable<Decision['changes']> = [
    { table: 'payment', id: paymentId, set: { undone_at: now } },
    ...parts.flatMap(({ promiseId: id, set }) => (set ? [{ table: 'promise' as const, id, set }] : [])),
  ];
  const after: OpenPromise[] = promisesAfter(matter, { inserts: [], changes });
  const text = `更正：${nameOf(matter, payment.payerPartyId)}付给${nameOf(matter, payment.payeePartyId)}的${spokenMoney(payment.cents)}记错了，已经撤掉。`;
  return {
    type: 'undoPayment',
    data: { paymentId, cents: payment.cents },
    notes: [{ id: newId(), kind: 'undoPayment', visibility: 'shared', body: reason.trim() }],
    changes,
    clocks: promiseClock(matter, after, dayOf(now)),
    tell: [payment.payeePartyId, payment.payerPartyId].map((party) => tellOwner(matter, party, text)),
  };
}
