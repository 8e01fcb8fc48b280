import type { DisputeRows } from './disputeRows.ts';
import type { ViewParts } from './disputeView.ts';
import { mayRead, seesFacts } from './sight.ts';
import type { DisputeView, Sight } from './views.ts';

export function factsOf({ dispute, rows }: ViewParts, sight: Sight): DisputeView['facts'] {
  const row = rows.facts;
  if (!seesFacts(sight)) return null;
  return {
    source: row.source,
    imported: row.import_run_id !== null,
    oldNumber: row.old_number,
    enteredAt: row.entered_at?.toISOString() ?? null,
    facts: row.facts,
    demands: row.demands,
    occurredOn: row.occurred_on,
    address: row.address,
    peopleInvolved: dispute.peopleInvolved,
    amountCents: dispute.amountCents,
    willing: dispute.willing,
    violence: { ...dispute.violence },
  };
}

/** So many agreements are shown with their words. */
const IN_FULL = 10;

export function settlementsOf({
  settlements,
  items,
}: Pick<DisputeRows, 'settlements' | 'items'>): DisputeView['settlements'] {
  const bySettlement = Map.groupBy(items, (item) => item.settlement_id);
  return settlements.map((each, place) => ({
    id: each.id,
    form: each.form,
    // Of many agreed with one by one the words of each stand in his own agreement.
    terms: place < IN_FULL ? each.terms : '',
    totalCents: each.total_cents,
    effectiveOn: each.effective_on,
    items: (bySettlement.get(each.id) ?? []).map((item) => ({
      id: item.id,
      obligation: item.obligation,
      amountCents: item.amount_cents,
      dueOn: item.due_on,
      performedOn: item.performed_on,
      payerPartyId: item.payer_party_id,
      payeePartyId: item.payee_party_id,
      part: item.part,
      paidCents: item.paid_cents,
      state: item.state,
      defaulted: item.defaulted_at !== null,
      title: item.title,
    })),
  }));
}

const paymentsOf = ({ payments }: Pick<DisputeRows, 'payments'>): DisputeView['payments'] =>
  payments.map((each) => ({
    id: each.id,
    payerPartyId: each.payer_party_id,
    payeePartyId: each.payee_party_id,
    cents: each.cents,
    paidOn: each.paid_on,
    how: each.how,
    undone: each.undone_at !== null,
  }));

export function papersOf(
  { rows, context }: ViewParts,
  sight: Sight,
): Pick<DisputeView, 'files' | 'settlements' | 'payments' | 'returnVisits' | 'rating'> {
  const { files, visits, ratings } = rows;
  const facts = seesFacts(sight);
  const shownFiles = files.filter((file) =>
    mayRead(file.visibility, sight, context.actor, file.author_user_id === context.actor.userId),
  );
  return {
    files: shownFiles.map((file) => ({
      id: file.id,
      name: file.name,
      mime: file.mime,
      size: file.size,
      at: file.at.toISOString(),
      author: file.author_user_id ? (file.author_name ?? '工作人员') : '当事人',
      forResident: file.visibility === 'resident',
    })),
    settlements: facts ? settlementsOf(rows) : [],
    payments: facts ? paymentsOf(rows) : [],
    returnVisits: (facts ? visits : []).map((visit) => ({
      at: visit.at.toISOString(),
      outcome: visit.outcome,
      performed: visit.performed,
      method: visit.method,
    })),
    rating: facts && ratings[0] ? { score: ratings[0].score, at: ratings[0].at.toISOString() } : null,
  };
}
