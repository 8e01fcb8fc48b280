import type { PartyFacts, Rule } from '../lint.ts';
import { at } from '../places.ts';

const named = ({ name }: PartyFacts) => ({ name });

/** Who the parties are, and that there are two sides. */
export const identity: Rule = ({ agreement, facts }) => {
  const parties = facts.parties.filter(({ id }) => agreement.partyIds.includes(id));
  const field = 'partyIds';
  const represented = (party: PartyFacts) =>
    facts.parties.some((each) => each.representsPartyId === party.id && each.representation === 'legalRepresentative');
  const sides = new Set(parties.map(({ side }) => side));
  const copies = agreement.partyIds.length + 1;
  return [
    ...parties.filter(({ identified }) => !identified).map((party) => at('noIdentity', field, named(party))),
    ...parties.filter(({ address }) => address.trim() === '').map((party) => at('noAddress', field, named(party))),
    ...parties
      .filter((party) => party.kind === 'organization' && !represented(party))
      .map((party) => at('noLegalRepresentative', field, named(party))),
    ...(sides.size < 2 ? [at('oneSide', field)] : []),
    ...(agreement.form === 'written' && agreement.copies < copies
      ? [at('tooFewCopies', 'copies', { a: String(copies) })]
      : []),
  ];
};
