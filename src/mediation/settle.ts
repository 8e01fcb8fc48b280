import { lockedTerms } from '../agreements/lockedTerms.ts';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { isDay } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import { promiseClock } from '../promises/promiseClock.ts';
import { promisesAfter } from '../promises/promisesAfter.ts';
import { endWaiting } from '../waits/waits.ts';
import { rightToConfirm } from './rightToConfirm.ts';
import { checkAmounts, checkFormer, checkParties, type SettleInput } from './settleInput.ts';

/** The agreement and who does what by when, in the order they were agreed on. */
function rowsOf(
  id: string,
  input: SettleInput,
  { now, newId }: DisputeContext,
): NonNullable<DisputeDecision['inserts']> {
  const { form, totalCents: total_cents, effectiveOn: effective_on } = input;
  const terms = input.terms.trim();
  // What was performed on the spot is kept already.
  const kept = (cents: number | null) =>
    form === 'onTheSpot'
      ? { state: 'kept' as const, ended_at: now, performed_on: effective_on, paid_cents: cents ?? 0 }
      : {};
  const items = input.items.map(({ obligation, amountCents, dueOn, payerPartyId, payeePartyId }, position) => ({
    into: 'promise' as const,
    values: {
      ...{ id: newId(), settlement_id: id, position, obligation: obligation.trim() },
      ...{ amount_cents: amountCents, due_on: dueOn, ...kept(amountCents) },
      ...{ payer_party_id: payerPartyId ?? null, payee_party_id: payeePartyId ?? null },
    },
  }));
  return [{ into: 'settlement', values: { id, form, terms, total_cents, effective_on, created_at: now } }, ...items];
}

const replacedBy = ({ former }: SettleInput, { promises }: Dispute, { now }: DisputeContext) =>
  (former === 'replaced' ? promises : []).map(({ id }) => ({
    table: 'promise' as const,
    id,
    set: { state: 'replaced' as const, ended_at: now },
  }));

/** An agreement: terms, amounts, dates. Oral agreements are recorded too (人民调解法 art. 28). */
export function settle(dispute: Dispute, typed: SettleInput, context: DisputeContext): DisputeDecision {
  const input = typed.locked ? { ...typed, ...lockedTerms(typed.locked, dispute) } : typed;
  if (!isDay(input.effectiveOn))
    throw new Refusal('invalid', 'noSuchDay', '没有这一天。', { effectiveOn: '没有这一天。' });
  checkAmounts(input);
  checkParties(input, dispute);
  checkFormer(input, dispute);
  const settlementId = context.newId();
  const inserts = rowsOf(settlementId, input, context);
  const replaced = replacedBy(input, dispute, context);
  const promises = promisesAfter(dispute, { inserts, changes: replaced });
  const confirmation = rightToConfirm(input, dispute, context);
  return {
    type: 'settle',
    data: {
      settlementId,
      ...(input.locked ? { agreementId: input.locked.agreementId } : {}),
      form: input.form,
      items: input.items.length,
      mediatedBy: input.mediatedBy,
      contains: [...input.contains],
      offered: confirmation.offered,
    },
    own: { outcome: 'settled' },
    inserts,
    changes: [...endWaiting(dispute, context.now), ...replaced],
    clocks: [{ act: 'resume' }, ...confirmation.clocks, ...promiseClock(dispute, promises, input.effectiveOn)],
    tell: [
      { owner: `c:${dispute.receivingCenterId}#closer`, text: '达成了协议，等承办单位提交办结。' },
      { owner: 'resident', text: `达成了协议。您可以到窗口领一份。${confirmation.words}` },
    ],
  };
}
