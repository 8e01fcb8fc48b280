import { lockedGroup } from '../agreements/lockedGroup.ts';
import { lockedTerms } from '../agreements/lockedTerms.ts';
import { groupHeads } from '../agreements/writeGroup.ts';
import type { Dispute, DisputeContext } from '../disputes/dispute.ts';
import type { DisputeDecision } from '../intake/disputeDecision.ts';
import { isDay } from '../platform/now.ts';
import { Refusal } from '../platform/refusal.ts';
import { promiseClock } from '../promises/promiseClock.ts';
import { promisesAfter } from '../promises/promisesAfter.ts';
import { restOnPaper } from '../signing/restOnPaper.ts';
import { endWaiting } from '../waits/waits.ts';
import { rightToConfirm } from './rightToConfirm.ts';
import { checkAmounts, checkFormer, checkParties, type SettleInput } from './settleInput.ts';

type Part = Pick<SettleInput, 'form' | 'terms' | 'totalCents' | 'items'>;

/** What was agreed on: one agreement, or each of a group. */
function partsOf(typed: SettleInput, dispute: Dispute): Part[] {
  if (typed.group) return lockedGroup(typed.group, dispute);
  return [typed.locked ? lockedTerms(typed.locked, dispute) : typed];
}

/** The locked agreements it is settled by; none where it was typed. */
function headsOf({ group, locked }: SettleInput, dispute: Dispute): Dispute['agreements'] {
  if (group) return groupHeads(dispute, group.groupId);
  return dispute.agreements.filter(({ id }) => id === locked?.agreementId);
}

/** The agreement and who does what by when, in the order they were agreed on. */
function rowsOf(id: string, part: Part, { effectiveOn: effective_on }: SettleInput, { now, newId }: DisputeContext) {
  const { form, totalCents: total_cents } = part;
  const terms = part.terms.trim();
  // What was performed on the spot is kept already.
  const kept = (cents: number | null) =>
    form === 'onTheSpot'
      ? { state: 'kept' as const, ended_at: now, performed_on: effective_on, paid_cents: cents ?? 0 }
      : {};
  const items = part.items.map(({ obligation, amountCents, dueOn, payerPartyId, payeePartyId }, position) => ({
    into: 'promise' as const,
    values: {
      ...{ id: newId(), settlement_id: id, position, obligation: obligation.trim() },
      ...{ amount_cents: amountCents, due_on: dueOn, ...kept(amountCents) },
      ...{ payer_party_id: payerPartyId ?? null, payee_party_id: payeePartyId ?? null },
    },
  }));
  const settlement = {
    into: 'settlement' as const,
    values: { id, form, terms, total_cents, effective_on, created_at: now },
  };
  return { settlement, items };
}

const replacedBy = ({ former }: SettleInput, { promises }: Dispute, { now }: DisputeContext) =>
  (former === 'replaced' ? promises : []).map(({ id }) => ({
    table: 'promise' as const,
    id,
    set: { state: 'replaced' as const, ended_at: now },
  }));

/** An agreement: terms, amounts, dates. Oral agreements are recorded too (人民调解法 art. 28). */
export function settle(dispute: Dispute, typed: SettleInput, context: DisputeContext): DisputeDecision {
  if (!isDay(typed.effectiveOn))
    throw new Refusal('invalid', 'noSuchDay', '没有这一天。', { effectiveOn: '没有这一天。' });
  const parts = partsOf(typed, dispute);
  for (const part of parts) {
    checkAmounts({ ...typed, ...part });
    checkParties(part, dispute);
  }
  checkFormer(typed, dispute);
  const rows = parts.map((part) => rowsOf(context.newId(), part, typed, context));
  const form = parts[0]?.form ?? typed.form;
  const onPaper = form === 'oral' ? [] : restOnPaper(dispute, headsOf(typed, dispute), typed, context);
  const inserts = [...rows.map(({ settlement }) => settlement), ...rows.flatMap(({ items }) => items), ...onPaper];
  const replaced = replacedBy(typed, dispute, context);
  const promises = promisesAfter(dispute, { inserts, changes: replaced });
  const confirmation = rightToConfirm({ ...typed, form }, dispute, context);
  return {
    type: 'settle',
    data: {
      ...(typed.group
        ? { groupId: typed.group.groupId, agreements: parts.length }
        : { settlementId: rows[0]?.settlement.values.id ?? '' }),
      ...(typed.locked ? { agreementId: typed.locked.agreementId } : {}),
      form,
      items: rows.reduce((sum, { items }) => sum + items.length, 0),
      mediatedBy: typed.mediatedBy,
      contains: [...typed.contains],
      offered: confirmation.offered,
      ...(typed.group || typed.locked ? { onPaper: onPaper.length } : {}),
    },
    own: { outcome: 'settled' },
    inserts,
    changes: [...endWaiting(dispute, context.now), ...replaced],
    clocks: [{ act: 'resume' }, ...confirmation.clocks, ...promiseClock(dispute, promises, typed.effectiveOn)],
    tell: [
      { owner: `c:${dispute.receivingCenterId}#closer`, text: '达成了协议，等承办单位提交办结。' },
      { owner: 'resident', text: `达成了协议。您可以到窗口领一份。${confirmation.words}` },
    ],
  };
}
