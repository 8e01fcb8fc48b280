import type { Agreement, AgreementParty, Term } from './agreement.ts';
import { naming } from './textOf.ts';

/** What somebody owes by an agreement: one payment of one term, or one deed. */
export type Owed = {
  obligation: string;
  amountCents: number | null;
  dueOn: string | null;
  payerPartyId?: string;
  payeePartyId?: string;
};

function deedOf({ kind, owesId, toId, text }: Term, name: (id: string | null) => string): string {
  const [who, whom] = [name(owesId), name(toId)];
  const words = text.trim();
  return kind === 'pay' ? `${who}付给${whom || '对方'}：${words}` : `${who}${whom === '' ? '' : `为${whom}`}：${words}`;
}

/** Payments one by one, and deeds; what is left alone, stated or wished for is nothing that one day is kept. */
export function owedBy(agreement: Agreement, parties: readonly AgreementParty[]): Owed[] {
  const name = naming(agreement, parties);
  return agreement.terms.flatMap((term): Owed[] => {
    const { kind, owesId, toId, amountCents, dueOn, instalments } = term;
    if (kind !== 'pay' && kind !== 'do') return [];
    const sides = { ...(owesId && { payerPartyId: owesId }), ...(toId && { payeePartyId: toId }) };
    const obligation = deedOf(term, name);
    if (instalments.length === 0) return [{ obligation, amountCents, dueOn, ...sides }];
    return instalments.map(({ cents, dueOn: due }, index) => ({
      ...{ obligation: `${obligation}（第${index + 1}次）`, amountCents: cents, dueOn: due },
      ...sides,
    }));
  });
}
