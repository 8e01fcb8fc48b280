import type { Agreement, AgreementParty, Term } from '../agreements/agreement.ts';
import { textOf } from '../agreements/textOf.ts';
import type { OwnWordsView } from './signingViews.ts';

const sumOf = (terms: readonly Term[]): number | null => {
  const sums = terms.flatMap(({ amountCents }) => (amountCents === null ? [] : [amountCents]));
  return sums.length === 0 ? null : sums.reduce((sum, cents) => sum + cents, 0);
};

/** The terms that name a party or nobody: what others owe one another is not read out to him. */
export function ownWords(
  agreement: Agreement,
  parties: readonly AgreementParty[],
  partyId: string,
): Pick<OwnWordsView, 'own' | 'getsCents' | 'owesCents' | 'instalments' | 'account'> {
  const { terms } = textOf(agreement, parties);
  const concerns = ({ owesId, toId }: Term): boolean =>
    owesId === partyId || toId === partyId || (owesId === null && toId === null);
  const own = agreement.terms.filter(concerns);
  const gets = own.filter(({ kind, toId }) => kind === 'pay' && toId === partyId);
  const owes = own.filter(({ kind, owesId }) => kind === 'pay' && owesId === partyId);
  const mine = gets.length > 0 ? gets : owes;
  return {
    own: terms.filter((_, index) => agreement.terms[index] && concerns(agreement.terms[index])),
    getsCents: sumOf(gets),
    owesCents: sumOf(owes),
    instalments: mine.flatMap(({ instalments, amountCents, dueOn }) =>
      instalments.length > 0 || amountCents === null || dueOn === null ? instalments : [{ cents: amountCents, dueOn }],
    ),
    account: mine.map(({ howNote }) => howNote.trim()).filter(Boolean),
  };
}
